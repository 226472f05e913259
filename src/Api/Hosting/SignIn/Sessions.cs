using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Access;
using PlanTracker.Storage;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>Sessions of people: the cookie carries an id, the row in the database decides at every request.</summary>
internal sealed class Sessions(PlanDb db, Actors actors, AccessHistory history, SignInSettings settings, TimeProvider time)
{
    private const string SessionClaim = "session";
    private const string StampClaim = "stamp";
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session of an account whose password was right, and sets the cookie.</summary>
    public async Task<Actor> Begin(HttpContext http, Account account)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var session = new SignInSession { AccountId = account.Id, CreatedAt = now, LastSeenAt = now };
        db.SignInSessions.Add(session);
        account.LastSignInAt = now;
        await history.Note(http, account, "sign-in", cancel: http.RequestAborted);
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(ClaimTypes.Name, account.UserName!),
                new(SessionClaim, session.Id.ToString()), new(StampClaim, account.SecurityStamp ?? ""),
            ], IdentityConstants.ApplicationScheme);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity));
        var actor = await actors.Of(account, Actors.DoorOf(http.Request), http.RequestAborted);
        CurrentActor.Set(http, actor);
        return actor;
    }

    /// <summary>Ends the session of the request, if it has one.</summary>
    public async Task End(HttpContext http)
    {
        if (Guid.TryParse(http.User.FindFirstValue(SessionClaim), out var id)
            && await db.SignInSessions.SingleOrDefaultAsync(s => s.Id == id && s.EndedAt == null, http.RequestAborted) is { } session
            && await db.Users.SingleOrDefaultAsync(a => a.Id == session.AccountId, http.RequestAborted) is { } account)
        {
            session.EndedAt = time.GetUtcNow().UtcDateTime;
            await history.Note(http, account, "sign-out", cancel: http.RequestAborted);
        }
        CurrentActor.Set(http, null);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Asked by the cookie at every request: is its session still worth something?</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return;
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        var actor = await sessions.Continue(context.HttpContext, context.Principal!);
        CurrentActor.Set(context.HttpContext, actor);
        if (actor is null)
            context.RejectPrincipal();
    }

    private async Task<Actor?> Continue(HttpContext http, ClaimsPrincipal principal)
    {
        if (!Guid.TryParse(principal.FindFirstValue(SessionClaim), out var id))
            return null;
        var found = await db.SignInSessions.AsNoTracking().Where(s => s.Id == id && s.EndedAt == null)
            .Join(db.Users.AsNoTracking(), s => s.AccountId, a => a.Id, (session, account) => new { session, account })
            .SingleOrDefaultAsync(http.RequestAborted);
        if (found is null || found.account.IsDisabled || found.account.SecurityStamp != principal.FindFirstValue(StampClaim))
            return null;
        var actor = await actors.Of(found.account, Actors.DoorOf(http.Request), http.RequestAborted);
        var now = time.GetUtcNow().UtcDateTime;
        if (now - found.session.CreatedAt > TimeSpan.FromHours(settings.AbsoluteHours)
            || now - found.session.LastSeenAt > settings.IdleOf(actor.Is(Role.Administrator)))
            return null;
        if (now - found.session.LastSeenAt >= SeenEvery)
            await Seen(id, now, http);
        return actor;
    }

    private Task Seen(Guid id, DateTime now, HttpContext http) => Quietly.Write(http, () =>
        db.SignInSessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), http.RequestAborted));
}

/// <summary>Writes that must not fail the request they ride on: a full disk leaves reading possible.</summary>
internal static partial class Quietly
{
    /// <summary>Writes, or logs that it could not.</summary>
    public static async Task Write(HttpContext http, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (System.Data.Common.DbException exception)
        {
            NotWritten(http.RequestServices.GetRequiredService<ILogger<Sessions>>(), exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Last use of a session or token was not written")]
    private static partial void NotWritten(ILogger logger, Exception exception);
}
