namespace PlanTracker.Storage.Access;

/// <summary>A token of a program, acting for its account. The secret is shown once and kept as a hash. Real time, never the business clock.</summary>
public sealed class ApiToken
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What it is for, in the person's words.</summary>
    public required string Name { get; init; }

    /// <summary>The open beginning of the token, to find it by.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public required string SecretHash { get; init; }

    /// <summary>The roles it may use, never more than its owner has; empty for all the owner has.</summary>
    public List<Domain.Access.Role> Roles { get; init; } = [];

    /// <summary>Whether it may read and nothing else.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>First instant it is worth nothing, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>Last use, UTC.</summary>
    public DateTime? LastUsedAt { get; set; }

    /// <summary>When it was revoked, UTC.</summary>
    public DateTime? RevokedAt { get; set; }
}
