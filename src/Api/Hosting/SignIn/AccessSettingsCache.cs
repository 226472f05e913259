using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Access;
using PlanTracker.Storage;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>
/// The settings of sign-in, read from their row and kept: at once anew after a change in this process, within half a minute after one in
/// another. Without a row, the configuration's (section <c>SignIn</c>).
/// </summary>
internal sealed class AccessSettingsCache(IDbContextFactory<PlanDb> databases, AccessSettings configured, TimeProvider time) : IAccessSettings
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);
    private volatile Kept? kept;

    /// <inheritdoc/>
    public async ValueTask<AccessSettings> Current(CancellationToken cancel)
    {
        var now = time.GetTimestamp();
        if (kept is { } known && time.GetElapsedTime(known.ReadAt, now) < Life)
            return known.Settings;
        await using var db = databases.CreateDbContext();
        var row = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Id == SystemSettings.OnlyId, cancel);
        kept = new(row?.Access ?? configured, now);
        return kept.Settings;
    }

    /// <inheritdoc/>
    public void Forget() => kept = null;

    private sealed record Kept(AccessSettings Settings, long ReadAt);
}
