using PlanTracker.Domain.News;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>
/// Fills the indicators "tin bài" in beforehand from the agency's own published items (rule of news): each item once for an indicator, on the
/// day it was first published at one of its places. What a confirmed result with the same link counts already does not count twice.
/// </summary>
public sealed class NewsIndicators(INewsFigures news, IConfirmedEntries entries, IPlanLibrary plans) : IIndicatorSource
{
    /// <summary>Kind of item.</summary>
    public const string Kind = "news";

    /// <inheritdoc />
    public async Task<IReadOnlyList<SourcedItem>> Of(SourceWindow window, IReadOnlyList<Indicator> indicators, CancellationToken cancel)
    {
        var places = Enum.GetValues<NewsPlace>().Select(p => (Place: p, Indicator: For(p, indicators))).Where(p => p.Indicator is not null)
            .ToLookup(p => p.Indicator!, p => p.Place);
        var items = new List<SourcedItem>();
        foreach (var indicator in places)
        {
            var published = await news.PublishedOf(window.AgencyIds, window.From, window.To, [.. indicator], cancel);
            var counted = published.Count == 0 ? [] : await LinksOf(window, indicator.Key, cancel);
            items.AddRange(published.Where(t => !counted.Contains(EvidenceLinks.Normal(t.Link)))
                .Select(t => new SourcedItem(indicator.Key.Code, Kind, t.ItemId, t.Title, t.Date, 1)));
        }
        return items;
    }

    /// <summary>The indicator that items at a place count for: the first of the form that counts items, or anything, of the place's channel.</summary>
    public static Indicator? For(NewsPlace place, IReadOnlyList<Indicator> indicators)
    {
        var channel = place switch
        {
            NewsPlace.Zalo => "Zalo",
            NewsPlace.Newspaper => "Press",
            NewsPlace.Portal => "Portal",
            _ => "Website",
        };
        return indicators.InOrder().FirstOrDefault(i => i.Terms.Matches.Any(m => m.Channel == channel && m.Form is null
            && (m.Unit is null || IndicatorDefaults.NewsUnits.Contains(m.Unit, StringComparer.OrdinalIgnoreCase))));
    }

    /// <summary>Links of the results that count for an indicator.</summary>
    private async Task<HashSet<string>> LinksOf(SourceWindow window, Indicator indicator, CancellationToken cancel)
    {
        var confirmed = await entries.Of(window, cancel);
        if (confirmed.Count == 0 || await plans.Find(window.PlanId, cancel) is not { } plan)
            return [];
        var units = plan.Activities.SelectMany(a => a.Targets).ToDictionary(t => t.Id, t => t.Unit);
        return [.. confirmed.Where(e => indicator.Terms.Matches.Any(m => m.Fits(e.Content, units.GetValueOrDefault(e.Content.TargetId, ""))))
            .SelectMany(e => e.Evidence).Select(e => e.Url).OfType<string>().Select(EvidenceLinks.Normal)];
    }
}
