using PlanTracker.Domain.Access;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Work;

namespace PlanTracker.Domain.Tasks;

/// <summary>Nhiệm vụ chưa cập nhật: tasks of the own agency that it has said nothing of in the period that ends next.</summary>
public sealed class SilentTaskWork(TaskReading tasks, PlanReading plans) : MatterWork
{
    /// <inheritdoc/>
    public override string Code => "SilentTasks";

    /// <inheritdoc/>
    public override string Name => "Nhiệm vụ chưa cập nhật";

    /// <inheritdoc/>
    public override int Order => 11;

    /// <inheritdoc/>
    public override bool Concerns(Actor actor) => actor.May(Operation.UpdateTasks) && actor.Agency is not null && !actor.May(Operation.ReadAllWork);

    /// <inheritdoc/>
    public override bool Asks(Actor actor) => Concerns(actor);

    private protected override async Task<IReadOnlyList<WorkItem>> All(Actor actor, CancellationToken cancel)
    {
        if (actor.Agency is not { } agency || await plans.Current(actor, cancel) is not { } plan
            || (await tasks.Board(actor, plan.Id, null, new TaskFilter(agency.Id, OnlySilent: true), cancel)).Value is not { Period: { } period } board)
            return [];
        return [.. board.Tasks.Select(t => Item("task", t.Task.Id, $"{t.Task.Number}. {t.Task.Text}", $"Kỳ {period.Name}, đến hết ngày {period.To:dd/MM/yyyy}", agency, period.To))];
    }
}

/// <summary>Việc chuẩn bị quá hạn: detailed plans and clearances whose last day has passed; of the own agency, or of all.</summary>
public sealed class LatePreparationWork(PreparationDesk preparations, BusinessClock clock) : MatterWork
{
    /// <inheritdoc/>
    public override string Code => "LatePreparations";

    /// <inheritdoc/>
    public override string Name => "Kế hoạch chi tiết, thống nhất nội dung quá hạn";

    /// <inheritdoc/>
    public override int Order => 12;

    /// <inheritdoc/>
    public override bool Asks(Actor actor) => actor.May(Operation.KeepPreparations);

    private protected override async Task<IReadOnlyList<WorkItem>> All(Actor actor, CancellationToken cancel) =>
    [
        .. (await preparations.Late(actor, Whose(actor), cancel)).Select(v => Item(
            "preparation", v.Preparation.Id, PreparationDesk.NameOf(v),
            $"{v.Agency.ShortName} · hạn {v.Preparation.DueOn:dd/MM/yyyy}, {DaysLate(v.Preparation.DueOn, clock.Today)} · {PreparationWords.NameOf(v.Preparation.State)}",
            v.Agency, v.Preparation.DueOn)),
    ];
}
