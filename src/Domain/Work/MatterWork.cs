using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Work;

/// <summary>Kinds of work that are few enough to be read whole and cut into pages here.</summary>
public abstract class MatterWork : IWorkKind
{
    /// <inheritdoc/>
    public abstract string Code { get; }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract int Order { get; }

    /// <inheritdoc/>
    public virtual bool OnlyWhenThereIs => false;

    /// <inheritdoc/>
    public virtual bool Concerns(Actor actor) => actor.May(Operation.ReadAllWork) || (actor.May(Operation.ReadWork) && actor.Agency is not null);

    /// <inheritdoc/>
    public abstract bool Asks(Actor actor);

    /// <inheritdoc/>
    public async Task<PageOf<WorkItem>> List(Actor actor, ListQuery query, CancellationToken cancel)
    {
        var all = await All(actor, cancel);
        return new([.. all.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize)], all.Count, query.Page, query.PageSize);
    }

    private protected abstract Task<IReadOnlyList<WorkItem>> All(Actor actor, CancellationToken cancel);

    /// <summary>The agencies whose matters are the actor's; null when all agencies' are.</summary>
    private protected static IReadOnlyList<Guid>? Whose(Actor actor) => actor.May(Operation.ReadAllWork) ? null : EntryWork.Own(actor);

    private protected static string DaysLate(DateOnly dueOn, DateOnly today) => $"quá hạn {today.DayNumber - dueOn.DayNumber} ngày";

    private protected static WorkItem Item(string entity, Guid id, string title, string note, AgencyRef agency, DateOnly on) =>
        new(entity, id, title, note) { Agency = agency, On = on };
}
