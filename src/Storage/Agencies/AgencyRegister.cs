using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Storage.Agencies;

/// <summary>All agencies, kept in memory until <see cref="Forget"/> says that one changed.</summary>
internal sealed class AgencyRegister(IDbContextFactory<PlanDb> factory) : IAgencyRegister
{
    private volatile IReadOnlyDictionary<Guid, Agency>? known;

    public async Task<IReadOnlyDictionary<Guid, Agency>> All(CancellationToken cancel)
    {
        if (known is { } all)
            return all;
        await using var db = await factory.CreateDbContextAsync(cancel);
        return known = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, cancel);
    }

    /// <summary>The next reader reads them anew.</summary>
    public void Forget() => known = null;
}
