using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Storage.Progress;

/// <summary>Entries inside a write.</summary>
internal sealed class EntryChanges(PlanDb db) : IEntryChanges
{
    public async Task<ProgressEntry?> Load(Guid id, CancellationToken cancel) => await db.Entries.FindAsync([id], cancel);

    public Task<ProgressEntry?> LoadByClientKey(Guid createdById, Guid clientKey, CancellationToken cancel) =>
        db.Entries.FirstOrDefaultAsync(e => e.CreatedById == createdById && e.ClientKey == clientKey, cancel);

    public void Add(ProgressEntry entry) => db.Entries.Add(entry);

    public async Task<decimal> CorrectedSum(Guid entryId, Guid? except, CancellationToken cancel)
    {
        var quantities = await db.Entries
            .Where(e => e.Id == entryId || e.Content.CorrectsEntryId == entryId)
            .Where(e => e.Id != except && e.Status != EntryStatus.Withdrawn)
            .Select(e => e.Content.Quantity)
            .ToListAsync(cancel);
        return quantities.Sum();
    }

    public Task<DateOnly?> LockedUntil(Guid planId, CancellationToken cancel) => db.PeriodReports
        .Where(r => r.PlanId == planId && r.State == ReportState.Issued).MaxAsync(r => (DateOnly?)r.To, cancel);
}
