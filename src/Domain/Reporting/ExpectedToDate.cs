using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Reporting;

/// <summary>What a target should have reached by a day (cần có đến hôm nay).</summary>
public static class ExpectedToDate
{
    /// <summary>
    /// From the due day on, the whole target. Before it: phased, the last milestone reached; with a cadence, full spans inside the plan's
    /// time x count, capped at the target; above 1, floor(value x elapsed / total) in whole numbers; otherwise 0. What was added mid-year
    /// is expected from its own first day on.
    /// </summary>
    public static decimal Of(Plan plan, Activity activity, Target target, decimal value, DateOnly asOf)
    {
        if (target.Comparison is Comparison.AtMost)
            return 0;
        if (asOf >= activity.DueOn)
            return value;
        if (target.Milestones.Count > 0)
            return target.Milestones.Where(m => m.On <= asOf).OrderBy(m => m.On).LastOrDefault()?.Amount ?? 0;
        var first = FirstDay(plan, activity, target);
        if (target.Cadence is { } cadence)
            return Math.Min(value, cadence.Count * FullSpans(cadence.Per, first, plan.To, asOf));
        return value > 1 ? Math.Floor(value * Elapsed(first, plan.To, asOf) / Total(first, plan.To)) : 0;
    }

    /// <summary>The day a target is measured from: the plan's first, unless it was added later.</summary>
    public static DateOnly FirstDay(Plan plan, Activity activity, Target target)
    {
        var first = target.OpenedOn ?? activity.AddedOn ?? plan.From;
        return first < plan.From ? plan.From : first;
    }

    /// <summary>Days from the first to the day, both counted, held within 0 and the total.</summary>
    public static int Elapsed(DateOnly from, DateOnly to, DateOnly asOf) => Math.Clamp(asOf.DayNumber - from.DayNumber + 1, 0, Total(from, to));

    /// <summary>Days from the first to the last, both counted.</summary>
    public static int Total(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber + 1;

    /// <summary>How many spans lie wholly inside the plan's time and are over: a week is full when its Sunday is on or before the day.</summary>
    public static int FullSpans(CadencePer per, DateOnly from, DateOnly to, DateOnly asOf)
    {
        var count = 0;
        for (var start = FirstStart(per, from); ; start = Next(per, start))
        {
            var last = Next(per, start).AddDays(-1);
            if (last > to || last > asOf)
                return count;
            count++;
        }
    }

    private static DateOnly FirstStart(CadencePer per, DateOnly from)
    {
        if (per is CadencePer.Week)
            return from.AddDays(((int)DayOfWeek.Monday - (int)from.DayOfWeek + 7) % 7);
        var month = per is CadencePer.Month ? from.Month : ((from.Month - 1) / 3 * 3) + 1;
        var start = new DateOnly(from.Year, month, 1);
        return start < from ? Next(per, start) : start;
    }

    private static DateOnly Next(CadencePer per, DateOnly start) => per switch
    {
        CadencePer.Week => start.AddDays(7),
        CadencePer.Month => start.AddMonths(1),
        _ => start.AddMonths(3),
    };
}
