using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.UnitPlans;

/// <summary>Writes changes of agencies' own plans and results as history rows, readable by the agency.</summary>
internal static class UnitPlanHistory
{
    /// <summary>Kind of thing: a plan.</summary>
    public const string Entity = "unit-plan";

    /// <summary>Kind of thing: a result.</summary>
    public const string ResultEntity = "unit-result";

    /// <summary>The fields of the head.</summary>
    public static string Head(UnitPlan plan) => HistoryJson.Of(new { plan.Title, plan.AgencyId, plan.Number, plan.IssuedOn, plan.ParentId, plan.Note, plan.IsModel });

    /// <summary>The fields of an activity.</summary>
    public static string Of(UnitPlan plan, UnitActivity activity) => HistoryJson.Of(new
    {
        plan.Title,
        unitActivity = activity.Title,
        activity.Channel,
        activity.QuantityWording,
        quantity = activity.Quantities.MaxBy(q => q.Number)?.Value,
        activity.Unit,
        activity.Time,
        activity.CityActivityId,
        activity.EndedOn,
        activity.EndedReason,
    });

    /// <summary>The fields of a result.</summary>
    public static string Of(UnitResult result) => HistoryJson.Of(new
    {
        result.Title,
        result.Date,
        result.CountedOn,
        result.Quantity,
        result.Note,
        result.NoEvidenceReason,
        unitResultStatus = result.Status,
    });

    /// <summary>The row of one change.</summary>
    public static Change Row(
        Actor actor, DateTime at, UnitPlan plan, string what, string? old, string? now, string? reason = null, UnitResult? result = null) => new()
        {
            At = at,
            AccountId = actor.AccountId,
            AccountName = actor.FullName,
            AgencyId = plan.AgencyId,
            Door = actor.Door,
            Entity = result is null ? Entity : ResultEntity,
            EntityId = result?.Id ?? plan.Id,
            What = what,
            Old = old,
            New = now,
            Reason = reason,
        };
}
