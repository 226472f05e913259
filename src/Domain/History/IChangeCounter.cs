namespace PlanTracker.Domain.History;

/// <summary>How far what people look at has been changed: a number that grows, and says nothing of what changed.</summary>
public interface IChangeCounter
{
    /// <summary>
    /// The number of the last change in the database, whichever process made it; 0 when there is none. Sign-ins, downloads and mails are no
    /// changes: they alter no figure.
    /// </summary>
    Task<long> Latest(CancellationToken cancel);
}

/// <summary>Rings within the process when a change is committed, so that nobody in it has to wait for the next look into the database.</summary>
public sealed class ChangeBell
{
    private TaskCompletionSource next = New();

    /// <summary>Done at the next change. Take it before looking, wait for it afterwards: nothing falls in between.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <summary>Says that something was committed.</summary>
    public void Ring() => Interlocked.Exchange(ref next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
