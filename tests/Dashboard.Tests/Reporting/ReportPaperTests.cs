using PlanTracker.Dashboard.Reporting;
using PlanTracker.Dashboard.Tests.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Tests.Reporting;

public sealed class ReportPaperTests
{
    [Fact]
    public async Task The_paper_shows_the_figures_of_the_report_and_a_dash_for_none()
    {
        var page = await Paper(PeriodKind.Quarter);
        var cells = page.QuerySelectorAll("tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToList()).ToList();

        Assert.Equal(["13a", "13b"], cells.Select(c => c[0]));
        Assert.Equal(["2", "1", "1", "50,0"], cells[0][4..8]);
        Assert.Equal(["-", "0", "0", "-"], cells[1][4..8]);
        Assert.Equal(15, page.QuerySelectorAll("thead th").Length);
    }

    [Fact]
    public async Task The_annual_paper_has_the_forecast_as_a_column_more()
    {
        var page = await Paper(PeriodKind.Year);

        Assert.Contains("Ước thực hiện cả năm", page.QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("16", page.QuerySelector("tfoot td")!.GetAttribute("colspan"));
    }

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> Paper(PeriodKind kind)
    {
        TargetFigures made = new(2, 2, 0, 1, 1, 0, 1, 50, 1, 2, ProgressStatus.OnTrack);
        TargetFigures open = new(null, null, 0, 0, 0, 0, null, null, null, null, ProgressStatus.Ongoing);
        var report = new PlanReport(
            Samples.Plan, new("2024-X", "Kỳ thử", new(2024, 6, 15), new(2024, 9, 14), kind), Samples.Today, ReportState.Preview,
            [Row("13a", made), Row("13b", open)], StatusCounts.Of([ProgressStatus.OnTrack]), ReportWording.DefaultLetterhead, 0);
        return Rendered.Page<ReportPaper>(new() { [nameof(ReportPaper.Report)] = report });
    }

    private static ReportRow Row(string label, TargetFigures figures) => new(
        13, label, Guid.CreateVersion7(), Guid.CreateVersion7(), "Tranh cổ động", "Tranh", "02 tranh (phát hành 4.000 tờ)", "tranh", figures,
        "Sở VH, TT và DL", "", "Trong năm 2024", false, "-", 0, 0, "");
}
