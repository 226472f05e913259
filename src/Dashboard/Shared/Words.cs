using System.Globalization;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Shared;

/// <summary>The words and signs of statuses, roles and days on screen; every status has a word, an icon and a class.</summary>
internal static class Words
{
    public static readonly IReadOnlyList<ProgressStatus> StatusOrder =
    [
        ProgressStatus.Completed, ProgressStatus.OnTrack, ProgressStatus.Behind, ProgressStatus.Overdue, ProgressStatus.NotStarted,
        ProgressStatus.Ongoing, ProgressStatus.Cancelled,
    ];

    public static string Of(ProgressStatus status) => StatusWords.NameOf(status);

    public static string Icon(ProgressStatus status) => status switch
    {
        ProgressStatus.Completed => "circle-check-f",
        ProgressStatus.OnTrack => "circle-arrow-right",
        ProgressStatus.Behind => "alert-triangle",
        ProgressStatus.Overdue => "alert-octagon-f",
        ProgressStatus.NotStarted => "circle-dashed",
        ProgressStatus.Ongoing => "infinity",
        _ => "circle-minus",
    };

    public static string Css(ProgressStatus status) => status switch
    {
        ProgressStatus.Completed => "s-done",
        ProgressStatus.OnTrack => "s-ontrack",
        ProgressStatus.Behind => "s-behind",
        ProgressStatus.Overdue => "s-overdue",
        _ => "s-notstarted",
    };

    public static string Icon(EntryStatus status) => status switch
    {
        EntryStatus.Draft => "pencil",
        EntryStatus.Submitted => "hourglass",
        EntryStatus.Confirmed => "check",
        EntryStatus.Returned => "arrow-back-up",
        _ => "circle-minus",
    };

    public static string Css(EntryStatus status) => status switch
    {
        EntryStatus.Submitted => "s-pend",
        EntryStatus.Confirmed => "s-ontrack",
        EntryStatus.Returned => "s-returned",
        _ => "s-plain",
    };

    public static string Of(EntryStepKind kind) => kind switch
    {
        EntryStepKind.Submission => "Gửi xác nhận",
        EntryStepKind.Confirmation => "Xác nhận",
        EntryStepKind.Return => "Trả lại",
        _ => "Rút",
    };

    public static string Of(Role role) => RoleWords.NameOf(role);

    public static string Of(AccountState state) => state switch
    {
        AccountState.Active => "Đang dùng",
        AccountState.Disabled => "Ngừng sử dụng",
        AccountState.Locked => "Tạm khóa",
        _ => "Chưa kích hoạt",
    };

    public static string Icon(AccountState state) => state switch
    {
        AccountState.Active => "check",
        AccountState.Disabled => "circle-minus",
        AccountState.Locked => "lock",
        _ => "hourglass",
    };

    public static string Css(AccountState state) => state switch
    {
        AccountState.Active => "s-ontrack",
        AccountState.Locked => "s-returned",
        AccountState.Invited => "s-pend",
        _ => "s-plain",
    };

    public static string Of(AgencyLevel level) => LevelWords.NameOf(level);

    public static string Of(FundingSource source) => FundingWords.NameOf(source);

    /// <summary>10/09/2024.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>10/9, for places where the year is said nearby.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d/M", CultureInfo.InvariantCulture);

    /// <summary>The day in Vietnam of an instant.</summary>
    public static string Day(DateTime instant) => Day(BusinessClock.DayOf(instant));

    /// <summary>The day and minute in Vietnam of an instant.</summary>
    public static string Instant(DateTime instant) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), BusinessClock.Vietnam).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>10:32, in Vietnam.</summary>
    public static string Minute(DateTime instant) => Instant(instant)[..5];

    /// <summary>A number, or "–" for nothing known.</summary>
    public static string Number(decimal? number) => number is { } n ? VietnameseNumber.Show(n) : "–";
}
