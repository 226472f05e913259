using PlanTracker.Domain.Access;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Jobs;
using PlanTracker.Storage.Once;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Jobs;

/// <summary>How jobs are kept: one step after the other, for a while, and with the key of their request.</summary>
public sealed class JobBookTests(PostgresCluster postgres)
{
    private static readonly DateTime Noon = new(2024, 9, 10, 5, 0, 0, DateTimeKind.Utc);

    private static readonly JobLimits Limits = new(3, 2, Noon.AddDays(-30), Noon.AddDays(-7));

    private static readonly MadeFile File = new("báo cáo.xlsx", "text/plain", [1, 2, 3], new("report", Guid.CreateVersion7(), """{"file":"báo cáo.xlsx"}"""));

    [Theory, ClassData(typeof(Providers))]
    public async Task A_job_comes_from_waiting_to_its_file_step_by_step(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var book = store.Get<IJobBook>();
        var person = Given.Actor(Role.Coordinator);
        var job = JobOf(person);

        Assert.Null(await book.Add(person, job, Limits, default));
        Assert.Equal(job, await book.Find(job.Id, default));
        Assert.True(await book.Begin(job.Id, Noon, "phạm vi", default));
        Assert.False(await book.Begin(job.Id, Noon, "", default));
        await book.Finish(job.Id, new(null, File), Noon.AddSeconds(1), Limits, default);

        var done = (await book.Find(job.Id, default))!;
        Assert.Equal(
            job with { State = JobState.Done, StartedAt = Noon, FinishedAt = Noon.AddSeconds(1), Scope = "phạm vi", WasBegun = true, FileName = File.Name, FileSize = 3 }, done);
        var kept = (await book.File(job.Id, default))!;
        Assert.Equal(File.Bytes, kept.Bytes);
        Assert.Equal(File.Note, kept.Note);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_waits_or_runs_at_start_was_broken_off_and_waits_again_when_asked(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var book = store.Get<IJobBook>();
        var person = Given.Actor(Role.Coordinator);
        var (waiting, running, done) = (await Added(book, person), await Added(book, person), await Added(book, person));
        await book.Begin(running.Id, Noon, "", default);
        await book.Begin(done.Id, Noon, "", default);
        await book.Finish(done.Id, new("/bao-cao"), Noon, Limits, default);

        Assert.Equal(2, await book.BreakOff(Noon, default));

        Assert.Equal(
            [JobState.BrokenOff, JobState.BrokenOff, JobState.Done],
            new[] { await book.Find(waiting.Id, default), await book.Find(running.Id, default), await book.Find(done.Id, default) }.Select(j => j!.State));
        var broken = (await book.Find(running.Id, default))!;
        Assert.Null(await book.Again(broken, Limits, default));
        Assert.Equal("jobs.not-again", (await book.Again(broken, Limits, default))!.Code);
        var again = (await book.Find(running.Id, default))!;
        Assert.Equal((JobState.Waiting, true, null), (again.State, again.WasBegun, again.FinishedAt));
        await book.Finish(running.Id, new("/x"), Noon, Limits, default);
        Assert.Equal(JobState.Waiting, (await book.Find(running.Id, default))!.State);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_person_has_so_many_running_and_so_many_files_and_everything_is_forgotten_after_a_while(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var book = store.Get<IJobBook>();
        var person = Given.Actor(Role.Coordinator);
        var jobs = new List<Job>();
        for (var n = 0; n < Limits.MostRunning; n++)
            jobs.Add(await Added(book, person));
        Assert.Equal("jobs.too-many", (await book.Add(person, JobOf(person), Limits, default))!.Code);
        Assert.Null(await book.Add(Given.Actor(Role.Coordinator), JobOf(person) with { OwnerId = Guid.CreateVersion7() }, Limits, default));

        foreach (var (n, job) in jobs.Index())
        {
            await book.Begin(job.Id, Noon, "", default);
            await book.Finish(job.Id, new(null, File), Noon.AddMinutes(n), Limits, default);
        }
        Assert.Equal([null, 3, 3], (await Task.WhenAll(jobs.Select(j => book.Find(j.Id, default)))).Select(j => j!.FileSize));
        Assert.Null(await book.File(jobs[0].Id, default));

        Assert.Null(await book.Add(person, JobOf(person), Limits with { FilesBefore = Noon.AddMinutes(2) }, default));
        Assert.Null(await book.File(jobs[1].Id, default));
        Assert.NotNull(await book.File(jobs[2].Id, default));
        var last = JobOf(person) with { CreatedAt = Noon.AddDays(1) };
        Assert.Null(await book.Add(person, last, Limits with { Before = Noon.AddMinutes(2) }, default));
        Assert.Equal([last.Id, jobs[2].Id], (await book.Own(person.AccountId, 10, default)).First.Select(j => j.Id));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_page_has_what_runs_first_and_knows_how_many_there_are(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var (book, imports) = (store.Get<IJobBook>(), store.Get<IImportJobs>());
        var person = Given.Actor(Role.Coordinator);
        var old = await Added(book, person);
        var ended = JobOf(person) with { CreatedAt = Noon.AddMinutes(1) };
        await book.Add(person, ended, Limits, default);
        await book.End(ended.Id, JobState.Refused, "Không được.", Noon, default);
        foreach (var state in (ImportState[])[ImportState.Checking, ImportState.Done])
        {
            await imports.Add(new() { Kind = "entries", PlanId = Guid.Empty, OwnerId = person.AccountId, FileName = $"{state}", CreatedAt = Noon.AddMinutes((int)state), State = state },
                [1], Noon.AddDays(-30), default);
        }

        var (first, total) = await book.Own(person.AccountId, 1, default);
        Assert.Equal((old.Id, 2), (Assert.Single(first).Id, total));
        Assert.Equal([old.Id, ended.Id], (await book.Own(person.AccountId, 5, default)).First.Select(j => j.Id));
        Assert.Equal("Không được.", (await book.Find(ended.Id, default))!.Message);
        var (firstImports, count) = await imports.Own(person.AccountId, 1, default);
        Assert.Equal(("Checking", 2), (Assert.Single(firstImports).FileName, count));
        Assert.Empty((await imports.Own(Guid.CreateVersion7(), 5, default)).First);

        await book.Forget(old.Id, default);
        await book.Forget(ended.Id, default);
        Assert.Equal([old.Id], (await book.Own(person.AccountId, 5, default)).First.Select(j => j.Id));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_key_of_a_request_stands_and_falls_with_its_job(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var book = store.Get<IJobBook>();
        var person = Given.Actor(Role.Coordinator);
        Actor Sending(string key) => person with { Once = new OnceOnly(key, new string('a', 64)) };
        var (first, again, refused) = (Sending("khóa"), Sending("khóa"), Sending("khóa khác"));

        Assert.Null(await book.Add(first, JobOf(person), Limits, default));
        Assert.Equal(OnceOnly.Taken, await book.Add(again, JobOf(person), Limits, default));
        Assert.Equal("jobs.too-many", (await book.Add(refused, JobOf(person), Limits with { MostRunning = 1 }, default))!.Code);

        Assert.Equal((true, false, false), (first.Once!.IsUsed, again.Once!.IsUsed, refused.Once!.IsUsed));
        Assert.Equal(1, (await book.Own(person.AccountId, 5, default)).Total);
        Assert.Null(await store.Get<IdempotencyBook>().Find(person.AccountId, "khóa khác", default));
    }

    private static Job JobOf(Actor person) => new()
    {
        Kind = "report-file", Title = "Báo cáo Quý III, tệp Excel", OwnerId = person.AccountId, Door = Door.Page, Input = "{}", CreatedAt = Noon,
    };

    private static async Task<Job> Added(IJobBook book, Actor person)
    {
        var job = JobOf(person);
        Assert.Null(await book.Add(person, job, Limits, default));
        return job;
    }
}
