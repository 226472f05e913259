using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Progress;

/// <summary>An entry that has the same file or link.</summary>
public sealed record OtherEntry(Guid Id, string Title, AgencyRef Agency);

/// <summary>Where else a piece of evidence stands, for a person to judge. Withdrawn entries do not count.</summary>
/// <param name="Entries">Entries that the reader may see.</param>
/// <param name="Hidden">How many more there are.</param>
public sealed record EvidenceElsewhere(IReadOnlyList<OtherEntry> Entries, int Hidden);

/// <summary>The same, as the store finds it.</summary>
/// <param name="Seen">Id, title, agency and day of entries that the reader may see.</param>
/// <param name="Hidden">How many more there are.</param>
public sealed record SameEvidence(IReadOnlyList<(Guid EntryId, string Title, Guid AgencyId, DateOnly Day)> Seen, int Hidden);
