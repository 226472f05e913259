using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.News;

/// <summary>One change of one item, in the order of refusal: not there, not allowed, invalid, version, state.</summary>
internal static class NewsChange
{
    public static Task<Result<NewsItem>> Run(
        IStore store, BusinessClock clock, Actor actor, Guid id, NewsVerb verb, ExpectedVersion version, string what, string? reason,
        Func<NewsItem, Task<Refusal?>> check, Func<IChanges, NewsItem, Refusal?> apply, CancellationToken cancel) =>
        store.Write<NewsItem>(actor, async changes =>
        {
            if (await changes.News.Load(id, cancel) is not { } item || !actor.CanSee(item))
                return NewsReading.UnknownItem;
            if (actor.Demand(item, verb) is { } notAllowed)
                return notAllowed;
            if (await check(item) is { } invalid)
                return invalid;
            if (version.Check(item.Version) is { } stale)
                return stale;
            if (!NewsVisibility.Fits(verb, item.Status))
                return WrongState(item.Status);
            var before = NewsHistory.Fields(item);
            if (apply(changes, item) is { } refused)
                return refused;
            item.Version++;
            changes.Record(NewsHistory.Row(actor, clock.UtcNow, item, what, before, reason));
            return item;
        }, cancel);

    /// <summary>The state forbids it.</summary>
    public static Refusal WrongState(NewsStatus status) => Refusal.Conflict(
        "news.wrong-state", $"Tin, bài đang ở trạng thái “{NewsWords.NameOf(status)}” nên không làm được việc này. Chưa có gì thay đổi.");
}
