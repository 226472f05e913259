namespace PlanTracker.Domain.Access;

/// <summary>Makes actors of accounts outside their requests, with the roles and the agency they have now; the host does it.</summary>
public interface IActors
{
    /// <summary>The actor that an account is at this moment; null when it is closed or not there.</summary>
    Task<Actor?> Find(Guid accountId, Door door, CancellationToken cancel);
}
