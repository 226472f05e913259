using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Reporting;
using static PlanTracker.Domain.Tests.Progress.EntrySteps;

namespace PlanTracker.Domain.Tests.Reporting;

/// <summary>What is frozen reads back as it was; what has changed since is said in words.</summary>
public sealed class FrozenReportTests
{
    private static readonly DateOnly Today = new(2024, 9, 20);

    [Fact]
    public async Task A_frozen_report_reads_back_and_writes_the_same_text_again()
    {
        var world = Memory(Today);
        world.Entries.Add(Confirmed(world, "12", new(2024, 5, 20), 5000.5m));
        var report = (await world.Reports.Whole(Given.Leader, world.PlanId, new("2024-Q3"), default, withEvents: true)).Value!;
        var text = FrozenReport.Write(report);

        var read = FrozenReport.Read(text);

        Assert.Equal(text, FrozenReport.Write(read));
        Assert.Equal(report.Rows.Select(r => r.Figures), read.Rows.Select(r => r.Figures));
        Assert.Equal(FrozenReport.TagOf(report), FrozenReport.TagOf(read));
    }

    [Fact]
    public async Task An_issued_report_stays_as_it_was_whatever_is_recorded_later()
    {
        var world = Memory(Today);
        world.Entries.Add(Confirmed(world, "12", new(2024, 5, 20), 5000));
        var issued = (await world.Reports.Whole(Given.Leader, world.PlanId, new("2024-H1"), default)).Value!;
        world.Shelf.Put(issued);

        world.Plan.Target("12").Versions.Add(new TargetVersion(1, 20_000, new(2024, 6, 1), new("120/KH-UBND", new(2024, 5, 30)), "Tăng"));
        world.Entries.Add(Confirmed(world, "12", new(2024, 6, 1), 100));
        var read = (await world.Reports.Report(Given.Leader, world.PlanId, new("2024-H1"), default)).Value!;

        Assert.Equal((ReportState.Issued, 15000m, 5000m), (read.State, read.Rows.Single(r => r.Label == "12").Figures.Value, read.Rows.Single(r => r.Label == "12").Figures.ToDate));
    }

    [Fact]
    public async Task A_correction_a_new_target_and_a_new_figure_are_said_as_changes_since_the_last_issued_report()
    {
        var world = Memory(Today);
        var wrong = Confirmed(world, "12", new(2024, 5, 20), 5000);
        world.Entries.Add(wrong);
        world.Shelf.Put((await world.Reports.Whole(Given.Leader, world.PlanId, new("2024-H1"), default)).Value!);
        world.Plan.Target("12").Versions.Add(new TargetVersion(1, 20_000, new(2024, 7, 1), new("120/KH-UBND", new(2024, 6, 28)), "Tăng"));
        var correction = Confirmed(world, "12", new(2024, 9, 5), -400);
        correction.Content = correction.Content with { CorrectsEntryId = wrong.Id, CorrectionReason = "Đếm lại" };
        world.Entries.Add(correction);

        var changes = (await world.Reports.Whole(Given.Leader, world.PlanId, new("2024-Q3"), default)).Value!.Content.Changes!;

        Assert.Contains("Dòng 12, HĐ 12: chỉ tiêu từ 15.000 thành 20.000 (lần 1, theo 120/KH-UBND, hiệu lực 01/07/2024).", changes.Rows.Select(ReportDifferences.Sentence));
        Assert.Contains("Dòng 12, HĐ 12: lũy kế từ 5.000 thành 4.600 (33,3% thành 23,0%).", changes.Rows.Select(ReportDifferences.Sentence));
        Assert.Contains("Dòng 12, HĐ 12: cập nhật điều chỉnh -400 số ngày 05/09/2024 (Điều chỉnh kết quả ngày 20/05/2024: Đếm lại).", changes.Rows.Select(ReportDifferences.Sentence));
    }

    [Fact]
    public async Task A_result_counted_later_than_it_was_done_is_said_in_its_row()
    {
        var world = Memory(Today);
        var late = Confirmed(world, "1", new(2024, 6, 12), 1);
        late.CountedOn = new(2024, 6, 15);
        world.Entries.Add(late);

        var row = (await world.Reports.Report(Given.Leader, world.PlanId, new("2024-Q3"), default)).Value!.Rows.Single(r => r.Label == "1");

        Assert.Equal(1, row.Figures.InPeriod);
        Assert.Contains("1 kết quả thực hiện trước ngày khóa số liệu", row.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_a_lead_has_its_rows_and_is_a_preview_even_after_issue()
    {
        var world = Memory(Today);
        world.Shelf.Put((await world.Reports.Whole(Given.Leader, world.PlanId, new("2024-H1"), default)).Value!);

        var report = (await world.Reports.Report(Given.Leader, world.PlanId, new("2024-H1") { LeadId = Given.SoVanHoa.Id }, default)).Value!;

        Assert.Equal((ReportState.Preview, Given.SoVanHoa.Id), (report.State, report.Scope!.AgencyId));
        Assert.Equal(["13a", "13b", "14", "15"], report.Rows.Select(r => r.Label));
        Assert.Equal(3, report.StatusCounts.Total);
    }

    [Fact]
    public async Task A_report_of_an_agency_and_of_a_lead_at_once_and_of_an_unknown_agency_are_refused()
    {
        var world = Memory(Today);

        var both = await world.Reports.Report(Given.Leader, world.PlanId, new("2024-H1") { LeadId = Given.SoVanHoa.Id, AgencyId = Given.SoVanHoa.Id }, default);
        var unknown = await world.Reports.Report(Given.Leader, world.PlanId, new("2024-H1") { AgencyId = Guid.NewGuid() }, default);

        Assert.Equal(["lead"], both.Refusal!.Errors.Keys);
        Assert.Equal(["agency"], unknown.Refusal!.Errors.Keys);
    }
}
