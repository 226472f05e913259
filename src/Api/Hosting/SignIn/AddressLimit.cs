using System.Collections.Concurrent;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>Counts wrong sign-ins per address within a minute. Good ones do not count: a whole office may share an address.</summary>
internal sealed class AddressLimit(TimeProvider time, SignInSettings settings)
{
    private const int MostAddresses = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> wrong = new();

    /// <summary>How long the address must wait; null when it need not.</summary>
    public TimeSpan? WaitOf(HttpContext http)
    {
        if (!wrong.TryGetValue(AddressOf(http), out var times))
            return null;
        lock (times)
        {
            Forget(times);
            return times.Count < settings.WrongPerAddress ? null : times.Peek() + Window - time.GetUtcNow();
        }
    }

    /// <summary>Notes a wrong sign-in.</summary>
    public void NoteWrong(HttpContext http)
    {
        if (wrong.Count > MostAddresses)
            wrong.Clear();
        var times = wrong.GetOrAdd(AddressOf(http), _ => new());
        lock (times)
        {
            Forget(times);
            times.Enqueue(time.GetUtcNow());
        }
    }

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    private void Forget(Queue<DateTimeOffset> times)
    {
        while (times.TryPeek(out var first) && first + Window <= time.GetUtcNow())
            times.Dequeue();
    }
}
