using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Jobs;

/// <summary>Use cases of every job: ask for it, have it done, find it again, take its file, ask again after it was broken off.</summary>
public sealed class JobDesk(IEnumerable<IJobKind> kinds, IJobBook book, IActors actors, BusinessClock clock)
{
    /// <summary>A person's jobs that wait or are under way, at most.</summary>
    public const int MostRunning = 20;

    /// <summary>A person's files that are kept, at most.</summary>
    public const int MostFiles = 20;

    private const int MaxMessage = 2000;

    /// <summary>Jobs are kept so long after their end.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Files are kept so long after they were made.</summary>
    public static readonly TimeSpan FileKeptFor = TimeSpan.FromDays(7);

    private JobLimits Limits => new(MostRunning, MostFiles, clock.UtcNow - KeptFor, clock.UtcNow - FileKeptFor);

    /// <summary>Takes an order in; it waits for its turn.</summary>
    public async Task<Result<Job>> Start(Actor actor, Result<JobOrder> asked, CancellationToken cancel)
    {
        if (asked.Refused(out var refusal, out var order))
            return refusal;
        if (KindOf(order.Kind).Demand(actor) is { } notAllowed)
            return notAllowed;
        var job = new Job
        {
            Kind = order.Kind,
            Title = order.Title,
            Input = order.Input,
            OwnerId = actor.AccountId,
            Door = actor.Door,
            CreatedAt = clock.UtcNow,
        };
        return await book.Add(actor, job, Limits, cancel) is { } no ? no : job;
    }

    /// <summary>Does a waiting job, with the rights that its person has now.</summary>
    public async Task<Result<Job>> Run(Guid id, JobProgress progress, CancellationToken cancel)
    {
        if (await book.Find(id, cancel) is not { State: JobState.Waiting } job)
            return JobRefusals.Unknown;
        var kind = KindOf(job.Kind);
        var actor = await actors.Find(job.OwnerId, job.Door, cancel);
        if (!await book.Begin(id, clock.UtcNow, actor is null ? "" : kind.ScopeOf(actor), cancel))
            return JobRefusals.Unknown;
        var result = actor is null ? JobRefusals.NoAccount : kind.Demand(actor) is { } notAllowed ? notAllowed : await kind.Run(actor, job, progress, cancel);
        // What was done is done: it is noted though the server is about to stop.
        if (result.Refused(out var refusal, out var made))
        {
            await book.End(id, JobState.Refused, Told(refusal), clock.UtcNow, CancellationToken.None);
            return refusal;
        }
        await book.Finish(id, made, clock.UtcNow, Limits, CancellationToken.None);
        return await book.Find(id, CancellationToken.None) is { } done ? done : JobRefusals.Unknown;
    }

    /// <summary>One of the actor's own jobs.</summary>
    public async Task<Result<Job>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return await book.Find(id, cancel) is { } job && job.OwnerId == actor.AccountId ? job : JobRefusals.Unknown;
    }

    /// <summary>The file of one of the actor's own jobs, while they still may have it.</summary>
    public async Task<Result<MadeFile>> File(Actor actor, Guid id, CancellationToken cancel)
    {
        if ((await Find(actor, id, cancel)).Refused(out var notThere, out var job))
            return notThere;
        var kind = KindOf(job.Kind);
        if (kind.Demand(actor) is { } notAllowed)
            return notAllowed;
        if (job.State is not JobState.Done || job.FileName is null)
            return JobRefusals.NoFile;
        if (kind.ScopeOf(actor) != job.Scope)
            return JobRefusals.OtherScope;
        return job.HasFile(clock.UtcNow) && await book.File(id, cancel) is { } file ? file : JobRefusals.FileGone;
    }

    /// <summary>Lets a job that was broken off, or whose file is forgotten, wait for its turn again.</summary>
    public async Task<Result<Job>> Retry(Actor actor, Guid id, CancellationToken cancel)
    {
        if ((await Find(actor, id, cancel)).Refused(out var notThere, out var job))
            return notThere;
        if (KindOf(job.Kind).Demand(actor) is { } notAllowed)
            return notAllowed;
        if (!job.MayRetry(clock.UtcNow))
            return JobRefusals.NotAgain;
        if (await book.Again(job, Limits, cancel) is { } refusal)
            return refusal;
        return job with { State = JobState.Waiting, StartedAt = null, FinishedAt = null, FileName = null, FileSize = null };
    }

    /// <summary>Forgets one of the actor's own jobs whose refusal its person has just read.</summary>
    public async Task Forget(Actor actor, Guid id, CancellationToken cancel)
    {
        if ((await Find(actor, id, cancel)).Value is { State: JobState.Refused })
            await book.Forget(id, cancel);
    }

    private IJobKind KindOf(string name) => kinds.First(k => k.Name == name);

    private static string Told(Refusal refusal)
    {
        var told = refusal.Errors.Count == 0 ? refusal.Message : $"{refusal.Message} {string.Join(" ", refusal.Errors.Values.SelectMany(m => m))}";
        return told.Length <= MaxMessage ? told : told[..MaxMessage];
    }
}
