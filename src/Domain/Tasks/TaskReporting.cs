using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Attachments;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tasks;

/// <summary>
/// Use cases by which agencies say how their tasks stand: each for itself, Sở Nội vụ for any (nhập thay), once per period and mended until a
/// report that covers the period is issued.
/// </summary>
public sealed class TaskReporting(IStore store, ITaskBook book, IPlanLibrary plans, IAgencyRegister register, BusinessClock clock) : IAttachmentOwners
{
    /// <summary>The refusal for an update that is not there.</summary>
    public static Refusal UnknownUpdate { get; } = Refusal.NotFound("tasks.unknown-update", "Không có cập nhật này.");

    private const int MaxNarrative = 2000;

    /// <inheritdoc />
    public string Entity => "task";

    /// <inheritdoc />
    public Operation Right => Operation.UpdateTasks;

    /// <inheritdoc />
    public async Task<AttachmentOwner?> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (!actor.May(Operation.ReadFigures) || await book.Update(id, cancel) is not { } update || await plans.Find(update.PlanId, cancel) is not { } plan)
            return null;
        return new(update.AgencyId, update.TaskId, plan.Tasks.First(t => t.Id == update.TaskId).Number);
    }

    /// <summary>Says how a task stands in a period that has begun.</summary>
    public async Task<Result<TaskUpdate>> Say(Actor actor, Guid taskId, Result<TaskSaying> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } noReader)
            return noReader;
        if (await book.PlanOf(taskId, cancel) is not { } planId || await plans.Find(planId, cancel) is not { } plan)
            return TaskReading.UnknownTask;
        var task = plan.Tasks.First(t => t.Id == taskId);
        if (Demand(actor, await GivenTo(task, clock.Today, cancel)) is { } notAllowed)
            return notAllowed;
        if (input.Refused(out var unreadable, out var saying))
            return unreadable;
        return await store.Write(actor, async changes =>
        {
            var period = (await changes.Calendar.OfPlan(planId, cancel)).FirstOrDefault(p => p.Code == saying.Period && p.From <= clock.Today);
            var errors = new FieldErrors();
            if (period is null)
                errors.Add("period", "Cần mã của một kỳ báo cáo đã bắt đầu, ví dụ 2024-Q3.");
            Judge(errors, saying.State, VietnameseText.Clean(saying.Narrative));
            var agencyId = saying.AgencyId ?? actor.Agency?.Id ?? Guid.Empty;
            if (!(await GivenTo(task, period is { } p && p.To < clock.Today ? p.To : clock.Today, cancel)).Contains(agencyId))
                errors.Add("agencyId", "Nhiệm vụ này không giao cho cơ quan được nêu.");
            if (errors.Refusal is { } invalid)
                return invalid;
            if (!actor.May(Operation.ReadSubmitted) && !actor.WorksFor(agencyId))
                return Rights.NotAllowed();
            if (await Locked(changes, planId, period!, cancel) is { } locked)
                return locked;
            if (await changes.Tasks.Load(taskId, agencyId, period!.Id, cancel) is not null)
                return Refusal.Conflict("tasks.said", "Cơ quan đã cập nhật nhiệm vụ này cho kỳ này; hãy sửa cập nhật đã có.");
            var update = new TaskUpdate
            {
                PlanId = planId, TaskId = taskId, AgencyId = agencyId, PeriodId = period.Id, State = saying.State, Narrative = VietnameseText.Clean(saying.Narrative)!,
                SaidByName = actor.FullName, SaidAt = clock.UtcNow, IsOnBehalf = !actor.WorksFor(agencyId),
            };
            changes.Tasks.Add(update);
            changes.Record(Row(actor, task, update, "say", null, Fields(task, period, update)));
            return (Result<TaskUpdate>)update;
        }, cancel);
    }

    /// <summary>Says it differently.</summary>
    public async Task<Result<TaskUpdate>> Correct(Actor actor, Guid id, ExpectedVersion version, Result<TaskSaying> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } noReader)
            return noReader;
        return await store.Write(actor, async changes =>
        {
            if (await changes.Tasks.Load(id, cancel) is not { } update || await changes.Plans.Load(update.PlanId, cancel) is not { } plan)
                return UnknownUpdate;
            if (Demand(actor, [update.AgencyId]) is { } notAllowed)
                return notAllowed;
            if (input.Refused(out var unreadable, out var saying))
                return unreadable;
            var errors = new FieldErrors();
            Judge(errors, saying.State, VietnameseText.Clean(saying.Narrative));
            if ((errors.Refusal ?? version.Check(update.Version)) is { } refused)
                return refused;
            var period = (await changes.Calendar.Periods([update.PeriodId], cancel)).Single();
            if (await Locked(changes, plan.Id, period, cancel) is { } locked)
                return locked;
            var task = plan.Tasks.First(t => t.Id == update.TaskId);
            var before = Fields(task, period, update);
            (update.State, update.Narrative) = (saying.State, VietnameseText.Clean(saying.Narrative)!);
            (update.SaidByName, update.SaidAt, update.IsOnBehalf) = (actor.FullName, clock.UtcNow, !actor.WorksFor(update.AgencyId));
            update.Version++;
            changes.Record(Row(actor, task, update, "correct", before, Fields(task, period, update)));
            return (Result<TaskUpdate>)update;
        }, cancel);
    }

    /// <summary>Whether the actor may say how a task stands for one of the agencies.</summary>
    public static bool May(Actor actor, IEnumerable<Guid> givenTo) =>
        actor.May(Operation.UpdateTasks) && (actor.May(Operation.ReadSubmitted) || givenTo.Any(actor.WorksFor));

    private static Refusal? Demand(Actor actor, IReadOnlyCollection<Guid> givenTo) =>
        !actor.May(Operation.UpdateTasks) ? Rights.NotAllowed() : May(actor, givenTo) ? null : Refusal.NotAllowed(
            "tasks.not-given", "Nhiệm vụ này không giao cho đơn vị của bạn: chỉ cơ quan được giao, hoặc Sở Nội vụ, cập nhật được. Chưa có gì thay đổi.");

    private static void Judge(FieldErrors errors, TaskState state, string? narrative)
    {
        if (!Enum.IsDefined(state))
            errors.Add("state", "Cần một trong các mức: chưa thực hiện, đang thực hiện, đã thực hiện.");
        errors.Text("narrative", narrative, state is TaskState.NotStarted ? "Lý do chưa thực hiện" : "Kết quả thực hiện", MaxNarrative);
    }

    private static async Task<Refusal?> Locked(IChanges changes, Guid planId, ReportingPeriod period, CancellationToken cancel) =>
        await changes.Entries.LockedUntil(planId, cancel) is { } until && period.To <= until
            ? Refusal.Conflict("tasks.period-locked", $"Báo cáo tổng hợp đến hết ngày {until:dd/MM/yyyy} đã ban hành nên nội dung của kỳ {period.Name} không đổi được.")
            : null;

    private async Task<IReadOnlyList<Guid>> GivenTo(PlanTask task, DateOnly day, CancellationToken cancel) =>
        [.. TaskAgencies.On(task, await register.All(cancel), await register.Successions(cancel), day).Select(a => a.Id)];

    private static string Fields(PlanTask task, ReportingPeriod period, TaskUpdate update) =>
        HistoryJson.Of(new { title = task.Number, period = period.Name, taskState = update.State, update.Narrative });

    private Change Row(Actor actor, PlanTask task, TaskUpdate update, string what, string? old, string? now) => new()
    {
        At = clock.UtcNow,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        AgencyId = update.AgencyId,
        Door = actor.Door,
        Entity = Entity,
        EntityId = task.Id,
        What = what,
        Old = old,
        New = now,
    };
}
