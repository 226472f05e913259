using PlanTracker.Api.Hosting.SignIn;

namespace PlanTracker.Api.Hosting;

/// <summary>Refuses changes that another site's page sends with a person's cookie. Bearer calls carry no cookie's right and need no such check.</summary>
internal static class Origins
{
    public static void UseOriginCheck(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (IsForeign(http.Request))
            await Challenges.Answer(http, StatusCodes.Status403Forbidden);
        else
            await next(http);
    });

    private static bool IsForeign(HttpRequest request)
    {
        var isUnsafe = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);
        if (!isUnsafe || request.Headers.Authorization.Count > 0)
            return false;
        return request.Headers["Sec-Fetch-Site"] == "cross-site" || IsOfAnotherOrigin(request);
    }

    /// <summary>Whether a page of another origin, be it of the same site, asks for something that only this product's own pages ask for.</summary>
    public static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" || IsOfAnotherOrigin(request);

    private static bool IsOfAnotherOrigin(HttpRequest request) =>
        request.Headers.Origin is [{ Length: > 0 } origin, ..]
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsHere(uri, request));

    private static bool IsHere(Uri origin, HttpRequest request) =>
        origin.Scheme is "http" or "https"
        && Uri.TryCreate($"{origin.Scheme}://{request.Host.Value}", UriKind.Absolute, out var here)
        && string.Equals(origin.Authority, here.Authority, StringComparison.OrdinalIgnoreCase);
}
