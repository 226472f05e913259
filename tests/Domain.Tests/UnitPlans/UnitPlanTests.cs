using PlanTracker.Domain.Access;
using PlanTracker.Domain.UnitPlans;

namespace PlanTracker.Domain.Tests.UnitPlans;

public sealed class UnitPlanTests
{
    private readonly UnitWorld world = new();

    [Fact]
    public async Task A_plan_is_drafted_filled_issued_and_then_changed_with_a_reason()
    {
        var plan = await world.Draft(world.ReporterOfCaiKhe);
        Assert.Equal("unit-plans.empty", (await Issue(plan, "12/KH-UBND")).Refusal!.Code);
        UnitWorld.Done(await world.Rows.Add(world.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Of(1), new UnitActivityOrder("Phát loa", QuantityWording: "01 chương trình/tháng", CityActivityId: world.City.Activities[0].Id), default));
        Assert.Null((await Issue(plan, " 12/KH-UBND ")).Refusal);
        var row = Assert.Single(plan.Activities);
        Assert.Equal(("12/KH-UBND", UnitPlanStatus.Issued, 12m, "chương trình"), (plan.Number, plan.Status, row.QuantityOn(UnitWorld.Sep10), row.Unit));

        var changed = new UnitActivityOrder("Phát loa", Quantity: 10, Unit: "chương trình");
        Assert.Equal(["reason"], (await Edit(plan, row, changed)).Refusal!.Errors.Keys);
        Assert.Null((await Edit(plan, row, changed with { Reason = "Hỏng loa" })).Refusal);
        Assert.Equal((12m, 10m, 2), (row.QuantityOn(new(2024, 9, 9)), row.QuantityOn(UnitWorld.Sep10), row.Quantities.Count));
        Assert.Equal("unit-plans.wrong-state", (await world.Rows.Remove(world.ReporterOfCaiKhe, plan.Id, row.Id, ExpectedVersion.Any, default)).Refusal!.Code);
        Assert.Equal("unit-plans.issued", (await Issue(plan, "13/KH-UBND")).Refusal!.Code);
        Assert.Equal(["draft", "add-row", "issue", "edit-row"], world.Store.History.Select(h => h.What));
    }

    [Fact]
    public async Task Seed_002_is_held_as_it_is()
    {
        var plan = await world.Draft(world.ReporterOfCaiKhe, "Tuyên truyền CCHC trên địa bàn huyện Cẩm Xuyên năm 2024");
        string[] titles =
        [
            "Duy trì và nâng cao chất lượng chuyên mục, chuyên đề tuyên truyền về CCHC trên sóng Truyền thanh - Truyền hình huyện",
            "Thực hiện tuyên truyền, hướng dẫn trực tiếp người dân trong việc sử dụng dịch vụ công trực tuyến, dịch vụ bưu chính công ích để nộp hồ sơ và nhập kết quả giải quyết TTHC",
        ];
        foreach (var (title, wording) in titles.Zip(["01 chương trình/tháng", null]))
            UnitWorld.Done(await world.Rows.Add(world.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Any, new UnitActivityOrder(title, QuantityWording: wording), default));
        UnitWorld.Done(await world.Desk.Issue(world.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Any, new UnitPlanNumber("167/KH-UBND", new(2024, 1, 12)), null, default));

        Assert.Equal(("167/KH-UBND", new DateOnly(2024, 1, 12)), (plan.Number, plan.IssuedOn));
        Assert.Equal(titles, plan.Activities.Select(a => a.Title));
        Assert.Equal(("01 chương trình/tháng", 12m, "chương trình"), (plan.Activities[0].QuantityWording, plan.Activities[0].QuantityOn(UnitWorld.Sep10), plan.Activities[0].Unit));
        Assert.Equal(("", null, ""), (plan.Activities[1].QuantityWording, plan.Activities[1].QuantityOn(UnitWorld.Sep10), plan.Activities[1].Unit));
    }

