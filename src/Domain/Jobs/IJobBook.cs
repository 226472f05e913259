using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Jobs;

/// <summary>What a book keeps of a person, and for how long.</summary>
/// <param name="MostRunning">Jobs that wait or are under way, at most.</param>
/// <param name="MostFiles">Files, at most; older ones are forgotten.</param>
/// <param name="Before">Jobs that ended, or were asked for, before this are forgotten.</param>
/// <param name="FilesBefore">Files that were made before this are forgotten.</param>
public sealed record JobLimits(int MostRunning, int MostFiles, DateTime Before, DateTime FilesBefore);

/// <summary>Keeps jobs, outside the history: what is asked for changes nothing yet.</summary>
public interface IJobBook
{
    /// <summary>
    /// Keeps a new one, together with the key of the request (<see cref="Actor.Once"/>), and forgets what is too old. Refused when the person has
    /// too many before them, or when the key was used.
    /// </summary>
    Task<Refusal?> Add(Actor actor, Job job, JobLimits limits, CancellationToken cancel);

    /// <summary>One; null when there is none.</summary>
    Task<Job?> Find(Guid id, CancellationToken cancel);

    /// <summary>The first of an account, running ones before others, newest first; and how many it has.</summary>
    Task<(IReadOnlyList<Job> First, int Total)> Own(Guid ownerId, int most, CancellationToken cancel);

    /// <summary>The file it made; null when there is none any more.</summary>
    Task<MadeFile?> File(Guid id, CancellationToken cancel);

    /// <summary>Begins a waiting one; false when somebody else was first.</summary>
    Task<bool> Begin(Guid id, DateTime at, string scope, CancellationToken cancel);

    /// <summary>Ends a running one.</summary>
    Task Finish(Guid id, JobMade made, DateTime at, JobLimits limits, CancellationToken cancel);

    /// <summary>Ends one that is under way, or waits, without a result.</summary>
    Task End(Guid id, JobState state, string? message, DateTime at, CancellationToken cancel);

    /// <summary>Lets one wait again; refused when the person has too many before them, and when it is not as it was.</summary>
    Task<Refusal?> Again(Job job, JobLimits limits, CancellationToken cancel);

    /// <summary>Forgets one that has ended.</summary>
    Task Forget(Guid id, CancellationToken cancel);

    /// <summary>At start: what waited or was going on when the server stopped was broken off. Returns how many.</summary>
    Task<int> BreakOff(DateTime at, CancellationToken cancel);
}
