using PlanTracker.Domain.Jobs;

namespace PlanTracker.Domain.Reporting;

/// <summary>The steps of making a report, as told to who waits for it.</summary>
internal static class ReportSteps
{
    // Figures, eight parts, writing, keeping: the parts take about the same time each.
    private const int Total = 11;

    public static JobStep Figures { get; } = new("Đang tổng hợp số liệu", 0, Total);

    public static JobStep BothFiles { get; } = new("Đang ghi tệp Excel và tệp Word", Total - 2, Total);

    public static JobStep Keeping { get; } = new("Đang lưu báo cáo đã ban hành", Total - 1, Total);

    public static JobStep Writing(ReportFormat format) => new(format is ReportFormat.Excel ? "Đang ghi tệp Excel" : "Đang ghi tệp Word", Total - 2, Total);

    public static JobStep Of(IReportPart part, int before) => new($"Đang lập {NameOf(part)}", before + 1, Total);

    private static string NameOf(IReportPart part) => part switch
    {
        AgencyReportsPart => "Phụ lục II",
        EventsPart => "Phụ lục III",
        MoneyPart => "Phụ lục IV",
        LatePart => "Phụ lục V",
        Difficulties.DifficultiesPart => "Phụ lục VI",
        NewsPart => "Phụ lục VII",
        Tasks.TasksPart => "phần nhiệm vụ",
        Inspections.InspectionsPart => "phần kiểm tra",
        _ => "các phụ lục",
    };
}
