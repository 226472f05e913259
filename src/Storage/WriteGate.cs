namespace PlanTracker.Storage;

/// <summary>One writer at a time within the process: waiting here is fair and short, waiting for SQLite's own lock is neither.</summary>
internal sealed class WriteGate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Waits for the turn; dispose what comes back to give it on.</summary>
    public async Task<IDisposable> Enter(CancellationToken cancel) =>
        await gate.WaitAsync(Patience, cancel) ? new Turn(gate) : throw new StorageBusyException(null);

    /// <summary>The same for callers that cannot wait asynchronously.</summary>
    public IDisposable Enter() => gate.Wait(Patience) ? new Turn(gate) : throw new StorageBusyException(null);

    public void Dispose() => gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private int given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref given, 1) == 0)
                gate.Release();
        }
    }
}
