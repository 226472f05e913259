using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Storage.Reporting;

/// <summary>Reports and heads of documents inside a write.</summary>
internal sealed class ReportWrites(PlanDb db) : IReportChanges
{
    public Task<PeriodReport?> Load(Guid planId, string code, CancellationToken cancel) =>
        db.PeriodReports.FirstOrDefaultAsync(r => r.PlanId == planId && r.Code == code, cancel);

    public void Add(PeriodReport report) => db.PeriodReports.Add(report);

    public void Add(ReportRevision revision) => db.ReportRevisions.Add(revision);

    public async Task<(int Number, string Content)?> LastRevision(Guid planId, string code, CancellationToken cancel) =>
        await db.RevisionsOf(planId, code).OrderByDescending(r => r.Number).Select(r => new { r.Number, r.Content }).FirstOrDefaultAsync(cancel) is { } last
            ? (last.Number, last.Content) : null;

    public Task<long> Stamp(CancellationToken cancel) => db.LastChange(cancel);

    public async Task<LetterheadSetting?> Letterhead(Guid agencyId, CancellationToken cancel) => await db.Letterheads.FindAsync([agencyId], cancel);

    public void Add(LetterheadSetting letterhead) => db.Letterheads.Add(letterhead);
}
