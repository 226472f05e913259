using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.News;

/// <summary>An item that is like another.</summary>
/// <param name="Other">The other item.</param>
/// <param name="Likeness">The Jaccard index of their shingles, 0 to 1.</param>
/// <param name="Passages">What stands in both, word for word; the first text is the item asked about.</param>
/// <param name="Text">The text asked about, as <see cref="NewsText.Plain"/> gives it with its title first.</param>
/// <param name="OtherText">The other text, likewise.</param>
public sealed record LikeItem(NewsView Other, decimal Likeness, IReadOnlyList<MatchingPassage> Passages, string Text, string OtherText)
{
    /// <summary>Whole percent, as a queue says it.</summary>
    public int Percent => (int)Math.Round(Likeness * 100, MidpointRounding.AwayFromZero);

    /// <summary>Whether the desk is warned of it.</summary>
    public bool IsNear => Likeness >= NewsLikeness.Near || Passages.Count > 0;
}

/// <summary>
/// Near-duplicates of an item among everything the desk was sent, across agencies: candidates by sketch (<see cref="MinHash"/>), judged by
/// the Jaccard index of their shingles (<see cref="Shingles"/>), shown with the passages that stand in both. Only for the desk.
/// </summary>
public sealed class NewsLikeness(INewsBook book, NewsReading reading)
{
    /// <summary>From here on an item is called a near-duplicate.</summary>
    public const decimal Near = 0.3m;

    private const decimal Least = 0.1m;
    private const decimal WorthALook = 0.04m;
    private const int Most = 10;

    /// <summary>The items most like this one, the likest first; at most ten.</summary>
    public async Task<Result<IReadOnlyList<LikeItem>>> Of(Actor actor, Guid id, CancellationToken cancel)
    {
        if ((await reading.Find(actor, id, cancel)).Refused(out var notThere, out var view))
            return notThere;
        if (actor.Demand(Operation.ReadSubmitted) is { } notAllowed)
            return notAllowed;
        return Result<IReadOnlyList<LikeItem>>.Of(await LikeItems(actor, view.Item, await book.Sketches(cancel), cancel));
    }

    /// <summary>The likest item of each, where there is one that the desk is warned of: what a queue says.</summary>
    public async Task<IReadOnlyDictionary<Guid, LikeItem>> Nearest(Actor actor, IReadOnlyList<NewsView> views, CancellationToken cancel)
    {
        var nearest = new Dictionary<Guid, LikeItem>();
        if (!actor.May(Operation.ReadSubmitted))
            return nearest;
        var sketches = await book.Sketches(cancel);
        foreach (var view in views)
        {
            if ((await LikeItems(actor, view.Item, sketches, cancel)).FirstOrDefault(l => l.IsNear) is { } like)
                nearest[view.Item.Id] = like;
        }
        return nearest;
    }

    private async Task<IReadOnlyList<LikeItem>> LikeItems(
        Actor actor, NewsItem item, IReadOnlyList<(Guid Id, byte[] Sketch)> sketches, CancellationToken cancel)
    {
        var candidates = sketches.Where(s => s.Id != item.Id)
            .Select(s => (s.Id, Likeness: MinHash.Estimate(item.Sketch, s.Sketch))).Where(s => s.Likeness >= WorthALook)
            .OrderByDescending(s => s.Likeness).Take(2 * Most).Select(s => s.Id).ToList();
        if (candidates.Count == 0)
            return [];
        var text = TextOf(item);
        var shingles = Shingles.Of(text);
        var like = (await reading.Some(actor, candidates, cancel)).Select(other =>
        {
            var otherText = TextOf(other.Item);
            return new LikeItem(other, Shingles.Jaccard(shingles, Shingles.Of(otherText)), MatchingPassages.Of(text, otherText), text, otherText);
        });
        return [.. like.Where(l => l.Likeness >= Least || l.Passages.Count > 0).OrderByDescending(l => l.Likeness).ThenBy(l => l.Other.Item.Id).Take(Most)];
    }

    private static string TextOf(NewsItem item) => $"{item.Content.Title}\n{NewsText.Plain(item.Content.Body)}";
}
