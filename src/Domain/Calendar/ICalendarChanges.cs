using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Calendar;

/// <summary>Reads what calendars are drawn up from.</summary>
public interface ICalendarBook
{
    /// <summary>The regimes, by code.</summary>
    Task<IReadOnlyList<ReportingRegime>> Regimes(CancellationToken cancel);

    /// <summary>Holidays and weekend days worked instead, by day.</summary>
    Task<IReadOnlyList<Holiday>> Holidays(CancellationToken cancel);
}

/// <summary>Calendars inside a write.</summary>
public interface ICalendarChanges
{
    /// <summary>The period, tracked; null when not there.</summary>
    Task<ReportingPeriod?> Period(Guid id, CancellationToken cancel);

    /// <summary>Periods by id, for reading.</summary>
    Task<IReadOnlyList<ReportingPeriod>> Periods(IReadOnlyCollection<Guid> ids, CancellationToken cancel);

    /// <summary>The periods of a plan, for reading.</summary>
    Task<IReadOnlyList<ReportingPeriod>> OfPlan(Guid planId, CancellationToken cancel);

    /// <summary>Adds a period.</summary>
    void Add(ReportingPeriod period);

    /// <summary>Takes a period out.</summary>
    void Remove(ReportingPeriod period);

    /// <summary>Holidays, tracked.</summary>
    Task<IReadOnlyList<Holiday>> Holidays(CancellationToken cancel);

    /// <summary>Adds a holiday.</summary>
    void Add(Holiday holiday);

    /// <summary>Takes a holiday out.</summary>
    void Remove(Holiday holiday);
}
