using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Plans;

public sealed class NextYearTests(PostgresCluster postgres)
{
    private static readonly DateOnly December = new(2024, 12, 20);

    [Theory, ClassData(typeof(Providers))]
    public async Task The_next_year_of_the_sample_plan_is_made_once_decided_and_issued(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var work = new Desk(store);
        var plan = (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var coordinator = Given.Actor(Role.Coordinator, plan.IssuerAgencyId);

        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => work.Planning.Make(coordinator, plan.Id, default))));
        var id = Assert.Single(made.Select(m => m.Value!.DraftId).Distinct());
        Assert.Single(made, m => m.Value!.IsNew);
        var next = (await work.Reading.Show(coordinator, plan.Id, default)).Value!;
        Assert.Equal(15, next.Rows.Count(r => r.Row is not null));
        Assert.All(next.Rows, r => Assert.True(r.Row!.ToDecide.Count == 0, $"{r.Row.Order}: {string.Join(" ", r.Row.ToDecide)}"));
        Assert.All(next.Rows, r => Assert.Equal(
            r.Last!.Targets.Where(t => t.Target.Kind is not TargetKind.Ongoing).Select(t => t.Figures.Value), r.Row!.Quantity.Targets.Where(t => t.Kind is not TargetKind.Ongoing).Select(t => t.Value)));
        Assert.NotEmpty(next.Money);
        var orders = next.Money.Select(m => new UnspentOrder(m.Activity.Id, m.Source, UnspentChoice.GiveBack, "Nộp trả")).ToList();
        Assert.Null((await work.Planning.DecideMoney(coordinator, plan.Id, ExpectedVersion.Of(1), orders, default)).Refusal);

        var head = next.Head with { Number = "250/KH-UBND", IssuedOn = new(2024, 12, 19) };
        Assert.Null((await work.Drafting.Edit(coordinator, id, ExpectedVersion.Of(2), head, default)).Refusal);
        Assert.Null((await work.Drafting.Issue(coordinator, id, ExpectedVersion.Of(3), default)).Refusal);

        var issued = (await store.Get<IPlanLibrary>().FindFollowing(plan.Id, default))!;
        Assert.Equal((id, 15, plan.Tasks.Count, plan.Text.Themes.Count), (issued.Id, issued.Activities.Count, issued.Tasks.Count, issued.Text.Themes.Count));
        Assert.Equal(plan.Activities.Select(a => (Guid?)a.Id), issued.Activities.Select(a => a.FollowsActivityId));
        Assert.Equal((new DateOnly(2025, 12, 31), plan.Text.Funding.EstimateDueOn!.Value.AddYears(1)), (issued.To, issued.Text.Funding.EstimateDueOn!.Value));
        Assert.Equal(next.Money.Sum(m => m.Left), issued.LeftMoney.Sum(m => m.Amount));
        var compared = (await work.Years.Compare(coordinator, [], default)).Value!;
        Assert.Contains(compared.Lines, l => l.Cells.Count(c => c is not null) >= 2);
        Assert.Equal([plan.Id, issued.Id], compared.Years.Where(y => y.Plan.Id == plan.Id || y.Plan.Id == issued.Id).Select(y => y.Plan.Id));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_discarded_draft_is_gone_and_can_be_made_again(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var work = new Desk(store);
        var plan = (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var coordinator = Given.Actor(Role.Coordinator, plan.IssuerAgencyId);
        var first = (await work.Planning.Make(coordinator, plan.Id, default)).Value!.DraftId;

        Assert.Equal(RefusalKind.Stale, (await work.Drafting.Discard(coordinator, first, ExpectedVersion.Of(7), default)).Refusal!.Kind);
        Assert.Null((await work.Drafting.Discard(coordinator, first, ExpectedVersion.Of(1), default)).Refusal);

        Assert.Null(await store.Get<IPlanDrafts>().FindFollowing(plan.Id, default));
        Assert.True((await work.Planning.Make(coordinator, plan.Id, default)).Value!.IsNew);
    }

    private sealed class Desk(PlanStore store)
    {
        private readonly BusinessClock clock = new(TimeProvider.System, December);

        private IPlanLibrary Plans => store.Get<IPlanLibrary>();
        private IAgencyRegister Register => store.Get<IAgencyRegister>();
        private PlanProgress Progress => new(Plans, store.Get<IProgressBook>(), Register, store.Get<IReportingCalendar>(), clock);
        private FundingReading Funding => new(Plans, store.Get<IFundingBook>(), Progress, clock);
        private PlanDraftReading Drafts => new(store.Get<IPlanDrafts>(), Register);

        public PlanDrafting Drafting => new(store.Get<IStore>(), Plans, Register, Drafts, clock);
        public NextYearReading Reading => new(Plans, store.Get<IPlanDrafts>(), Register, Progress, Funding, Drafts, clock);
        public NextYearPlanning Planning => new(store.Get<IStore>(), Plans, Register, Reading, Funding, clock);
        public YearsBeside Years => new(Plans, Progress, Funding, new PlanReading(Plans, clock), clock);
    }
}
