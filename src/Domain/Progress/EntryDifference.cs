using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Progress;

/// <summary>An entry as it was when it was returned, kept beside the return so that a resubmission can be compared with it.</summary>
/// <param name="Content">What was filled in.</param>
/// <param name="Evidence">The evidence it had.</param>
public sealed record EntrySnapshot(EntryContent Content, IReadOnlyList<Evidence> Evidence);

/// <summary>One field that was changed after a return.</summary>
/// <param name="Field">Name in the API.</param>
/// <param name="Name">Name in Vietnamese.</param>
/// <param name="Old">In words, when it was returned; null when it was empty.</param>
/// <param name="New">In words, now; null when it is empty.</param>
/// <param name="Asked">Whether the return asked to mend it.</param>
public sealed record FieldDifference(string Field, string Name, string? Old, string? New, bool Asked);

/// <summary>What was changed since an entry was returned last, for who receives it again.</summary>
/// <param name="Return">The return with its reason and the fields it named.</param>
/// <param name="Fields">The fields that differ, in the order of the form.</param>
/// <param name="Added">Evidence that came.</param>
/// <param name="Removed">Evidence that went.</param>
/// <param name="StillSame">Fields that the return named and that are as they were.</param>
public sealed record EntryDifference(
    EntryStep Return, IReadOnlyList<FieldDifference> Fields, IReadOnlyList<Evidence> Added, IReadOnlyList<Evidence> Removed,
    IReadOnlyList<string> StillSame)
{
    private const string EvidenceField = "evidence";

    /// <summary>Whether nothing at all was changed.</summary>
    public bool IsNothing => Fields.Count == 0 && Added.Count == 0 && Removed.Count == 0;

    /// <summary>
    /// The difference between an entry and what was returned; null while it is neither returned nor submitted again, and for returns of
    /// before this was kept. A confirmed entry has none: what it said before is its agency's and Sở Nội vụ's matter alone.
    /// </summary>
    internal static EntryDifference? Of(ProgressEntry entry, Plan plan, Func<Guid, string> agency, Func<string, string> channel)
    {
        if (entry.Status is not (EntryStatus.Returned or EntryStatus.Submitted)
            || entry.Last(EntryStepKind.Return) is not { Was: { } was } step)
            return null;
        var old = EntryWording.Of(was.Content, plan, agency, channel).ToDictionary(f => f.Field);
        var now = EntryWording.Of(entry.Content, plan, agency, channel).ToDictionary(f => f.Field);
        var changed = EntryFieldOrder.All.Where(f => old.GetValueOrDefault(f)?.Value != now.GetValueOrDefault(f)?.Value)
            .Select(f => new FieldDifference(
                f, FieldNames.NameOf($"content.{f}"), old.GetValueOrDefault(f)?.Value, now.GetValueOrDefault(f)?.Value, step.Fields.Contains(f)))
            .ToList();
        var added = entry.Evidence.Where(e => !was.Evidence.Any(w => w.Id == e.Id)).ToList();
        var removed = was.Evidence.Where(w => !entry.Evidence.Exists(e => e.Id == w.Id)).ToList();
        var evidenceChanged = added.Count + removed.Count > 0;
        return new(step, changed, added, removed,
            [.. step.Fields.Where(f => f == EvidenceField ? !evidenceChanged : !changed.Exists(c => c.Field == f))]);
    }
}

/// <summary>The fields of an entry in the order of its form.</summary>
internal static class EntryFieldOrder
{
    public static readonly IReadOnlyList<string> All =
    [
        "targetId", "memberId", "quantity", "date", "title", "cadenceSlot", "place", "mode", "peopleReached", "attendances", "supporting", "spent",
        "themes", "form", "channel", "note", "noEvidenceReason", "correctionReason",
    ];
}
