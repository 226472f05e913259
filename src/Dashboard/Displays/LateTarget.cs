using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Displays;

/// <summary>A row under "Cần chỉ đạo" on the screen.</summary>
internal sealed record LateTarget(ActivityProgress Activity, TargetProgress Target, DateOnly AsOf)
{
    /// <summary>What is overdue first, then what is furthest behind.</summary>
    public static IReadOnlyList<LateTarget> Of(Overview overview) =>
    [
        .. overview.Activities.SelectMany(a => a.Targets.Select(t => new LateTarget(a, t, overview.AsOf)))
            .Where(r => r.Target.Figures.Status is ProgressStatus.Behind or ProgressStatus.Overdue)
            .OrderBy(r => r.Target.Figures.Status is ProgressStatus.Overdue ? 0 : 1).ThenBy(r => r.Target.Figures.RawPercent ?? 0).ThenBy(r => r.Activity.Activity.Order),
    ];

    /// <summary>"Tranh cổ động: phát hành".</summary>
    public string Name =>
        Activity.Activity.ShortTitle + (Target.Target.Part is { } part ? $": {part.ToLower(System.Globalization.CultureInfo.CurrentCulture)}" : "");

    /// <summary>"quá hạn 10 ngày (31/8)" or "thiếu 2.409 tờ".</summary>
    public string Missing => Target.Figures.Status is ProgressStatus.Overdue
        ? $"quá hạn {AsOf.DayNumber - Activity.Activity.DueOn.DayNumber} ngày ({Words.ShortDay(Activity.Activity.DueOn)})"
        : $"thiếu {Words.Number(Target.Figures.Gap)} {Target.Target.Unit}";
}
