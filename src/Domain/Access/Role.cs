namespace PlanTracker.Domain.Access;

/// <summary>The six roles; one person may hold several.</summary>
public enum Role
{
    /// <summary>Quản trị hệ thống: accounts, agencies, settings, history; enters no figures.</summary>
    Administrator,
    /// <summary>Sở Nội vụ (tổng hợp): targets, confirming, periods, reports.</summary>
    Coordinator,
    /// <summary>Cán bộ báo cáo: drafts and submits its agency's entries.</summary>
    Reporter,
    /// <summary>Lãnh đạo đơn vị: approves its agency's reports and news; drafts nothing.</summary>
    Head,
    /// <summary>Sở Tài chính (thẩm định): appraises estimates.</summary>
    Finance,
    /// <summary>Lãnh đạo thành phố: reads everything that concerns figures; changes nothing.</summary>
    Leader,
}
