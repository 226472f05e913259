namespace PlanTracker.Domain.Reporting;

/// <summary>Status of a target or an activity, always shown as colour and word.</summary>
public enum ProgressStatus
{
    /// <summary>Hoàn thành.</summary>
    Completed,
    /// <summary>Đúng tiến độ.</summary>
    OnTrack,
    /// <summary>Chậm tiến độ.</summary>
    Behind,
    /// <summary>Quá hạn.</summary>
    Overdue,
    /// <summary>Chưa triển khai.</summary>
    NotStarted,
    /// <summary>Thường xuyên.</summary>
    Ongoing,
    /// <summary>Dừng thực hiện.</summary>
    Cancelled,
}
