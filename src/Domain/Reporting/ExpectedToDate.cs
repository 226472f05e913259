using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Reporting;

/// <summary>What a target should have reached by a day (cần có đến hôm nay).</summary>
public static class ExpectedToDate
{
    /// <summary>
    /// From the due day on, the whole target. Before it: phased, the last milestone reached; with a cadence, full spans inside the plan's
    /// time x count, capped at the target; above 1, floor(value x elapsed / total) in whole numbers; otherwise 0.
    /// </summary>
    public static decimal Of(Plan plan, Activity activity, Target target, decimal value, DateOnly asOf)
    {
        if (target.Comparison is Comparison.AtMost)
            return 0;
        if (asOf >= activity.DueOn)
            return value;
        if (target.Milestones.Count > 0)
            return target.Milestones.Where(m => m.On <= asOf).OrderBy(m => m.On).LastOrDefault()?.Amount ?? 0;
        if (target.Cadence is { } cadence)
            return Math.Min(value, cadence.Count * FullSpans(cadence.Per, plan.From, plan.To, asOf));
        return value > 1 ? Math.Floor(value * Elapsed(plan, asOf) / Total(plan)) : 0;
    }

    /// <summary>Days from the plan's first to the day, both counted, held within 0 and the total.</summary>
    public static int Elapsed(Plan plan, DateOnly asOf) => Math.Clamp(asOf.DayNumber - plan.From.DayNumber + 1, 0, Total(plan));

    /// <summary>Days of the plan's time, both ends counted.</summary>
    public static int Total(Plan plan) => plan.To.DayNumber - plan.From.DayNumber + 1;

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
