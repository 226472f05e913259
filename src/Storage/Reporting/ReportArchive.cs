using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Reporting;
using PlanTracker.Storage.History;

namespace PlanTracker.Storage.Reporting;

/// <summary>Reads what is kept of reports; bytes only for who downloads them.</summary>
internal sealed class ReportArchive(IDbContextFactory<PlanDb> factory) : IReportArchive, ILetterheads
{
    public async Task<IReadOnlyList<PeriodReport>> Of(Guid planId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.PeriodReports.AsNoTracking().Where(r => r.PlanId == planId).OrderBy(r => r.Id).ToListAsync(cancel);
    }

    public async Task<PeriodReport?> Find(Guid planId, string code, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.PeriodReports.AsNoTracking().FirstOrDefaultAsync(r => r.PlanId == planId && r.Code == code, cancel);
    }

    public async Task<IReadOnlyList<RevisionRef>> Revisions(Guid planId, string code, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var revisions = await db.RevisionsOf(planId, code).OrderBy(r => r.Number).Select(r => new
        {
            r.Number,
            r.At,
            r.ByName,
            r.AsOf,
            r.DocumentNumber,
            r.SignedOn,
            r.Signer,
            Files = r.Files.Select(f => new { f.Format, f.Name, f.Sha256, f.Size }).ToList(),
        }).ToListAsync(cancel);
        return [.. revisions.Select(r => new RevisionRef(
            r.Number, r.At, r.ByName, r.AsOf, r.DocumentNumber, r.SignedOn, r.Signer,
            [.. r.Files.OrderBy(f => f.Format).Select(f => new ReportFileRef(f.Format, f.Name, f.Sha256, f.Size))]))];
    }

    public async Task<string?> Content(Guid planId, string code, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.RevisionsOf(planId, code).OrderByDescending(r => r.Number).Select(r => r.Content).FirstOrDefaultAsync(cancel);
    }

    public async Task<ReportFile?> File(Guid planId, string code, int number, ReportFormat format, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.RevisionsOf(planId, code).Where(r => r.Number == number).SelectMany(r => r.Files).AsNoTracking()
            .FirstOrDefaultAsync(f => f.Format == format, cancel);
    }

    public async Task<long> Stamp(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.LastChange(cancel);
    }

    async Task<LetterheadSetting?> ILetterheads.Find(Guid agencyId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Letterheads.AsNoTracking().FirstOrDefaultAsync(l => l.AgencyId == agencyId, cancel);
    }

    async Task<LetterheadSetting?> ILetterheads.OfPlanReports(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Letterheads.AsNoTracking().OrderByDescending(l => l.AgencyId).FirstOrDefaultAsync(l => l.DrawsUpPlanReports, cancel);
    }
}

/// <summary>Queries of reports.</summary>
internal static class ReportQueries
{
    public static IQueryable<ReportRevision> RevisionsOf(this PlanDb db, Guid planId, string code) =>
        from report in db.PeriodReports
        join revision in db.ReportRevisions on report.Id equals revision.ReportId
        where report.PlanId == planId && report.Code == code
        select revision;

    /// <summary>The number of the last row of history: every write adds one.</summary>
    public static async Task<long> LastChange(this PlanDb db, CancellationToken cancel) =>
        await db.Changes.MaxAsync(c => (long?)EF.Property<long>(c, ChangeMapping.Sequence), cancel) ?? 0;
}
