using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Funding;

public sealed class FundingBookTests(PostgresCluster postgres)
{
    private static readonly FundingOrder Order = new(10_000_000, new(2024, 2, 1), new("12/QĐ-UBND", new(2024, 1, 31)));

    [Theory, ClassData(typeof(Providers))]
    public async Task Records_come_back_as_they_were_made_up_to_the_day_asked(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var plan = (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var book = store.Get<IFundingBook>();

        var all = await book.OfPlan(plan.Id, new(2024, 9, 10), default);
        var early = await book.OfPlan(plan.Id, new(2023, 12, 31), default);

        Assert.InRange(early.Count, 1, all.Count - 1);
        Assert.All(early, s => Assert.True(s.Date <= new DateOnly(2023, 12, 31)));
        Assert.All(all.GroupBy(s => s.ActivityId), g => Assert.Equal(Enumerable.Range(1, g.Count()), g.Select(s => s.Number)));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Of_two_who_disburse_the_last_money_at_once_one_wins(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var plan = (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var activity = plan.Activities[0];
        var reporter = Given.Actor(Role.Reporter, activity.LeadAgencyId);
        var clock = new BusinessClock(TimeProvider.System);
        var ledger = new FundingLedger(store.Get<IStore>(), clock);
        foreach (var (stage, who) in new[]
        {
            (FundingStage.Estimate, reporter), (FundingStage.Consolidation, Given.Actor(Role.Coordinator)),
            (FundingStage.Appraisal, Given.Actor(Role.Finance)), (FundingStage.Approval, Given.Actor(Role.Coordinator)),
        })
            Assert.Null((await ledger.Record(who, activity.Id, FundingSource.CityReformBudget, stage, ExpectedVersion.Any, Order, default)).Refusal);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ledger.Record(
            reporter, activity.Id, FundingSource.CityReformBudget, FundingStage.Disbursement, ExpectedVersion.Any, Order with { Amount = 6_000_000 }, default))));

        Assert.Single(results, r => r.Refusal is null);
        Assert.All(results.Where(r => r.Refusal is not null), r => Assert.Equal("funding.over-approved", r.Refusal!.Code));
        Assert.Equal(6_000_000, (await store.Get<IFundingBook>().OfPlan(plan.Id, clock.Today, default)).Where(s => s.Stage is FundingStage.Disbursement).Sum(s => s.Amount));
    }
}
