namespace PlanTracker.Domain.AgencyReports;

/// <summary>Words of agency reports.</summary>
public static class ReportWords
{
    /// <summary>"Đã tiếp nhận".</summary>
    public static string NameOf(AgencyReportStatus status) => status switch
    {
        AgencyReportStatus.Draft => "Bản nháp",
        AgencyReportStatus.Submitted => "Đã gửi",
        AgencyReportStatus.Returned => "Trả lại",
        _ => "Đã tiếp nhận",
    };

    /// <summary>"chờ tiếp nhận".</summary>
    public static string NameOf(ChildState state) => state switch
    {
        ChildState.Accepted => "đã tiếp nhận",
        ChildState.Waiting => "chờ tiếp nhận",
        ChildState.Returned => "đã trả lại, chờ gửi lại",
        _ => "chưa gửi",
    };

    /// <summary>"cộng dồn".</summary>
    public static string NameOf(OverTime overTime) => overTime switch
    {
        OverTime.Sum => "cộng dồn",
        OverTime.Latest => "lấy số mới nhất",
        _ => "lấy số lớn nhất",
    };

    /// <summary>A part or an indicator by its field.</summary>
    public static string NameOf(string field, IReadOnlyList<ReportFigure> figures) =>
        ReportParts.All.FirstOrDefault(p => p.Field == field)?.Name ?? figures.FirstOrDefault(f => ReportRules.FieldOf(f.Code) == field)?.Name ?? field;
}
