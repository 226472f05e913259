using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reminders;
using PlanTracker.Domain.Reporting;
using PlanTracker.Storage.Access;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Reminders;

/// <summary>The daily round on both databases: it survives restarts, catches up once and sends nothing twice.</summary>
public sealed class ReminderRoundTests(PostgresCluster postgres)
{
    private static readonly DateOnly Due = new(2024, 9, 16);

    [Theory, ClassData(typeof(Providers))]
    public async Task A_day_s_digest_is_made_once_however_often_and_wherever_the_round_runs(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        await Owing(store);

        Assert.Equal(0, await Round(store, Due.AddDays(-8)).Run(default));
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Round(store, Due.AddDays(-7)).Run(default)));

        Assert.Equal(1, made.Sum());
        Assert.Equal(0, await Round(store, Due.AddDays(-7)).Run(default));
        Assert.Equal(-7, Assert.Single(await Steps(store)));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Missed_days_are_caught_up_once_by_the_last_step_reached_and_the_ladder_goes_on(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        await Owing(store);

        // The program stood still from D-7 to D+2: of D-3, D-1, D0 and D+1 only the last is said.
        await Round(store, Due.AddDays(-7)).Run(default);
        Assert.Equal(1, await Round(store, Due.AddDays(2)).Run(default));
        Assert.Equal(0, await Round(store, Due.AddDays(2)).Run(default));
        Assert.Equal(1, await Round(store, Due.AddDays(3)).Run(default));
        Assert.Equal(0, await Round(store, Due.AddDays(4)).Run(default));

        Assert.Equal("-7 1 3", string.Join(' ', await Steps(store)));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Reminding_stops_when_the_report_is_sent_and_at_steps_a_person_does_not_want(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var (obligation, person) = await Owing(store);
        var wishes = new ReminderPreference { AccountId = person };
        wishes.Without.Add(-7);
        await store.Add(wishes);

        Assert.Equal(0, await Round(store, Due.AddDays(-7)).Run(default));
        Assert.Equal(1, await Round(store, Due.AddDays(-3)).Run(default));
        await using (var db = await store.Context())
        {
            var row = await db.Obligations.AsTracking().SingleAsync(o => o.Id == obligation);
            row.Submit(Given.Noon, nothingToReport: false);
            await db.SaveChangesAsync();
        }
        Assert.Equal(0, await Round(store, Due.AddDays(1)).Run(default));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_mail_is_handed_over_once_and_a_failed_one_is_tried_again_later(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        await Owing(store);
        var mailer = new Postbox();
        await Round(store, Due.AddDays(-7), mailer).Run(default);

        mailer.Trouble = "Máy chủ bận";
        Assert.Equal(0, await Sending(store, mailer, Due.AddDays(-7)).Run(default));
        mailer.Trouble = null;
        Assert.Equal(0, await Sending(store, mailer, Due.AddDays(-7)).Run(default));
        Assert.Equal(1, await Sending(store, mailer, Due.AddDays(-6)).Run(default));
        Assert.Equal(0, await Sending(store, mailer, Due.AddDays(-5)).Run(default));

        Assert.Equal(["can.bo@cantho.gov.vn", "can.bo@cantho.gov.vn"], mailer.Sent);
        await using var db = await store.Context();
        var kept = await db.Reminders.SingleAsync();
        Assert.Equal((ReminderStatus.Sent, 2), (kept.Status, kept.Attempts.Count));
    }

    private static BusinessClock At(DateOnly day) => new(TimeProvider.System, day);

    private static ObligationReading Reading(PlanStore store, DateOnly day) => new(
        store.Get<IObligationBook>(), store.Get<IPlanLibrary>(), store.Get<IReportingCalendar>(), store.Get<IAgencyRegister>(), store.Get<IReportArchive>(), At(day));

    private static ReminderRound Round(PlanStore store, DateOnly day, IMailer? mailer = null) => new(
        store.Get<IStore>(), store.Get<IObligationBook>(), Reading(store, day), store.Get<IReminderBook>(), store.Get<IAgencyRegister>(),
        store.Get<IReportingCalendar>(), mailer ?? new Postbox { IsConfigured = false }, At(day));

    private static ReminderSending Sending(PlanStore store, IMailer mailer, DateOnly day) =>
        new(store.Get<IStore>(), store.Get<IReminderBook>(), mailer, At(day));

    private static async Task<int[]> Steps(PlanStore store)
    {
        await using var db = await store.Context();
        return [.. (await db.Reminders.OrderBy(r => r.Day).ToListAsync()).Select(r => Assert.Single(r.Items).Step)];
    }

    /// <summary>One unit with one reporter, that owes one report.</summary>
    private static async Task<(Guid Obligation, Guid Person)> Owing(PlanStore store)
    {
        var agencies = (await store.Get<IAgencyRegister>().All(default)).Values;
        var (unit, receiver) = (agencies.Single(a => a.SeedKey == "ldld"), agencies.Single(a => a.SeedKey == "so-noi-vu"));
        var plan = (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var period = (await store.Get<IReportingCalendar>().Of(plan.Id, default)).Single(p => p.Code == "2024-Q3");
        var person = new Account
        {
            Id = Guid.CreateVersion7(), UserName = "can.bo", NormalizedUserName = "CAN.BO", FullName = "Cán bộ", Email = "can.bo@cantho.gov.vn", AgencyId = unit.Id,
        };
        var obligation = new Obligation
        {
            PlanId = plan.Id, PeriodId = period.Id, AgencyId = unit.Id, ReceiverId = receiver.Id, Duty = DutyKind.Report, DutyId = ReportingDuty.OfRegime,
            CutOff = period.To, DueOn = Due,
        };
        await using var db = await store.Context();
        var reporter = await db.Roles.SingleAsync(r => r.Name == nameof(Role.Reporter));
        await store.Add(person);
        await store.Add(new IdentityUserRole<Guid> { UserId = person.Id, RoleId = reporter.Id }, obligation);
        return (obligation.Id, person.Id);
    }

    private sealed class Postbox : IMailer
    {
        public bool IsConfigured { get; init; } = true;

        public string? Trouble { get; set; }

        public List<string> Sent { get; } = [];

        public Task<string?> Send(string to, string name, string subject, string body, CancellationToken cancel)
        {
            Sent.Add(to);
            return Task.FromResult(Trouble);
        }
    }
}
