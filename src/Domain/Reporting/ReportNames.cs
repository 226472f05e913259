namespace PlanTracker.Domain.Reporting;

/// <summary>Names of a report's files.</summary>
public static class ReportNames
{
    /// <summary>"Báo cáo 246-KH-UBND 2024-Q3.xlsx"; of an agency, with its name.</summary>
    public static string File(PlanReport report, ReportFormat format, bool sectionOnly = false)
    {
        var of = report.Scope is { } scope ? $" {scope.Name}" : "";
        var part = sectionOnly ? " (phần đưa vào báo cáo CCHC)" : "";
        return $"Báo cáo {report.Plan.Number.Replace('/', '-')} {report.Period.Code}{of.Replace('/', '-')}{part}.{(format is ReportFormat.Excel ? "xlsx" : "docx")}";
    }
}
