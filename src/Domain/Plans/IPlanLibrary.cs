namespace PlanTracker.Domain.Plans;

/// <summary>Reads plans whole: a plan is small (tens of rows), its entries are not part of it.</summary>
public interface IPlanLibrary
{
    /// <summary>A page of plans without activities and tasks. Sort fields: year, number, issuedOn, title.</summary>
    Task<PageOf<Plan>> List(int? year, ListQuery query, CancellationToken cancel);

    /// <summary>A plan with activities (with targets) and tasks, in order; null when not there.</summary>
    Task<Plan?> Find(Guid id, CancellationToken cancel);

    /// <summary>The plan that an activity belongs to, whole; null when not there.</summary>
    Task<Plan?> FindByActivity(Guid activityId, CancellationToken cancel);

    /// <summary>The plan that a target belongs to, whole; null when not there.</summary>
    Task<Plan?> FindByTarget(Guid targetId, CancellationToken cancel);

    /// <summary>The issued plan of the next year that was made from a plan; null when there is none.</summary>
    Task<Plan?> FindFollowing(Guid planId, CancellationToken cancel);

    /// <summary>The plan with this key of the start-up data; null when not there.</summary>
    Task<Plan?> FindBySeedKey(string seedKey, CancellationToken cancel);
}
