using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.History;

/// <summary>Data that leaves the program: a report, the history, a backup. That it left is history too.</summary>
public static class Export
{
    /// <summary>The row of a download.</summary>
    /// <param name="actor">Who took it.</param>
    /// <param name="at">When.</param>
    /// <param name="door">Through which door.</param>
    /// <param name="entity"><c>report</c>, <c>history</c>, <c>database</c>.</param>
    /// <param name="entityId">The plan of a report; empty for what has no id.</param>
    /// <param name="what">The verb.</param>
    /// <param name="fields">What it was: plan, period, file name.</param>
    public static Change Row(Actor actor, DateTime at, Door door, string entity, Guid entityId, string what, object fields) => new()
    {
        At = at,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        AgencyId = actor.Agency?.Id,
        Door = door,
        Entity = entity,
        EntityId = entityId,
        What = what,
        New = HistoryJson.Of(fields),
    };
}
