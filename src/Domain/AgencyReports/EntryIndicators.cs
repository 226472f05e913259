using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>Reads the confirmed results of an agency; one query per report.</summary>
public interface IConfirmedEntries
{
    /// <summary>Confirmed results of these agencies in a plan that count on a day of the window, by that day.</summary>
    Task<IReadOnlyList<ProgressEntry>> Of(SourceWindow window, CancellationToken cancel);
}

/// <summary>Fills reports in beforehand from the agency's own confirmed results, by the day they count on.</summary>
public sealed class EntryIndicators(IConfirmedEntries entries, IPlanLibrary plans) : IIndicatorSource
{
    /// <summary>Kind of item.</summary>
    public const string Kind = "entry";

    /// <inheritdoc />
    public async Task<IReadOnlyList<SourcedItem>> Of(SourceWindow window, IReadOnlyList<Indicator> indicators, CancellationToken cancel)
    {
        var confirmed = await entries.Of(window, cancel);
        if (confirmed.Count == 0 || await plans.Find(window.PlanId, cancel) is not { } plan)
            return [];
        var units = plan.Activities.SelectMany(a => a.Targets).ToDictionary(t => t.Id, t => t.Unit);
        return Count(confirmed, units, indicators);
    }

    /// <summary>
    /// The items of results: each result counts for the first indicator of the form that it fits and no other, the people who came for that
    /// indicator's own, and its socialised money beside it.
    /// </summary>
    /// <param name="confirmed">Confirmed results.</param>
    /// <param name="units">Unit by target.</param>
    /// <param name="indicators">The indicators of the form.</param>
    public static IReadOnlyList<SourcedItem> Count(
        IReadOnlyList<ProgressEntry> confirmed, IReadOnlyDictionary<Guid, string> units, IReadOnlyList<Indicator> indicators)
    {
        var ordered = indicators.InOrder();
        var money = ordered.FirstOrDefault(i => i.Terms.CountsSocialisedMoney);
        var items = new List<SourcedItem>();
        foreach (var entry in confirmed)
        {
            var unit = units.GetValueOrDefault(entry.Content.TargetId, "");
            if (ordered.FirstOrDefault(i => i.Terms.Matches.Any(m => m.Fits(entry.Content, unit))) is { } counting)
            {
                items.Add(Item(counting.Code, entry, entry.Content.Quantity));
                if (counting.Terms.PeopleCode is { } people && ordered.Any(i => i.Code == people)
                    && (entry.Content.Attendances ?? entry.Content.PeopleReached) is > 0 and var came)
                    items.Add(Item(people, entry, came));
            }
            if (money is not null && entry.Content.Spent.Where(s => s.Source is FundingSource.Socialised).Sum(s => s.Amount) is not 0 and var spent)
                items.Add(Item(money.Code, entry, spent));
        }
        return items;
    }

    private static SourcedItem Item(string code, ProgressEntry entry, decimal amount) =>
        new(code, Kind, entry.Id, entry.Content.Title, entry.CountedOn, amount);
}
