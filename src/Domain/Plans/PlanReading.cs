using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Plans;

/// <summary>Use cases that read plans.</summary>
public sealed class PlanReading(IPlanLibrary plans, BusinessClock clock)
{
    /// <summary>The refusal for a plan that is not there.</summary>
    public static Refusal UnknownPlan { get; } = Refusal.NotFound("plans.unknown", "Không có kế hoạch này. Hãy mở lại từ danh sách kế hoạch.");

    /// <summary>A page of plans.</summary>
    public async Task<Result<PageOf<Plan>>> List(Actor actor, int? year, ListQuery query, CancellationToken cancel) =>
        actor.Demand(Operation.ReadFigures) is { } refusal ? refusal : await plans.List(year, query, cancel);

    /// <summary>One plan, whole.</summary>
    public async Task<Result<Plan>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return await plans.Find(id, cancel) is { } plan ? plan : UnknownPlan;
    }

    /// <summary>The plan the dashboard opens with: of the latest year not after today's, the one recorded first; null when there is none.</summary>
    public async Task<Plan?> Current(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Operation.ReadFigures))
            return null;
        var all = await plans.List(null, new ListQuery(PageSize: ListQuery.MaxPageSize), cancel);
        var top = all.Items.Where(p => p.ParentPlanId is null).ToList();
        var plan = top.Where(p => p.Year <= clock.Today.Year).OrderByDescending(p => p.Year).ThenBy(p => p.Id).FirstOrDefault()
            ?? top.OrderBy(p => p.Year).FirstOrDefault();
        return plan is null ? null : await plans.Find(plan.Id, cancel);
    }

    /// <summary>The city's plans that are not over, the earliest first; none for who reads no figures.</summary>
    public async Task<IReadOnlyList<Plan>> Open(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Operation.ReadFigures))
            return [];
        var open = new List<Plan>();
        foreach (var plan in (await plans.List(null, new ListQuery(PageSize: ListQuery.MaxPageSize), cancel)).Items
            .Where(p => p.ParentPlanId is null && clock.Today <= p.To).OrderBy(p => p.From).ThenBy(p => p.Id))
        {
            if (await plans.Find(plan.Id, cancel) is { } whole)
                open.Add(whole);
        }
        return open;
    }
}
