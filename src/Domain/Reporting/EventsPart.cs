using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reporting;

/// <summary>A confirmed entry as Phụ lục III needs it.</summary>
public sealed record EventFact(
    Guid EntryId, Guid ActivityId, Guid TargetId, Guid AgencyId, DateOnly Date, DateOnly CountedOn, decimal Quantity, string Title, string? Place,
    DeliveryMode? Mode, int? People, IReadOnlyList<Evidence> Evidence, IReadOnlyList<Contribution> Supporting, Guid? CorrectsEntryId,
    string? CorrectionReason, DateOnly? CorrectedDate);

/// <summary>A confirmed entry that a row of the report has to say something of: it counts on another day than its own, or corrects another.</summary>
public sealed record SpecialEntry(Guid TargetId, DateOnly Date, DateOnly CountedOn, decimal Quantity, bool IsCorrection);

/// <summary>Reads the events of a period.</summary>
public interface IEventBook
{
    /// <summary>The confirmed entries of a plan that the window counts, by day.</summary>
    Task<IReadOnlyList<EventFact>> Events(Guid planId, TotalsWindow window, CancellationToken cancel);

    /// <summary>Those of them that count on another day than their own, or correct another.</summary>
    Task<IReadOnlyList<SpecialEntry>> Special(Guid planId, TotalsWindow window, CancellationToken cancel);
}

/// <summary>Phụ lục III: the events of the period in the plan's order, each row by day; per row they add up to what the period counts.</summary>
public sealed class EventsPart(IEventBook book) : IReportPart
{
    /// <summary>What is said of an event without evidence.</summary>
    public const string NoEvidence = "Thiếu minh chứng";

    private const int MostEvidence = 3;

    /// <inheritdoc/>
    public async Task<ReportAppendices> Fill(ReportAppendices content, PartQuery query, CancellationToken cancel)
    {
        var window = new TotalsWindow(query.Window.From, query.Window.To, query.AsOf);
        var targets = query.Plan.Activities.SelectMany(a => a.Targets, (a, t) => (Activity: a, Target: t)).ToDictionary(r => r.Target.Id);
        var facts = (await book.Events(query.Plan.Id, window, cancel)).Where(f => targets.ContainsKey(f.TargetId) && IsOf(query.Scope, f, targets[f.TargetId].Activity, query.AsOf));
        return content with
        {
            Events =
            [
                .. facts.Select(f => (Fact: f, Row: targets[f.TargetId]))
                    .OrderBy(f => f.Row.Activity.Order).ThenBy(f => f.Row.Target.Order).ThenBy(f => f.Fact.Date).ThenBy(f => f.Fact.EntryId)
                    .Select(f => RowOf(f.Fact, f.Row.Activity, f.Row.Target)),
            ],
        };
    }

    private static bool IsOf(ReportScope? scope, EventFact fact, Activity activity, DateOnly asOf) => scope switch
    {
        null => true,
        { Kind: ScopeKind.Lead } => activity.LeadOn(asOf) == scope.AgencyId,
        _ => scope.Members.Contains(fact.AgencyId) || fact.Supporting.Any(s => scope.Members.Contains(s.AgencyId)),
    };

    private static EventRow RowOf(EventFact fact, Activity activity, Target target) => new(
        fact.EntryId, activity.Order, target.Label, fact.Date, fact.CountedOn, fact.Title, PlaceOf(fact), fact.Quantity,
        target.Unit.Length == 0 ? "-" : target.Unit, fact.People, EvidenceOf(fact.Evidence), CorrectionOf(fact));

    private static string PlaceOf(EventFact fact)
    {
        var parts = new[] { fact.Mode is { } mode ? ReportWording.NameOf(mode) : null, fact.Place }.Where(p => p is not null).ToList();
        return parts.Count == 0 ? "-" : string.Join("; ", parts);
    }

    private static string EvidenceOf(IReadOnlyList<Evidence> evidence)
    {
        if (evidence.Count == 0)
            return NoEvidence;
        var named = evidence.Take(MostEvidence).Select(e => e.Kind switch
        {
            EvidenceKind.Link => e.Url!.Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal),
            EvidenceKind.File => e.File!.Name,
            _ => e.Number!,
        });
        return string.Join("; ", named) + (evidence.Count > MostEvidence ? $"; và {evidence.Count - MostEvidence} minh chứng khác" : "");
    }

    private static string? CorrectionOf(EventFact fact) => fact.CorrectsEntryId is null ? null
        : $"Điều chỉnh kết quả ngày {fact.CorrectedDate:dd/MM/yyyy}: {fact.CorrectionReason}";
}
