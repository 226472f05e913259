using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.News;

namespace PlanTracker.Storage.News;

/// <summary>Reads items and issues; visibility is part of every query.</summary>
internal sealed class NewsBook(IDbContextFactory<PlanDb> factory) : INewsBook
{
    public async Task<NewsItem?> Find(Guid id, Actor actor, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Whole(db).SeenBy(actor).FirstOrDefaultAsync(i => i.Id == id, cancel);
    }

    public async Task<PageOf<NewsItem>> List(NewsFilter filter, ListQuery query, Actor actor, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var total = await db.NewsItems.SeenBy(actor).Matching(filter).Searched(query.Search).CountAsync(cancel);
        var items = await Whole(db).SeenBy(actor).Matching(filter).Searched(query.Search).Sorted(query.Sort ?? [])
            .Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).ToListAsync(cancel);
        return new(items, total, query.Page, query.PageSize);
    }

    public async Task<IReadOnlyDictionary<NewsStatus, int>> CountByStatus(NewsFilter filter, Actor actor, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.NewsItems.SeenBy(actor).Matching(filter).GroupBy(i => i.Status)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    public async Task<IReadOnlyList<NewsItem>> Some(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Whole(db).SeenBy(actor).Where(i => ids.Contains(i.Id)).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<(Guid Id, byte[] Sketch)>> Sketches(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = await db.NewsItems.Where(i => i.Status != NewsStatus.Draft && i.Status != NewsStatus.Returned)
            .Select(i => new { i.Id, i.Sketch }).ToListAsync(cancel);
        return [.. rows.Select(r => (r.Id, r.Sketch))];
    }

    public async Task<IReadOnlyList<NewsTally>> SentIn(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = await db.NewsItems.AsNoTracking().Where(i => i.SubmittedOn >= from && i.SubmittedOn <= to)
            .Select(i => new { i.AgencyId, i.Content.Field, i.SubmittedOn, i.SelectedOn, i.PublishedOn, i.DeclinedOn, i.Steps }).ToListAsync(cancel);
        return [.. rows.Select(r => new NewsTally(r.AgencyId, r.Field, r.SubmittedOn!.Value, r.SelectedOn, r.PublishedOn, r.DeclinedOn, r.Steps))];
    }

    public async Task<IReadOnlyList<PublishedTally>> PublishedIn(DateOnly from, DateOnly to, CancellationToken cancel, IReadOnlyCollection<Guid>? agencyIds = null)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = await db.NewsItems.AsNoTracking().Where(i => i.PublishedOn != null && (agencyIds == null || agencyIds.Contains(i.AgencyId)))
            .SelectMany(i => i.Publications.Where(p => p.Date >= from && p.Date <= to),
                (i, p) => new { i.Id, i.AgencyId, i.Content.Field, p.Place, p.Date, i.Content.Title, p.Link }).ToListAsync(cancel);
        return [.. rows.Select(r => new PublishedTally(r.Id, r.AgencyId, r.Field, r.Place, r.Date, r.Title, r.Link))];
    }

    public async Task<IReadOnlyList<NewsItem>> Latest(int count, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Whole(db).Where(i => i.Status == NewsStatus.Published).OrderByDescending(i => i.PublishedOn).ThenByDescending(i => i.Id)
            .Take(count).ToListAsync(cancel);
    }

    public async Task<BulletinIssue?> FindIssue(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.BulletinIssues.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancel);
    }

    public async Task<IReadOnlyList<BulletinIssue>> Issues(int? year, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.BulletinIssues.AsNoTracking().Where(i => year == null || i.Year == year)
            .OrderByDescending(i => i.Year).ThenByDescending(i => i.Number).ThenBy(i => i.Place).ToListAsync(cancel);
    }

    public async Task<NewsDeskSettings?> Settings(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.NewsSettings.AsNoTracking().FirstOrDefaultAsync(s => s.Id == NewsDeskSettings.OnlyId, cancel);
    }

    private static IQueryable<NewsItem> Whole(PlanDb db) => db.NewsItems.AsNoTracking().AsSplitQuery().Include(i => i.Images);
}
