using PlanTracker.Domain.UnitPlans;

namespace PlanTracker.Domain.Tests;

/// <summary>Agencies' own plans and results, over lists.</summary>
internal sealed class UnitPlanShelf : IUnitPlanBook, IUnitPlanChanges
{
    public List<UnitPlan> Plans { get; } = [];
    public List<UnitResult> Results { get; } = [];

    public Task<IReadOnlyList<UnitPlan>> Of(UnitPlanFilter filter, CancellationToken cancel) => Task.FromResult<IReadOnlyList<UnitPlan>>(
        [.. Plans.Where(p => (filter.PlanId is null || p.PlanId == filter.PlanId) && (filter.AgencyIds is null || filter.AgencyIds.Contains(p.AgencyId)) && (!filter.OnlyModels || p.IsModel))]);

    public Task<UnitPlan?> Find(Guid id, CancellationToken cancel) => Load(id, cancel);

    public Task<IReadOnlyDictionary<Guid, UnitDone>> Done(Guid planId, DateOnly asOf, CancellationToken cancel) => Task.FromResult<IReadOnlyDictionary<Guid, UnitDone>>(
        Results.Where(r => r.PlanId == planId && r.CountedOn <= asOf && r.Status is UnitResultStatus.Confirmed or UnitResultStatus.Submitted).GroupBy(r => r.UnitActivityId).ToDictionary(g => g.Key, g => new UnitDone(
            g.Where(r => r.Status is UnitResultStatus.Confirmed).Sum(r => r.Quantity ?? 0), g.Where(r => r.Status is UnitResultStatus.Submitted).Sum(r => r.Quantity ?? 0),
            g.Count(r => r.Status is UnitResultStatus.Confirmed))));

    Task<IReadOnlyList<UnitResult>> IUnitPlanBook.Results(UnitResultFilter filter, CancellationToken cancel) => Task.FromResult<IReadOnlyList<UnitResult>>(
        [.. Results.Where(r => (filter.UnitPlanId is null || r.UnitPlanId == filter.UnitPlanId) && (filter.UnitActivityId is null || r.UnitActivityId == filter.UnitActivityId)
            && (filter.CityTargetId is null || RowOf(r).CityTargetId == filter.CityTargetId) && (filter.AgencyIds is null || filter.AgencyIds.Contains(PlanOf(r).AgencyId))
            && (filter.Status is null || r.Status == filter.Status) && (filter.From is null || r.CountedOn >= filter.From) && (filter.To is null || r.CountedOn <= filter.To))
            .OrderByDescending(r => r.Date)]);

    public Task<UnitResult?> Result(Guid id, CancellationToken cancel) => LoadResult(id, cancel);

    public Task<UnitPlan?> Load(Guid id, CancellationToken cancel) => Task.FromResult(Plans.Find(p => p.Id == id));

    public Task<IReadOnlyList<UnitPlan>> OfAgencies(IReadOnlySet<Guid> agencies, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<UnitPlan>>([.. Plans.Where(p => agencies.Contains(p.AgencyId))]);

    public Task<UnitResult?> LoadResult(Guid id, CancellationToken cancel) => Task.FromResult(Results.Find(r => r.Id == id));

    public Task<bool> HasResults(Guid unitActivityId, CancellationToken cancel) => Task.FromResult(Results.Exists(r => r.UnitActivityId == unitActivityId));

    public void Add(UnitPlan plan) => Plans.Add(plan);

    public void Add(UnitPlan plan, UnitActivity activity) => plan.Activities.Add(activity);

    public void Add(UnitResult result) => Results.Add(result);

    public void Remove(UnitPlan plan) => Plans.Remove(plan);

    public void Remove(UnitPlan plan, UnitActivity activity) => plan.Activities.Remove(activity);

    private UnitPlan PlanOf(UnitResult result) => Plans.First(p => p.Id == result.UnitPlanId);

    private UnitActivity RowOf(UnitResult result) => PlanOf(result).Activities.First(a => a.Id == result.UnitActivityId);
}
