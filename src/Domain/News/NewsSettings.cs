namespace PlanTracker.Domain.News;

/// <summary>What a place asks of an item; Sở Nội vụ changes it as data.</summary>
/// <param name="Place">Place of publication.</param>
/// <param name="Kind">Only for this kind; null for all.</param>
/// <param name="Campaign">Only for this campaign; null for all.</param>
/// <param name="MinWords">Least words; null for no limit.</param>
/// <param name="MaxWords">Most words; null for no limit.</param>
/// <param name="MaxPages">Most A4 pages; null for no limit.</param>
/// <param name="MinImages">Least pictures; 0 for none.</param>
/// <param name="AsksNeverPublished">Whether it must never have been published.</param>
public sealed record NewsRule(
    NewsPlace Place, NewsKind? Kind, string? Campaign, int? MinWords, int? MaxWords, decimal? MaxPages, int MinImages, bool AsksNeverPublished)
{
    /// <summary>How closely it is meant for an item: a rule for its campaign before one for its kind before one for all; -1 when not at all.</summary>
    public int FitFor(NewsContent content, NewsPlace place)
    {
        if (Place != place || (Kind is not null && Kind != content.Kind)
            || (Campaign is not null && VietnameseText.Fold(Campaign) != VietnameseText.Fold(content.Campaign ?? "")))
            return -1;
        return (Campaign is null ? 0 : 2) + (Kind is null ? 0 : 1);
    }
}

/// <summary>An activity that issues of a place are results of: the electronic bulletin, the page in the newspaper.</summary>
public sealed record NewsFeed(NewsPlace Place, Guid ActivityId);

/// <summary>What Sở Nội vụ sets for the news desk.</summary>
public sealed record NewsSettings
{
    /// <summary>Rules of the places.</summary>
    public IReadOnlyList<NewsRule> Rules { get; init; } = Usual;

    /// <summary>Which activity a place feeds; of several plans, the one whose time holds the day.</summary>
    public IReadOnlyList<NewsFeed> Feeds { get; init; } = [];

    /// <summary>Whether everybody may read the feed of published items (Atom) without a sign-in.</summary>
    public bool FeedIsPublic { get; init; }

    /// <summary>
    /// The rules from the start: at least 250 words for the city's page and its Zalo page (công văn of Sở Nội vụ Cần Thơ), at most three
    /// A4 pages for the Government's bulletin (công văn of Sở Nội vụ Thành phố Hồ Chí Minh).
    /// </summary>
    public static IReadOnlyList<NewsRule> Usual { get; } =
    [
        new(NewsPlace.Portal, null, null, 250, null, null, 0, true),
        new(NewsPlace.Zalo, null, null, 250, null, null, 0, true),
        new(NewsPlace.Bulletin, null, null, null, null, null, 0, true),
        new(NewsPlace.Newspaper, null, null, null, null, null, 0, true),
        new(NewsPlace.GovernmentBulletin, null, null, null, null, 3, 0, true),
    ];

    /// <summary>The rule for an item at a place; null when the place asks nothing.</summary>
    public NewsRule? RuleFor(NewsContent content, NewsPlace place) =>
        Rules.Where(r => r.FitFor(content, place) >= 0).MaxBy(r => r.FitFor(content, place));
}

/// <summary>The settings of the news desk, one row.</summary>
public sealed class NewsDeskSettings
{
    /// <summary>The only id.</summary>
    public const int OnlyId = 1;
    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; init; } = OnlyId;
    /// <summary>The settings.</summary>
    public NewsSettings Value { get; set; } = new();
    /// <summary>Version, for concurrency.</summary>
    public int Version { get; set; } = 1;
}
