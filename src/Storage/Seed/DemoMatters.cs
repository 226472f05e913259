using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Attachments;
using PlanTracker.Domain.Difficulties;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Inspections;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Tasks;

namespace PlanTracker.Storage.Seed;

/// <summary>
/// Tasks, preparations, difficulties and inspections of the sample year, played through the use cases in the order of time. What was said of
/// 6 tháng is written as it stood: its report is issued, and nothing of it can be said any more.
/// </summary>
internal sealed class DemoMatters : ITaskBook, IAttachmentBook
{
    private readonly PlanDb db;
    private readonly DemoStage stage;
    private readonly SeedAgencies agencies;
    private readonly DemoPeople people;
    private readonly Plan plan;
    private readonly DemoClock clock = new();
    private readonly Changes changes;
    private readonly List<(DateTimeOffset At, Func<Task> Play)> steps = [];

    private DemoMatters(PlanDb db, DemoHistory history, SeedAgencies agencies, DemoPeople people, Plan plan)
    {
        (this.db, this.agencies, this.people, this.plan) = (db, agencies, people, plan);
        changes = new Changes(db, clock);
        stage = new DemoStage(db, history, changes, [plan], agencies.ById);
    }

    private BusinessClock Business => new(clock);

    public static async Task Load(PlanDb db, DemoHistory history, SeedAgencies agencies, DemoPeople people, Plan plan, CancellationToken cancel)
    {
        var file = SeedFiles.Read<MattersFile>("demo-matters-2024.json");
        var demo = new DemoMatters(db, history, agencies, people, plan);
        demo.FirstHalf(file.Narratives);
        await demo.FromReports(cancel);
        var minute = 0;
        foreach (var row in file.Said)
            demo.At(row.On, 500 + (minute++ * 13), () => demo.Say(row, cancel));
        foreach (var row in file.Preparations)
            demo.At(row.On, 480 + minute++, () => demo.Prepare(row, cancel));
        foreach (var row in file.Difficulties)
            demo.At(row.On, 560 + minute++, () => demo.Raise(row, cancel));
        foreach (var row in file.Inspections)
            demo.At(row.On, 470 + minute++, () => demo.Inspect(row, cancel));
        while (demo.steps.Count > 0)
        {
            var next = demo.steps.MinBy(s => s.At);
            demo.steps.Remove(next);
            demo.clock.Now = next.At;
            await next.Play();
        }
    }

    Task<IReadOnlyList<TaskUpdate>> ITaskBook.Updates(Guid planId, Guid? periodId, CancellationToken cancel) => throw new NotSupportedException();

    Task<TaskUpdate?> ITaskBook.Update(Guid id, CancellationToken cancel) => Task.FromResult(db.TaskUpdates.Local.FirstOrDefault(u => u.Id == id));

    Task<Guid?> ITaskBook.PlanOf(Guid taskId, CancellationToken cancel) => Task.FromResult<Guid?>(plan.Id);

