using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.Agencies;

/// <summary>Writes changes of agencies as history rows.</summary>
internal static class AgencyHistory
{
    public const string Entity = "agency";

    /// <summary>The fields that history compares.</summary>
    public static string Fields(Agency agency) => Write(new
    {
        agency.Names,
        agency.Kind,
        agency.Level,
        agency.Levels,
        agency.Parents,
        agency.ValidFrom,
        agency.ValidTo,
        agency.OwesReports,
        agency.Groups,
    });

    /// <summary>Fields as JSON.</summary>
    public static string Write(object fields) => HistoryJson.Of(fields);

    /// <summary>The row of one change.</summary>
    public static Change Row(
        Actor actor, DateTime at, string entity, Guid id, Guid? agencyId, string what, string? old, string? now, Door? door = null, string? reason = null) => new()
        {
            At = at,
            AccountId = actor.AccountId,
            AccountName = actor.FullName,
            AgencyId = agencyId,
            Door = door ?? actor.Door,
            Entity = entity,
            EntityId = id,
            What = what,
            Old = old,
            New = now,
            Reason = reason,
        };
}
