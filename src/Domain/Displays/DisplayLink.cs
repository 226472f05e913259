namespace PlanTracker.Domain.Displays;

/// <summary>
/// A link that shows the overview of one plan to whoever has it, without a sign-in: for the screen of a meeting room. The secret in it is kept
/// as a hash. Real time, never the business clock.
/// </summary>
public sealed class DisplayLink
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plan it shows.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Who made it; it is worth nothing once they may make none.</summary>
    public required Guid MadeById { get; init; }

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public required string SecretHash { get; init; }

    /// <summary>What it is for: "Họp giao ban, phòng 201".</summary>
    public required string Name { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>First instant it is worth nothing, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>Last time a screen showed it, UTC, to the minute; null while none did.</summary>
    public DateTime? LastSeenAt { get; set; }

    /// <summary>When it was revoked, UTC; null when it was not.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>Raised by every change; what If-Match compares.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Whether it shows anything at an instant, as far as it says itself.</summary>
    public bool IsOpenAt(DateTime instant) => RevokedAt is null && instant < ExpiresAt;
}

/// <summary>A link with who made it.</summary>
/// <param name="Link">The link.</param>
/// <param name="MadeByName">Name of who made it.</param>
/// <param name="MakerMayStill">Whether who made it may still make links: not disabled, still in a role that does.</param>
/// <param name="PlanNumber">Number of its plan.</param>
public sealed record MadeDisplay(DisplayLink Link, string MadeByName, bool MakerMayStill, string PlanNumber);

/// <summary>A link as it is asked for.</summary>
/// <param name="PlanId">The plan to show.</param>
/// <param name="Name">What it is for, at most 100 characters.</param>
/// <param name="Hours">How long it holds, 1 to 12.</param>
public sealed record DisplayOrder(Guid PlanId, string? Name, int Hours)
{
    /// <summary>The longest a link holds, hours.</summary>
    public const int MostHours = 12;

    /// <summary>The longest name.</summary>
    public const int MaxName = 100;
}

/// <summary>A new link: its secret is known only now.</summary>
public sealed record NewDisplay(MadeDisplay Made, string Secret)
{
    /// <summary>The address to open on the screen, from the root of the site.</summary>
    public string Path => $"/trinh-chieu/{Secret}";
}

/// <summary>Reads links of displays.</summary>
public interface IDisplayBook
{
    /// <summary>All that are not over at an instant, the newest first, those revoked left out.</summary>
    Task<IReadOnlyList<MadeDisplay>> Open(DateTime instant, CancellationToken cancel);

    /// <summary>One of them by id; null when not there.</summary>
    Task<MadeDisplay?> Find(Guid id, CancellationToken cancel);

    /// <summary>The one with a secret of this hash; null when there is none.</summary>
    Task<MadeDisplay?> FindBySecret(string hash, CancellationToken cancel);

    /// <summary>Notes that a screen showed it. No history: nobody did anything.</summary>
    Task NoteSeen(Guid id, DateTime instant, CancellationToken cancel);
}

/// <summary>Links of displays inside a write.</summary>
public interface IDisplayChanges
{
    /// <summary>The link, tracked; null when not there.</summary>
    Task<DisplayLink?> Load(Guid id, CancellationToken cancel);

    /// <summary>How many are not over at an instant.</summary>
    Task<int> CountOpen(DateTime instant, CancellationToken cancel);

    /// <summary>Adds a new one.</summary>
    void Add(DisplayLink link);
}
