using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Reporting;

/// <summary>The figures of one target on one day: the one definition that page, API and workbook show.</summary>
/// <param name="Value">Target in force; null when it has no number.</param>
/// <param name="PlannedValue">The plan's own value (version 0).</param>
/// <param name="VersionNumber">Version in force.</param>
/// <param name="InPeriod">Confirmed in the period; may be negative after a correction.</param>
/// <param name="ToDate">Confirmed up to the day.</param>
/// <param name="Pending">Submitted up to the day, shown apart.</param>
/// <param name="Expected">What should be done by the day; null without a number.</param>
/// <param name="RawPercent">toDate / value x 100, unrounded; null without a number or with a target of 0.</param>
/// <param name="Remaining">max(0, value - toDate); null without a number.</param>
/// <param name="Forecast">Ước thực hiện cả năm; null without a number.</param>
/// <param name="Status">Status on the day.</param>
public sealed record TargetFigures(
    decimal? Value, decimal? PlannedValue, int VersionNumber, decimal InPeriod, decimal ToDate, decimal Pending, decimal? Expected,
    decimal? RawPercent, decimal? Remaining, decimal? Forecast, ProgressStatus Status)
{
    /// <summary>Percent, one decimal, half away from zero; over 100 shown as it is.</summary>
    public decimal? Percent => Figures.Round(RawPercent);

    /// <summary>How much is missing today; 0 when nothing is.</summary>
    public decimal Gap => Math.Max(0, (Expected ?? 0) - ToDate);
}

/// <summary>Turns totals into figures. Pure: the same input gives the same figure on every front.</summary>
public static class Figures
{
    /// <summary>The figures of a target of an activity of a plan, on a day, from its totals.</summary>
    public static TargetFigures Of(Plan plan, Activity activity, Target target, DateOnly asOf, Progress.TargetTotals totals)
    {
        var version = target.VersionOn(asOf);
        var value = target.Kind is TargetKind.Ongoing ? null : version.Value;
        var planned = target.Versions.MinBy(v => v.Number)?.Value;
        var expected = value is { } number ? ExpectedToDate.Of(plan, activity, target, number, asOf) : (decimal?)null;
        var status = StatusOf(activity, target, value, expected, totals.ToDate, asOf);
        return new(value, planned, version.Number, totals.InPeriod, totals.ToDate, totals.Pending, expected,
            value is null or 0 ? null : totals.ToDate / value * 100,
            value is null ? null : Math.Max(0, value.Value - totals.ToDate),
            value is null ? null : Forecast(status, totals.ToDate, value.Value, expected!.Value),
            status);
    }

    /// <summary>One decimal, half away from zero (never the default of .NET).</summary>
    public static decimal? Round(decimal? percent) =>
        percent is { } value ? Math.Round(value, 1, MidpointRounding.AwayFromZero) : null;

    /// <summary>Percent of an activity, unrounded: the mean of its targets' percents, each capped at 100; null when none has a number.</summary>
    public static decimal? RawPercentOf(IEnumerable<TargetFigures> targets) =>
        Mean(targets.Where(t => t.RawPercent is not null).Select(t => Math.Min(100, t.RawPercent!.Value)));

    /// <summary>The mean; null of nothing.</summary>
    public static decimal? Mean(IEnumerable<decimal> values)
    {
        var all = values.ToList();
        return all.Count == 0 ? null : all.Sum() / all.Count;
    }

    /// <summary>Status of an activity: its worst target; Ongoing and Cancelled are left out unless all are so.</summary>
    public static ProgressStatus StatusOf(IReadOnlyCollection<ProgressStatus> targets)
    {
        var counted = targets.Where(s => s is not (ProgressStatus.Ongoing or ProgressStatus.Cancelled)).ToHashSet();
        if (counted.Count == 0)
            return targets.Contains(ProgressStatus.Ongoing) ? ProgressStatus.Ongoing : ProgressStatus.Cancelled;
        if (counted.SetEquals([ProgressStatus.Completed, ProgressStatus.NotStarted]))
            return ProgressStatus.OnTrack;
        ProgressStatus[] worstFirst =
            [ProgressStatus.Overdue, ProgressStatus.Behind, ProgressStatus.OnTrack, ProgressStatus.NotStarted, ProgressStatus.Completed];
        return worstFirst.First(counted.Contains);
    }

    private static ProgressStatus StatusOf(
        Activity activity, Target target, decimal? value, decimal? expected, decimal toDate, DateOnly asOf)
    {
        if (IsCancelled(activity, target, asOf))
            return ProgressStatus.Cancelled;
        if (value is null)
            return ProgressStatus.Ongoing;
        if (IsMet(target.Comparison, value.Value, toDate, asOf > activity.DueOn))
            return ProgressStatus.Completed;
        if (asOf > activity.DueOn)
            return ProgressStatus.Overdue;
        if (target.Comparison is Comparison.AtMost ? toDate > value : toDate < expected)
            return ProgressStatus.Behind;
        return toDate == 0 && expected == 0 ? ProgressStatus.NotStarted : ProgressStatus.OnTrack;
    }

    private static bool IsCancelled(Activity activity, Target target, DateOnly asOf) => activity.CancelledOn <= asOf || target.ClosedOn <= asOf;

    private static bool IsMet(Comparison comparison, decimal value, decimal toDate, bool duePassed) =>
        comparison is Comparison.AtMost ? duePassed && toDate <= value : toDate >= value;

    private static decimal Forecast(ProgressStatus status, decimal toDate, decimal value, decimal expected) => status switch
    {
        ProgressStatus.Behind when expected > 0 => Math.Floor(toDate * value / expected),
        ProgressStatus.Behind or ProgressStatus.Overdue or ProgressStatus.Cancelled => toDate,
        _ => Math.Max(value, toDate),
    };
}
