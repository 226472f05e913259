using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Calendar;

/// <summary>What is locked (rule of locks): all days up to the latest cut-off of a report that is issued and not reopened.</summary>
public static class PeriodLocks
{
    /// <summary>The last locked day of a plan; null when none is.</summary>
    public static async Task<DateOnly?> LockedUntil(this IReportArchive archive, Guid planId, CancellationToken cancel) =>
        (await archive.Of(planId, cancel)).Where(r => r.State is ReportState.Issued).Select(r => (DateOnly?)r.To).Max();
}
