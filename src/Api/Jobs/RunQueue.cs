using System.Collections.Concurrent;
using System.Threading.Channels;
using PlanTracker.Domain;
using PlanTracker.Domain.Jobs;

namespace PlanTracker.Api.Jobs;

/// <summary>
/// Runs what takes a while, in its turn, in this process; whoever asked waits as long as they like. What is under way when the server stops is not
/// taken up again: at the next start it says so.
/// </summary>
/// <typeparam name="TRun">What is run.</typeparam>
/// <typeparam name="TEnd">What comes of it.</typeparam>
internal abstract partial class RunQueue<TRun, TEnd>(IServiceScopeFactory scopes, ILogger log, int atOnce) : BackgroundService
{
    private readonly Channel<Turn> waiting = Channel.CreateUnbounded<Turn>();
    private readonly ConcurrentDictionary<Guid, (Guid OwnerId, JobStep? Step)> ahead = [];

    /// <summary>How far a run is; null when this process is not at it, a step without words while it waits.</summary>
    public JobStep? StepOf(Guid id) => ahead.TryGetValue(id, out var come) ? come.Step ?? new("", 0, 0) : null;

    /// <summary>How many runs of an account are waiting or under way here.</summary>
    public int CountOf(Guid ownerId) => ahead.Values.Count(a => a.OwnerId == ownerId);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await BreakOff(cancellationToken) is > 0 and var count)
            BrokenOff(log, count, typeof(TRun).Name);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Puts a run into the queue, and waits for its end; null when patience ran out before.</summary>
    protected async Task<Result<TEnd>?> Put(Guid id, Guid ownerId, TRun run, TimeSpan patience)
    {
        var turn = new Turn(id, run, new(TaskCreationOptions.RunContinuationsAsynchronously));
        ahead[id] = (ownerId, null);
        if (!waiting.Writer.TryWrite(turn))
            return null;
        try
        {
            return await turn.End.Task.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Notes how far a run is.</summary>
    protected void Come(Guid id, JobStep step)
    {
        if (ahead.TryGetValue(id, out var come))
            ahead[id] = come with { Step = step };
    }

    /// <summary>At start: says of what was under way before that it was broken off; how many there were.</summary>
    protected abstract Task<int> BreakOff(CancellationToken cancel);

    /// <summary>Does it.</summary>
    protected abstract Task<Result<TEnd>> Carry(IServiceProvider services, TRun run, CancellationToken cancel);

    /// <summary>What failed says so.</summary>
    protected abstract Task GiveUp(TRun run);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(() => Work(stoppingToken), stoppingToken)));

    private async Task Work(CancellationToken cancel)
    {
        await foreach (var turn in waiting.Reader.ReadAllAsync(cancel))
        {
            var end = await Take(turn, cancel);
            // No longer ahead once its end is told: whoever waited counts what is left.
            ahead.TryRemove(turn.Id, out _);
            end();
        }
    }

    private async Task<Action> Take(Turn turn, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var result = await Carry(scope.ServiceProvider, turn.Run, cancel);
            return () => turn.End.SetResult(result);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            turn.End.TrySetCanceled(cancel);
            throw;
        }
        catch (Exception fault)
        {
            Failed(log, typeof(TRun).Name, turn.Id, fault);
            await GiveUp(turn);
            return () =>
            {
                turn.End.TrySetException(fault);
                // Nobody may be waiting any more.
                _ = turn.End.Task.Exception;
            };
        }
    }

    private async Task GiveUp(Turn turn)
    {
        try
        {
            await GiveUp(turn.Run);
        }
        catch (Exception also)
        {
            // A database that is away: the next start says it.
            Failed(log, typeof(TRun).Name, turn.Id, also);
        }
    }

    private sealed record Turn(Guid Id, TRun Run, TaskCompletionSource<Result<TEnd>> End);

    [LoggerMessage(LogLevel.Warning, "{Count} runs ({Kind}) were under way when the server stopped; they say so and can be asked for again.")]
    private static partial void BrokenOff(ILogger log, int count, string kind);

    [LoggerMessage(LogLevel.Error, "A run ({Kind}) {Id} failed.")]
    private static partial void Failed(ILogger log, string kind, Guid id, Exception fault);
}
