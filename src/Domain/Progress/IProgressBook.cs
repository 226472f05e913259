using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Progress;

/// <summary>Reads entries and their sums. What an actor may not see is left out by the store itself, in the query.</summary>
public interface IProgressBook
{
    /// <summary>An entry; null when it is not there or not the actor's to see.</summary>
    Task<ProgressEntry?> Find(Guid id, Actor actor, CancellationToken cancel);

    /// <summary>A page of the entries the actor may see. Sort fields: date, countedOn, quantity, title, status, createdAt.</summary>
    Task<PageOf<ProgressEntry>> List(EntryFilter filter, ListQuery query, Actor actor, CancellationToken cancel);

    /// <summary>Sums per target of a plan, summed by the database; targets without entries are absent.</summary>
    Task<IReadOnlyDictionary<Guid, TargetTotals>> Totals(Guid planId, TotalsWindow window, CancellationToken cancel);

    /// <summary>What is confirmed of a plan's targets day by day, up to a day (countedOn), summed by the database; of one activity when it is named.</summary>
    Task<DayTotals> Daily(Guid planId, Guid? activityId, DateOnly asOf, CancellationToken cancel);

    /// <summary>Which weeks or months the entries of targets speak for, up to a day (countedOn), of those the actor may see: each day, slot and state once.</summary>
    Task<IReadOnlyList<Reporting.SlotEntry>> Slots(IReadOnlyCollection<Guid> targetIds, DateOnly asOf, Actor actor, CancellationToken cancel);

    /// <summary>How many entries wait for confirmation in a plan, all dates.</summary>
    Task<int> CountSubmitted(Guid planId, CancellationToken cancel);

    /// <summary>The entry that has a piece of evidence; null when none has. Whether the actor may see it is the use case's to judge.</summary>
    Task<Guid?> EntryWithEvidence(Guid evidenceId, CancellationToken cancel);

    /// <summary>By id of evidence of these entries: where else the same file or link stands. Evidence that stands nowhere else is absent.</summary>
    Task<IReadOnlyDictionary<Guid, SameEvidence>> SameElsewhere(IReadOnlyCollection<Guid> entryIds, Actor actor, CancellationToken cancel);
}

/// <summary>An agency that a percentage counts.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Confirmed">Whether one of its entries up to asOf is confirmed; otherwise one waits.</param>
/// <param name="InPeriod">Whether one of the confirmed lies in the window.</param>
public sealed record MemberDone(Guid AgencyId, bool Confirmed, bool InPeriod);

/// <summary>The window that "in the period" counts (both days inclusive, and never after asOf), and the day up to which everything counts.</summary>
public sealed record TotalsWindow(DateOnly From, DateOnly To, DateOnly AsOf);

/// <summary>What a target has by a day.</summary>
/// <param name="InPeriod">Confirmed with countedOn in the window.</param>
/// <param name="ToDate">Confirmed with countedOn up to asOf.</param>
/// <param name="Pending">Submitted with countedOn up to asOf; never mixed in.</param>
/// <param name="PendingEntries">Number of submitted entries with countedOn up to asOf.</param>
/// <param name="Entries">Number of confirmed entries in the window.</param>
/// <param name="WithEvidence">How many of those have evidence.</param>
/// <param name="Modes">Number of confirmed entries in the window by mode; entries without one are left out.</param>
public sealed record TargetTotals(
    decimal InPeriod, decimal ToDate, decimal Pending, int PendingEntries, int Entries, int WithEvidence, IReadOnlyDictionary<DeliveryMode, int> Modes)
{
    /// <summary>Of a percentage: the agencies of its set that have an entry, each once per state and window.</summary>
    public IReadOnlyList<MemberDone> Members { get; init; } = [];

    /// <summary>Nothing yet.</summary>
    public static TargetTotals None { get; } = new(0, 0, 0, 0, 0, 0, new Dictionary<DeliveryMode, int>());
}
