namespace PlanTracker.Storage.Access;

/// <summary>The one-time secret of the first administrator's set-up link, kept as a hash.</summary>
public sealed class SetupSecret
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it was used, UTC; null while it is open.</summary>
    public DateTime? UsedAt { get; set; }
}
