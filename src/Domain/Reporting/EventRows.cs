using System.Globalization;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reporting;

/// <summary>The rows of Phụ lục III: all of them for a file, a page of them for a screen, so that nobody waits for a year of results to look at some.</summary>
internal sealed class EventRows(IEventBook book)
{
    private const int MostEvidence = 3;

    /// <summary>All rows, in the plan's order, each target by day.</summary>
    public async Task<IReadOnlyList<EventRow>> All(PartQuery query, CancellationToken cancel) =>
        Rows(query, await book.Events(query.Plan.Id, WindowOf(query), null, cancel));

    /// <summary>The few that count on another day than their own, or correct another.</summary>
    public async Task<IReadOnlyList<EventRow>> Special(PartQuery query, CancellationToken cancel) =>
        Rows(query, await book.Special(query.Plan.Id, WindowOf(query), cancel));

    /// <summary>A page of the rows, and how many there are.</summary>
    public async Task<PageOf<EventRow>> Page(PartQuery query, ListQuery list, CancellationToken cancel)
    {
        // Who took part is not something the database can be asked: such a report is cut afterwards.
        if (query.Scope is { Kind: ScopeKind.Agency })
            return Cut(await All(query, cancel), list);
        var counts = await book.Count(query.Plan.Id, WindowOf(query), cancel);
        var (skip, take, total) = ((list.Page - 1) * list.PageSize, list.PageSize, 0);
        var page = new List<EventFact>();
        foreach (var (activity, target) in Targets(query).Where(r => query.Scope is null || r.Activity.LeadOn(query.AsOf) == query.Scope.AgencyId))
        {
            var count = counts.GetValueOrDefault(target.Id);
            total += count;
            if (take > 0 && skip < count)
            {
                var slice = await book.Events(query.Plan.Id, WindowOf(query), new(target.Id, skip, take), cancel);
                page.AddRange(slice);
                take -= slice.Count;
            }
            skip = Math.Max(0, skip - count);
        }
        return new([.. Rows(query, page)], total, list.Page, list.PageSize);
    }

    /// <summary>A page of rows at hand.</summary>
    public static PageOf<EventRow> Cut(IReadOnlyList<EventRow> all, ListQuery list) =>
        new([.. all.Skip((list.Page - 1) * list.PageSize).Take(list.PageSize)], all.Count, list.Page, list.PageSize);

    private static TotalsWindow WindowOf(PartQuery query) => new(query.Window.From, query.Window.To, query.AsOf);

    private static IEnumerable<(Activity Activity, Target Target)> Targets(PartQuery query) => query.Plan.Activities.OrderBy(a => a.Order)
        .SelectMany(a => a.Targets.OrderBy(t => t.Order), (a, t) => (a, t));

    private static IReadOnlyList<EventRow> Rows(PartQuery query, IReadOnlyList<EventFact> facts)
    {
        var places = Targets(query).Select((r, place) => (r.Activity, r.Target, Place: place)).ToDictionary(r => r.Target.Id);
        return
        [
            .. facts.Where(f => places.ContainsKey(f.TargetId)).Select(f => (Fact: f, Row: places[f.TargetId]))
                .Where(f => IsOf(query.Scope, f.Fact, f.Row.Activity, query.AsOf))
                .OrderBy(f => f.Row.Place).ThenBy(f => f.Fact.Date).ThenBy(f => f.Fact.EntryId)
                .Select(f => RowOf(f.Fact, f.Row.Activity, f.Row.Target)),
        ];
    }

    private static bool IsOf(ReportScope? scope, EventFact fact, Activity activity, DateOnly asOf) => scope switch
    {
        null => true,
        { Kind: ScopeKind.Lead } => activity.LeadOn(asOf) == scope.AgencyId,
        _ => scope.Members.Contains(fact.AgencyId) || fact.Supporting.Any(s => scope.Members.Contains(s.AgencyId)),
    };

    private static EventRow RowOf(EventFact fact, Activity activity, Target target) => new(
        fact.EntryId, activity.Order, target.Label, fact.Date, fact.CountedOn, fact.Title, PlaceOf(fact), fact.Quantity,
        target.Unit.Length == 0 ? "-" : target.Unit, fact.People, EvidenceOf(fact), CorrectionOf(fact));

    private static string PlaceOf(EventFact fact) => fact switch
    {
        { Mode: { } mode, Place: { } place } => $"{ReportWording.NameOf(mode)}; {place}",
        { Mode: { } mode } => ReportWording.NameOf(mode),
        _ => fact.Place ?? "-",
    };

    private static string EvidenceOf(EventFact fact)
    {
        if (fact.Evidence.Count == 0)
            return fact.NoEvidenceReason is { Length: > 0 } reason ? $"{EventsPart.NoEvidence}: {char.ToLower(reason[0], CultureInfo.InvariantCulture)}{reason[1..]}" : EventsPart.NoEvidence;
        var named = string.Join("; ", fact.Evidence.Take(MostEvidence).Select(NameOf));
        return fact.Evidence.Count > MostEvidence ? $"{named}; và {fact.Evidence.Count - MostEvidence} minh chứng khác" : named;
    }

    private static string NameOf(Evidence evidence) => evidence.Kind switch
    {
        EvidenceKind.Link => evidence.Url!.Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal),
        EvidenceKind.File => evidence.File!.Name,
        _ => evidence.Number!,
    };

    private static string? CorrectionOf(EventFact fact) => fact.CorrectsEntryId is null ? null
        : $"Điều chỉnh kết quả ngày {fact.CorrectedDate:dd/MM/yyyy}: {fact.CorrectionReason}";
}
