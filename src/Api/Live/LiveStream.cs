using System.Globalization;
using PlanTracker.Api.Hosting;

namespace PlanTracker.Api.Live;

/// <summary>One stream of server-sent events: the number of the last change when it begins and whenever it grows, a sign of life in between.</summary>
internal sealed class LiveStream(LiveFeed feed, LiveSettings settings, TimeProvider time, IHostApplicationLifetime life)
{
    private static readonly TimeSpan WhenFull = TimeSpan.FromSeconds(30);

    /// <summary>Serves until the reader goes, may no longer read, or the host stops.</summary>
    /// <param name="http">The request.</param>
    /// <param name="reader">Whose stream it is, for the limit: a session, a display link.</param>
    /// <param name="isOpen">Whether the reader may still read; asked before everything that is sent.</param>
    public async Task Serve(HttpContext http, string reader, Func<CancellationToken, Task<bool>> isOpen)
    {
        if (Origins.IsFromElsewhere(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        using var place = feed.Join(reader);
        if (place is null)
        {
            await Problems.Write(http, StatusCodes.Status503ServiceUnavailable, WhenFull);
            return;
        }
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        try
        {
            await feed.Look(ends.Token);
            await Begin(http, ends.Token);
            await Run(http, isOpen, ends.Token);
        }
        catch (Exception gone) when (ends.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            // The reader has gone or the host stops: both end a stream, neither is a fault.
        }
    }

    private static async Task Begin(HttpContext http, CancellationToken cancel)
    {
        var headers = http.Response.Headers;
        headers.ContentType = "text/event-stream; charset=utf-8";
        headers.CacheControl = "no-cache, no-transform";
        headers["X-Accel-Buffering"] = "no"; // nginx would keep events until its buffer is full
        await http.Response.WriteAsync("retry: 3000\n\n", cancel);
        await http.Response.Body.FlushAsync(cancel);
    }

    private async Task Run(HttpContext http, Func<CancellationToken, Task<bool>> isOpen, CancellationToken cancel)
    {
        var known = long.TryParse(http.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : -1;
        while (await isOpen(cancel))
        {
            var (number, moved) = feed.Now;
            await http.Response.WriteAsync(
                number == known ? ": .\n\n" : string.Create(CultureInfo.InvariantCulture, $"id: {number}\ndata: {number}\n\n"), cancel);
            await http.Response.Body.FlushAsync(cancel);
            known = number;
            await Task.WhenAny(moved, Task.Delay(TimeSpan.FromSeconds(settings.HeartbeatSeconds), time, cancel));
        }
    }
}
