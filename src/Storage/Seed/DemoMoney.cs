using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Storage.Seed;

/// <summary>Plays the sample year's money through the ledger, in the order of time, so that it keeps every rule.</summary>
internal static class DemoMoney
{
    public static async Task Load(PlanDb db, DemoPeople people, Plan plan, CancellationToken cancel)
    {
        var clock = new DemoClock();
        var ledger = new FundingLedger(new OneWrite(new Changes(db, clock)), new BusinessClock(clock));
        foreach (var row in SeedFiles.Read<List<DemoMoneyRow>>("demo-money-2024.json"))
        {
            clock.Now = new DateTimeOffset(row.Date.ToDateTime(new(10, 15)), BusinessClock.Vietnam.BaseUtcOffset);
            var order = new FundingOrder(row.Amount, row.Date, new(row.Number, row.DocumentDate), row.Note, row.Kind);
            var activity = plan.Activities.Single(a => a.Order == row.Order);
            var result = await ledger.Record(people[row.By], activity.Id, row.Source, row.Stage, ExpectedVersion.Any, order, cancel);
            if (result.Refused(out var refusal, out _))
                throw new InvalidOperationException($"The sample money breaks a rule on {row.Date:d}, row {row.Order}: {refusal.Message}");
        }
    }

    // All of the sample data is one transaction.
    private sealed class OneWrite(IChanges changes) : IStore
    {
        public Task<Result<T>> Write<T>(Actor actor, Func<IChanges, Task<Result<T>>> work, CancellationToken cancel) => work(changes);
    }
}

internal sealed record DemoMoneyRow(
    int Order, string By, FundingSource Source, FundingStage Stage, long Amount, DateOnly Date, string Number, DateOnly DocumentDate, string? Note,
    FundingStepKind Kind);
