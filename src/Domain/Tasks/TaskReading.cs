using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Attachments;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tasks;

/// <summary>An agency that a task is given to, and what it said for the period.</summary>
/// <param name="Agency">The agency by its name of the day.</param>
/// <param name="Update">What it said; null when nothing.</param>
/// <param name="Evidence">Its evidence.</param>
public sealed record TaskVoice(AgencyRef Agency, TaskUpdate? Update, IReadOnlyList<Evidence> Evidence);

/// <summary>A task in a period: every agency it is given to, with what it said.</summary>
/// <param name="Task">The task.</param>
/// <param name="GivenTo">Who it is given to, groups as groups.</param>
/// <param name="Voices">The agencies of the day, and those that spoke before they ended.</param>
public sealed record TaskStanding(PlanTask Task, string GivenTo, IReadOnlyList<TaskVoice> Voices)
{
    /// <summary>How many have said something.</summary>
    public int Said => Voices.Count(v => v.Update is not null);

    /// <summary>How many of them say so.</summary>
    public int CountOf(TaskState state) => Voices.Count(v => v.Update?.State == state);

    /// <summary>Who has said nothing.</summary>
    public IEnumerable<AgencyRef> Silent => Voices.Where(v => v.Update is null).Select(v => v.Agency);
}

/// <summary>An agency that has not said something of all its tasks.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Missing">Tasks it said nothing of.</param>
/// <param name="Given">Tasks it has.</param>
public sealed record SilentAgency(AgencyRef Agency, int Missing, int Given);

/// <summary>The tasks of a plan in a period.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Periods">Periods that have begun, by cut-off.</param>
/// <param name="Period">The one shown; null while none has begun.</param>
/// <param name="Day">The day agencies are told of: the cut-off, or today before it.</param>
/// <param name="Tasks">All tasks, in order.</param>
public sealed record TaskBoard(Plan Plan, IReadOnlyList<ReportingPeriod> Periods, ReportingPeriod? Period, DateOnly Day, IReadOnlyList<TaskStanding> Tasks)
{
    /// <summary>Who has said nothing of some of its tasks, those with most of them first.</summary>
    public IReadOnlyList<SilentAgency> Silent =>
    [
        .. Tasks.SelectMany(t => t.Voices).GroupBy(v => v.Agency.Id)
            .Select(g => new SilentAgency(g.First().Agency, g.Count(v => v.Update is null), g.Count()))
            .Where(s => s.Missing > 0).OrderByDescending(s => s.Missing).ThenBy(s => s.Agency.Name, VietnameseText.Order),
    ];

    /// <summary>Updates that are there and that there should be.</summary>
    public (int Said, int Expected) Total => (Tasks.Sum(t => t.Said), Tasks.Sum(t => t.Voices.Count));
}

/// <summary>Which tasks are asked for.</summary>
/// <param name="AgencyId">Given to this agency.</param>
/// <param name="State">With an agency that says so.</param>
/// <param name="OnlySilent">Of which somebody has said nothing.</param>
/// <param name="Search">Words looked for in number, heading and text, without case and marks.</param>
public sealed record TaskFilter(Guid? AgencyId = null, TaskState? State = null, bool OnlySilent = false, string? Search = null)
{
    /// <summary>Whether a task is asked for; of one agency alone when one is named.</summary>
    internal bool Fits(TaskStanding task)
    {
        var voices = task.Voices.Where(v => AgencyId is null || v.Agency.Id == AgencyId).ToList();
        return (AgencyId is null || voices.Count > 0)
            && (State is null || voices.Exists(v => v.Update?.State == State)) && (!OnlySilent || voices.Exists(v => v.Update is null))
            && VietnameseText.Fold($"{task.Task.Number} {task.Task.Heading} {task.Task.Text}").Contains(VietnameseText.Fold(Search ?? "").Trim(), StringComparison.Ordinal);
    }
}

