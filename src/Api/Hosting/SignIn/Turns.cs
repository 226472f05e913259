namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>Guesses at one account come one at a time, so that many at once are all counted and no code is taken twice.</summary>
internal static class Turns
{
    private static readonly SemaphoreSlim[] Queues = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Does it when no other work on the name (as Identity normalises it) is under way.</summary>
    public static async Task<T> Take<T>(string? name, Func<Task<T>> work, CancellationToken cancel)
    {
        var queue = Queues[(uint)StringComparer.Ordinal.GetHashCode(name ?? "") % Queues.Length];
        await queue.WaitAsync(cancel);
        try
        {
            return await work();
        }
        finally
        {
            queue.Release();
        }
    }
}
