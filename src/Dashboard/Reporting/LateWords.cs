using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Reporting;

/// <summary>A target that is behind or overdue (chậm tiến độ, quá hạn), in words.</summary>
internal static class LateWords
{
    /// <summary>"Tranh cổ động: phát hành".</summary>
    public static string NameOf(ActivityProgress activity, TargetProgress target) =>
        activity.Activity.ShortTitle + (target.Target.Part is { } part ? $": {part.ToLower(System.Globalization.CultureInfo.CurrentCulture)}" : "");

    /// <summary>"quá hạn 10 ngày (31/8)" or "thiếu 2.409 tờ".</summary>
    public static string MissingOf(ActivityProgress activity, TargetProgress target) => target.Figures.Status is ProgressStatus.Overdue
        ? $"quá hạn {activity.AsOf.DayNumber - activity.Activity.DueOn.DayNumber} ngày ({Words.ShortDay(activity.Activity.DueOn)})"
        : $"thiếu {Words.Number(target.Figures.Gap)} {target.Target.Unit}";
}
