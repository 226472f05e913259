namespace PlanTracker.Storage.Access;

/// <summary>A one-time link by which a person sets the password of their account; the secret is kept as a hash. Real time, never the business clock.</summary>
public sealed class AccountLink
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>First instant it is worth nothing, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was used or replaced by a newer one, UTC; null while it is open.</summary>
    public DateTime? ClosedAt { get; set; }
}
