using Microsoft.AspNetCore.Diagnostics;
using PlanTracker.Storage;

namespace PlanTracker.Api.Hosting;

/// <summary>Exceptions as answers: what a client sent wrong is its status, a busy database is 503, the rest is 500 without details.</summary>
internal sealed class Faults : IExceptionHandler
{
    private static readonly TimeSpan BusyFor = TimeSpan.FromSeconds(2);

    /// <summary>Whether it is a fault of the program, which the log has to tell with its trace; the framework logs nothing that was answered.</summary>
    public static bool IsFault(Exception exception) =>
        exception is not (BadHttpRequestException or StorageBusyException or StorageFullException or OperationCanceledException);

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, wait) = exception switch
        {
            BadHttpRequestException bad => (bad.StatusCode, (TimeSpan?)null),
            StorageBusyException => (StatusCodes.Status503ServiceUnavailable, BusyFor),
            StorageFullException => (StatusCodes.Status507InsufficientStorage, null),
            _ => (StatusCodes.Status500InternalServerError, null),
        };
        if (SignIn.Challenges.IsApi(httpContext))
        {
            await Problems.Write(httpContext, status, wait);
            return true;
        }
        // The page of the status follows: ErrorPages.
        httpContext.Response.StatusCode = status;
        if (wait is { } pause)
            httpContext.Response.Headers.RetryAfter = pause.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return true;
    }
}
