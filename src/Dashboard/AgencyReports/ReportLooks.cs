using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Obligations;

namespace PlanTracker.Dashboard.AgencyReports;

/// <summary>The signs and words of reports on screen.</summary>
internal static class ReportLooks
{
    public static string Icon(ObligationState state) => state switch
    {
        ObligationState.NotYetDue => "circle-dashed",
        ObligationState.Due => "calendar-due",
        ObligationState.Overdue => "alert-octagon-f",
        ObligationState.Submitted => "hourglass",
        ObligationState.Returned => "arrow-back-up",
        ObligationState.Accepted => "check",
        _ => "circle-minus",
    };

    public static string Css(ObligationState state) => state switch
    {
        ObligationState.NotYetDue => "s-notstarted",
        ObligationState.Due => "s-behind",
        ObligationState.Overdue => "s-overdue",
        ObligationState.Submitted => "s-pend",
        ObligationState.Returned => "s-returned",
        ObligationState.Accepted => "s-ontrack",
        _ => "s-plain",
    };

    public static string Icon(ChildState state) => state switch
    {
        ChildState.Accepted => "check",
        ChildState.Waiting => "hourglass",
        ChildState.Returned => "arrow-back-up",
        _ => "circle-dashed",
    };

    public static string Of(ReportStepKind kind) => kind switch
    {
        ReportStepKind.Submission => "Duyệt và gửi",
        ReportStepKind.Acceptance => "Tiếp nhận",
        _ => "Trả lại",
    };

    /// <summary>"hạn 16/9 (còn 6 ngày)".</summary>
    public static string Due(Obligation obligation, DateOnly today)
    {
        var days = obligation.DueOn.DayNumber - today.DayNumber;
        var left = days > 0 ? $"còn {days} ngày" : days == 0 ? "hôm nay" : $"quá {-days} ngày";
        return $"hạn {Words.ShortDay(obligation.DueOn)} ({left})";
    }

    /// <summary>Where an item that a figure is made of has its page.</summary>
    public static string? LinkOf(SourcedItem item) => item.Kind switch
    {
        EntryIndicators.Kind => $"/ket-qua/{item.Id}",
        NewsIndicators.Kind => $"/tin-bai/{item.Id}",
        _ => null,
    };

    /// <summary>Where a figure filled in beforehand comes from: "kết quả đã xác nhận", "tin, bài đã đăng".</summary>
    public static string SourceOf(IEnumerable<SourcedItem> items) => string.Join(" và ", items.Select(i => i.Kind).Distinct().Order(StringComparer.Ordinal)
        .Select(kind => kind == NewsIndicators.Kind ? "tin, bài đã đăng" : "kết quả đã xác nhận"));
}
