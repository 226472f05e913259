using PlanTracker.Domain.Imports;
using PlanTracker.Domain.UnitPlans;

namespace PlanTracker.Domain.Tests.UnitPlans;

public sealed class UnitPlanImportTests
{
    private static readonly string[] Headers = ["Mã dòng", "Nội dung hoạt động", "Hình thức, kênh", "Số lượng, tần suất (nguyên văn)", "Số lượng cả năm", "Đơn vị tính", "Thời gian", "Hoạt động của thành phố"];

    private readonly UnitWorld world = new();

    private UnitPlanImport Import => new(world.Store, world.Store.Units, world.Store, world.Store.Clock);

    private ImportDesk Desk => new([Import], world.Store.Imports, world.Store.Imports, world.Store.Clock);

    [Fact]
    public async Task Rows_become_activities_and_the_same_file_twice_changes_nothing()
    {
        var plan = await world.Draft(world.ReporterOfCaiKhe);
        var file = Table(["", "Phát loa", "Loa phường", "01 chương trình/tháng", "", "", "Trong năm", "1"], ["", "Ngày hội", "", "", "", "", "", "Riêng của đơn vị"]);

        Assert.Equal(2, (await Send(plan, file)).Counts.New);
        var again = await Send(plan, file);

        Assert.Equal((0, 2), (again.Counts.New, again.Counts.Unchanged));
        Assert.Equal([("Phát loa", 12m, world.City.Activities[0].Id), ("Ngày hội", null, (Guid?)null)], plan.Activities.Select(a => (a.Title, a.QuantityOn(UnitWorld.Sep10), a.CityActivityId)));
        Assert.Equal(["draft", "import"], world.Store.History.Where(h => h.Entity == "unit-plan").Select(h => h.What));
    }

    [Fact]
    public async Task The_template_sent_back_changes_nothing_and_a_changed_row_changes_its_activity()
    {
        var plan = await world.Draft(world.ReporterOfCaiKhe);
        await Send(plan, Table(["", "Phát loa", "", "12 số", "", "", "", "1"]));
        var form = UnitWorld.Done(await Import.Template(world.ReporterOfCaiKhe, plan.Id, default));
        var rows = form.Rows.Where(r => r.Count > 1).Select(r => r.ToArray()).ToList();

        Assert.Equal(1, (await Send(plan, Table([.. rows]))).Counts.Unchanged);
        rows[0][4] = "15";
        Assert.Equal(1, (await Send(plan, Table([.. rows]))).Counts.Changed);
        Assert.Equal(15, Assert.Single(plan.Activities).QuantityOn(UnitWorld.Sep10));
    }

    [Fact]
    public async Task Wrong_rows_are_named_by_cell_and_nothing_is_written_unless_the_good_ones_are_asked_for()
    {
        var plan = await world.Draft(world.ReporterOfCaiKhe);
        var file = Table(["", "Tốt", "", "", "", "", "", ""], ["", "", "", "", "1.5", "tin", "", "99"], ["", "Thiếu đơn vị", "", "", "3", "", "", ""], ["", "Tốt", "", "", "", "", "", ""]);
        var job = await Checked(plan, file);
        var outcome = (await Desk.Outcome(world.ReporterOfCaiKhe, job.Id, default)).Value!;

        Assert.Equal((1, 3), (outcome.Counts.New, outcome.Counts.Wrong));
        Assert.Equal(["B3", "B5", "E3", "F4", "H3"], outcome.Rows.SelectMany(r => r.Errors).Select(e => e.Cell).Distinct().Order());
        Assert.Equal("unit-plans.import-refused", (await Desk.Decide(world.ReporterOfCaiKhe, job.Id, ImportMode.All, default)).Refusal!.Code);
        Assert.Empty(plan.Activities);
        UnitWorld.Done(await Desk.Decide(world.ReporterOfCaiKhe, job.Id, ImportMode.Good, default));
        UnitWorld.Done(await Desk.Apply(world.ReporterOfCaiKhe, job.Id, ImportMode.Good, null, default));
        Assert.Equal("Tốt", Assert.Single(plan.Activities).Title);
        Assert.Equal(3, UnitWorld.Done(await Desk.HandBack(world.ReporterOfCaiKhe, job.Id, default)).Rows.Count);
    }

    [Fact]
    public async Task An_issued_plan_and_a_foreign_draft_take_no_file()
    {
        var issued = await world.Issued(world.ReporterOfCaiKhe);
        Assert.Equal("unit-plans.wrong-state", (await Desk.Refuse(world.ReporterOfCaiKhe, UnitPlanImport.Kind, issued.Id, default))!.Code);
        var foreign = await world.Draft(Given.ReporterOfNinhKieu);
        Assert.Equal(RefusalKind.NotFound, (await Desk.Refuse(world.ReporterOfCaiKhe, UnitPlanImport.Kind, foreign.Id, default))!.Kind);
    }

    private static ImportTable Table(params string[][] rows) => new(Headers, [.. rows.Select((r, index) => new ImportRow(index + 2, r))]) { Sheet = "Hoạt động" };

    private async Task<ImportJob> Checked(UnitPlan plan, ImportTable table)
    {
        world.Store.Imports.Table = table;
        var job = UnitWorld.Done(await Desk.Take(world.ReporterOfCaiKhe, UnitPlanImport.Kind, plan.Id, "hoat-dong.xlsx", Array.Empty<byte>(), default));
        UnitWorld.Done(await Desk.Check(world.ReporterOfCaiKhe, job.Id, null, default));
        return job;
    }

    private async Task<ImportOutcome> Send(UnitPlan plan, ImportTable table)
    {
        var job = await Checked(plan, table);
        UnitWorld.Done(await Desk.Decide(world.ReporterOfCaiKhe, job.Id, ImportMode.All, default));
        return UnitWorld.Done(await Desk.Apply(world.ReporterOfCaiKhe, job.Id, ImportMode.All, null, default));
    }
}
