using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.Progress;

/// <summary>Writes an entry's changes as history rows.</summary>
internal static class EntryHistory
{
    /// <summary>The row of one change.</summary>
    public static Change Row(Actor actor, DateTime at, ProgressEntry entry, string what, string? old, string? now, string? reason = null) => new()
    {
        At = at,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        AgencyId = entry.AgencyId,
        Door = actor.Door,
        Entity = "entry",
        EntityId = entry.Id,
        What = what,
        Old = old,
        New = now,
        Reason = reason,
    };

    /// <summary>The fields that history compares.</summary>
    public static string Fields(ProgressEntry entry) =>
        HistoryJson.Of(new { entry.Status, entry.CountedOn, entry.Content, entry.Evidence });

    /// <summary>The verb in history.</summary>
    public static string NameOf(EntryVerb verb) => verb switch
    {
        EntryVerb.AddEvidence => "add-evidence",
        EntryVerb.RemoveEvidence => "remove-evidence",
        _ => verb.ToString().ToLowerInvariant(),
    };
}
