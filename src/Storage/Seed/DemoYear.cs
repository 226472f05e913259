using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using PlanTracker.Storage.Progress;

namespace PlanTracker.Storage.Seed;

/// <summary>
/// Plays the sample year through the product's own use cases, step by step in the order of time, so that its entries keep every rule
/// and their history is what the product writes.
/// </summary>
internal sealed class DemoYear(
    DemoPeople people, SeedAgencies agencies, DemoReports sent, DemoStage stage, EntryLog log, ReportAuthoring authoring, ReportIssuing issuing, DemoClock clock)
{
    private readonly Dictionary<(string Target, DateOnly Date), Guid> logged = [];
    private readonly List<(DateTimeOffset At, Func<Task> Play)> steps = [];
    private int entries;

    public static async Task Load(
        PlanDb db, DemoHistory history, DemoFile file, SeedAgencies agencies, DemoPeople people, DemoReports sent, IReadOnlyList<Plan> plans, IReportWriter writer,
        INewsImages? pictures, CancellationToken cancel)
    {
        var clock = new DemoClock();
        var changes = new Changes(db, clock);
        var stage = new DemoStage(db, history, changes, plans, agencies.ById);
        var business = new BusinessClock(clock);
        var log = new EntryLog(stage, stage, stage, new EntryReading(stage, stage, stage, stage, business), business);
        var saved = new SameTransaction(db);
        var reports = new PlanReports(stage, stage, new EventBook(saved), stage, stage, stage, stage, DemoParts.Of(saved, stage, business), business);
        var year = new DemoYear(
            people, agencies, sent, stage, log, new ReportAuthoring(stage, reports, stage, business), new ReportIssuing(stage, reports, stage, stage, writer, business), clock);
        foreach (var (key, rows) in file.EntriesOf)
        {
            var plan = plans.Single(p => p.SeedKey == key);
            foreach (var row in rows)
                year.Plan(plan, row, cancel);
        }
        foreach (var (key, rows) in file.ReportsOf)
        {
            var plan = plans.Single(p => p.SeedKey == key);
            foreach (var row in rows)
                year.Plan(plan, row, cancel);
        }
        var amendments = new PlanAmendments(stage, stage, stage, business);
        var amended = new DemoAmendments(plans, agencies, people, amendments, new RowAddition(stage, stage, amendments));
        foreach (var (day, play) in DemoAmendments.Steps())
            year.steps.Add((At(day, 9 * 60 + 20), () => play(amended, cancel)));
        year.steps.AddRange(DemoNews.Steps(people, plans[0], stage, new NewsStage(changes, pictures), business).Select(s => (At(s.Day, s.Minute), s.Play)));
        year.steps.AddRange(DemoMoney.Steps(people, plans[0], new FundingLedger(stage, business), cancel).Select(s => (At(s.Day, s.Minute), s.Play)));
        await stage.Save(cancel);
        foreach (var (at, play) in year.steps.OrderBy(s => s.At))
        {
            clock.Now = at;
            await play();
        }
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
        steps.Add((entered, Log));
        foreach (var evidence in row.Evidence ?? [])
            steps.Add((entered.AddMinutes(4), async () => Done(await log.AddEvidence(creator, id, EvidenceOf(evidence), cancel))));
        if (row.SubmittedOn is { } submitted)
            steps.Add((At(submitted, 8 * 60 + 10 + entries * 7 % 150), async () => Done(await log.Submit(creator, id, ExpectedVersion.Any, cancel))));
        if (row.Outcome is { By: { } by, On: { } on } outcome)
            steps.Add((At(on, 13 * 60 + 30 + entries * 11 % 140), async () => Done(await Decide(people[by], id, outcome, cancel))));

        async Task Log()
        {
            var correcting = await Correcting(row, content, cancel);
            id = logged[(row.Target, row.Date)] = Done(await log.Log(creator, activity.Id, correcting, cancel)).Entry.Id;
        }
    }

    // A report is written and issued in the afternoon, when what was decided that day is decided.
    private void Plan(Plan plan, DemoReport row, CancellationToken cancel)
    {
        var author = people[row.By];
        Result<IssueOrder> numbered = new IssueOrder(row.Number, row.SignedOn, row.Signer);
        steps.Add((At(row.On, 15 * 60 + 10), async () => Done(await authoring.Write(
            author, plan.Id, row.Code, ExpectedVersion.Any, new ReportTexts(row.Causes, row.Plan, row.Proposals), cancel))));
        steps.Add((At(row.On, 15 * 60 + 42), Issue));
        if (row.NumberedOn is { } later)
            steps.Add((At(later, 14 * 60 + 5), Number));

        async Task Issue()
        {
            sent.Load(plan, row.Code);
            await stage.Save(cancel);
            Done(await issuing.Issue(author, plan.Id, row.Code, ExpectedTag.Any, row.NumberedOn is null ? numbered : new IssueOrder(), cancel));
            await stage.Save(cancel);
        }

        async Task Number()
        {
            Done(await issuing.Number(author, plan.Id, row.Code, ExpectedTag.Any, numbered, cancel));
            await stage.Save(cancel);
        }
    }

    // What a correction is judged by is summed up by the database.
    private async Task<EntryContent> Correcting(DemoEntry row, EntryContent content, CancellationToken cancel)
    {
        if (row.Corrects is not { } day)
            return content;
        await stage.Save(cancel);
        return content with { CorrectsEntryId = logged[(row.Target, day)], CorrectionReason = row.CorrectionReason };
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

    private T Done<T>(Result<T> result) => result.Refused(out var refusal, out var view)
        ? throw new InvalidOperationException(
            $"The sample year breaks a rule on {clock.Now:d}: {refusal.Message} {string.Join(' ', refusal.Errors.SelectMany(e => e.Value))}")
        : view;
}
