using System.Security.Claims;
using System.Security.Cryptography;
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
internal sealed class Sessions(PlanDb db, Actors actors, AccessHistory history, IAccessSettings settings, TimeProvider time)
{
    private const string SessionClaim = "session";
    private const string StampClaim = "stamp";
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session of an account whose sign-in was right, and sets the cookie.</summary>
    public Task<Actor> Begin(HttpContext http, Account account)
    {
        account.LastSignInAt = time.GetUtcNow().UtcDateTime;
        return Open(http, account, "sign-in");
    }

    /// <summary>After a change of what protects the account: every session ends, and the present one goes on under a new id.</summary>
    public async Task<Actor> Renew(HttpContext http, Account account, string what)
    {
        await EndAll(account, http.RequestAborted);
        return await Open(http, account, what);
    }

    /// <summary>Ends every session of an account; saved with the row of history that the caller writes.</summary>
    public async Task EndAll(Account account, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await foreach (var open in db.SignInSessions.Where(s => s.AccountId == account.Id && s.EndedAt == null).AsAsyncEnumerable().WithCancellation(cancel))
            open.EndedAt = now;
        // Whatever is begun at this moment with the old stamp is worth nothing either.
        account.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    /// <summary>How many sessions of an account are not over.</summary>
    public async Task<int> CountOpen(Actor actor, CancellationToken cancel)
    {
        var limits = await settings.Current(cancel);
        var now = time.GetUtcNow().UtcDateTime;
        var (begun, seen) = (now.AddHours(-limits.AbsoluteHours), now - limits.IdleOf(actor.Is(Role.Administrator)));
        return await db.SignInSessions.CountAsync(
            s => s.AccountId == actor.AccountId && s.EndedAt == null && s.CreatedAt >= begun && s.LastSeenAt >= seen, cancel);
    }

    /// <summary>The session of the request; null when it comes with a token.</summary>
    public static Guid? IdOf(HttpContext http) => Guid.TryParse(http.User.FindFirstValue(SessionClaim), out var id) ? id : null;

    private async Task<Actor> Open(HttpContext http, Account account, string what)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var session = new SignInSession { AccountId = account.Id, CreatedAt = now, LastSeenAt = now };
        db.SignInSessions.Add(session);
        await history.Note(http, account, what, cancel: http.RequestAborted);
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(ClaimTypes.Name, account.UserName!),
                new(SessionClaim, session.Id.ToString()), new(StampClaim, account.SecurityStamp ?? ""),
            ], IdentityConstants.ApplicationScheme);
        var principal = new ClaimsPrincipal(identity);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, principal);
        http.User = principal;
        var actor = await actors.Of(account, Actors.DoorOf(http.Request), http.RequestAborted);
        CurrentActor.Set(http, actor);
        return actor;
    }

    /// <summary>Ends the session of the request, if it has one.</summary>
    public async Task End(HttpContext http)
    {
        if (IdOf(http) is { } id
            && await db.SignInSessions.SingleOrDefaultAsync(s => s.Id == id && s.EndedAt == null, http.RequestAborted) is { } session
            && await db.Users.SingleOrDefaultAsync(a => a.Id == session.AccountId, http.RequestAborted) is { } account)
        {
            session.EndedAt = time.GetUtcNow().UtcDateTime;
            await db.HeldForms.Where(h => h.AccountId == account.Id).ExecuteDeleteAsync(http.RequestAborted); // whoever leaves leaves nothing behind
            await history.Note(http, account, "sign-out", cancel: http.RequestAborted);
        }
        await Forget(http);
    }

    /// <summary>Saves the end of every session and drops the cookie of the present one.</summary>
    public async Task Leave(HttpContext http, Account account, string what)
    {
        await history.Note(http, account, what, cancel: http.RequestAborted);
        await Forget(http);
    }

    private static Task Forget(HttpContext http)
    {
        CurrentActor.Set(http, null);
        return http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Asked by the cookie at every request: is its session still worth something?</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return;
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        var actor = await sessions.Continue(context.HttpContext, context.Principal!);
        CurrentActor.Set(context.HttpContext, actor);
        if (actor is not null)
            return;
        if (Guid.TryParse(context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier), out var whose))
            HeldForms.Note(context.HttpContext, whose);
        context.RejectPrincipal();
    }

    /// <summary>Whether the session of a cookie is still worth something; asking is no use of it.</summary>
    public async Task<bool> IsOpen(ClaimsPrincipal principal, CancellationToken cancel) => await Find(principal, Door.Page, cancel) is not null;

    private async Task<Actor?> Continue(HttpContext http, ClaimsPrincipal principal)
    {
        if (await Find(principal, Actors.DoorOf(http.Request), http.RequestAborted) is not var (session, actor))
            return null;
        var now = time.GetUtcNow().UtcDateTime;
        if (now - session.LastSeenAt >= SeenEvery && !NoActivity.Is(http))
            await Seen(session.Id, now, http);
        return actor;
    }

    private async Task<(SignInSession Session, Actor Actor)?> Find(ClaimsPrincipal principal, Door door, CancellationToken cancel)
    {
        if (!Guid.TryParse(principal.FindFirstValue(SessionClaim), out var id))
            return null;
        var found = await db.SignInSessions.AsNoTracking().Where(s => s.Id == id && s.EndedAt == null)
            .Join(db.Users.AsNoTracking(), s => s.AccountId, a => a.Id, (session, account) => new { session, account })
            .SingleOrDefaultAsync(cancel);
        if (found is null || found.account.IsDisabled || found.account.SecurityStamp != principal.FindFirstValue(StampClaim))
            return null;
        var actor = await actors.Of(found.account, door, cancel);
        var now = time.GetUtcNow().UtcDateTime;
        var limits = await settings.Current(cancel);
        return now - found.session.CreatedAt > TimeSpan.FromHours(limits.AbsoluteHours)
            || now - found.session.LastSeenAt > limits.IdleOf(actor.Is(Role.Administrator)) ? null : (found.session, actor);
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
