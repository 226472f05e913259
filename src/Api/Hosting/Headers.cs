using PlanTracker.Api.Hosting.SignIn;

namespace PlanTracker.Api.Hosting;

/// <summary>Headers of every answer, errors of the outermost layers included: it runs before anything else does.</summary>
internal sealed class Headers : IStartupFilter
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(Around);
        next(app);
    };

    private static async Task Around(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            Write(http);
            return Task.CompletedTask;
        });
        // HEAD is GET without the body, which the server leaves out by itself.
        if (HttpMethods.IsHead(http.Request.Method))
            http.Request.Method = HttpMethods.Get;
        if (HttpMethods.IsTrace(http.Request.Method) || HttpMethods.IsConnect(http.Request.Method))
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        else
            await next(http);
        if (http.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null } && Challenges.IsApi(http))
            await Problems.Write(http, http.Response.StatusCode);
    }

    private static void Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        // What people sent in is handed out under a stricter one of its own.
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        if (headers["Referrer-Policy"].Count == 0)
            headers["Referrer-Policy"] = "same-origin";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (Challenges.IsApi(http) || (headers.CacheControl.Count == 0 && http.User.Identity?.IsAuthenticated == true))
            headers.CacheControl = "no-store";
    }
}
