using System.Globalization;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Reporting;

/// <summary>What a target, or an activity, will come to by the end of the plan.</summary>
public enum OutlookKind
{
    /// <summary>Đã đạt.</summary>
    Reached,
    /// <summary>Ước đạt: at the pace so far.</summary>
    WillReach,
    /// <summary>Ước không đạt: at the pace so far, or its due day has passed.</summary>
    WillMiss,
    /// <summary>Chưa đủ số liệu: nothing to measure a pace by yet.</summary>
    TooEarly,
    /// <summary>Không dự báo: no number, or stopped.</summary>
    NotJudged,
}

/// <summary>The forecast of one target.</summary>
/// <param name="Kind">What it will come to.</param>
/// <param name="Forecast">Ước thực hiện cả năm, the figure of that name; null while nothing can be said.</param>
/// <param name="Missing">How much will be missing, in the target's unit; 0 when nothing, null while nothing can be said.</param>
/// <param name="Why">How it comes about, one sentence.</param>
public sealed record TargetOutlook(OutlookKind Kind, decimal? Forecast, decimal? Missing, string Why);

/// <summary>The forecast of an activity: of its targets.</summary>
public sealed record ActivityOutlook(ActivityProgress Activity, OutlookKind Kind, IReadOnlyList<TargetOutlook> Targets);

/// <summary>The forecast of a plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Activities">Its activities, in order.</param>
public sealed record PlanOutlook(Plan Plan, IReadOnlyList<ActivityOutlook> Activities)
{
    /// <summary>Activities that have reached every target, or will.</summary>
    public int Reach => Count(OutlookKind.Reached) + Count(OutlookKind.WillReach);

    /// <summary>Activities that will miss a target.</summary>
    public int Miss => Count(OutlookKind.WillMiss);

    /// <summary>Activities of which nothing can be said yet.</summary>
    public int TooEarly => Count(OutlookKind.TooEarly);

    /// <summary>Those that a forecast is asked of: ongoing and stopped ones have nothing to reach.</summary>
    public int Judged => Reach + Miss + TooEarly;

    /// <summary>"Dự báo đến 31/12: 8/15 hoạt động đạt chỉ tiêu, 4 không đạt, 3 chưa đủ số liệu."; null when there is nothing to forecast.</summary>
    public string? Sentence => Judged == 0 ? null
        : Reach + Miss == 0 ? $"Chưa đủ số liệu để dự báo đến {Day(Plan.To)}."
        : $"Dự báo đến {Day(Plan.To)}: {Number(Reach)}/{Number(Judged)} hoạt động đạt chỉ tiêu"
            + (Miss > 0 ? $", {Number(Miss)} không đạt" : "") + (TooEarly > 0 ? $", {Number(TooEarly)} chưa đủ số liệu" : "") + ".";

    /// <summary>The forecast of a plan's activities.</summary>
    public static PlanOutlook Of(Plan plan, IEnumerable<ActivityProgress> activities) => new(plan, [.. activities.Select(a => Outlooks.Of(plan, a))]);

    private int Count(OutlookKind kind) => Activities.Count(a => a.Kind == kind);