    [Fact]
    public async Task Seed_003_is_held_as_it_is_with_channels_and_no_quantity_at_all()
    {
        var year2023 = new UnitWorld(Given.Plan246(2023));
        var plan = await year2023.Draft(year2023.ReporterOfCaiKhe, "Tuyên truyền về hoạt động của Trung tâm Phục vụ hành chính công thành phố");
        string[] channels =
        [
            "Trên Cổng thông tin điện tử hoặc Trang thông tin chính thức của sở, ban, ngành, địa phương và các đoàn thể", "Xây dựng video ngắn, tuyên truyền lưu động bằng nội dung dễ tiếp cận",
            "Thông qua việc phát hành tờ gấp, pano, áp phích", "Tuyên truyền trên mạng xã hội: Facebook, Zalo, YouTube, tin nhắn SMS...",
            "Tuyên truyền trên Đài Phát thanh và Truyền hình thành phố, Báo Cần Thơ", "Thông qua tất cả các loại hình báo chí, phương tiện thông tin đại chúng",
        ];
        foreach (var channel in channels)
            UnitWorld.Done(await year2023.Rows.Add(year2023.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Any, new UnitActivityOrder(channel), default));
        UnitWorld.Done(await year2023.Desk.Issue(year2023.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Any, new UnitPlanNumber("31/KH-UBND", new(2023, 2, 20)), null, default));

        Assert.Equal(channels, plan.Activities.Select(a => a.Title));
        Assert.All(plan.Activities, a => Assert.Equal(("", "", 0, null), (a.QuantityWording, a.Unit, a.Quantities.Count, a.CityTargetId)));
        var view = UnitWorld.Done(await year2023.Reading.Find(Given.Leader, plan.Id, default));
        Assert.All(view.Activities, a => Assert.Null(view.PercentOf(a)));
    }

    [Fact]
    public async Task What_is_wrong_is_named_all_at_once()
    {
        var wrong = await world.Desk.Draft(Given.Coordinator, world.City.Id, new UnitPlanOrder(Guid.NewGuid(), " ", Note: "a\u0000b"), default);
        Assert.Equal(["agencyId", "note", "title"], wrong.Refusal!.Errors.Keys.Order());
        var plan = await world.Draft(world.ReporterOfCaiKhe);
        var row = await world.Rows.Add(world.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Any, new UnitActivityOrder("", Quantity: 0.00001m, Time: "a\nb", CityActivityId: Guid.NewGuid()), default);
        Assert.Equal(["cityActivityId", "quantity", "time", "title", "unit"], row.Refusal!.Errors.Keys.Order());
        Assert.Equal(["quantity"], (await world.Rows.Add(world.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Any, new UnitActivityOrder("x", Unit: "tin"), default)).Refusal!.Errors.Keys);
        Assert.Equal(["issuedOn", "number"], (await world.Desk.Issue(world.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Any, new UnitPlanNumber(" ", new(2024, 9, 11)), null, default)).Refusal!.Errors.Keys.Order());
        Assert.Equal(["draft"], world.Store.History.Select(h => h.What));
    }

    [Fact]
    public async Task An_activity_of_another_city_plan_is_refused()
    {
        var plan = await world.Draft(world.ReporterOfCaiKhe);
        var other = Given.Plan246(2025);

        var refused = await world.Rows.Add(world.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Any, new UnitActivityOrder("Tờ gấp", CityActivityId: other.Activities[0].Id), default);

        Assert.Equal(["cityActivityId"], refused.Refusal!.Errors.Keys);
        Assert.Empty(plan.Activities);
    }

    [Fact]
    public async Task One_agency_has_one_plan_per_city_plan_and_no_number_twice_in_a_year()
    {
        var plan = await world.Issued(world.ReporterOfCaiKhe);
        Assert.Equal("unit-plans.there", (await world.Desk.Draft(world.ReporterOfCaiKhe, world.City.Id, new UnitPlanOrder(null, "Thêm"), default)).Refusal!.Code);
        var elsewhere = new UnitPlan { PlanId = Guid.NewGuid(), AgencyId = world.CaiKhe.Id, Title = "Khác", Number = "20/kh-ubnd", IssuedOn = new(2024, 3, 1), Status = UnitPlanStatus.Issued };
        world.Store.Units.Add(elsewhere);
        Assert.Equal("unit-plans.number-taken", (await world.Desk.Issue(world.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Any, new UnitPlanNumber("20/KH-UBND", new(2024, 2, 1)), "Ghi nhầm", default)).Refusal!.Code);
        Assert.Null((await world.Desk.Issue(world.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Any, new UnitPlanNumber("20/KH-UBND", new(2023, 12, 29)), "Ghi nhầm", default)).Refusal);
    }