    // Each is asked for once in the story.
    Task<IReadOnlyList<Preparation>> ITaskBook.Preparations(Guid? planId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Preparation>>([]);

    Task<Preparation?> ITaskBook.Preparation(Guid id, CancellationToken cancel) => throw new NotSupportedException();

    Task<ILookup<Guid, Evidence>> IAttachmentBook.Of(IReadOnlyCollection<Guid> owners, CancellationToken cancel) => throw new NotSupportedException();

    Task<Attachment?> IAttachmentBook.Find(Guid id, CancellationToken cancel) => throw new NotSupportedException();

    private void At(DateOnly day, int minute, Func<Task> play) =>
        steps.Add((new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute), BusinessClock.Vietnam.BaseUtcOffset), play));

    /// <summary>What the agencies said of 6 tháng: most of everything, by a fixed draw.</summary>
    private void FirstHalf(Dictionary<string, string[]> narratives)
    {
        var period = db.Periods.Local.Single(p => p.PlanId == plan.Id && p.Code == "2024-H1");
        foreach (var task in plan.Tasks.OrderBy(t => t.Order))
        {
            foreach (var agency in TaskAgencies.On(task, agencies.ById, [], period.To))
            {
                var draw = $"{agency.SeedKey}{task.Number}".Aggregate(17, (sum, c) => ((sum * 31) + c) % 9973);
                if (draw % 7 == 0)
                    continue;
                var at = new DateTimeOffset(2024, 6, 3 + (draw % 9), 1 + (draw % 8), draw % 60, 0, TimeSpan.Zero).UtcDateTime;
                var update = new TaskUpdate
                {
                    PlanId = plan.Id, TaskId = task.Id, AgencyId = agency.Id, PeriodId = period.Id, State = draw % 3 == 0 ? TaskState.Done : TaskState.Doing,
                    Narrative = narratives[task.Number][draw % narratives[task.Number].Length], SaidByName = "Cán bộ báo cáo", SaidAt = at,
                };
                db.TaskUpdates.Add(update);
                db.Changes.Add(new Change
                {
                    At = at, AccountId = Guid.Empty, AccountName = update.SaidByName, AgencyId = agency.Id, Door = Door.Page, Entity = "task", EntityId = task.Id,
                    What = "say", New = $$"""{"title":"{{task.Number}}","period":"{{period.Name}}","taskState":"{{update.State}}"}""",
                });
            }
        }
    }

    /// <summary>What the reports of agencies raised, as their submission would have; of periods that are over it was answered within days.</summary>
    private async Task FromReports(CancellationToken cancel)
    {
        var names = db.Periods.Local.ToDictionary(p => p.Id, p => p.Name);
        var reply = new DifficultyReply("Sở Nội vụ đã ghi nhận, tổng hợp gửi cơ quan tài chính cùng cấp xem xét bố trí; đề nghị đơn vị phân công công chức đầu mối trong thời gian chờ.");
        var owed = db.Obligations.Local.ToDictionary(o => o.Id);
        foreach (var submission in db.ReportSubmissions.Local.GroupBy(s => s.ObligationId).Select(g => g.MaxBy(s => s.Number)!).OrderBy(s => s.At).ToList())
        {
            var obligation = owed[submission.ObligationId];
            await ReportedDifficulties.Keep(Actor.System, changes, obligation, names[obligation.PeriodId], submission, cancel);
            if (obligation.CutOff > new DateOnly(2024, 6, 14) || db.Difficulties.Local.FirstOrDefault(d => d.ObligationId == obligation.Id) is not { } raised)
                continue;
            At(raised.RaisedOn.AddDays(6), 700, async () => Done(await new DifficultyDesk(stage, stage, Business).Reply(
                people["dieuphoi"], raised.Id, DifficultyVerb.Answer, ExpectedVersion.Any, reply, cancel)));
        }
    }

    private async Task Say(SaidRow row, CancellationToken cancel)
    {
        var saying = new TaskSaying("2024-Q3", row.State, row.Narrative, row.Agency is null ? null : agencies[row.Agency].Id);
        var update = Done(await new TaskReporting(stage, this, stage, stage, Business).Say(people[row.By], TaskOf(row.Task).Id, saying, cancel));
        var evidence = row.Link is not null ? new Evidence { Kind = EvidenceKind.Link, Url = row.Link }
            : row.Document is not null ? new Evidence { Kind = EvidenceKind.Document, Number = row.Document, Date = row.DocumentDate } : null;
        if (evidence is null)
            return;
        evidence = evidence with { AddedByName = people[row.By].FullName, AddedAt = Business.UtcNow };
        changes.Attachments.Add(new() { Id = evidence.Id, Entity = "task", OwnerId = update.Id, Evidence = evidence });
    }

    private async Task Prepare(PreparationRow row, CancellationToken cancel)
    {
        var desk = new PreparationDesk(stage, this, this, stage, stage, Business);
        var activity = row.Activity is { } order ? plan.Activities.Single(a => a.Order == order).Id : (Guid?)null;
        var task = row.Task is { } number ? TaskOf(number).Id : (Guid?)null;
        var asked = Done(await desk.Ask(people["dieuphoi"], plan.Id, new PreparationOrder(activity, task, row.Kind, row.DueOn, agencies[row.Agency].Id, row.Note), cancel));
        foreach (var (index, step) in (row.Steps ?? []).Index())
        {
            At(step.On, 600 + index, async () => Done(await desk.Record(
                people[step.By], asked.Id, step.Verb, ExpectedVersion.Any,
                new PreparationStepOrder(step.On, step.Document is { } document ? new DocumentRef(document, step.On) : null, step.Note), cancel)));
        }
    }

    private async Task Raise(DifficultyRow row, CancellationToken cancel)
    {
        var desk = new DifficultyDesk(stage, stage, Business);
        var activity = row.Activity is { } order ? plan.Activities.Single(a => a.Order == order).Id : (Guid?)null;
        var task = row.Task is { } number ? TaskOf(number).Id : (Guid?)null;
        var raised = Done(await desk.Raise(people[row.By], new DifficultyOrder(plan.Id, row.Title, row.Text, row.Proposal, activity, task), cancel));
        foreach (var (index, step) in (row.Steps ?? []).Index())
        {
            At(step.On, 620 + index, async () => Done(await desk.Reply(
                people[step.By], raised.Id, step.Verb, ExpectedVersion.Any,
                new DifficultyReply(step.Text, step.Document is { } document ? new DocumentRef(document, step.On) : null), cancel)));
        }
    }

    private async Task Inspect(InspectionRow row, CancellationToken cancel)
    {
        var (desk, coordinator) = (new InspectionDesk(stage, stage, stage, Business), people["dieuphoi"]);
        var planned = Done(await desk.Plan(
            coordinator, new InspectionOrder(plan.Id, agencies[row.Agency].Id, row.Title, row.PlannedOn, new DocumentRef(row.Document, row.On)), cancel));
        if (row.HeldOn is not { } held)
            return;
        var conclusion = row.Conclusion is { } number ? new DocumentRef(number, row.ConclusionDate!.Value) : null;
        At(row.ConclusionDate ?? held, 640, async () =>
        {
            Done(await desk.Record(coordinator, planned.Id, ExpectedVersion.Any, new InspectionResult(
                held, row.Findings, conclusion, [.. row.Recommendations!.Select(r => new RecommendationOrder(r.Text, r.DueOn))]), cancel));
            foreach (var (recommendation, made) in row.Recommendations!.Zip(planned.Recommendations.ToList()))
            {
                if (recommendation is { Done: { } done, By: { } by })
                    At(done, 650, async () => Done(await desk.FollowUp(people[by], planned.Id, made.Id, ExpectedVersion.Any, new FollowUpOrder(done, recommendation.Said), cancel)));
                if (recommendation.EndOn is { } end)
                    At(end, 660, async () => Done(await desk.Close(coordinator, planned.Id, made.Id, ExpectedVersion.Any, (string?)null, cancel)));
            }
        });
    }

    private PlanTask TaskOf(string number) => plan.Tasks.Single(t => t.Number == number);

    private T Done<T>(Result<T> result) => result.Refused(out var refusal, out var value)
        ? throw new InvalidOperationException($"The sample matters break a rule on {clock.Now:d}: {refusal.Message} {string.Join(' ', refusal.Errors.Values.SelectMany(m => m))}") : value;

    private sealed record MattersFile(
        Dictionary<string, string[]> Narratives, List<SaidRow> Said, List<PreparationRow> Preparations, List<DifficultyRow> Difficulties, List<InspectionRow> Inspections);

    private sealed record SaidRow(
        string Task, string By, DateOnly On, TaskState State, string Narrative, string? Agency = null, string? Link = null, string? Document = null, DateOnly? DocumentDate = null);

    private sealed record PreparationRow(
        string? Task, int? Activity, PreparationKind Kind, string Agency, DateOnly DueOn, DateOnly On, string? Note, List<PreparationStepRow>? Steps);

    private sealed record PreparationStepRow(PreparationVerb Verb, string By, DateOnly On, string? Document, string? Note);

    private sealed record DifficultyRow(
        string By, DateOnly On, string? Task, int? Activity, string Title, string Text, string? Proposal, List<DifficultyStepRow>? Steps);

    private sealed record DifficultyStepRow(DifficultyVerb Verb, string By, DateOnly On, string Text, string? Document);

    private sealed record InspectionRow(
        string Agency, string Title, DateOnly PlannedOn, string Document, DateOnly On, DateOnly? HeldOn, string? Findings, string? Conclusion, DateOnly? ConclusionDate,
        List<RecommendationRow>? Recommendations);

    private sealed record RecommendationRow(string Text, DateOnly DueOn, string? By, DateOnly? Done, string? Said, DateOnly? EndOn);
}
