using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.Plans;

/// <summary>Writes changes of drafts as history rows of the plan they become.</summary>
internal static class PlanHistory
{
    public static Change Row(Actor actor, DateTime at, Guid planId, string what, object? old, object? now) => new()
    {
        At = at,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        Door = actor.Door,
        Entity = "plan",
        EntityId = planId,
        What = what,
        Old = old is null ? null : HistoryJson.Of(old),
        New = now is null ? null : HistoryJson.Of(now),
    };
}
