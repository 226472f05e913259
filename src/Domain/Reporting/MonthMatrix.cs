using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reporting;

/// <summary>How a target stands at the end of a month, or today in the running one.</summary>
public enum MonthState
{
    /// <summary>Nothing is asked by then and nothing done.</summary>
    Nothing,
    /// <summary>Done to date is what is expected by then, or more.</summary>
    Met,
    /// <summary>Done to date is less than expected by then.</summary>
    Lacking,
    /// <summary>The month is still to come.</summary>
    Future,
    /// <summary>The target is not yet, or no longer, part of the plan.</summary>
    Outside,
}

/// <summary>A target in a month.</summary>
/// <param name="From">First day of the month within the plan's time.</param>
/// <param name="To">Last day.</param>
/// <param name="Done">Confirmed with countedOn in the month; of a percentage, points added.</param>
/// <param name="Expected">What the month adds to what is expected; null for a target without a number.</param>
/// <param name="ToDate">Confirmed by its last day, or today.</param>
/// <param name="ExpectedToDate">Expected by then; null for a target without a number.</param>
/// <param name="Entries">Confirmed entries of the month.</param>
/// <param name="State">How it stands.</param>
public sealed record MonthCell(
    DateOnly From, DateOnly To, decimal Done, decimal? Expected, decimal ToDate, decimal? ExpectedToDate, int Entries, MonthState State)
{
    /// <summary>How much is missing by then; 0 when nothing is.</summary>
    public decimal Gap => Math.Max(0, (ExpectedToDate ?? 0) - ToDate);
}

/// <summary>A target through the months.</summary>
public sealed record MonthRow(ActivityProgress Activity, TargetProgress Target, IReadOnlyList<MonthCell> Cells)
{
    /// <summary>How many months are over, or running, and short.</summary>
    public int Lacking => Cells.Count(c => c.State is MonthState.Lacking);

    /// <summary>Share of what is expected today that is done, at most 1; 1 when nothing is expected. What "worst first" goes by.</summary>
    public decimal Reached => Target.Figures.Expected is > 0 and var expected ? Math.Clamp(Target.Figures.ToDate / expected, 0, 1) : 1;
}

/// <summary>Activities by months: every target of a plan, done against expected.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="AsOf">The day of the figures.</param>
/// <param name="Months">First days of the months of the plan's time.</param>
/// <param name="Rows">A row per target, never added up.</param>
public sealed record MonthMatrix(Plan Plan, DateOnly AsOf, IReadOnlyList<DateOnly> Months, IReadOnlyList<MonthRow> Rows)
{
    /// <summary>Puts the matrix together.</summary>
    internal static MonthMatrix Of(Standing standing, DayTotals daily, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var plan = standing.Plan;
        var months = Starts(plan.From, plan.To).ToList();
        return new(plan, standing.AsOf, months,
        [
            .. standing.Activities.SelectMany(a => a.Targets.Select(t => new MonthRow(a, t, [.. months.Select(m => Cell(plan, a.Activity, t.Target, m, standing.AsOf, daily, agencies))]))),
        ]);
    }

    private static MonthCell Cell(
        Plan plan, Activity activity, Target target, DateOnly month, DateOnly asOf, DayTotals daily, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var from = month < plan.From ? plan.From : month;
        var to = month.AddMonths(1).AddDays(-1) is var end && end > plan.To ? plan.To : end;
        var day = to < asOf ? to : asOf;
        decimal DoneOn(DateOnly on) => daily.On(target.Id, on).Resolve(target, agencies, on).ToDate;
        decimal? ExpectedOn(DateOnly on) => target.Kind is TargetKind.Ongoing || target.VersionOn(on).Value is not { } value
            ? null : ExpectedToDate.Of(plan, activity, target, value, on);

        var before = from.AddDays(-1);
        var expected = ExpectedOn(to) is { } whole ? Math.Max(0, whole - (from == plan.From ? 0 : ExpectedOn(before) ?? 0)) : (decimal?)null;
        if (to < (activity.AddedOn ?? plan.From) || to < (target.OpenedOn ?? plan.From) || from >= (activity.CancelledOn ?? DateOnly.MaxValue) || from >= (target.ClosedOn ?? DateOnly.MaxValue))
            return new(from, to, 0, null, 0, null, 0, MonthState.Outside);
        if (from > asOf)
            return new(from, to, 0, expected, 0, null, 0, MonthState.Future);
        var (done, needed) = (DoneOn(day), ExpectedOn(day));
        // What counts before the plan's time (from its day of issue) belongs to its first month.
        var earlier = from == plan.From ? 0 : DoneOn(before);
        var first = from == plan.From ? DateOnly.MinValue : from;
        var state = done < (needed ?? 0) ? MonthState.Lacking : done == 0 && (needed ?? 0) == 0 ? MonthState.Nothing : MonthState.Met;
        return new(from, to, done - earlier, expected, done, needed, daily.EntriesIn(target.Id, first, day), state);
    }

    private static IEnumerable<DateOnly> Starts(DateOnly from, DateOnly to)
    {
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
            yield return month;
    }
}
