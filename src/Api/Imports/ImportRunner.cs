using System.Collections.Concurrent;
using System.Threading.Channels;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Api.Imports;

/// <summary>
/// Runs imports one after the other, in this process. What is under way when the server stops is not taken up again: nothing of it was
/// written, and at the next start it says so.
/// </summary>
internal sealed partial class ImportRunner(IServiceScopeFactory scopes, IImportJobs jobs, ILogger<ImportRunner> log) : BackgroundService, IImportRunner
{
    private readonly Channel<Run> waiting = Channel.CreateUnbounded<Run>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<Guid, (int Done, int Total)> progress = [];

    async Task<Result<ImportOutcome>?> IImportRunner.Run(Actor actor, Guid id, ImportMode? mode, TimeSpan patience)
    {
        var run = new Run(actor, id, mode, new(TaskCreationOptions.RunContinuationsAsynchronously));
        progress[id] = (0, 0);
        if (!waiting.Writer.TryWrite(run))
            return null;
        try
        {
            return await run.End.Task.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public (int Done, int Total)? ProgressOf(Guid id) => progress.TryGetValue(id, out var come) ? come : null;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await jobs.BreakOff(cancellationToken) is > 0 and var count)
            BrokenOff(log, count);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var run in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            await Take(run, stoppingToken);
            progress.TryRemove(run.Id, out _);
        }
    }

    private async Task Take(Run run, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var desk = scope.ServiceProvider.GetRequiredService<ImportDesk>();
            void Come(int done, int total) => progress[run.Id] = (done, total);
            run.End.SetResult(run.Mode is { } mode
                ? await desk.Apply(run.Actor, run.Id, mode, Come, cancel) : await desk.Check(run.Actor, run.Id, Come, cancel));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            run.End.TrySetCanceled(cancel);
            throw;
        }
        catch (Exception fault)
        {
            Failed(log, run.Id, fault);
            await GiveUp(run, fault);
        }
    }

    /// <summary>What failed says so; whoever waits is answered as for any other request that failed.</summary>
    private async Task GiveUp(Run run, Exception fault)
    {
        try
        {
            var from = run.Mode is null ? ImportState.Checking : ImportState.Applying;
            await jobs.Move(run.Id, from, ImportState.BrokenOff, null, CancellationToken.None);
        }
        catch (Exception also)
        {
            // A database that is away: the next start says it.
            Failed(log, run.Id, also);
        }
        run.End.TrySetException(fault);
        // Nobody may be waiting any more.
        _ = run.End.Task.Exception;
    }

    private sealed record Run(Actor Actor, Guid Id, ImportMode? Mode, TaskCompletionSource<Result<ImportOutcome>> End);

    [LoggerMessage(LogLevel.Warning, "{Count} imports were under way when the server stopped; nothing of them was written.")]
    private static partial void BrokenOff(ILogger log, int count);

    [LoggerMessage(LogLevel.Error, "Import {Id} failed; nothing of it was written.")]
    private static partial void Failed(ILogger log, Guid id, Exception fault);
}
