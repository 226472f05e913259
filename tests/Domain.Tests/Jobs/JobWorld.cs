using PlanTracker.Domain.Access;
using PlanTracker.Domain.Jobs;

namespace PlanTracker.Domain.Tests.Jobs;

/// <summary>Jobs over a list, a kind that does as it is told, and accounts that can lose what they may.</summary>
internal sealed class JobWorld : IJobBook, IActors, IJobKind
{
    private readonly List<Job> jobs = [];
    private readonly Dictionary<Guid, MadeFile> files = [];
    private readonly Time time = new();

    /// <summary>The actors that accounts are at this moment.</summary>
    public Dictionary<Guid, Actor> People { get; } = [];

    /// <summary>Called by the kind when it runs.</summary>
    public Func<Result<JobMade>> Work { get; set; } = () => new JobMade("/bao-cao");

    /// <summary>How often the kind ran.</summary>
    public int Runs { get; private set; }

    public BusinessClock Clock => new(time);

    public JobDesk Desk => new([this], this, this, Clock);

    string IJobKind.Name => "test";

    public Actor Person(Role role = Role.Coordinator, Guid? agency = null)
    {
        var actor = TestKit.Given.Actor(role, agency);
        return People[actor.AccountId] = actor;
    }

    public void Pass(TimeSpan span) => time.Now += span;

    public static MadeFile File(string text = "tệp") => new("bao-cao.xlsx", "text/plain", System.Text.Encoding.UTF8.GetBytes(text), new("report", Guid.Empty, "{}"));

    public async Task<Job> Started(Actor actor) => (await Desk.Start(actor, new JobOrder("test", "Việc thử", "{}"), default)).Value!;

    public async Task<Job> Done(Actor actor)
    {
        var job = await Started(actor);
        await Desk.Run(job.Id, _ => { }, default);
        return jobs.Single(j => j.Id == job.Id);
    }

    Refusal? IJobKind.Demand(Actor actor) => actor.Demand(Operation.IssueReports);

    string IJobKind.ScopeOf(Actor actor) => actor.Agency?.Id.ToString() ?? "";

    Task<Result<JobMade>> IJobKind.Run(Actor actor, Job job, JobProgress progress, CancellationToken cancel)
    {
        Runs++;
        return Task.FromResult(Work());
    }

    public Task<Actor?> Find(Guid accountId, Door door, CancellationToken cancel) =>
        Task.FromResult(People.TryGetValue(accountId, out var actor) ? actor with { Door = door } : null);

    public Task<Refusal?> Add(Actor actor, Job job, JobLimits limits, CancellationToken cancel)
    {
        if (IsFull(actor.AccountId, limits))
            return Task.FromResult<Refusal?>(JobRefusals.TooMany);
        jobs.Add(job);
        return Task.FromResult<Refusal?>(null);
    }

    public Task<Job?> Find(Guid id, CancellationToken cancel) => Task.FromResult(jobs.SingleOrDefault(j => j.Id == id));

    public Task<(IReadOnlyList<Job> First, int Total)> Own(Guid ownerId, int most, CancellationToken cancel)
    {
        var own = jobs.Where(j => j.OwnerId == ownerId).OrderByDescending(j => j.IsRunning).ThenByDescending(j => j.CreatedAt).ToList();
        return Task.FromResult<(IReadOnlyList<Job>, int)>(([.. own.Take(most)], own.Count));
    }

    public Task<MadeFile?> File(Guid id, CancellationToken cancel) => Task.FromResult(files.GetValueOrDefault(id));

    public Task<bool> Begin(Guid id, DateTime at, string scope, CancellationToken cancel) =>
        Change(id, j => j.State is JobState.Waiting, j => j with { State = JobState.Running, StartedAt = at, Scope = scope, WasBegun = true });

    public Task Finish(Guid id, JobMade made, DateTime at, JobLimits limits, CancellationToken cancel)
    {
        if (made.File is { } file)
            files[id] = file;
        return Change(id, j => j.State is JobState.Running, j => j with
        {
            State = JobState.Done,
            FinishedAt = at,
            Link = made.Link,
            FileName = made.File?.Name,
            FileSize = made.File?.Bytes.Length,
        });
    }

    public Task End(Guid id, JobState state, string? message, DateTime at, CancellationToken cancel) =>
        Change(id, j => j.IsRunning, j => j with { State = state, Message = message, FinishedAt = at });

    public async Task<Refusal?> Again(Job job, JobLimits limits, CancellationToken cancel) =>
        IsFull(job.OwnerId, limits) ? JobRefusals.TooMany
        : await Change(job.Id, j => j == job, j => j with { State = JobState.Waiting, StartedAt = null, FinishedAt = null }) ? null : JobRefusals.NotAgain;

    public Task Forget(Guid id, CancellationToken cancel) => Task.FromResult(jobs.RemoveAll(j => j.Id == id && !j.IsRunning));

    public async Task<int> BreakOff(DateTime at, CancellationToken cancel)
    {
        var running = jobs.Where(j => j.IsRunning).ToList();
        foreach (var job in running)
            await End(job.Id, JobState.BrokenOff, null, at, cancel);
        return running.Count;
    }

    private bool IsFull(Guid ownerId, JobLimits limits) => jobs.Count(j => j.OwnerId == ownerId && j.IsRunning) >= limits.MostRunning;

    private Task<bool> Change(Guid id, Func<Job, bool> fits, Func<Job, Job> change)
    {
        var at = jobs.FindIndex(j => j.Id == id && fits(j));
        if (at >= 0)
            jobs[at] = change(jobs[at]);
        return Task.FromResult(at >= 0);
    }

    private sealed class Time : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 9, 10, 2, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
