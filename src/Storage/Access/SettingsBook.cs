using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Access;

namespace PlanTracker.Storage.Access;

/// <summary>The settings' row, read.</summary>
internal sealed class SettingsBook(IDbContextFactory<PlanDb> factory) : ISettingsBook
{
    public async Task<SystemSettings?> Find(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Id == SystemSettings.OnlyId, cancel);
    }
}

/// <summary>The settings' row inside a write.</summary>
internal sealed class SettingsChanges(PlanDb db) : ISettingsChanges
{
    public Task<SystemSettings?> Load(CancellationToken cancel) => db.Settings.SingleOrDefaultAsync(s => s.Id == SystemSettings.OnlyId, cancel);

    public void Add(SystemSettings settings) => db.Settings.Add(settings);
}
