using Microsoft.AspNetCore.Identity;

namespace PlanTracker.Storage.Access;

/// <summary>An account: who may sign in, for which agency.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Name of the person.</summary>
    public required string FullName { get; set; }

    /// <summary>Agency the person works for; null for the administrator of a new database.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>Closed: cannot sign in; sessions and tokens are worth nothing.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>A new password is asked for before anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Made by the demo, with the password that everybody knows.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Last good sign-in, UTC.</summary>
    public DateTime? LastSignInAt { get; set; }
}
