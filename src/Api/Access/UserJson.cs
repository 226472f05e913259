using System.Text.Json.Serialization;
using PlanTracker.Api.Agencies;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;

namespace PlanTracker.Api.Access;

/// <summary>An account to be made.</summary>
/// <param name="UserName">Name to sign in with: 3 to 100 letters without marks, digits and . - _ @ +</param>
/// <param name="FullName">Name of the person, at most 200 characters.</param>
/// <param name="Roles">Roles, one at least.</param>
/// <param name="AgencyId">Agency; needed by Coordinator, Reporter and Head.</param>
/// <param name="Email">Where the person can be reached; nothing is sent there.</param>
internal sealed record NewUserBody(string UserName, string FullName, IReadOnlyList<Role> Roles, Guid? AgencyId = null, string? Email = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<NewAccount> ToAccount() => new NewAccount(UserName, new(FullName, Email, AgencyId, Roles));
}

/// <summary>What an administrator changes of an account; what is left out becomes empty.</summary>
/// <param name="FullName">Name of the person, at most 200 characters.</param>
/// <param name="Roles">Roles, one at least.</param>
/// <param name="AgencyId">Agency; needed by Coordinator, Reporter and Head.</param>
/// <param name="Email">Where the person can be reached.</param>
internal sealed record UserBody(string FullName, IReadOnlyList<Role> Roles, Guid? AgencyId = null, string? Email = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<AccountDetails> ToDetails() => new AccountDetails(FullName, Email, AgencyId, Roles);
}

/// <summary>Why an account is changed.</summary>
internal sealed record UserReasonBody(string Reason);

/// <summary>An account; never a password or a secret. The link is there only in the answer that makes it.</summary>
internal sealed record UserJson(
    Guid Id, string UserName, string FullName, string? Email, AgencyRefJson? Agency, IReadOnlyList<Role> Roles, AccountState State,
    DateTime? LastSignInAt, bool HasSecondFactor, bool MustChangePassword, DateTimeOffset? LockedUntil, DateTime? LinkExpiresAt, int Version,
    string Etag, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Link = null)
{
    /// <summary>Of a view.</summary>
    public static UserJson Of(AccountView view)
    {
        var a = view.Account;
        return new(a.Id, a.UserName, a.FullName, a.Email, view.Agency is { } agency ? AgencyRefJson.Of(agency) : null, a.Roles, view.State,
            a.LastSignInAt, a.HasSecondFactor, a.MustChangePassword, view.State is AccountState.Locked ? a.LockedUntil : null, a.LinkExpiresAt,
            a.Version, TagOf(view));
    }

    /// <summary>The tag of an account is its version.</summary>
    public static string TagOf(AccountView view) => Etags.Of(view.Account.Version);

    /// <summary>Where an account is.</summary>
    public static string PathOf(AccountView view) => $"/api/v1/users/{view.Account.Id}";
}
