using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.Obligations;

/// <summary>Writes changes of obligations and of the calendar as history rows.</summary>
internal static class ObligationHistory
{
    public const string Entity = "obligation";
    public const string Period = "period";
    public const string Duty = "duty";

    public static Change Row(
        Actor actor, DateTime at, string entity, Guid id, Guid? agencyId, string what, object? old, object? now, string? reason = null) => new()
        {
            At = at,
            AccountId = actor.AccountId,
            AccountName = actor.FullName,
            AgencyId = agencyId,
            Door = actor.Door,
            Entity = entity,
            EntityId = id,
            What = what,
            Old = old is null ? null : HistoryJson.Of(old),
            New = now is null ? null : HistoryJson.Of(now),
            Reason = reason,
        };
}
