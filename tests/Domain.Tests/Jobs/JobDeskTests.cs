using PlanTracker.Domain.Access;
using PlanTracker.Domain.Jobs;

namespace PlanTracker.Domain.Tests.Jobs;

/// <summary>Work that goes on by itself: whose it is, with whose rights it is done, and when it can be asked for again.</summary>
public sealed class JobDeskTests
{
    private readonly JobWorld world = new();

    private JobDesk Desk => world.Desk;

    [Fact]
    public async Task A_job_is_done_and_found_again_with_what_came_of_it()
    {
        var person = world.Person();
        world.Work = () => new JobMade(null, JobWorld.File());

        var job = await world.Done(person);

        Assert.Equal((JobState.Done, "bao-cao.xlsx"), (job.State, job.FileName));
        Assert.Equal("tệp"u8.ToArray(), (await Desk.File(person, job.Id, default)).Value!.Bytes);
        Assert.Equal("jobs.not-again", (await Desk.Retry(person, job.Id, default)).Refusal!.Code);
    }

    [Fact]
    public async Task Somebody_elses_job_is_not_there()
    {
        world.Work = () => new JobMade(null, JobWorld.File());
        var job = await world.Done(world.Person());
        var other = world.Person();

        Assert.Equal("jobs.unknown", (await Desk.Find(other, job.Id, default)).Refusal!.Code);
        Assert.Equal("jobs.unknown", (await Desk.File(other, job.Id, default)).Refusal!.Code);
        Assert.Equal("jobs.unknown", (await Desk.Retry(other, job.Id, default)).Refusal!.Code);
    }

    [Fact]
    public async Task Who_may_not_do_it_cannot_ask_for_it()
    {
        var refused = await Desk.Start(world.Person(Role.Leader), new JobOrder("test", "Việc thử", "{}"), default);

        Assert.Equal(RefusalKind.NotAllowed, refused.Refusal!.Kind);
    }

    [Fact]
    public async Task A_right_lost_between_asking_and_doing_is_lost()
    {
        var person = world.Person();
        var job = await world.Started(person);
        world.People[person.AccountId] = person with { Roles = new HashSet<Role> { Role.Leader } };

        Assert.Equal(RefusalKind.NotAllowed, (await Desk.Run(job.Id, _ => { }, default)).Refusal!.Kind);
        Assert.Equal((JobState.Refused, 0), ((await Desk.Find(person, job.Id, default)).Value!.State, world.Runs));
    }

    [Fact]
    public async Task The_account_was_closed_meanwhile_and_nothing_is_done()
    {
        var person = world.Person();
        var job = await world.Started(person);
        world.People.Clear();

        Assert.NotNull((await Desk.Run(job.Id, _ => { }, default)).Refusal);
        Assert.Equal((JobState.Refused, 0), ((await Desk.Find(person, job.Id, default)).Value!.State, world.Runs));
    }

    [Fact]
    public async Task A_file_is_handed_out_only_while_its_person_has_the_right()
    {
        var person = world.Person();
        world.Work = () => new JobMade(null, JobWorld.File());
        var job = await world.Done(person);

        Assert.Equal(RefusalKind.NotAllowed, (await Desk.File(person with { Roles = new HashSet<Role> { Role.Leader } }, job.Id, default)).Refusal!.Kind);
        Assert.Null((await Desk.File(person, job.Id, default)).Refusal);
    }

    [Fact]
    public async Task A_file_made_for_the_eyes_of_one_agency_stays_behind_when_its_person_moves_to_another()
    {
        var person = world.Person(agency: Guid.CreateVersion7());
        world.Work = () => new JobMade(null, JobWorld.File());
        var job = await world.Done(person);
        var moved = person with { Agency = person.Agency! with { Id = Guid.CreateVersion7() } };

        Assert.Equal("jobs.other-scope", (await Desk.File(moved, job.Id, default)).Refusal!.Code);
        Assert.Null((await Desk.File(person, job.Id, default)).Refusal);
    }

    [Fact]
    public async Task What_is_refused_says_why_and_makes_no_file()
    {
        var person = world.Person();
        world.Work = () => Refusal.Invalid("signedOn", "Ngày ký chưa đúng.");

        var job = await world.Done(person);

        Assert.Equal(JobState.Refused, job.State);
        Assert.Contains("Ngày ký chưa đúng.", job.Message, StringComparison.Ordinal);
        Assert.Equal("jobs.no-file", (await Desk.File(person, job.Id, default)).Refusal!.Code);
    }

    [Fact]
    public async Task A_refusal_that_was_read_is_forgotten_and_nothing_else_is()
    {
        var person = world.Person();
        world.Work = () => Refusal.Conflict("x", "Không được.");
        var refused = await world.Done(person);
        var waiting = await world.Started(person);

        await Desk.Forget(world.Person(), refused.Id, default);
        Assert.NotNull((await Desk.Find(person, refused.Id, default)).Value);
        await Desk.Forget(person, refused.Id, default);
        await Desk.Forget(person, waiting.Id, default);

        Assert.Null((await Desk.Find(person, refused.Id, default)).Value);
        Assert.NotNull((await Desk.Find(person, waiting.Id, default)).Value);
    }

    [Fact]
    public async Task What_was_broken_off_is_asked_for_again_once_and_done()
    {
        var person = world.Person();
        var job = await world.Started(person);
        await world.BreakOff(world.Clock.UtcNow, default);
        Assert.Equal("jobs.unknown", (await Desk.Run(job.Id, _ => { }, default)).Refusal!.Code);

        Assert.Equal(JobState.Waiting, (await Desk.Retry(person, job.Id, default)).Value!.State);
        Assert.Equal("jobs.not-again", (await Desk.Retry(person, job.Id, default)).Refusal!.Code);

        Assert.Equal(JobState.Done, (await Desk.Run(job.Id, _ => { }, default)).Value!.State);
        Assert.Equal(1, world.Runs);
    }

    [Fact]
    public async Task Who_has_lost_the_right_cannot_ask_again()
    {
        var person = world.Person();
        var job = await world.Started(person);
        await world.BreakOff(world.Clock.UtcNow, default);

        Assert.Equal(RefusalKind.NotAllowed, (await Desk.Retry(person with { IsReadOnly = true }, job.Id, default)).Refusal!.Kind);
    }

    [Fact]
    public async Task A_file_is_gone_after_seven_days_and_can_be_made_again()
    {
        var person = world.Person();
        world.Work = () => new JobMade(null, JobWorld.File());
        var job = await world.Done(person);

        world.Pass(JobDesk.FileKeptFor - TimeSpan.FromMinutes(1));
        Assert.Null((await Desk.File(person, job.Id, default)).Refusal);
        world.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal("jobs.file-gone", (await Desk.File(person, job.Id, default)).Refusal!.Code);
        Assert.Null((await Desk.Retry(person, job.Id, default)).Refusal);
    }

    [Fact]
    public async Task Twenty_wait_for_a_person_and_the_next_is_refused_until_one_has_ended()
    {
        var person = world.Person();
        var first = await world.Started(person);
        for (var n = 1; n < JobDesk.MostRunning; n++)
            await world.Started(person);

        Assert.Equal((RefusalKind.TooOften, "jobs.too-many"), await Next());
        Assert.NotNull(await world.Started(world.Person()));
        await Desk.Run(first.Id, _ => { }, default);
        Assert.NotNull(await world.Started(person));

        async Task<(RefusalKind, string)> Next()
        {
            var refusal = (await Desk.Start(person, new JobOrder("test", "Việc thử", "{}"), default)).Refusal!;
            return (refusal.Kind, refusal.Code);
        }
    }
}
