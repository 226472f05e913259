using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.Activities;

/// <summary>Writes an activity's changes as history rows, readable by its lead.</summary>
internal static class ActivityHistory
{
    /// <summary>The row of one change.</summary>
    public static Change Row(Actor actor, DateTime at, Activity activity, string what, string? old, string? reason) => new()
    {
        At = at,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        AgencyId = activity.LeadAgencyId,
        Door = actor.Door,
        Entity = "activity",
        EntityId = activity.Id,
        What = what,
        Old = old,
        New = Fields(activity),
        Reason = reason,
    };

    /// <summary>The fields that history compares.</summary>
    public static string Fields(Activity activity) => HistoryJson.Of(new
    {
        activity.DueOn,
        activity.CancelledOn,
        activity.CancelledReason,
        Targets = activity.Targets.Select(t => new { t.Label, t.Unit, t.ClosedOn, t.OpenedOn, t.Versions, t.Milestones }),
    });
}
