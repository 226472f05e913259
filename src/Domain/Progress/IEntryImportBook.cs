namespace PlanTracker.Domain.Progress;

/// <summary>The entries that an import is compared with.</summary>
/// <param name="Entries">All entries of the leads in the plan, of every state; whether the sender may see them is the use case's to judge.</param>
/// <param name="LockedUntil">The last locked day; null when none is.</param>
/// <param name="Stamp">Differs as soon as one of them was added or changed.</param>
public sealed record EntriesAsTheyStand(IReadOnlyList<ProgressEntry> Entries, DateOnly? LockedUntil, EntryStamp Stamp);

/// <summary>How many entries there are and the sum of their versions: entries are never deleted and versions only rise.</summary>
public sealed record EntryStamp(int Count, long Versions, DateOnly? LockedUntil);

/// <summary>Reads what imports of entries are compared with.</summary>
public interface IEntryImportBook
{
    /// <summary>The entries of these leads in a plan, and those named by id wherever they belong.</summary>
    Task<EntriesAsTheyStand> Read(Guid planId, IReadOnlyCollection<Guid> leadIds, IReadOnlyCollection<Guid> ids, CancellationToken cancel);
}

/// <summary>The same inside a write.</summary>
public interface IEntryImportChanges
{
    /// <summary>Whether what was read before still stands.</summary>
    Task<EntryStamp> Stamp(Guid planId, IReadOnlyCollection<Guid> leadIds, IReadOnlyCollection<Guid> ids, CancellationToken cancel);

    /// <summary>Reads once more, inside the write.</summary>
    Task<EntriesAsTheyStand> Read(Guid planId, IReadOnlyCollection<Guid> leadIds, IReadOnlyCollection<Guid> ids, CancellationToken cancel);

    /// <summary>Entries by id, tracked.</summary>
    Task<IReadOnlyDictionary<Guid, ProgressEntry>> Load(IReadOnlyCollection<Guid> ids, CancellationToken cancel);
}
