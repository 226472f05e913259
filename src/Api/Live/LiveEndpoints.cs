using System.Globalization;
using PlanTracker.Api.Hosting;
using PlanTracker.Api.Hosting.SignIn;
using PlanTracker.Domain.History;

namespace PlanTracker.Api.Live;

/// <summary>What open pages listen to. Anybody signed in may: it is a number, and what changed is asked for with the reader's own rights.</summary>
internal static class LiveEndpoints
{
    /// <summary>Registers the feed; it rests while nobody listens.</summary>
    public static void AddLive(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(builder.Configuration.GetSection("Live").Get<LiveSettings>() ?? new LiveSettings());
        services.AddSingleton<LiveFeed>().AddHostedService(p => p.GetRequiredService<LiveFeed>()).AddSingleton<LiveStream>();
    }

    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        var live = routes.MapGroup("/su-kien").WithMetadata(new NoActivity()).ExcludeFromDescription();
        live.MapGet("", Stream);
        live.MapGet("/so", Number);
    }

    private static Task Stream(HttpContext http, LiveStream stream, IServiceScopeFactory scopes)
    {
        var who = http.User;
        return stream.Serve(http, Sessions.IdOf(http)?.ToString() ?? "", async cancel =>
        {
            // A scope of its own: a context of the database must not live as long as a stream.
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<Sessions>().IsOpen(who, cancel);
        });
    }

    /// <summary>The same for a browser behind a proxy that lets no stream through: asked every half minute, 304 while nothing moved.</summary>
    private static async Task<IResult> Number(HttpContext http, IChangeCounter counter)
    {
        if (Origins.IsFromElsewhere(http.Request))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        return Answer(http, await counter.Latest(http.RequestAborted));
    }

    /// <summary>The number as text with its tag.</summary>
    internal static IResult Answer(HttpContext http, long number)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{number}\"");
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        return Etags.IsKnown(http.Request, tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Text(number.ToString(CultureInfo.InvariantCulture));
    }
}
