using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.News;

namespace PlanTracker.Storage.News;

/// <summary>Items, issues and settings of the desk inside a write.</summary>
internal sealed class NewsChanges(PlanDb db) : INewsChanges
{
    public async Task<NewsItem?> Load(Guid id, CancellationToken cancel)
    {
        var item = await db.NewsItems.FindAsync([id], cancel);
        if (item is not null && db.Entry(item).State is not EntityState.Added)
            await db.Entry(item).Collection(i => i.Images).LoadAsync(cancel);
        return item;
    }

    public async Task<IReadOnlyList<NewsItem>> LoadSome(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var found = new List<NewsItem>();
        foreach (var id in ids.Distinct())
        {
            if (await Load(id, cancel) is { } item)
                found.Add(item);
        }
        return found;
    }

    public void Add(NewsItem item) => db.NewsItems.Add(item);

    public void Add(NewsItem item, NewsImage image)
    {
        item.Images.Add(image);
        db.NewsImages.Add(image);
    }

    public void Remove(NewsItem item, NewsImage image)
    {
        item.Images.Remove(image);
        db.NewsImages.Remove(image);
    }

    public async Task<BulletinIssue?> LoadIssue(Guid id, CancellationToken cancel) => await db.BulletinIssues.FindAsync([id], cancel);

    public async Task<IReadOnlyList<BulletinIssue>> IssuesOf(NewsPlace place, int year, CancellationToken cancel)
    {
        await db.BulletinIssues.Where(i => i.Place == place && i.Year == year).LoadAsync(cancel);
        return [.. db.BulletinIssues.Local.Where(i => i.Place == place && i.Year == year)];
    }

    public void Add(BulletinIssue issue) => db.BulletinIssues.Add(issue);

    public void Remove(BulletinIssue issue) => db.BulletinIssues.Remove(issue);

    public async Task<NewsDeskSettings?> LoadSettings(CancellationToken cancel) => await db.NewsSettings.FindAsync([NewsDeskSettings.OnlyId], cancel);

    public void Add(NewsDeskSettings settings) => db.NewsSettings.Add(settings);
}