    private static string Day(DateOnly day) => day.ToString("d/M", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// The rule of the forecast. There is one figure, ước thực hiện cả năm (<see cref="Figures"/>): a target that is behind goes on at its pace so
/// far, measured by what the plan expected by the day (full weeks of a cadence, milestones, days), so a weekly page is judged by weeks and a
/// phased target by its milestones; one that keeps up reaches its value. It is said only when there is something to measure: not before a tenth of the
/// target's time has passed, and not of a target of which nothing is done and nothing expected.
/// </summary>
public static class Outlooks
{
    /// <summary>The share of a target's time, 1 in this many, that must have passed before its pace says anything.</summary>
    public const int LeastTimeIn = 10;

    /// <summary>The forecast of an activity: its worst target; what is not judged is left out unless all is so.</summary>
    public static ActivityOutlook Of(Plan plan, ActivityProgress activity)
    {
        var targets = activity.Targets.Select(t => Of(plan, activity, t)).ToList();
        OutlookKind[] worstFirst = [OutlookKind.WillMiss, OutlookKind.TooEarly, OutlookKind.WillReach, OutlookKind.Reached, OutlookKind.NotJudged];
        return new(activity, worstFirst.FirstOrDefault(k => targets.Exists(t => t.Kind == k), OutlookKind.NotJudged), targets);
    }

    /// <summary>The forecast of a target.</summary>
    public static TargetOutlook Of(Plan plan, ActivityProgress activity, TargetProgress target)
    {
        var f = target.Figures;
        if (f.Status is ProgressStatus.Ongoing or ProgressStatus.Cancelled)
            return new(OutlookKind.NotJudged, null, null, f.Status is ProgressStatus.Ongoing ? "Việc thường xuyên, không có số để dự báo." : "Đã dừng thực hiện, không dự báo.");
        var value = f.Value!.Value;
        if (f.Status is ProgressStatus.Completed)
            return new(OutlookKind.Reached, f.Forecast, 0, $"Đã đạt: {Amount(f.ToDate, value, target)}.");
        if (target.Target.Comparison is Comparison.AtMost)
            return f.ToDate > value
                ? new(OutlookKind.WillMiss, f.ToDate, 0, $"Đã vượt mức tối đa: {Amount(f.ToDate, value, target)}.")
                : new(OutlookKind.TooEarly, null, null, $"Chỉ tiêu tối đa: đến hạn {Day(activity.Activity.DueOn)} mới biết có vượt hay không.");
        if (f.Status is ProgressStatus.Overdue)
            return new(OutlookKind.WillMiss, f.Forecast, value - f.ToDate, $"Đã quá hạn {Day(activity.Activity.DueOn)}, mới được {Amount(f.ToDate, value, target)}.");
        if (f.Status is ProgressStatus.NotStarted)
            return new(OutlookKind.TooEarly, null, null, "Chưa có kết quả nào và kế hoạch chưa đòi hỏi: chưa đủ số liệu.");
        var first = ExpectedToDate.FirstDay(plan, activity.Activity, target.Target);
        var (elapsed, total) = (ExpectedToDate.Elapsed(first, plan.To, activity.AsOf), ExpectedToDate.Total(first, plan.To));
        if (elapsed * LeastTimeIn < total)
            return new(OutlookKind.TooEarly, null, null, $"Mới qua {elapsed}/{total} ngày: chưa đủ số liệu để tính nhịp thực hiện.");
        return f.Status is ProgressStatus.Behind
            ? new(OutlookKind.WillMiss, f.Forecast, value - f.Forecast, $"Giữ nhịp đến nay ({Show(f.ToDate)} so với {Show(f.Expected!.Value)} cần có) thì cả năm được {Amount(f.Forecast!.Value, value, target)}, thiếu {Show(value - f.Forecast.Value)}. {Needed(plan, activity, target)}")
            : new(OutlookKind.WillReach, f.Forecast, 0, $"Đang theo kịp mức cần có ({Show(f.ToDate)} so với {Show(f.Expected!.Value)}): giữ nhịp này thì đạt {Amount(f.Forecast!.Value, value, target)}.");
    }

    /// <summary>What it takes from the day on: "Muốn đạt cần 17 số trong 16 tuần còn lại."</summary>
    private static string Needed(Plan plan, ActivityProgress activity, TargetProgress target)
    {
        var (due, day, remaining) = (activity.Activity.DueOn, activity.AsOf, target.Figures.Remaining!.Value);
        var needs = $"Muốn đạt cần {Show(remaining)} {target.Target.Unit}".TrimEnd();
        if (target.Target.Cadence is { } cadence)
        {
            var first = ExpectedToDate.FirstDay(plan, activity.Activity, target.Target);
            var left = ExpectedToDate.FullSpans(cadence.Per, first, due, due) - ExpectedToDate.FullSpans(cadence.Per, first, due, day);
            return $"{needs} trong {left} {Span(cadence.Per)} còn lại.";
        }
        return $"{needs} trong {due.DayNumber - day.DayNumber} ngày còn lại.";
    }

    private static string Amount(decimal done, decimal value, TargetProgress target) => $"{Show(done)}/{Show(value)} {target.Target.Unit}".TrimEnd();

    private static string Span(CadencePer per) => per switch
    {
        CadencePer.Week => "tuần",
        CadencePer.Month => "tháng",
        _ => "quý",
    };

    private static string Show(decimal number) => VietnameseNumber.Show(number);

    private static string Day(DateOnly day) => day.ToString("d/M", CultureInfo.InvariantCulture);
}
