using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Storage.Agencies;

/// <summary>All agencies and successions, kept in memory until <see cref="Forget"/> says that one changed.</summary>
internal sealed class AgencyRegister(IDbContextFactory<PlanDb> factory) : IAgencyRegister
{
    private volatile Known? known;

    public async Task<IReadOnlyDictionary<Guid, Agency>> All(CancellationToken cancel) => (known ?? await Read(cancel)).Agencies;

    public async Task<IReadOnlyList<Succession>> Successions(CancellationToken cancel) => (known ?? await Read(cancel)).Successions;

    /// <summary>The next reader reads them anew.</summary>
    public void Forget() => known = null;

    private async Task<Known> Read(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return known = new(
            await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, cancel),
            await db.Successions.AsNoTracking().OrderBy(s => s.EffectiveOn).ThenBy(s => s.RecordedAt).ToListAsync(cancel));
    }

    private sealed record Known(Dictionary<Guid, Agency> Agencies, List<Succession> Successions);
}
