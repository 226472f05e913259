using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Storage.Progress;

/// <summary>Reads what imports of entries are compared with.</summary>
internal sealed class EntryImportBook(IDbContextFactory<PlanDb> factory) : IEntryImportBook
{
    public async Task<EntriesAsTheyStand> Read(Guid planId, IReadOnlyCollection<Guid> leadIds, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await EntryImportChanges.Read(db, planId, leadIds, ids, cancel);
    }
}

/// <summary>The same inside a write.</summary>
internal sealed class EntryImportChanges(PlanDb db) : IEntryImportChanges
{
    public Task<EntryStamp> Stamp(Guid planId, IReadOnlyCollection<Guid> leadIds, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        Stamp(db, planId, leadIds, ids, cancel);

    public Task<EntriesAsTheyStand> Read(Guid planId, IReadOnlyCollection<Guid> leadIds, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        Read(db, planId, leadIds, ids, cancel);

    public async Task<IReadOnlyDictionary<Guid, ProgressEntry>> Load(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        ids.Count == 0 ? new Dictionary<Guid, ProgressEntry>() : await db.Entries.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);

    public static async Task<EntriesAsTheyStand> Read(
        PlanDb db, Guid planId, IReadOnlyCollection<Guid> leadIds, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        // The stamp first: what comes in between the two makes it differ at the next look.
        var stamp = await Stamp(db, planId, leadIds, ids, cancel);
        return new(await Of(db, planId, leadIds, ids).AsNoTracking().ToListAsync(cancel), stamp.LockedUntil, stamp);
    }

    private static async Task<EntryStamp> Stamp(
        PlanDb db, Guid planId, IReadOnlyCollection<Guid> leadIds, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var entries = Of(db, planId, leadIds, ids);
        return new(
            await entries.CountAsync(cancel), await entries.SumAsync(e => (long)e.Version, cancel), await new EntryChanges(db).LockedUntil(planId, cancel));
    }

    private static IQueryable<ProgressEntry> Of(PlanDb db, Guid planId, IReadOnlyCollection<Guid> leadIds, IReadOnlyCollection<Guid> ids) =>
        db.Entries.Where(e => (e.PlanId == planId && leadIds.Contains(e.AgencyId)) || ids.Contains(e.Id));
}
