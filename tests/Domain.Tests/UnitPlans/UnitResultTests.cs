using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.UnitPlans;

namespace PlanTracker.Domain.Tests.UnitPlans;

public sealed class UnitResultTests
{
    private static readonly UnitResultOrder Good = new(new(2024, 5, 1), 3, "Phát 3 số", Url: "https://caikhe.cantho.gov.vn/loa");

    private readonly UnitWorld world = new();

    [Fact]
    public async Task A_result_is_recorded_returned_mended_and_confirmed_by_the_head()
    {
        var (plan, row) = await Plan();
        var made = UnitWorld.Done(await Log(plan, row, Good));
        Assert.Equal((UnitResultStatus.Submitted, 1), (made.Status, world.Store.Matters.Attachments.Count));
        Assert.Equal(RefusalKind.NotFound, (await world.Reading.Result(Given.ReporterOfNinhKieu, made.Id, default)).Refusal!.Kind);
        UnitWorld.Done(await world.Results.Return(world.HeadOfCaiKhe, made.Id, ExpectedVersion.Of(1), new EntryReason("Sai số", []), default));
        UnitWorld.Done(await world.Results.Edit(world.ReporterOfCaiKhe, made.Id, ExpectedVersion.Of(2), Good with { Quantity = 2, Url = null }, default));
        UnitWorld.Done(await world.Results.Confirm(world.HeadOfCaiKhe, made.Id, ExpectedVersion.Of(3), default));

        Assert.Equal((UnitResultStatus.Confirmed, 2m), (made.Status, made.Quantity));
        Assert.Equal(new UnitDone(2, 0, 1), UnitWorld.Done(await world.Reading.Find(Given.Leader, plan.Id, default)).DoneOf(row));
        Assert.Null((await world.Reading.Result(Given.ReporterOfNinhKieu, made.Id, default)).Refusal);
        Assert.Equal("unit-results.wrong-state", (await world.Results.Confirm(world.HeadOfCaiKhe, made.Id, ExpectedVersion.Any, default)).Refusal!.Code);
        Assert.Equal(["log", "return", "edit", "confirm"], world.Store.History.Where(h => h.Entity == "unit-result").Select(h => h.What));
    }

