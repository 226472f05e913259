namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>
/// Requests that a page makes by itself, while its reader may be away: they are answered as ever, and the clock of an idle session goes on.
/// </summary>
internal sealed record NoActivity
{
    /// <summary>The header with which a page says that it refreshes itself. Only reading can be done so: a change is always somebody's.</summary>
    public const string Header = "X-PlanTracker-Live";

    /// <summary>Whether nobody need be at the keyboard for this request.</summary>
    public static bool Is(HttpContext http) => IsOf(http) || (HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.ContainsKey(Header));

    /// <summary>Whether the address is one that only pages by themselves ask, which are told so when the sign-in is gone, and not led to it.</summary>
    public static bool IsOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<NoActivity>() is not null;
}
