namespace PlanTracker.Domain.Access;

/// <summary>How long sign-ins last, how often a password may be wrong, who needs a second factor, and what units see of each other; the administrator may change them.</summary>
public sealed record AccessSettings
{
    /// <summary>Whether everybody needs a second factor; administrators always do.</summary>
    public bool SecondFactorForAll { get; init; }

    /// <summary>Minutes without a request after which a session is over, 1 to 480.</summary>
    public int IdleMinutes { get; init; } = 15;

    /// <summary>The same for administrators, 1 to 480.</summary>
    public int AdministratorIdleMinutes { get; init; } = 5;

    /// <summary>Hours after which a session is over whatever happens, 1 to 24.</summary>
    public int AbsoluteHours { get; init; } = 12;

    /// <summary>Wrong passwords or codes of one account, within the minutes of a lock, until it is locked; 3 to 10.</summary>
    public int WrongUntilLocked { get; init; } = 5;

    /// <summary>Minutes an account stays locked, 1 to 1,440.</summary>
    public int LockedMinutes { get; init; } = 15;

    /// <summary>Hours a one-time link is good for, 1 to 720.</summary>
    public int LinkHours { get; init; } = 72;

    /// <summary>Whether units see their figures beside the median of units of their kind.</summary>
    public bool ComparesUnits { get; init; } = true;

    /// <summary>The idle time of somebody.</summary>
    public TimeSpan IdleOf(bool administrator) => TimeSpan.FromMinutes(administrator ? AdministratorIdleMinutes : IdleMinutes);

    /// <summary>How long an account stays locked, and how long a wrong try counts.</summary>
    public TimeSpan Locked => TimeSpan.FromMinutes(LockedMinutes);
}

/// <summary>The settings, one row.</summary>
public sealed class SystemSettings
{
    /// <summary>The only id.</summary>
    public const int OnlyId = 1;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; init; } = OnlyId;

    /// <summary>Sign-in.</summary>
    public AccessSettings Access { get; set; } = new();

    /// <summary>Version, for concurrency.</summary>
    public int Version { get; set; } = 1;
}
