using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reporting;

/// <summary>A confirmed entry as Phụ lục III needs it.</summary>
public sealed record EventFact(
    Guid EntryId, Guid TargetId, Guid AgencyId, DateOnly Date, DateOnly CountedOn, decimal Quantity, string Title, string? Place,
    DeliveryMode? Mode, int? People, IReadOnlyList<Evidence> Evidence, string? NoEvidenceReason, IReadOnlyList<Contribution> Supporting, Guid? CorrectsEntryId,
    string? CorrectionReason, DateOnly? CorrectedDate);

/// <summary>A part of the events of a target, by day.</summary>
/// <param name="TargetId">The target.</param>
/// <param name="Skip">How many come before.</param>
/// <param name="Take">How many at most.</param>
public sealed record EventSlice(Guid TargetId, int Skip, int Take);

/// <summary>Reads the events of a period.</summary>
public interface IEventBook
{
    /// <summary>The confirmed entries of a plan that the window counts; of a slice, by day and id, otherwise in no order.</summary>
    Task<IReadOnlyList<EventFact>> Events(Guid planId, TotalsWindow window, EventSlice? slice, CancellationToken cancel);

    /// <summary>Those of them that count on another day than their own, or correct another: the few that a report has to say something of.</summary>
    Task<IReadOnlyList<EventFact>> Special(Guid planId, TotalsWindow window, CancellationToken cancel);

    /// <summary>How many the window counts, by target.</summary>
    Task<IReadOnlyDictionary<Guid, int>> Count(Guid planId, TotalsWindow window, CancellationToken cancel);
}

/// <summary>Phụ lục III: the events of the period in the plan's order, each row by day; per row they add up to what the period counts.</summary>
public sealed class EventsPart(IEventBook book) : IReportPart
{
    /// <summary>What is said of an event without evidence; after it, why.</summary>
    public const string NoEvidence = "Thiếu minh chứng";

    private readonly EventRows rows = new(book);

    /// <inheritdoc/>
    public async Task<ReportAppendices> Fill(ReportAppendices content, PartQuery query, CancellationToken cancel) =>
        content with { Events = await rows.All(query, cancel) };
}
