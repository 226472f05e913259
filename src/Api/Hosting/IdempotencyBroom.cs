using PlanTracker.Storage.Once;

namespace PlanTracker.Api.Hosting;

/// <summary>Forgets keys of requests whose time is over: at start, then every few hours.</summary>
internal sealed partial class IdempotencyBroom(IdempotencyBook book, TimeProvider time, ILogger<IdempotencyBroom> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await book.Sweep(stoppingToken);
            }
            // A database that is away now is asked again in a few hours; serving does not depend on it.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(log, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Old keys of requests could not be swept.")]
    private static partial void Failed(ILogger log, Exception fault);
}
