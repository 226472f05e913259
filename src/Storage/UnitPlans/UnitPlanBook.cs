using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.UnitPlans;

namespace PlanTracker.Storage.UnitPlans;

/// <summary>Reads agencies' own plans and their results.</summary>
internal sealed class UnitPlanBook(IDbContextFactory<PlanDb> factory) : IUnitPlanBook
{
    public async Task<IReadOnlyList<UnitPlan>> Of(UnitPlanFilter filter, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = db.UnitPlans.AsNoTracking().Include(p => p.Activities).AsSplitQuery();
        if (filter.PlanId is { } plan)
            found = found.Where(p => p.PlanId == plan);
        if (filter.AgencyIds is { } agencies)
            found = found.Where(p => agencies.Contains(p.AgencyId));
        if (filter.OnlyModels)
            found = found.Where(p => p.IsModel);
        return await found.OrderBy(p => p.Id).ToListAsync(cancel);
    }

    public async Task<UnitPlan?> Find(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.UnitPlans.AsNoTracking().Include(p => p.Activities).AsSplitQuery().FirstOrDefaultAsync(p => p.Id == id, cancel);
    }

    public async Task<IReadOnlyDictionary<Guid, UnitDone>> Done(Guid planId, DateOnly asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await UnitTotals.Done(db, planId, asOf, cancel);
    }

    public async Task<IReadOnlyList<UnitResult>> Results(UnitResultFilter filter, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = db.UnitResults.AsNoTracking().AsQueryable();
        if (filter.UnitPlanId is { } plan)
            found = found.Where(r => r.UnitPlanId == plan);
        if (filter.UnitActivityId is { } activity)
            found = found.Where(r => r.UnitActivityId == activity);
        if (filter.CityTargetId is { } target)
            found = found.Where(r => db.UnitActivities.Any(a => a.Id == r.UnitActivityId && a.CityTargetId == target));
        if (filter.AgencyIds is { } agencies)
            found = found.Where(r => db.UnitPlans.Any(p => p.Id == r.UnitPlanId && agencies.Contains(p.AgencyId)));
        if (filter.Status is { } status)
            found = found.Where(r => r.Status == status);
        if (filter.From is { } from)
            found = found.Where(r => r.CountedOn >= from);
        if (filter.To is { } to)
            found = found.Where(r => r.CountedOn <= to);
        return await found.OrderByDescending(r => r.Date).ThenByDescending(r => r.Id).ToListAsync(cancel);
    }

    public async Task<UnitResult?> Result(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.UnitResults.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancel);
    }
}

/// <summary>Agencies' own plans inside a write.</summary>
internal sealed class UnitPlanChanges(PlanDb db) : IUnitPlanChanges
{
    public async Task<UnitPlan?> Load(Guid id, CancellationToken cancel) =>
        db.UnitPlans.Local.FirstOrDefault(p => p.Id == id) ?? await db.UnitPlans.Include(p => p.Activities).AsSplitQuery().AsTracking().FirstOrDefaultAsync(p => p.Id == id, cancel);

    public async Task<IReadOnlyList<UnitPlan>> OfAgencies(IReadOnlySet<Guid> agencies, CancellationToken cancel)
    {
        if (agencies.Count == 0)
            return [];
        var kept = await db.UnitPlans.Include(p => p.Activities).AsSplitQuery().AsTracking().Where(p => agencies.Contains(p.AgencyId)).ToListAsync(cancel);
        // Those made in this write are not in the database yet.
        return [.. kept.Union(db.UnitPlans.Local.Where(p => agencies.Contains(p.AgencyId))).OrderBy(p => p.Id)];
    }

    public async Task<UnitResult?> LoadResult(Guid id, CancellationToken cancel) => await db.UnitResults.FindAsync([id], cancel);

    public Task<IReadOnlyDictionary<Guid, UnitDone>> Done(Guid planId, DateOnly asOf, CancellationToken cancel) => UnitTotals.Done(db, planId, asOf, cancel);

    public Task<bool> HasResults(Guid unitActivityId, CancellationToken cancel) => db.UnitResults.AnyAsync(r => r.UnitActivityId == unitActivityId, cancel);

    public void Add(UnitPlan plan) => db.UnitPlans.Add(plan);

    public void Add(UnitPlan plan, UnitActivity activity)
    {
        plan.Activities.Add(activity);
        db.UnitActivities.Add(activity);
    }

    public void Add(UnitResult result) => db.UnitResults.Add(result);

    public void Remove(UnitPlan plan) => db.UnitPlans.Remove(plan);

    public void Remove(UnitPlan plan, UnitActivity activity)
    {
        plan.Activities.Remove(activity);
        db.UnitActivities.Remove(activity);
    }
}
