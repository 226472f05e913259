using PlanTracker.Domain;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Storage.Seed;

/// <summary>The money of the sample year, played through the ledger in the order of time, so that it keeps every rule.</summary>
internal static class DemoMoney
{
    private const int Minute = 10 * 60 + 15;

    /// <summary>What is recorded, by day and minute of the day.</summary>
    public static IEnumerable<(DateOnly Day, int Minute, Func<Task> Play)> Steps(DemoPeople people, Plan plan, FundingLedger ledger, CancellationToken cancel) =>
        SeedFiles.Read<List<DemoMoneyRow>>("demo-money-2024.json").Select(row => (row.Date, Minute, (Func<Task>)(() => Play(people, plan, ledger, row, cancel))));

    private static async Task Play(DemoPeople people, Plan plan, FundingLedger ledger, DemoMoneyRow row, CancellationToken cancel)
    {
        var order = new FundingOrder(row.Amount, row.Date, new(row.Number, row.DocumentDate), row.Note, row.Kind);
        var activity = plan.Activities.Single(a => a.Order == row.Order);
        var result = await ledger.Record(people[row.By], activity.Id, row.Source, row.Stage, ExpectedVersion.Any, order, cancel);
        if (result.Refused(out var refusal, out _))
            throw new InvalidOperationException($"The sample money breaks a rule on {row.Date:d}, row {row.Order}: {refusal.Message}");
    }
}

internal sealed record DemoMoneyRow(
    int Order, string By, FundingSource Source, FundingStage Stage, long Amount, DateOnly Date, string Number, DateOnly DocumentDate, string? Note,
    FundingStepKind Kind);
