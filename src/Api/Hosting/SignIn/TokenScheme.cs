using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary><c>Authorization: Bearer pt_…</c>. Tokens in the query or in cookies are not looked at.</summary>
internal sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Tokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string Name = "Token";

    private const string Bearer = "Bearer ";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var sent = Request.Headers.Authorization.ToString();
        if (!sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            || await tokens.ActorOf(Context, sent[Bearer.Length..].Trim()) is not { } actor)
            return AuthenticateResult.NoResult();
        CurrentActor.Set(Context, actor);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, actor.AccountId.ToString()), new(ClaimTypes.Name, actor.UserName)], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Challenges.Answer(Context, StatusCodes.Status401Unauthorized);

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Challenges.Answer(Context, StatusCodes.Status403Forbidden);
}

/// <summary>Answers a missing sign-in with a status, never with a redirect, where programs ask.</summary>
internal static class Challenges
{
    /// <summary>Whether programs ask here.</summary>
    public static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>The status; with a problem document where programs ask, and without a body for a page to follow elsewhere.</summary>
    public static Task Answer(HttpContext http, int status)
    {
        if (IsApi(http))
            return Problems.Write(http, status);
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
