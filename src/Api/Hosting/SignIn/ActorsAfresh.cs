using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Access;
using PlanTracker.Storage;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>Actors of what goes on behind requests: judged by the rights of now and not by those of when it was asked for.</summary>
internal sealed class ActorsAfresh(PlanDb db, Actors actors) : IActors
{
    /// <inheritdoc/>
    public async Task<Actor?> Find(Guid accountId, Door door, CancellationToken cancel) =>
        await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId && !a.IsDisabled, cancel) is { } account
            ? await actors.Of(account, door, cancel) : null;
}
