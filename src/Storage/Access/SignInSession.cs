namespace PlanTracker.Storage.Access;

/// <summary>A sign-in to the dashboard: the cookie carries its id and is worth nothing once it has ended. Real time, never the business clock.</summary>
public sealed class SignInSession
{
    /// <summary>Id carried by the cookie.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Last request but polling, UTC; written at most once a minute.</summary>
    public required DateTime LastSeenAt { get; set; }

    /// <summary>When it ended, UTC; null while it lasts.</summary>
    public DateTime? EndedAt { get; set; }
}
