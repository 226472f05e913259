using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Agencies;
using PlanTracker.Storage.History;

namespace PlanTracker.Storage.Agencies;

/// <summary>
/// All agencies and successions, kept in memory until one changes. A change by this process is told by <see cref="Forget"/>; one by another
/// process on the same database is seen, within seconds, by the last history row of agencies, which every change of them writes.
/// </summary>
internal sealed class AgencyRegister(IDbContextFactory<PlanDb> factory, TimeProvider time) : IAgencyRegister
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly string[] Entities = ["agency", "succession"];

    private volatile Known? known;
    private int forgotten;

    public async Task<IReadOnlyDictionary<Guid, Agency>> All(CancellationToken cancel) => (await Current(cancel)).Agencies;

    public async Task<IReadOnlyList<Succession>> Successions(CancellationToken cancel) => (await Current(cancel)).Successions;

    /// <summary>The next reader reads them anew.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref forgotten);
        known = null;
    }

    private async Task<Known> Current(CancellationToken cancel)
    {
        if (known is { } kept && time.GetElapsedTime(kept.SeenAt) < Fresh)
            return kept;
        var before = Volatile.Read(ref forgotten);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var (seenAt, mark) = (time.GetTimestamp(), await LastChange(db, cancel));
        var read = known is { } old && old.Mark == mark ? old with { SeenAt = seenAt } : await Read(db, seenAt, mark, cancel);

        // Read before a change and kept after it, it would be old for as long as nobody else changes anything.
        if (Volatile.Read(ref forgotten) == before)
            known = read;
        return read;
    }

    private static async Task<Known> Read(PlanDb db, long seenAt, long mark, CancellationToken cancel) => new(
        await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, cancel),
        await db.Successions.AsNoTracking().OrderBy(s => s.EffectiveOn).ThenBy(s => s.RecordedAt).ToListAsync(cancel), mark, seenAt);

    private static async Task<long> LastChange(PlanDb db, CancellationToken cancel) =>
        await db.Changes.Where(c => Entities.Contains(c.Entity)).MaxAsync(c => (long?)EF.Property<long>(c, ChangeMapping.Sequence), cancel) ?? 0;

    private sealed record Known(Dictionary<Guid, Agency> Agencies, List<Succession> Successions, long Mark, long SeenAt);
}
