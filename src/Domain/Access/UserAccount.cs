namespace PlanTracker.Domain.Access;

/// <summary>Whether somebody can sign in with an account, and why not.</summary>
public enum AccountState
{
    /// <summary>Đang dùng.</summary>
    Active,
    /// <summary>Ngừng sử dụng, by an administrator.</summary>
    Disabled,
    /// <summary>Tạm khóa for some minutes, after wrong passwords.</summary>
    Locked,
    /// <summary>Chưa kích hoạt: the one-time link was not used yet, so there is no password.</summary>
    Invited,
}

/// <summary>An account as an administrator sees it: never a password, a key or a secret.</summary>
public sealed record UserAccount
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Name to sign in with; never changed and never used again for somebody else.</summary>
    public required string UserName { get; init; }

    /// <summary>Name of the person.</summary>
    public required string FullName { get; init; }

    /// <summary>Where the person can be reached; nothing is sent there.</summary>
    public string? Email { get; init; }

    /// <summary>Agency at first; see <see cref="AgencyOn"/>.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>Agencies that a succession moves the person to, by first day.</summary>
    public IReadOnlyList<AgencyMove> Moves { get; init; } = [];

    /// <summary>Roles, in the order of <see cref="Role"/>.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>Closed by an administrator.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>Whether a password was ever set.</summary>
    public bool HasPassword { get; init; }

    /// <summary>A new password is asked for at the next sign-in.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>Whether the second factor is on.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>First instant that the right password is taken again, UTC; null when it never was refused.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Last good sign-in, UTC.</summary>
    public DateTime? LastSignInAt { get; init; }

    /// <summary>First instant that the open one-time link is worth nothing, UTC; null when none is open.</summary>
    public DateTime? LinkExpiresAt { get; init; }

    /// <summary>Version, for concurrency.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The agency the person works for on the day.</summary>
    public Guid? AgencyOn(DateOnly day) => Moves.Where(m => m.From <= day).MaxBy(m => m.From)?.AgencyId ?? AgencyId;

    /// <summary>The state at an instant of real time.</summary>
    public AccountState StateAt(DateTimeOffset now) =>
        IsDisabled ? AccountState.Disabled
        : LockedUntil > now ? AccountState.Locked
        : HasPassword ? AccountState.Active : AccountState.Invited;
}

/// <summary>An agency and the first day that the person works for it.</summary>
public sealed record AgencyMove(Guid AgencyId, DateOnly From);

/// <summary>What an administrator sets of an account.</summary>
/// <param name="FullName">Name of the person, at most 200 characters.</param>
/// <param name="Email">Where the person can be reached; null when not known.</param>
/// <param name="AgencyId">Agency; needed by some roles.</param>
/// <param name="Roles">Roles, one at least.</param>
public sealed record AccountDetails(string FullName, string? Email, Guid? AgencyId, IReadOnlyList<Role> Roles);

/// <summary>An account to be made.</summary>
/// <param name="UserName">Name to sign in with.</param>
/// <param name="Details">The rest.</param>
public sealed record NewAccount(string UserName, AccountDetails Details);

/// <summary>A one-time link that was just made; its secret is known only now.</summary>
/// <param name="Secret">What the link carries.</param>
/// <param name="ExpiresAt">First instant it is worth nothing, UTC.</param>
public sealed record OneTimeLink(string Secret, DateTime ExpiresAt)
{
    /// <summary>The address of the page that takes it, below the host.</summary>
    public string Path => $"/mo-tai-khoan?ma={Secret}";
}
