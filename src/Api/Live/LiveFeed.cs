using PlanTracker.Domain.History;

namespace PlanTracker.Api.Live;

/// <summary>
/// Knows the number of the last change, for everybody who listens: told at once of what this process commits, and looking into the database
/// once a second for what others do, but only while somebody listens.
/// </summary>
internal sealed partial class LiveFeed(IChangeCounter counter, ChangeBell bell, LiveSettings settings, TimeProvider time, ILogger<LiveFeed> log) : BackgroundService
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> readers = [];
    private TaskCompletionSource moved = New();
    private volatile TaskCompletionSource joined = New();
    private int listening;
    private long number;

    /// <summary>How many streams are open.</summary>
    public int Listening => Volatile.Read(ref listening);

    /// <summary>The last number seen and what is done when there is a later one: take both, then wait.</summary>
    public (long Number, Task Moved) Now
    {
        get
        {
            var next = Volatile.Read(ref moved).Task;
            return (Interlocked.Read(ref number), next);
        }
    }

    /// <summary>A place for a stream, given back by disposing it; null when the reader, or the process, has enough.</summary>
    /// <param name="reader">A session or a display link.</param>
    public IDisposable? Join(string reader)
    {
        lock (gate)
        {
            var own = readers.GetValueOrDefault(reader);
            if (own >= settings.MostPerReader || listening >= settings.Most)
                return null;
            readers[reader] = own + 1;
            listening++;
        }
        joined.TrySetResult();
        return new Place(this, reader);
    }

    /// <summary>Looks at once: a stream that begins must not begin with an old number.</summary>
    public async Task Look(CancellationToken cancel)
    {
        var latest = await counter.Latest(cancel);
        lock (gate)
        {
            if (latest <= number)
                return;
            number = latest;
        }
        Interlocked.Exchange(ref moved, New()).TrySetResult();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var (rung, next) = (bell.Next, joined);
            if (Listening == 0)
            {
                await next.Task.WaitAsync(stoppingToken);
                joined = New();
                continue;
            }
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                NotLooked(log, fault); // a database that is away is asked again in a second
            }
            await Task.WhenAny(rung, Task.Delay(TimeSpan.FromSeconds(settings.LookSeconds), time, stoppingToken));
        }
    }

    private void Leave(string reader)
    {
        lock (gate)
        {
            listening--;
            if (--readers[reader] == 0)
                readers.Remove(reader);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(LogLevel.Debug, "The number of the last change could not be read; it is tried again.")]
    private static partial void NotLooked(ILogger log, Exception fault);

    private sealed class Place(LiveFeed feed, string reader) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
                feed.Leave(reader);
        }
    }
}
