using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>Which periods a figure of the year is put together from. Periods overlap (Quý I lies in 6 tháng), so that they are not simply added.</summary>
public static class PeriodChain
{
    /// <summary>
    /// The periods of the same regime that together reach from the beginning of its year to the day before this one, without overlapping and
    /// the longest ones first chosen, in the order of time. None for a period that itself reaches back to the beginning.
    /// </summary>
    public static IReadOnlyList<ReportingPeriod> Before(ReportingPeriod period, IReadOnlyList<ReportingPeriod> periods)
    {
        var year = periods.Where(p => p.Regime == period.Regime && p.Kind is PeriodKind.Year && p.From <= period.From && period.To <= p.To)
            .MinBy(p => p.From);
        var chain = new List<ReportingPeriod>();
        for (var from = period.From; year is not null && from > year.From;)
        {
            var last = from.AddDays(-1);
            if (periods.Where(p => p.Regime == period.Regime && p.To == last && p.From >= year.From).MinBy(p => p.From) is not { } before)
                break;
            chain.Insert(0, before);
            from = before.From;
        }
        return chain;
    }

    /// <summary>The last period of the regime that ended before this one does; what a figure is compared with. Null for the first.</summary>
    public static ReportingPeriod? Last(ReportingPeriod period, IReadOnlyList<ReportingPeriod> periods) =>
        periods.Where(p => p.Regime == period.Regime && p.Id != period.Id && p.To < period.To && p.Kind is not PeriodKind.Custom)
            .OrderBy(p => p.To).ThenByDescending(p => p.From).LastOrDefault();

    /// <summary>Whether one year of the regime contains both.</summary>
    public static bool AreOfOneYear(ReportingPeriod one, ReportingPeriod other, IReadOnlyList<ReportingPeriod> periods) => periods.Any(y =>
        y.Regime == one.Regime && y.Kind is PeriodKind.Year && y.From <= one.From && y.From <= other.From && one.To <= y.To && other.To <= y.To);
}
