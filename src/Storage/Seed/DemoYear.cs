using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Storage.Seed;

/// <summary>
/// Plays the sample year through the product's own use cases, step by step in the order of time, so that its entries keep every rule
/// and their history is what the product writes.
/// </summary>
internal sealed class DemoYear(DemoPeople people, SeedAgencies agencies, EntryLog log, DemoClock clock)
{
    private readonly List<(DateTimeOffset At, Func<Task> Play)> steps = [];
    private int entries;

    public static async Task<DemoPeople> Load(PlanDb db, SeedIds ids, SeedAgencies agencies, IReadOnlyList<Plan> plans, CancellationToken cancel)
    {
        var file = SeedFiles.Read<DemoFile>("demo-2024.json");
        var clock = new DemoClock();
        var stage = new DemoStage(new Changes(db, clock), plans, agencies.ById);
        var business = new BusinessClock(clock);
        var log = new EntryLog(stage, stage, stage, new EntryReading(stage, stage, stage, business), business);
        var people = DemoPeople.Load(db, ids, file.Accounts, agencies);
        var year = new DemoYear(people, agencies, log, clock);
        foreach (var (key, rows) in file.EntriesOf)
        {
            var plan = plans.Single(p => p.SeedKey == key);
            foreach (var row in rows)
                year.Plan(plan, row, cancel);
        }
        foreach (var (at, play) in year.steps.OrderBy(s => s.At))
        {
            clock.Now = at;
            await play();
        }
        return people;
    }

    // Office hours: drafted between 8 and 11, decided between 13:30 and 16.
    private void Plan(Plan plan, DemoEntry row, CancellationToken cancel)
    {
        var activity = plan.Activities.Single(a => a.Targets.Exists(t => t.Label == row.Target));
        var content = ContentOf(row, activity.Targets.Single(t => t.Label == row.Target).Id);
        var creator = people[row.CreatedBy];
        var id = Guid.Empty;
        entries++;
        var entered = At(row.EnteredOn, 8 * 60 + entries * 7 % 150);
        steps.Add((entered, async () => id = Done(await log.Log(creator, activity.Id, content, cancel)).Entry.Id));
        foreach (var evidence in row.Evidence ?? [])
            steps.Add((entered.AddMinutes(4), async () => Done(await log.AddEvidence(creator, id, EvidenceOf(evidence), cancel))));
        if (row.SubmittedOn is { } submitted)
            steps.Add((At(submitted, 8 * 60 + 10 + entries * 7 % 150), async () => Done(await log.Submit(creator, id, ExpectedVersion.Any, cancel))));
        if (row.Outcome is { By: { } by, On: { } on } outcome)
            steps.Add((At(on, 13 * 60 + 30 + entries * 11 % 140), async () => Done(await Decide(people[by], id, outcome, cancel))));
    }

    private Task<Result<EntryView>> Decide(Actor actor, Guid id, DemoOutcome outcome, CancellationToken cancel)
    {
        Result<EntryReason> reason = new EntryReason(outcome.Reason ?? "", outcome.Fields ?? []);
        return outcome.Kind switch
        {
            EntryStatus.Confirmed => log.Confirm(actor, id, ExpectedVersion.Any, cancel),
            EntryStatus.Returned => log.Return(actor, id, ExpectedVersion.Any, reason, cancel),
            EntryStatus.Withdrawn => log.Withdraw(actor, id, ExpectedVersion.Any, reason, cancel),
            _ => throw new InvalidOperationException($"{outcome.Kind} is nobody's decision."),
        };
    }

    private EntryContent ContentOf(DemoEntry row, Guid targetId) => new()
    {
        TargetId = targetId,
        Date = row.Date,
        Quantity = row.Quantity,
        Title = row.Title,
        Place = row.Place,
        Mode = row.Mode,
        PeopleReached = row.PeopleReached,
        Attendances = row.Attendances,
        CadenceSlot = row.CadenceSlot,
        Supporting = [.. (row.Supporting ?? []).Select(s => new Contribution(agencies[s.Agency].Id, s.Share))],
        Themes = row.Themes ?? [],
        Form = row.Form,
        Channel = row.Channel,
        Note = row.Note,
        NoEvidenceReason = row.NoEvidenceReason,
    };

    private static Evidence EvidenceOf(DemoEvidence row) => new() { Kind = row.Kind, Url = row.Url, Number = row.Number, Date = row.Date };

    private static DateTimeOffset At(DateOnly day, int minute) =>
        new(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute), BusinessClock.Vietnam.BaseUtcOffset);

    private EntryView Done(Result<EntryView> result) => result.Refused(out var refusal, out var view)
        ? throw new InvalidOperationException(
            $"The sample year breaks a rule on {clock.Now:d}: {refusal.Message} {string.Join(' ', refusal.Errors.SelectMany(e => e.Value))}")
        : view;
}
