using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Storage.AgencyReports;

/// <summary>Reads agency reports, what was submitted, and indicators.</summary>
internal sealed class AgencyReportBook(IDbContextFactory<PlanDb> factory) : IAgencyReportBook, IIndicatorBook, IConfirmedEntries
{
    public async Task<AgencyReport?> Find(Guid obligationId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.AgencyReports.AsNoTracking().FirstOrDefaultAsync(r => r.ObligationId == obligationId, cancel);
    }

    public async Task<IReadOnlyList<ReportSubmission>> Submissions(Guid obligationId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.ReportSubmissions.AsNoTracking().Where(s => s.ObligationId == obligationId).OrderBy(s => s.Number).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<FiledReport>> Of(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Filed(db, db.AgencyReports.Where(r => obligationIds.Contains(r.ObligationId)), cancel);
    }

    public async Task<IReadOnlyList<FiledReport>> OfPeriod(Guid periodId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Filed(db, db.AgencyReports.Where(r => db.Obligations.Any(o => o.Id == r.ObligationId && o.PeriodId == periodId)), cancel);
    }

    public async Task<IReadOnlyList<Indicator>> All(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return (await db.Indicators.AsNoTracking().ToListAsync(cancel)).InOrder();
    }

    public async Task<IReadOnlyList<ProgressEntry>> Of(SourceWindow window, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Entries.AsNoTracking()
            .Where(e => e.PlanId == window.PlanId && window.AgencyIds.Contains(e.AgencyId) && e.Status == EntryStatus.Confirmed
                && e.CountedOn >= window.From && e.CountedOn <= window.To)
            .OrderBy(e => e.CountedOn).ThenBy(e => e.Id).ToListAsync(cancel);
    }

    private static async Task<IReadOnlyList<FiledReport>> Filed(PlanDb db, IQueryable<AgencyReport> reports, CancellationToken cancel)
    {
        var heads = await reports.Select(r => new { r.ObligationId, r.AgencyId, r.Status }).ToListAsync(cancel);
        var last = await db.ReportSubmissions.AsNoTracking()
            .Where(s => reports.Any(r => r.ObligationId == s.ObligationId)
                && !db.ReportSubmissions.Any(later => later.ObligationId == s.ObligationId && later.Number > s.Number))
            .ToDictionaryAsync(s => s.ObligationId, cancel);
        return [.. heads.Select(h => new FiledReport(h.ObligationId, h.AgencyId, h.Status, last.GetValueOrDefault(h.ObligationId)))];
    }
}

/// <summary>Agency reports inside a write.</summary>
internal sealed class AgencyReportChanges(PlanDb db) : IAgencyReportChanges
{
    public async Task<AgencyReport?> Load(Guid obligationId, CancellationToken cancel) =>
        db.AgencyReports.Local.FirstOrDefault(r => r.ObligationId == obligationId)
        ?? await db.AgencyReports.AsTracking().FirstOrDefaultAsync(r => r.ObligationId == obligationId, cancel);

    public void Add(AgencyReport report) => db.AgencyReports.Add(report);

    public void Add(ReportSubmission submission) => db.ReportSubmissions.Add(submission);
}

/// <summary>Indicators inside a write.</summary>
internal sealed class IndicatorChanges(PlanDb db) : IIndicatorChanges
{
    public async Task<IReadOnlyList<Indicator>> All(CancellationToken cancel) => await db.Indicators.AsTracking().ToListAsync(cancel);

    public void Add(Indicator indicator) => db.Indicators.Add(indicator);
}
