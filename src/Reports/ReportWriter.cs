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
        return WorkbookFile.Write(TitleOf(report), report.Letterhead.IssuingBody, marks, styles, [AppendixOne.Build(report, styles)]);
    }

    /// <inheritdoc/>
    public byte[] Document(PlanReport report, bool sectionOnly = false) => Word.ReportDocument.Write(report, sectionOnly);

    private static string TitleOf(PlanReport report) =>
        $"Báo cáo {PeriodWording.InSentence(PeriodWording.Subject(report.Plan))} - {PeriodWording.Period(report.Plan, report.Period)}";
}