    [Fact]
    public async Task Nobody_confirms_what_they_recorded_and_no_other_agency_touches_it()
    {
        var (plan, row) = await Plan();
        var both = Given.Person("cahai", world.CaiKhe, Role.Reporter, Role.Head);
        var made = UnitWorld.Done(await world.Results.Log(both, plan.Id, row.Id, Good, default));

        Assert.Equal(RefusalKind.NotAllowed, (await world.Results.Confirm(both, made.Id, ExpectedVersion.Any, default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await world.Results.Confirm(Given.HeadOfSoVanHoa, made.Id, ExpectedVersion.Any, default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await world.Results.Log(Given.ReporterOfNinhKieu, plan.Id, row.Id, Good, default)).Refusal!.Kind);
        Assert.Null((await world.Results.Confirm(Given.Coordinator, made.Id, ExpectedVersion.Any, default)).Refusal);
    }

    [Fact]
    public async Task What_is_wrong_is_named_all_at_once()
    {
        var (plan, row) = await Plan();
        var wrong = new UnitResultOrder(new(2024, 9, 11), null, " ", Url: "javascript:alert(1)", Document: new("", new(2024, 9, 11)));
        Assert.Equal(["date", "document.date", "document.number", "quantity", "title", "url"], (await Log(plan, row, wrong)).Refusal!.Errors.Keys.Order());
        Assert.Equal(["noEvidenceReason"], (await Log(plan, row, Good with { Url = null })).Refusal!.Errors.Keys);
        Assert.Equal(["note"], (await Log(plan, row, Good with { Quantity = -1 })).Refusal!.Errors.Keys);
        Assert.Equal("unit-results.below-zero", (await Log(plan, row, Good with { Quantity = -1, Note = "Ghi thừa" })).Refusal!.Code);
        var words = plan.Activities[1];
        Assert.Equal(["quantity"], (await Log(plan, words, Good)).Refusal!.Errors.Keys);
        Assert.Null((await Log(plan, words, Good with { Quantity = null })).Refusal);
    }

    [Fact]
    public async Task Days_of_an_issued_report_take_no_result_and_one_that_waited_counts_on_the_first_open_day()
    {
        var (plan, row) = await Plan();
        var waiting = UnitWorld.Done(await Log(plan, row, Good));
        var confirmed = await world.Confirmed(plan, row, 1, new(2024, 4, 1));
        world.Store.Locked = new(2024, 6, 14);

        Assert.Equal("progress.period-locked", (await Log(plan, row, Good)).Refusal!.Code);
        Assert.Equal("progress.period-locked", (await world.Results.Withdraw(world.ReporterOfCaiKhe, confirmed.Id, ExpectedVersion.Any, new EntryReason("Sai", []), default)).Refusal!.Code);
        UnitWorld.Done(await world.Results.Confirm(world.HeadOfCaiKhe, waiting.Id, ExpectedVersion.Any, default));
        Assert.Equal(new DateOnly(2024, 6, 15), waiting.CountedOn);
    }

    [Fact]
    public async Task An_activity_with_results_keeps_its_unit_and_ends_instead_of_going_away()
    {
        var (plan, row) = await Plan();
        await world.Confirmed(plan, row, 3, new(2024, 5, 1));
        var other = new UnitActivityOrder("Phát loa", Quantity: 12, Unit: "buổi", Reason: "Đổi");
        Assert.Equal("unit-plans.has-results", (await world.Rows.Edit(world.ReporterOfCaiKhe, plan.Id, row.Id, ExpectedVersion.Any, other, default)).Refusal!.Code);

        UnitWorld.Done(await world.Rows.End(world.ReporterOfCaiKhe, plan.Id, row.Id, ExpectedVersion.Any, new UnitActivityEnd(new(2024, 8, 1), "Hết kinh phí"), default));

        Assert.Equal(["date"], (await Log(plan, row, Good with { Date = new(2024, 8, 1) })).Refusal!.Errors.Keys);
        Assert.Null((await Log(plan, row, Good with { Date = new(2024, 7, 31) })).Refusal);
    }

    [Fact]
    public async Task Units_stand_beside_the_citys_figure_and_are_listed_by_agency()
    {
        var (plan, row) = await Plan();
        await world.Confirmed(plan, row, 3, new(2024, 5, 1));

        var beside = UnitWorld.Done(await world.Progress.Of(Given.Leader, world.City.Activities[0].Id, null, default));

        Assert.Equal((false, 1), (beside.CountsNow, beside.Lines.Count));
        Assert.Equal(new UnitSum("số", 1, 12, 3, 1, 0), Assert.Single(beside.Sums));
        Assert.Equal(25.0m, beside.Lines[0].Percent);
    }

    [Fact]
    public async Task Results_count_only_from_the_day_decided_and_until_the_day_it_is_taken_back()
    {
        var (plan, row) = await Plan();
        var activity = world.City.Activities[0];
        foreach (var (quantity, day) in new[] { (3m, new DateOnly(2024, 5, 1)), (2m, new(2024, 7, 1)), (4m, new(2024, 8, 20)) })
            await world.Confirmed(plan, row, quantity, day);
        world.Store.Locked = new(2024, 6, 14);
        Assert.Equal(RefusalKind.NotAllowed, (await Decide(world.ReporterOfCaiKhe, true, new(2024, 6, 15))).Refusal!.Kind);
        Assert.Equal("progress.period-locked", (await Decide(Given.Coordinator, true, new(2024, 6, 14))).Refusal!.Code);
        Assert.Equal("units.same-decision", (await Decide(Given.Coordinator, false, new(2024, 6, 15))).Refusal!.Code);
        Assert.Equal(["on", "reason"], (await world.Progress.Decide(Given.Coordinator, activity.Id, ExpectedVersion.Any, new UnitDecisionOrder(true, new(2025, 1, 1), " "), default)).Refusal!.Errors.Keys.Order());
        Assert.Equal(RefusalKind.Stale, (await world.Progress.Decide(Given.Coordinator, activity.Id, ExpectedVersion.Of(7), new UnitDecisionOrder(true, new(2024, 6, 15), "Cộng"), default)).Refusal!.Kind);

        UnitWorld.Done(await Decide(Given.Coordinator, true, new(2024, 6, 15)));
        Assert.Equal((0m, 6m), (await Counted(new(2024, 6, 30)), await Counted(UnitWorld.Sep10)));
        UnitWorld.Done(await Decide(Given.Coordinator, false, new(2024, 8, 1)));
        Assert.Equal((2m, 2m), (await Counted(new(2024, 7, 31)), await Counted(UnitWorld.Sep10)));
        Assert.Equal(2m, Assert.Single(UnitWorld.Done(await world.Progress.Of(Given.Leader, activity.Id, null, default)).Sums).Counted);
        Assert.Equal(["count-units", "count-units"], world.Store.History.Where(h => h.Entity == "activity").Select(h => h.What));

        async Task<decimal> Counted(DateOnly to) => (await world.Progress.Counted(activity, activity.Targets[0].Id, null, to, default)).Sum(c => c.Result.Quantity ?? 0);
    }

    [Fact]
    public async Task An_opened_figure_names_the_part_of_the_units()
    {
        var (plan, row) = await Plan();
        await world.Confirmed(plan, row, 3, new(2024, 5, 1));
        var target = world.City.Activities[0].Targets[0];
        var units = new FigureExplanation(
            world.Store, world.Store.Reports, world.Store.Progress, world.Store.Reading, world.Store, world.Progress, world.Store, world.Store.Clock);
        Assert.Empty(UnitWorld.Done(await units.Open(Given.Leader, null, new(target.Id, FigureKind.ToDate), new ListQuery(), default)).Units);
        UnitWorld.Done(await Decide(Given.Coordinator, true, new(2024, 1, 1)));

        var opened = UnitWorld.Done(await units.Open(Given.Leader, null, new(target.Id, FigureKind.ToDate), new ListQuery(), default));

        Assert.Equal((3m, "UBND phường Cái Khế"), (opened.Units.Sum(u => u.Result.Quantity), Assert.Single(opened.Units).Agency.Name));
        Assert.Contains("Trong đó của các đơn vị", opened.Figure.Formula, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_differs_from_the_citys_is_shown_and_never_counted()
    {
        var plan = await world.Issued(world.ReporterOfCaiKhe, new UnitActivityOrder("Phát loa", Quantity: 5, Unit: "buổi", CityActivityId: world.City.Activities[0].Id));
        await world.Confirmed(plan, plan.Activities[0], 5, new(2024, 5, 1));
        UnitWorld.Done(await Decide(Given.Coordinator, true, new(2024, 1, 1)));

        Assert.Equal(new UnitSum("buổi", 1, 5, 5, 1, 0), Assert.Single(UnitWorld.Done(await world.Progress.Of(Given.Leader, world.City.Activities[0].Id, null, default)).Sums));
    }

    [Fact]
    public async Task The_coverage_shows_who_serves_what_and_who_has_no_plan()
    {
        var (plan, _) = await Plan();
        await world.Draft(Given.Person("x", world.AnHoa, Role.Reporter));

        var all = UnitWorld.Done(await world.Coverage.Of(Given.Leader, world.City.Id, new(), new ListQuery(), default));

        var row = all.Rows.Items.Single(r => r.Agency.Id == world.CaiKhe.Id);
        Assert.Equal((plan.Id, 1, 1), (row.Plan!.Id, row.Cells.Count, row.Unlinked.Count));
        Assert.Equal((4, 1, 1), (all.Expected, all.Issued, all.Served[world.City.Activities[0].Id]));
        Assert.Null(all.Rows.Items.Single(r => r.Agency.Id == world.AnHoa.Id).Plan);
        Assert.Equal(3, UnitWorld.Done(await world.Coverage.Of(Given.Leader, world.City.Id, new(OnlyMissing: true), new ListQuery(), default)).Rows.Total);
        Assert.Equal(["UBND phường Cái Khế"], UnitWorld.Done(await world.Coverage.Of(Given.Leader, world.City.Id, new(CityActivityId: world.City.Activities[0].Id), new ListQuery(), default)).Rows.Items.Select(r => r.Agency.Name));
        Assert.Equal(["UBND phường Trà Nóc"], UnitWorld.Done(await world.Coverage.Of(Given.Leader, world.City.Id, new(), new ListQuery(Search: "tra noc"), default)).Rows.Items.Select(r => r.Agency.Name));
        Assert.Equal(["activity"], (await world.Coverage.Of(Given.Leader, world.City.Id, new(CityActivityId: Guid.NewGuid()), new ListQuery(), default)).Refusal!.Errors.Keys);
    }

    private async Task<(UnitPlan Plan, UnitActivity Row)> Plan()
    {
        var plan = await world.Issued(
            world.ReporterOfCaiKhe, new UnitActivityOrder("Phát loa", QuantityWording: "12 số", CityActivityId: world.City.Activities[0].Id), new UnitActivityOrder("Hướng dẫn trực tiếp"));
        return (plan, plan.Activities[0]);
    }

    private Task<Result<UnitResult>> Log(UnitPlan plan, UnitActivity row, UnitResultOrder order) => world.Results.Log(world.ReporterOfCaiKhe, plan.Id, row.Id, order, default);

    private Task<Result<Activity>> Decide(Actor actor, bool counts, DateOnly on) =>
        world.Progress.Decide(actor, world.City.Activities[0].Id, ExpectedVersion.Any, new UnitDecisionOrder(counts, on, "Cộng số của đơn vị", new("45/SNV", new(2024, 6, 1))), default);
}
