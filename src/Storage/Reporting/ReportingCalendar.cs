using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Storage.Reporting;

/// <summary>Reads the calendar.</summary>
internal sealed class ReportingCalendar(IDbContextFactory<PlanDb> factory) : IReportingCalendar
{
    public async Task<IReadOnlyList<ReportingPeriod>> Of(Guid planId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Periods.AsNoTracking().Where(p => p.PlanId == planId)
            .OrderBy(p => p.To).ThenBy(p => p.From).ThenBy(p => p.Id).ToListAsync(cancel);
    }

    public async Task<ReportingPeriod?> Find(Guid periodId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.Id == periodId, cancel);
    }
}
