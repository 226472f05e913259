using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>
/// Keeps the session cookie as <c>__Host-</c> and Secure; only over plain HTTP on loopback, where a browser would refuse that, without either.
/// </summary>
internal sealed class SessionCookie : ICookieManager
{
    private const string Prefix = "__Host-";
    private readonly ChunkingCookieManager chunks = new();

    /// <inheritdoc/>
    public string? GetRequestCookie(HttpContext context, string key) => chunks.GetRequestCookie(context, NameIn(context, key));

    /// <inheritdoc/>
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        chunks.AppendResponseCookie(context, NameIn(context, key), value, Secured(context, options));

    /// <inheritdoc/>
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        chunks.DeleteCookie(context, NameIn(context, key), Secured(context, options));

    private static string NameIn(HttpContext context, string key) => IsPlainLoopback(context) ? key : Prefix + key;

    private static CookieOptions Secured(HttpContext context, CookieOptions options) =>
        new(options) { Secure = !IsPlainLoopback(context), HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", Domain = null };

    private static bool IsPlainLoopback(HttpContext context) =>
        !context.Request.IsHttps && (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address));
}
