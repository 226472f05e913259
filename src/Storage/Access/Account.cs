using Microsoft.AspNetCore.Identity;

namespace PlanTracker.Storage.Access;

/// <summary>An account: who may sign in, for which agency.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Name of the person.</summary>
    public required string FullName { get; set; }

    /// <summary>Agency the person works for; null for the administrator of a new database. See <see cref="AgencyOn"/>.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>Agencies a succession moves the person to, by first day.</summary>
    public List<AccountMove> Moves { get; init; } = [];

    /// <summary>Closed: cannot sign in; sessions and tokens are worth nothing.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>A new password is asked for before anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Made by the demo, with the password that everybody knows.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Last good sign-in, UTC.</summary>
    public DateTime? LastSignInAt { get; set; }

    /// <summary>When the first of the wrong passwords that count now was sent, UTC.</summary>
    public DateTimeOffset? WrongSince { get; set; }

    /// <summary>Marks of the last four codes of the second factor that were taken (16 characters of their SHA-256 each): they are not taken again.</summary>
    public string? LastCodeHash { get; set; }

    /// <summary>Version of what an administrator sees of it, for concurrency.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The agency the person works for on the day.</summary>
    public Guid? AgencyOn(DateOnly day) => Moves.Where(m => m.From <= day).MaxBy(m => m.From)?.AgencyId ?? AgencyId;
}

/// <summary>An agency and the first day the person works for it.</summary>
public sealed record AccountMove(Guid AgencyId, DateOnly From);
