using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Reporting;

/// <summary>A point of the curve of plan against actual.</summary>
/// <param name="On">The day: the last of a month, the plan's last, or the day of the figures.</param>
/// <param name="Planned">What should be done by the day (cần có).</param>
/// <param name="Actual">Confirmed up to the day; null after the day of the figures.</param>
/// <param name="Forecast">From the day of the figures on, what the whole year's forecast makes likely; null before it.</param>
public sealed record CurvePoint(DateOnly On, decimal Planned, decimal? Actual, decimal? Forecast);

/// <summary>The S-curve of a target: planned, done, likely. Pure: every point is the figure of its day.</summary>
public static class ProgressCurve
{
    /// <summary>
    /// The points of a target up to the end of the plan, from totals of any day. None for a target without a number, one that is not to be
    /// exceeded, and one of at most 1: a sentence says more.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="figures">The target with its figures of the day.</param>
    /// <param name="asOf">The day of the figures.</param>
    /// <param name="doneOn">Confirmed at the end of a day.</param>
    public static IReadOnlyList<CurvePoint> Of(
        Plan plan, Activity activity, TargetProgress figures, DateOnly asOf, Func<DateOnly, decimal> doneOn)
    {
        var target = figures.Target;
        if (figures.Figures.Value is not > 1 || target.Comparison is Comparison.AtMost)
            return [];
        var last = asOf < plan.To ? asOf : plan.To;
        var forecast = figures.Figures.Status is ProgressStatus.Cancelled ? null : figures.Figures.Forecast;
        return
        [
            .. Days(ExpectedToDate.FirstDay(plan, activity, target), plan.To, asOf).Select(day => new CurvePoint(
                day, ExpectedToDate.Of(plan, activity, target, target.VersionOn(day).Value ?? 0, day),
                day <= last ? doneOn(day) : null,
                forecast is { } end && day >= last && last < plan.To ? Likely(figures.Figures.ToDate, last, end, plan.To, day, target.AllowsDecimals) : null)),
        ];
    }

    /// <summary>
    /// What is likely by a day between today and the last: an even pace from what is done to the year's forecast (ước thực hiện cả năm), in whole
    /// units unless the unit has parts. The one place where the forecast is spread over days.
    /// </summary>
    /// <param name="done">Confirmed today.</param>
    /// <param name="today">The day of the figures.</param>
    /// <param name="forecast">What is likely on the last day.</param>
    /// <param name="last">The last day, after today.</param>
    /// <param name="day">The day asked for, from today on.</param>
    /// <param name="parts">Whether the unit has parts: one decimal then.</param>
    public static decimal Likely(decimal done, DateOnly today, decimal forecast, DateOnly last, DateOnly day, bool parts)
    {
        if (day >= last)
            return forecast;
        var likely = done + ((forecast - done) * (day.DayNumber - today.DayNumber) / (last.DayNumber - today.DayNumber));
        return parts ? Math.Round(likely, 1, MidpointRounding.AwayFromZero) : Math.Floor(likely);
    }

    /// <summary>The last days of months within the time, the last day of it, and the day of the figures where it lies inside.</summary>
    private static SortedSet<DateOnly> Days(DateOnly from, DateOnly to, DateOnly asOf)
    {
        var days = new SortedSet<DateOnly> { to };
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
        {
            if (month.AddMonths(1).AddDays(-1) is var end && end < to)
                days.Add(end);
        }
        if (asOf >= from && asOf <= to)
            days.Add(asOf);
        return days;
    }
}
