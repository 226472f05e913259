using PlanTracker.Storage.Files;

namespace PlanTracker.Api.Hosting;

/// <summary>Sweeps what uploads left behind: at start, then every few hours.</summary>
internal sealed partial class EvidenceBroom(EvidenceSweep sweep, TimeProvider time, ILogger<EvidenceBroom> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        var atStart = true;
        do
        {
            try
            {
                if (await sweep.Run(atStart, stoppingToken) is > 0 and var gone)
                    Swept(log, gone);
            }
            // A disk or a database that is away now is asked again in a few hours; serving does not depend on it.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(log, fault);
            }
            atStart = false;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "Swept {Count} files of broken-off uploads.")]
    private static partial void Swept(ILogger log, int count);

    [LoggerMessage(LogLevel.Warning, "The folder of evidence could not be swept.")]
    private static partial void Failed(ILogger log, Exception fault);
}