    [Fact]
    public async Task A_parent_is_the_issued_plan_of_the_agency_above_and_never_the_plan_itself()
    {
        var district = await world.Issued(Given.ReporterOfNinhKieu);
        var sibling = await world.Issued(Given.Person("x", world.AnHoa, Role.Reporter));
        var commune = await world.Draft(world.ReporterOfCaiKhe, parentId: district.Id);
        Assert.Equal(district.Id, commune.ParentId);

        Assert.Contains("chính nó", await Parent(commune, commune.Id), StringComparison.Ordinal);
        Assert.Contains("cấp trên trực tiếp", await Parent(commune, sibling.Id), StringComparison.Ordinal);
        Assert.Contains("Không có", await Parent(commune, Guid.NewGuid()), StringComparison.Ordinal);
        UnitWorld.Done(await world.Rows.Add(world.ReporterOfCaiKhe, commune.Id, ExpectedVersion.Any, new UnitActivityOrder("Loa"), default));
        UnitWorld.Done(await world.Desk.Issue(world.ReporterOfCaiKhe, commune.Id, ExpectedVersion.Any, new UnitPlanNumber("5/KH-UBND", new(2024, 2, 1)), null, default));
        Assert.Contains("cấp dưới", (await world.Desk.Edit(Given.ReporterOfNinhKieu, district.Id, ExpectedVersion.Any, new UnitPlanOrder(null, "x", commune.Id, Reason: "Thử"), default)).Refusal!.Errors["parentId"][0], StringComparison.Ordinal);
        var other = new UnitPlan { PlanId = Guid.NewGuid(), AgencyId = Given.NinhKieu.Id, Title = "Năm khác", Status = UnitPlanStatus.Issued };
        world.Store.Units.Add(other);
        Assert.Contains("cùng thực hiện", await Parent(commune, other.Id), StringComparison.Ordinal);
        Assert.Equal(district.Id, commune.ParentId);
    }

