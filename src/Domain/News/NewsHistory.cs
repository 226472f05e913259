using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.News;

/// <summary>Writes changes of items, issues and settings of the news desk as history rows.</summary>
internal static class NewsHistory
{
    /// <summary>The row of one change of an item.</summary>
    public static Change Row(Actor actor, DateTime at, NewsItem item, string what, string? old, string? reason = null) =>
        Row(actor, at, "news", item.Id, item.AgencyId, what, old, Fields(item), reason);

    /// <summary>The row of one change of an issue.</summary>
    public static Change Row(Actor actor, DateTime at, BulletinIssue issue, string what, string? old, string? now) =>
        Row(actor, at, "bulletin", issue.Id, actor.Agency?.Id, what, old, now);

    /// <summary>The row of a change of anything.</summary>
    public static Change Row(
        Actor actor, DateTime at, string entity, Guid id, Guid? agencyId, string what, string? old, string? now, string? reason = null) => new()
        {
            At = at,
            AccountId = actor.AccountId,
            AccountName = actor.FullName,
            AgencyId = agencyId,
            Door = actor.Door,
            Entity = entity,
            EntityId = id,
            What = what,
            Old = old,
            New = now,
            Reason = reason,
        };

    /// <summary>The fields of an item that history compares.</summary>
    public static string Fields(NewsItem item) => HistoryJson.Of(new
    {
        item.Status,
        item.Content,
        Images = item.Images.OrderBy(i => i.Order).Select(i => new { i.File.Name, i.Sha256, i.Caption }),
        Publications = item.Publications.Select(p => new { p.Place, p.Link, p.Date, p.ByName }),
        item.Schedule,
    });

    /// <summary>The fields of an issue that history compares; its items by their titles of that moment.</summary>
    public static async Task<string> Fields(IChanges changes, BulletinIssue issue, CancellationToken cancel)
    {
        var titles = (await changes.News.LoadSome(issue.ItemIds, cancel)).ToDictionary(i => i.Id, i => i.Content.Title);
        return HistoryJson.Of(new
        {
            issue.Place,
            issue.Year,
            issue.Number,
            issue.Title,
            Articles = issue.ItemIds.Where(titles.ContainsKey).Select(id => titles[id]),
            issue.PublishedOn,
            issue.Link,
            issue.Week,
            issue.EntryId,
        });
    }
}
