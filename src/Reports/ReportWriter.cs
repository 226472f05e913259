using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Appendices;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports;

/// <summary>Writes a report as an .xlsx workbook in the form of Nghị định 30/2020/NĐ-CP. Every figure is the report's own: nothing is added up.</summary>
public sealed class ReportWriter : IReportWriter
{
    /// <inheritdoc/>
    public byte[] Workbook(PlanReport report)
    {
        var styles = new StyleBook();
        var marks = new PageMarks(report.Plan.IsSample, report.State is not ReportState.Issued);
        return WorkbookFile.Write(TitleOf(report), report.Letterhead.IssuingBody, marks, styles, [.. Sheets(report, styles)]);
    }

    /// <inheritdoc/>
    public byte[] Document(PlanReport report, bool sectionOnly = false) => Word.ReportDocument.Write(report, sectionOnly);

    /// <summary>Phụ lục I always; the others when there is data for them.</summary>
    private static IEnumerable<FinishedSheet> Sheets(PlanReport report, StyleBook styles)
    {
        var content = report.Content;
        yield return AppendixOne.Build(report, styles);
        if (content.Agencies is { } agencies)
            yield return AppendixTwo.Build(report, agencies, styles);
        if (content.Events is { } events)
            yield return AppendixThree.Build(report, events, styles);
        if (content.Money is { } money)
            yield return AppendixFour.Build(report, money, styles);
        if (content.Late is { } late)
            yield return AppendixFive.Build(report, late, styles);
        if (content.Difficulties is { } difficulties)
            yield return AppendixSix.Build(report, difficulties, styles);
        if (content.News is { } news)
            yield return AppendixSeven.Build(report, news, styles);
        if (content.Tasks is { } tasks)
            yield return TasksSheet.Build(report, tasks, styles);
        if (content.Inspections is { } inspections)
            yield return InspectionsSheet.Build(report, inspections, styles);
        if (content.Changes is { } changes)
            yield return ChangesSheet.Build(report, changes, styles);
    }

    private static string TitleOf(PlanReport report) =>
        $"Báo cáo {PeriodWording.InSentence(PeriodWording.Subject(report.Plan))} - {PeriodWording.Period(report.Plan, report.Period)}";
}
