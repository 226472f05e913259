using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.News;

/// <summary>Use cases that read items.</summary>
public sealed class NewsReading(INewsBook book, IPlanLibrary plans, IAgencyRegister register, INewsMarkdown markdown, INewsImages files, BusinessClock clock)
{
    /// <summary>The refusal for an item that is not there or not the actor's to see.</summary>
    public static Refusal UnknownItem { get; } = Refusal.NotFound("news.unknown", "Không có tin, bài này, hoặc bạn không được xem.");

    /// <summary>The refusal for a picture that is not there.</summary>
    public static Refusal UnknownImage { get; } = Refusal.NotFound("news.unknown-image", "Không có ảnh này, hoặc bạn không được xem.");

    /// <summary>Fields a list can be ordered by.</summary>
    public static IReadOnlyList<string> SortFields { get; } = ["submittedOn", "publishedOn", "createdAt", "title", "words", "status"];

    /// <summary>A page of the items the actor may see.</summary>
    public async Task<Result<PageOf<NewsView>>> List(Actor actor, NewsFilter filter, ListQuery query, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        var page = await book.List(filter, query, actor, cancel);
        return new PageOf<NewsView>(await Views(actor, page.Items, cancel), page.Total, page.Page, page.PageSize);
    }

    /// <summary>All items that are planned for a place and a day: few, for publishing ends the plan.</summary>
    public async Task<IReadOnlyList<NewsView>> Planned(Actor actor, CancellationToken cancel)
    {
        var all = new List<NewsView>();
        for (var page = 1; ; page++)
        {
            var part = (await List(actor, new(IsPlanned: true), new ListQuery(page, ListQuery.MaxPageSize), cancel)).Value;
            all.AddRange(part?.Items ?? []);
            if (part is null || part.Items.Count == 0 || all.Count >= part.Total)
                return all;
        }
    }

    /// <summary>How many items the actor sees under a filter, by state.</summary>
    public async Task<IReadOnlyDictionary<NewsStatus, int>> Counts(Actor actor, NewsFilter filter, CancellationToken cancel) =>
        actor.May(Operation.ReadFigures) ? await book.CountByStatus(filter, actor, cancel) : new Dictionary<NewsStatus, int>();

    /// <summary>How many items wait for this actor: to be selected, or to be approved.</summary>
    public async Task<int> Waiting(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Operation.SelectNews) && !actor.May(Operation.SubmitNews))
            return 0;
        var counts = await book.CountByStatus(new(), actor, cancel);
        return (actor.May(Operation.SelectNews) ? counts.GetValueOrDefault(NewsStatus.Submitted) : 0)
            + (actor.May(Operation.SubmitNews) ? counts.GetValueOrDefault(NewsStatus.Draft) + counts.GetValueOrDefault(NewsStatus.Returned) : 0);
    }

    /// <summary>One item.</summary>
    public async Task<Result<NewsView>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return await book.Find(id, actor, cancel) is { } item ? await ViewOf(actor, item, cancel) : UnknownItem;
    }

    /// <summary>Items by id that the actor may see, in the order asked.</summary>
    public async Task<IReadOnlyList<NewsView>> Some(Actor actor, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var items = (await book.Some([.. ids], actor, cancel)).ToDictionary(i => i.Id);
        return await Views(actor, [.. ids.Where(items.ContainsKey).Select(id => items[id])], cancel);
    }

    /// <summary>A picture with its bytes: whoever sees its item sees it, nobody else.</summary>
    public async Task<Result<(NewsImage Image, Stream Content)>> Open(Actor actor, Guid id, Guid imageId, CancellationToken cancel)
    {
        if ((await Find(actor, id, cancel)).Refused(out var refusal, out var view))
            return refusal;
        return view.Item.Images.Find(i => i.Id == imageId) is { } image && files.Open(image.Sha256) is { } content ? (image, content) : UnknownImage;
    }

    /// <summary>The settings as they hold.</summary>
    public async Task<NewsSettings> Settings(CancellationToken cancel) => (await book.Settings(cancel))?.Value ?? new();

    /// <summary>What keeps an item from each place; empty for a place that takes it.</summary>
    public async Task<IReadOnlyList<(NewsPlace Place, IReadOnlyDictionary<string, string[]> Missing)>> Places(NewsItem item, CancellationToken cancel)
    {
        var settings = await Settings(cancel);
        return [.. Enum.GetValues<NewsPlace>().Select(p => (p, NewsRules.Missing(item, p, settings, markdown)))];
    }

    /// <summary>An item with its names.</summary>
    internal async Task<NewsView> ViewOf(Actor actor, NewsItem item, CancellationToken cancel) => (await Views(actor, [item], cancel))[0];

    private async Task<IReadOnlyList<NewsView>> Views(Actor actor, IReadOnlyList<NewsItem> items, CancellationToken cancel)
    {
        var agencies = await register.All(cancel);
        var settings = await Settings(cancel);
        var activities = new Dictionary<Guid, ActivityRef?>();
        foreach (var id in items.Select(i => i.Content.ActivityId).OfType<Guid>().Distinct())
        {
            var plan = await plans.FindByActivity(id, cancel);
            activities[id] = plan?.Activities.Where(a => a.Id == id).Select(a => new ActivityRef(a.Id, plan.Id, a.Order, a.Title, a.ShortTitle)).FirstOrDefault();
        }
        return [.. items.Select(item => new NewsView(
            item, agencies[item.AgencyId].RefOn(item.SubmittedOn ?? clock.Today),
            item.Content.ActivityId is { } activity ? activities[activity] : null, actor.AllowedFor(item),
            NewsRules.Missing(item, item.Content.Place, settings, markdown)))];
    }
}
