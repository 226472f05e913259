using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Calendar;

/// <summary>A reporting regime (chế độ báo cáo): how the periods of a year are drawn up. Data; the periods made from it are a plan's own.</summary>
public sealed class ReportingRegime
{
    /// <summary>Code: <c>CCHC</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Its periods in the order of a year.</summary>
    public List<RegimePeriod> Periods { get; init; } = [];

    /// <summary>The periods of a report year, for a plan.</summary>
    public IEnumerable<ReportingPeriod> PeriodsOf(Guid planId, int year, WorkingDays days) => Periods.Select(p => p.Of(planId, Code, year, days));
}

/// <summary>A day of a report year: year 0 is the report year itself, -1 the one before; a day beyond the end of its month is the last of it.</summary>
public sealed record YearDay(int Year, int Month, int Day)
{
    /// <summary>The day of a report year.</summary>
    public DateOnly Of(int year) => new(year + Year, Month, Math.Min(Day, DateTime.DaysInMonth(year + Year, Month)));
}

/// <summary>One period of a regime.</summary>
/// <param name="Suffix">What follows the year in its code: <c>Q3</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">Kind.</param>
/// <param name="From">First day.</param>
/// <param name="To">Cut-off, inclusive.</param>
/// <param name="DueAfter">Days from cut-off to due day, by level; a level that is not named owes no report.</param>
public sealed record RegimePeriod(
    string Suffix, string Name, PeriodKind Kind, YearDay From, YearDay To, IReadOnlyDictionary<string, int> DueAfter)
{
    /// <summary>
    /// The period of a year. Where the earliest due day would not be lawful, all move on by as many days as make it so, as the Ministry's
    /// calendar does for 6 tháng 2024 (17, 18, 19/6).
    /// </summary>
    public ReportingPeriod Of(Guid planId, string regime, int year, WorkingDays days)
    {
        var to = To.Of(year);
        var first = DueAfter.Count == 0 ? 0 : DueAfter.Values.Min();
        var shift = DueAfter.Count == 0 ? 0 : Math.Max(0, days.FirstAfter(to).DayNumber - to.AddDays(first).DayNumber);
        return new ReportingPeriod
        {
            PlanId = planId,
            Regime = regime,
            Code = $"{year:0000}-{Suffix}",
            Name = Name,
            From = From.Of(year),
            To = to,
            Kind = Kind,
            DueDates = [.. DueAfter.Select(d => new PeriodDueDate(d.Key, to.AddDays(d.Value + shift)))],
        };
    }
}
