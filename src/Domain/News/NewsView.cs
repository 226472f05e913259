using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.News;

/// <summary>An item with the names a reader needs, and what this reader may do with it.</summary>
/// <param name="Item">The item itself.</param>
/// <param name="Agency">Who sends it, by its name of the day it was sent.</param>
/// <param name="Activity">The activity it tells of.</param>
/// <param name="Allowed">The verbs this reader may use on it now.</param>
/// <param name="Missing">What keeps it from the place it is written for, by field.</param>
public sealed record NewsView(
    NewsItem Item, AgencyRef Agency, ActivityRef? Activity, IReadOnlySet<NewsVerb> Allowed, IReadOnlyDictionary<string, string[]> Missing)
{
    /// <summary>Pictures in order.</summary>
    public IReadOnlyList<NewsImage> Images => [.. Item.Images.OrderBy(i => i.Order)];

    /// <summary>"Nguyễn Văn A - UBND quận Ninh Kiều", as the form prints it.</summary>
    public string AuthorLine => $"{Item.Content.Author} - {Agency.Name}";
}
