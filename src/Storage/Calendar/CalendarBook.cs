using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Storage.Calendar;

/// <summary>Reads regimes and holidays.</summary>
internal sealed class CalendarBook(IDbContextFactory<PlanDb> factory) : ICalendarBook
{
    public async Task<IReadOnlyList<ReportingRegime>> Regimes(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Regimes.AsNoTracking().OrderBy(r => r.Code).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<Holiday>> Holidays(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Holidays.AsNoTracking().OrderBy(h => h.Day).ToListAsync(cancel);
    }
}

/// <summary>Calendars inside a write.</summary>
internal sealed class CalendarChanges(PlanDb db) : ICalendarChanges
{
    public async Task<ReportingPeriod?> Period(Guid id, CancellationToken cancel) => await db.Periods.FindAsync([id], cancel);

    public async Task<IReadOnlyList<ReportingPeriod>> Periods(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        await db.Periods.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancel);

    public async Task<IReadOnlyList<ReportingPeriod>> OfPlan(Guid planId, CancellationToken cancel) =>
        await db.Periods.AsNoTracking().Where(p => p.PlanId == planId).OrderBy(p => p.To).ThenBy(p => p.Id).ToListAsync(cancel);

    public void Add(ReportingPeriod period) => db.Periods.Add(period);

    public void Remove(ReportingPeriod period) => db.Periods.Remove(period);

    public async Task<IReadOnlyList<Holiday>> Holidays(CancellationToken cancel) =>
        await db.Holidays.AsTracking().OrderBy(h => h.Day).ToListAsync(cancel);

    public void Add(Holiday holiday) => db.Holidays.Add(holiday);

    public void Remove(Holiday holiday) => db.Holidays.Remove(holiday);
}
