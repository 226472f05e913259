namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>How long sign-ins last and how often a password may be wrong (section <c>SignIn</c> of the settings).</summary>
internal sealed record SignInSettings
{
    /// <summary>Minutes without a request after which a session is over.</summary>
    public int IdleMinutes { get; init; } = 15;

    /// <summary>The same for administrators.</summary>
    public int AdministratorIdleMinutes { get; init; } = 5;

    /// <summary>Hours after which a session is over whatever happens.</summary>
    public int AbsoluteHours { get; init; } = 12;

    /// <summary>Wrong passwords of one account until it is locked.</summary>
    public int WrongUntilLocked { get; init; } = 5;

    /// <summary>Minutes it stays locked.</summary>
    public int LockedMinutes { get; init; } = 15;

    /// <summary>Wrong sign-ins of one address in a minute until it must wait.</summary>
    public int WrongPerAddress { get; init; } = 20;

    /// <summary>The idle time of somebody.</summary>
    public TimeSpan IdleOf(bool administrator) => TimeSpan.FromMinutes(administrator ? AdministratorIdleMinutes : IdleMinutes);
}