/// <summary>Use cases that read tasks: what is said in a plan is read by everybody who reads its figures.</summary>
public sealed class TaskReading(
    IPlanLibrary plans, ITaskBook book, IAttachmentBook attachments, IReportingCalendar calendar, IAgencyRegister register, BusinessClock clock)
{
    /// <summary>The refusal for a task that is not there.</summary>
    public static Refusal UnknownTask { get; } = Refusal.NotFound("tasks.unknown", "Không có nhiệm vụ này. Hãy mở lại từ danh sách nhiệm vụ.");

    /// <summary>The tasks of a plan in a period; for null the one that ends next.</summary>
    public async Task<Result<TaskBoard>> Board(Actor actor, Guid planId, string? period, TaskFilter filter, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        var begun = (await calendar.Of(planId, cancel)).Where(p => p.From <= clock.Today).OrderBy(p => p.To).ThenBy(p => p.From).ToList();
        if (period is not null && begun.TrueForAll(p => p.Code != period))
            return Refusal.Invalid("period", $"Cần mã của một kỳ đã bắt đầu: {string.Join(", ", begun.Select(p => p.Code))}.");
        var chosen = period is null ? Current(begun, clock.Today) : begun.Find(p => p.Code == period);
        var board = await Stand(plan, chosen, cancel);
        return new TaskBoard(plan, begun, chosen, DayOf(chosen), [.. board.Where(filter.Fits)]);
    }

    /// <summary>One task in a period, and everything that was ever said of it, the latest first.</summary>
    public async Task<Result<TaskView>> Find(Actor actor, Guid taskId, string? period, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await book.PlanOf(taskId, cancel) is not { } planId)
            return UnknownTask;
        if ((await Board(actor, planId, period, new TaskFilter(), cancel)).Refused(out var wrong, out var board))
            return wrong;
        var names = await register.All(cancel);
        var updates = (await book.Updates(planId, null, cancel)).Where(u => u.TaskId == taskId).OrderByDescending(u => u.SaidAt).ToList();
        var evidence = await attachments.Of([.. updates.Select(u => u.Id)], cancel);
        var said = updates.Select(u => new SaidBefore(
            u, names[u.AgencyId].RefOn(BusinessClock.DayOf(u.SaidAt)), board.Periods.FirstOrDefault(p => p.Id == u.PeriodId), [.. evidence[u.Id]])).ToList();
        return new TaskView(board, board.Tasks.First(t => t.Task.Id == taskId), said);
    }

    /// <summary>One update.</summary>
    public async Task<Result<SaidBefore>> Update(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await book.Update(id, cancel) is not { } update)
            return TaskReporting.UnknownUpdate;
        var agency = (await register.All(cancel))[update.AgencyId].RefOn(BusinessClock.DayOf(update.SaidAt));
        return new SaidBefore(update, agency, await calendar.Find(update.PeriodId, cancel), [.. (await attachments.Of([id], cancel))[id]]);
    }

    /// <summary>The period that a reader means who names none: of those that run, the one that ends first; else the last.</summary>
    internal static ReportingPeriod? Current(IReadOnlyList<ReportingPeriod> begun, DateOnly today) =>
        begun.Where(p => p.To >= today).MinBy(p => p.To) ?? begun.MaxBy(p => p.To);

    /// <summary>Every task of a plan with its agencies and what they said for a period.</summary>
    internal async Task<IReadOnlyList<TaskStanding>> Stand(Plan plan, ReportingPeriod? period, CancellationToken cancel)
    {
        var day = DayOf(period);
        var (agencies, successions) = (await register.All(cancel), await register.Successions(cancel));
        IReadOnlyList<TaskUpdate> updates = period is null ? [] : await book.Updates(plan.Id, period.Id, cancel);
        var evidence = await attachments.Of([.. updates.Select(u => u.Id)], cancel);
        var said = updates.ToLookup(u => u.TaskId);
        return [.. plan.Tasks.OrderBy(t => t.Order).Select(Of)];

        TaskStanding Of(PlanTask task)
        {
            var byAgency = said[task.Id].ToDictionary(u => u.AgencyId);
            var given = TaskAgencies.On(task, agencies, successions, day);
            var gone = byAgency.Keys.Where(id => given.All(a => a.Id != id)).Select(id => agencies[id]);
            return new(task, TaskAgencies.Wording(task, agencies, day),
            [
                .. given.Concat(gone).Select(a => byAgency.GetValueOrDefault(a.Id) is { } update
                    ? new TaskVoice(a.RefOn(day), update, [.. evidence[update.Id]]) : new TaskVoice(a.RefOn(day), null, [])),
            ]);
        }
    }

    private DateOnly DayOf(ReportingPeriod? period) => period is { } p && p.To < clock.Today ? p.To : clock.Today;
}

/// <summary>What was said of a task once.</summary>
/// <param name="Update">The update.</param>
/// <param name="Agency">Who said it, by its name then.</param>
/// <param name="Period">For which period; null when the period is not there any more.</param>
/// <param name="Evidence">Its evidence.</param>
public sealed record SaidBefore(TaskUpdate Update, AgencyRef Agency, ReportingPeriod? Period, IReadOnlyList<Evidence> Evidence);

/// <summary>One task in a period.</summary>
/// <param name="Board">The plan's tasks of the period.</param>
/// <param name="Standing">The task.</param>
/// <param name="Said">Everything that was said of it, the latest first.</param>
public sealed record TaskView(TaskBoard Board, TaskStanding Standing, IReadOnlyList<SaidBefore> Said);