    [Fact]
    public async Task A_draft_is_not_there_for_others_and_an_issued_plan_is_read_but_not_changed()
    {
        var plan = await world.Draft(world.ReporterOfCaiKhe);
        foreach (var other in new[] { Given.ReporterOfNinhKieu, Given.Leader, Given.Administrator })
            Assert.Equal(RefusalKind.NotFound, (await world.Reading.Find(other, plan.Id, default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await world.Desk.Edit(Given.ReporterOfNinhKieu, plan.Id, ExpectedVersion.Any, new UnitPlanOrder(null, "x"), default)).Refusal!.Kind);
        Assert.Null((await world.Reading.Find(Given.Coordinator, plan.Id, default)).Refusal);
        UnitWorld.Done(await world.Rows.Add(Given.Coordinator, plan.Id, ExpectedVersion.Any, new UnitActivityOrder("Loa"), default));
        await Issue(plan, "1/KH-UBND");

        Assert.Empty(UnitWorld.Done(await world.Reading.Find(Given.ReporterOfNinhKieu, plan.Id, default)).Allowed);
        Assert.Equal(RefusalKind.NotAllowed, (await world.Desk.Edit(Given.ReporterOfNinhKieu, plan.Id, ExpectedVersion.Any, new UnitPlanOrder(null, "x"), default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await world.Desk.Draft(Given.ReporterOfNinhKieu, world.City.Id, new UnitPlanOrder(world.AnHoa.Id, "x"), default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await world.Desk.Draft(world.HeadOfCaiKhe, world.City.Id, new UnitPlanOrder(null, "x"), default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await world.Desk.Mark(world.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Any, true, default)).Refusal!.Kind);
    }

    [Fact]
    public async Task Of_two_who_edit_at_once_the_second_is_stale_and_a_missing_version_is_named()
    {
        var plan = await world.Draft(world.ReporterOfCaiKhe);
        Assert.Null((await world.Desk.Edit(world.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Of(1), new UnitPlanOrder(null, "Một"), default)).Refusal);

        Assert.Equal(RefusalKind.Stale, (await world.Desk.Edit(Given.Coordinator, plan.Id, ExpectedVersion.Of(1), new UnitPlanOrder(null, "Hai"), default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.VersionMissing, (await world.Rows.Add(world.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Missing, new UnitActivityOrder("x"), default)).Refusal!.Kind);
        Assert.Equal(("Một", 2), (plan.Title, plan.Version));
    }

    [Fact]
    public async Task Copying_keeps_links_and_quantities_brings_no_progress_and_twice_adds_nothing()
    {
        var model = await world.Issued(Given.ReporterOfNinhKieu, new UnitActivityOrder("Phát loa", "Loa phường", "12 số", CityActivityId: world.City.Activities[0].Id), new UnitActivityOrder("Ngày hội"));
        await world.Confirmed(model, model.Activities[0], 3, new(2024, 5, 1));
        var draft = await world.Draft(world.ReporterOfCaiKhe);
        Assert.Equal(["from"], (await Copy(draft, model.Id)).Refusal!.Errors.Keys);
        UnitWorld.Done(await world.Desk.Mark(Given.Coordinator, model.Id, ExpectedVersion.Any, true, default));

        UnitWorld.Done(await Copy(draft, model.Id));

        var view = UnitWorld.Done(await world.Reading.Find(world.ReporterOfCaiKhe, draft.Id, default));
        Assert.Equal([("Phát loa", world.City.Activities[0].Id, 12m), ("Ngày hội", null, null)], view.Activities.Select(a => (a.Title, a.CityActivityId, a.QuantityOn(UnitWorld.Sep10))));
        Assert.All(view.Activities, a => Assert.Equal(UnitDone.None, view.DoneOf(a)));
        Assert.Equal(world.City.Activities[0].Targets[0].Id, draft.Activities[0].CityTargetId);
        Assert.Equal("unit-plans.nothing-new", (await Copy(draft, model.Id)).Refusal!.Code);
        UnitWorld.Done(await Copy(draft, null));
        Assert.Equal(2 + world.City.Activities.Count, draft.Activities.Count);
        Assert.Equal("unit-plans.nothing-new", (await Copy(draft, null)).Refusal!.Code);
    }

    [Fact]
    public async Task A_wording_is_read_as_a_number_only_when_it_can_be_read_in_one_way()
    {
        var plan = await world.Draft(world.ReporterOfCaiKhe);
        foreach (var (wording, value) in new (string, decimal?)[] { ("04 cuộc", 4m), ("thường xuyên", null), ("02 tranh (phát hành 4.000 tờ)", null), ("1.5 tin", null), ("100% cơ quan", null) })
        {
            UnitWorld.Done(await world.Rows.Add(world.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Any, new UnitActivityOrder(wording, QuantityWording: wording), default));
            Assert.Equal((wording, value), (plan.Activities[^1].QuantityWording, plan.Activities[^1].QuantityOn(UnitWorld.Sep10)));
        }
    }

    private Task<Result<UnitPlan>> Issue(UnitPlan plan, string number) =>
        world.Desk.Issue(world.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Any, new UnitPlanNumber(number, new(2024, 1, 20)), null, default);

    private Task<Result<UnitPlan>> Edit(UnitPlan plan, UnitActivity row, UnitActivityOrder order) => world.Rows.Edit(world.ReporterOfCaiKhe, plan.Id, row.Id, ExpectedVersion.Any, order, default);

    private Task<Result<UnitPlan>> Copy(UnitPlan draft, Guid? from) => world.Rows.Copy(world.ReporterOfCaiKhe, draft.Id, ExpectedVersion.Any, from, default);

    private async Task<string> Parent(UnitPlan plan, Guid parent) =>
        (await world.Desk.Edit(world.ReporterOfCaiKhe, plan.Id, ExpectedVersion.Any, new UnitPlanOrder(null, "x", parent, Reason: "Thử"), default)).Refusal!.Errors["parentId"][0];
}
