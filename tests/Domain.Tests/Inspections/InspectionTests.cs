using PlanTracker.Domain.Access;
using PlanTracker.Domain.Inspections;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests.Inspections;

public sealed class InspectionTests
{
    private static readonly DateOnly Sep10 = new(2024, 9, 10);
    private static readonly InspectionResult Found = new(new(2024, 5, 24), "Hồ sơ còn thiếu biên bản.", new("61/TB-SNV", new(2024, 6, 5)), [new("Bổ sung biên bản", new(2024, 7, 31)), new("Hoàn thiện hồ sơ", new(2024, 9, 30))]);

    private readonly Plan plan = Given.Plan246();
    private readonly InMemory store;

    public InspectionTests() => store = new(plan, Sep10);

    private InspectionDesk Desk => new(store, store, store, store.Clock);

    [Fact]
    public async Task A_check_is_planned_carried_out_followed_up_and_closed()
    {
        var made = await Planned();
        Assert.True(made.IsOverdueOn(new(2024, 5, 24)));
        Assert.Null((await Desk.Record(Given.Coordinator, made.Id, ExpectedVersion.Of(1), Found, default)).Refusal);
        Assert.Equal((InspectionState.FollowUp, 1, 2), (made.State, made.LateOn(Sep10), made.LateOn(new(2024, 10, 1))));
        foreach (var recommendation in made.Recommendations.ToList())
        {
            Assert.Null((await FollowUp(Given.ReporterOfSoVanHoa, made, recommendation.Id)).Refusal);
            Assert.Null((await Desk.Close(Given.Coordinator, made.Id, recommendation.Id, ExpectedVersion.Any, (string?)null, default)).Refusal);
        }

        Assert.Equal((InspectionState.Closed, 0), (made.State, made.LateOn(new(2024, 10, 1))));
        Assert.Equal(["plan", "record", "follow-up", "close", "follow-up", "close"], store.History.Select(h => h.What));
        Assert.Equal("inspections.wrong-state", (await FollowUp(Given.ReporterOfSoVanHoa, made, made.Recommendations[0].Id)).Refusal!.Code);
    }

    [Fact]
    public async Task Only_so_noi_vu_keeps_the_register_and_only_the_inspected_agency_follows_up()
    {
        Assert.Equal(RefusalKind.NotAllowed, (await Desk.Plan(Given.ReporterOfSoVanHoa, Order, default)).Refusal!.Kind);
        var made = await Planned();
        Assert.Equal(RefusalKind.NotAllowed, (await Desk.Record(Given.ReporterOfSoVanHoa, made.Id, ExpectedVersion.Any, Found, default)).Refusal!.Kind);
        await Desk.Record(Given.Coordinator, made.Id, ExpectedVersion.Any, Found, default);

        Assert.Equal(RefusalKind.NotAllowed, (await FollowUp(Given.ReporterOfNinhKieu, made, made.Recommendations[0].Id)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await Desk.Close(Given.ReporterOfSoVanHoa, made.Id, made.Recommendations[0].Id, ExpectedVersion.Any, (string?)null, default)).Refusal!.Kind);
        Assert.Equal("inspections.unknown", (await FollowUp(Given.ReporterOfSoVanHoa, made, Guid.NewGuid())).Refusal!.Code);
        Assert.Equal("inspections.wrong-state", (await Desk.Cancel(Given.Coordinator, made.Id, ExpectedVersion.Any, "Không cần", default)).Refusal!.Code);
    }

    [Fact]
    public async Task What_is_wrong_is_named_all_at_once()
    {
        var wrong = new InspectionOrder(Guid.NewGuid(), Guid.NewGuid(), "", new(2024, 5, 23), new(" ", new(2024, 9, 11)));
        Assert.Equal(["agencyId", "document.date", "document.number", "planId", "title"], (await Desk.Plan(Given.Coordinator, wrong, default)).Refusal!.Errors.Keys.Order());
        Assert.Equal(["plannedOn"], (await Desk.Plan(Given.Coordinator, Order with { PlannedOn = new(2025, 1, 1) }, default)).Refusal!.Errors.Keys);
        var made = await Planned();
        var found = new InspectionResult(new(2024, 9, 11), " ", null, [new("", new(2024, 9, 1))]);
        Assert.Equal(
            ["findings", "heldOn", "recommendations[0].dueOn", "recommendations[0].text"],
            (await Desk.Record(Given.Coordinator, made.Id, ExpectedVersion.Any, found, default)).Refusal!.Errors.Keys.Order());
        Assert.Equal(["recommendations"], (await Desk.Record(
            Given.Coordinator, made.Id, ExpectedVersion.Any, Found with { Recommendations = [.. Enumerable.Repeat(Found.Recommendations[0], 51)] }, default)).Refusal!.Errors.Keys);
        Assert.Equal(["reason"], (await Desk.Cancel(Given.Coordinator, made.Id, ExpectedVersion.Any, " ", default)).Refusal!.Errors.Keys);
    }

    [Fact]
    public async Task The_report_tells_of_checks_of_the_period_and_of_what_is_still_followed_up()
    {
        var made = await Planned();
        await Desk.Record(Given.Coordinator, made.Id, ExpectedVersion.Any, Found, default);
        var query = new PartQuery(plan, new ReportWindow("2024-Q3", "Quý III", new(2024, 6, 15), new(2024, 9, 14), PeriodKind.Quarter), Sep10, null, await store.All(default));
        var part = new InspectionsPart(store.Matters);

        var table = (await part.Fill(ReportAppendices.Empty, query, default)).Inspections!;
        foreach (var recommendation in made.Recommendations.ToList())
            await Desk.Close(Given.Coordinator, made.Id, recommendation.Id, ExpectedVersion.Any, (string?)null, default);
        var later = (await part.Fill(ReportAppendices.Empty, query with { Window = query.Window with { From = new(2024, 9, 15) }, AsOf = new(2024, 12, 14) }, default)).Inspections;

        Assert.Equal((1, 2, 0, 1), (table.Held, table.Recommended, table.Done, table.Late));
        Assert.Contains("quá hạn", table.Rows[0].Recommendations, StringComparison.Ordinal);
        Assert.Null(later);
    }

    private InspectionOrder Order => new(plan.Id, Given.SoVanHoa.Id, "Kiểm tra pano", new(2024, 5, 23));

    private async Task<Inspection> Planned() => (await Desk.Plan(Given.Coordinator, Order, default)).Value!;

    private Task<Result<Inspection>> FollowUp(Actor actor, Inspection inspection, Guid recommendation) =>
        Desk.FollowUp(actor, inspection.Id, recommendation, ExpectedVersion.Any, new FollowUpOrder(Sep10, "Đã bổ sung"), default);
}
