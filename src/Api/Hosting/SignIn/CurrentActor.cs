using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Storage;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>Who acts in this request, as found by the cookie or the token.</summary>
internal sealed class CurrentActor(IHttpContextAccessor accessor) : ICurrentActor
{
    private static readonly object Key = new();

    /// <inheritdoc/>
    public Actor? Actor => accessor.HttpContext?.Items[Key] as Actor;

    /// <summary>Notes who it is.</summary>
    public static void Set(HttpContext http, Actor? actor) => http.Items[Key] = actor;
}

/// <summary>Makes an actor of an account: roles and agency are read at every request, so a lost right is lost at once.</summary>
internal sealed class Actors(PlanDb db, IAgencyRegister register, IAccessSettings settings, BusinessClock clock)
{
    /// <summary>The actor that an account is.</summary>
    public async Task<Actor> Of(Account account, Door door, CancellationToken cancel)
    {
        var roles = await db.UserRoles.Where(r => r.UserId == account.Id)
            .Join(db.Roles, r => r.RoleId, r => r.Id, (_, role) => role.Name!).ToListAsync(cancel);
        var today = clock.Today;
        var successions = await register.Successions(cancel);
        var agency = account.AgencyOn(today) is { } id && (await register.All(cancel)).TryGetValue(successions.HeirOf(id, today), out var found) ? found : null;
        var actor = new Actor(account.Id, account.UserName!, account.FullName, roles.Select(Enum.Parse<Role>).ToHashSet(), agency?.RefOn(today), door)
        {
            Predecessors = agency is null ? new HashSet<Guid>() : successions.PredecessorsOf(agency.Id, today),
        };
        return actor with { Unfinished = await UnfinishedOf(account, actor, cancel) };
    }

    /// <summary>Whether the account must have a second factor: administrators always, everybody by the setting, demo accounts never.</summary>
    public async ValueTask<bool> NeedsSecondFactor(Account account, Actor actor, CancellationToken cancel) =>
        !account.IsDemo && (actor.Is(Role.Administrator) || (await settings.Current(cancel)).SecondFactorForAll);

    private async ValueTask<Unfinished?> UnfinishedOf(Account account, Actor actor, CancellationToken cancel) =>
        account is { MustChangePassword: true, IsDemo: false } ? Unfinished.Password
        : !account.TwoFactorEnabled && await NeedsSecondFactor(account, actor, cancel) ? Unfinished.SecondFactor
        : null;

    /// <summary>The door a request comes through.</summary>
    public static Door DoorOf(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? Door.Api : Door.Page;
}
