using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Storage.Plans;

/// <summary>Reads plans whole, by one query per table.</summary>
internal sealed class PlanLibrary(IDbContextFactory<PlanDb> factory) : IPlanLibrary
{
    public async Task<PageOf<Plan>> List(int? year, ListQuery query, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var heads = await db.Plans.Where(p => year == null || p.Year == year)
            .Select(p => new Head(p.Id, p.Year, p.Number, p.IssuedOn, p.Title, p.SearchText)).ToListAsync(cancel);
        var wanted = VietnameseText.Fold(query.Search ?? "");
        var found = heads.Where(h => h.SearchText.Contains(wanted, StringComparison.Ordinal)).ToList();
        var ids = Ordered(found, query.Sort ?? []).Select(h => h.Id).Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).ToList();
        var plans = await db.Plans.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        return new([.. ids.Select(id => plans[id])], found.Count, query.Page, query.PageSize);
    }

    public Task<Plan?> Find(Guid id, CancellationToken cancel) => Whole(p => p.Id == id, cancel);

    public Task<Plan?> FindByActivity(Guid activityId, CancellationToken cancel) =>
        Whole(p => p.Activities.Any(a => a.Id == activityId), cancel);

    public Task<Plan?> FindByTarget(Guid targetId, CancellationToken cancel) =>
        Whole(p => p.Activities.Any(a => a.Targets.Any(t => t.Id == targetId)), cancel);

    public Task<Plan?> FindFollowing(Guid planId, CancellationToken cancel) => Whole(p => p.FollowsPlanId == planId, cancel);

    public Task<Plan?> FindBySeedKey(string seedKey, CancellationToken cancel) => Whole(p => p.SeedKey == seedKey, cancel);

    private async Task<Plan?> Whole(Expression<Func<Plan, bool>> which, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Plans.AsNoTracking().AsSplitQuery()
            .Include(p => p.Activities.OrderBy(a => a.Order)).ThenInclude(a => a.Targets.OrderBy(t => t.Order))
            .Include(p => p.Tasks.OrderBy(t => t.Order))
            .FirstOrDefaultAsync(which, cancel);
    }

    // There are few plans: they are put in order here, as a Vietnamese dictionary does, which SQLite cannot.
    private static IEnumerable<Head> Ordered(IEnumerable<Head> heads, IReadOnlyList<SortBy> sort)
    {
        var ordered = heads.OrderBy(_ => 0);
        foreach (var by in sort)
        {
            ordered = by.Field switch
            {
                "number" => Then(ordered, h => h.Number, by, VietnameseText.Order),
                "issuedOn" => Then(ordered, h => h.IssuedOn, by),
                "title" => Then(ordered, h => h.Title, by, VietnameseText.Order),
                _ => Then(ordered, h => h.Year, by),
            };
        }
        return ordered.ThenByDescending(h => h.Year).ThenBy(h => h.Id);
    }

    private static IOrderedEnumerable<Head> Then<TKey>(
        IOrderedEnumerable<Head> ordered, Func<Head, TKey> key, SortBy by, IComparer<TKey>? comparer = null) =>
        by.Descending ? ordered.ThenByDescending(key, comparer) : ordered.ThenBy(key, comparer);

    private sealed record Head(Guid Id, int Year, string Number, DateOnly IssuedOn, string Title, string SearchText);
}
