using PlanTracker.Domain.Access;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Work;

namespace PlanTracker.Domain.UnitPlans;

/// <summary>
/// Chưa có kế hoạch đơn vị: agencies that have issued no plan under a running plan of the city; the own agency, or all. The city's plan gives no
/// last day for it (VI.1.a), so none is late.
/// </summary>
public sealed class MissingUnitPlanWork(UnitCoverage coverage, IUnitPlanBook book, PlanReading plans) : MatterWork
{
    /// <inheritdoc/>
    public override string Code => "MissingUnitPlans";

    /// <inheritdoc/>
    public override string Name => "Chưa có kế hoạch đơn vị";

    /// <inheritdoc/>
    public override int Order => 15;

    /// <inheritdoc/>
    public override bool OnlyWhenThereIs => true;

    /// <inheritdoc/>
    public override bool Asks(Actor actor) => false;

    private protected override async Task<IReadOnlyList<WorkItem>> All(Actor actor, CancellationToken cancel)
    {
        var items = new List<WorkItem>();
        var whose = Whose(actor);
        foreach (var city in await plans.Open(actor, cancel))
        {
            // A plan that no agency answers with one of its own asks for none.
            var under = await book.Of(new(city.Id), cancel);
            if (!under.Any(p => p.Status is UnitPlanStatus.Issued))
                continue;
            foreach (var row in (await coverage.Missing(city, cancel)).Where(r => whose?.Contains(r.Agency.Id) is not false))
            {
                var draft = under.FirstOrDefault(p => p.AgencyId == row.Agency.Id && actor.Sees(p));
                items.Add(Item(
                    draft is null ? "unit-plan-new" : "unit-plan", draft?.Id ?? city.Id, row.Agency.Name,
                    $"Kế hoạch {city.Number} · {(draft is null ? "chưa ban hành kế hoạch của đơn vị" : "đang soạn, chưa có số")}", row.Agency, city.IssuedOn));
            }
        }
        return items;
    }
}

/// <summary>Kết quả kế hoạch đơn vị chờ xác nhận: of the own agency for its head, of all for Sở Nội vụ.</summary>
public sealed class UnitResultsToConfirmWork(IUnitPlanBook book, UnitPlanReading reading) : MatterWork
{
    /// <inheritdoc/>
    public override string Code => "UnitResults";

    /// <inheritdoc/>
    public override string Name => "Kết quả kế hoạch đơn vị chờ xác nhận";

    /// <inheritdoc/>
    public override int Order => 3;

    /// <inheritdoc/>
    public override bool OnlyWhenThereIs => true;

    /// <inheritdoc/>
    public override bool Concerns(Actor actor) => actor.May(Operation.ConfirmUnitResults);

    /// <inheritdoc/>
    public override bool Asks(Actor actor) => actor.May(Operation.ConfirmUnitResults) && !actor.May(Operation.ReadAllWork);

    private protected override async Task<IReadOnlyList<WorkItem>> All(Actor actor, CancellationToken cancel)
    {
        var waiting = await book.Results(new(AgencyIds: Whose(actor), Status: UnitResultStatus.Submitted), cancel);
        var found = new List<(UnitResult, UnitPlan)>();
        var plans = new Dictionary<Guid, UnitPlan>();
        foreach (var result in waiting)
        {
            if (!plans.TryGetValue(result.UnitPlanId, out var plan))
                plans[result.UnitPlanId] = plan = (await book.Find(result.UnitPlanId, cancel))!;
            found.Add((result, plan));
        }
        return
        [
            .. (await reading.ResultViews(actor, found, cancel)).Where(v => v.Allowed.Contains(UnitResultVerb.Confirm)).OrderBy(v => v.Result.CreatedAt)
                .Select(v => Item("unit-result", v.Result.Id, v.Result.Title, $"{v.Agency.ShortName} · {v.Activity.Title}", v.Agency, v.Result.Date) with { Acts = [WorkAct.Confirm] }),
        ];
    }
}
