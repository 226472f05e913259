using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Jobs;
using PlanTracker.Storage.Mapping;
using PlanTracker.Storage.Once;

namespace PlanTracker.Storage.Jobs;

/// <summary>Keeps jobs; each change of one is a transaction of its own, at the gate on SQLite.</summary>
internal sealed class JobBook(IDbContextFactory<PlanDb> factory, WriteDoor door, TimeProvider time) : IJobBook
{
    public Task<Refusal?> Add(Actor actor, Job job, JobLimits limits, CancellationToken cancel) => Turn(async db =>
    {
        await db.Jobs.Where(j => j.CreatedAt < limits.Before && (j.FinishedAt ?? j.CreatedAt) < limits.Before).ExecuteDeleteAsync(cancel);
        await ForgetFiles(db.Jobs.Where(j => j.Content != null && j.FinishedAt < limits.FilesBefore), cancel);
        if (await Running(db, actor.AccountId).CountAsync(cancel) >= limits.MostRunning)
            return JobRefusals.TooMany;
        // As the store does for what it writes: the key of the request stands and falls with what was asked.
        var once = actor.Once is { IsUsed: false } key ? key : null;
        if (once is not null && await once.Take(db, actor.AccountId, time, ("job", job.Id), cancel) is { } taken)
            return taken;
        db.Jobs.Add(new KeptJob
        {
            Id = job.Id,
            Kind = job.Kind,
            Title = job.Title,
            OwnerId = job.OwnerId,
            Door = job.Door,
            Input = job.Input,
            CreatedAt = job.CreatedAt,
            State = job.State,
        });
        await db.SaveChangesAsync(cancel);
        return null;
    }, actor.Once, cancel);

    public async Task<Job?> Find(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Narrow(db.Jobs.Where(j => j.Id == id)).SingleOrDefaultAsync(cancel);
    }

    public async Task<(IReadOnlyList<Job> First, int Total)> Own(Guid ownerId, int most, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var own = db.Jobs.Where(j => j.OwnerId == ownerId);
        var first = await Narrow(own.OrderByDescending(j => j.State == JobState.Waiting || j.State == JobState.Running)
            .ThenByDescending(j => j.CreatedAt).ThenByDescending(j => j.Id).Take(most)).ToListAsync(cancel);
        return (first, first.Count < most ? first.Count : await own.CountAsync(cancel));
    }

    public async Task<MadeFile?> File(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, cancel) is { Content: { } bytes } kept
            ? new(kept.FileName!, kept.ContentType!, bytes, JsonSerializer.Deserialize<JobNote>(kept.Note!, JsonColumn.Options)!) : null;
    }

    public Task<bool> Begin(Guid id, DateTime at, string scope, CancellationToken cancel) => Turn(async db =>
        await db.Jobs.Where(j => j.Id == id && j.State == JobState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.State, JobState.Running).SetProperty(j => j.StartedAt, at).SetProperty(j => j.Scope, scope)
                .SetProperty(j => j.WasBegun, true), cancel) == 1, cancel);

    public Task Finish(Guid id, JobMade made, DateTime at, JobLimits limits, CancellationToken cancel) => Turn(async db =>
    {
        var file = made.File;
        var note = file is null ? null : JsonSerializer.Serialize(file.Note, JsonColumn.Options);
        var size = (long?)file?.Bytes.Length;
        await db.Jobs.Where(j => j.Id == id && j.State == JobState.Running).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.State, JobState.Done).SetProperty(j => j.FinishedAt, at).SetProperty(j => j.Link, made.Link)
                .SetProperty(j => j.FileName, file == null ? null : file.Name).SetProperty(j => j.ContentType, file == null ? null : file.ContentType)
                .SetProperty(j => j.FileSize, size).SetProperty(j => j.Content, file == null ? null : file.Bytes).SetProperty(j => j.Note, note), cancel);
        var owner = await db.Jobs.Where(j => j.Id == id).Select(j => j.OwnerId).SingleOrDefaultAsync(cancel);
        var old = await db.Jobs.Where(j => j.OwnerId == owner && j.Content != null).OrderByDescending(j => j.FinishedAt).ThenByDescending(j => j.Id)
            .Skip(limits.MostFiles).Select(j => j.Id).ToListAsync(cancel);
        return old.Count == 0 ? 0 : await ForgetFiles(db.Jobs.Where(j => old.Contains(j.Id)), cancel);
    }, cancel);

    public Task End(Guid id, JobState state, string? message, DateTime at, CancellationToken cancel) => Turn(db =>
        db.Jobs.Where(j => j.Id == id && (j.State == JobState.Running || j.State == JobState.Waiting)).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.State, state).SetProperty(j => j.Message, message).SetProperty(j => j.FinishedAt, at), cancel), cancel);

    public Task<Refusal?> Again(Job job, JobLimits limits, CancellationToken cancel) => Turn(async db =>
        await Running(db, job.OwnerId).CountAsync(cancel) >= limits.MostRunning ? JobRefusals.TooMany
        : await db.Jobs.Where(j => j.Id == job.Id && j.State == job.State && j.FinishedAt == job.FinishedAt).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.StartedAt, (DateTime?)null).SetProperty(j => j.FinishedAt, (DateTime?)null)
                .SetProperty(j => j.Message, (string?)null).SetProperty(j => j.FileName, (string?)null).SetProperty(j => j.FileSize, (long?)null)
                .SetProperty(j => j.Content, (byte[]?)null), cancel) == 1 ? null : JobRefusals.NotAgain, cancel);

    public Task Forget(Guid id, CancellationToken cancel) => Turn(db =>
        db.Jobs.Where(j => j.Id == id && j.State != JobState.Waiting && j.State != JobState.Running).ExecuteDeleteAsync(cancel), cancel);

    public Task<int> BreakOff(DateTime at, CancellationToken cancel) => Turn(db =>
        db.Jobs.Where(j => j.State == JobState.Waiting || j.State == JobState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.BrokenOff).SetProperty(j => j.FinishedAt, at), cancel), cancel);

    private static Task<int> ForgetFiles(IQueryable<KeptJob> jobs, CancellationToken cancel) =>
        jobs.ExecuteUpdateAsync(set => set.SetProperty(j => j.Content, (byte[]?)null).SetProperty(j => j.FileSize, (long?)null), cancel);

    private static IQueryable<KeptJob> Running(PlanDb db, Guid ownerId) =>
        db.Jobs.Where(j => j.OwnerId == ownerId && (j.State == JobState.Waiting || j.State == JobState.Running));

    private async Task<Refusal?> Turn(Func<PlanDb, Task<Refusal?>> change, OnceOnly? once, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var turn = await door.Enter(db, cancel);
        // Like the store: a refusal takes everything back.
        if (await change(db) is { } refusal)
            return refusal;
        await turn.Commit();
        once?.Use();
        return null;
    }

    private async Task<T> Turn<T>(Func<PlanDb, Task<T>> change, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var turn = await door.Enter(db, cancel);
        var result = await change(db);
        await turn.Commit();
        return result;
    }

    private static IQueryable<Job> Narrow(IQueryable<KeptJob> jobs) => jobs.Select(j => new Job
    {
        Id = j.Id, Kind = j.Kind, Title = j.Title, OwnerId = j.OwnerId, Door = j.Door, Input = j.Input, CreatedAt = j.CreatedAt, StartedAt = j.StartedAt,
        FinishedAt = j.FinishedAt, State = j.State, WasBegun = j.WasBegun, Scope = j.Scope, Message = j.Message, Link = j.Link, FileName = j.FileName,
        FileSize = j.FileSize,
    });
}
