using Microsoft.AspNetCore.Http;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;

namespace PlanTracker.Dashboard.Access;

/// <summary>What was typed into the form of an account: shown again as it was.</summary>
public sealed record UserInput(string? UserName, string? FullName, string? Email, string? AgencyId, IReadOnlyList<string> Roles)
{
    /// <summary>An empty form.</summary>
    public static UserInput Blank { get; } = new(null, null, null, null, []);

    /// <summary>As it was sent.</summary>
    public static UserInput From(IFormCollection form) => new(
        form["userName"], form["fullName"], form["email"], form["agencyId"], [.. form["roles"].OfType<string>()]);

    /// <summary>An account as it stands.</summary>
    public static UserInput Of(AccountView view) => new(
        view.Account.UserName, view.Account.FullName, view.Account.Email, view.Agency?.Id.ToString(), [.. view.Account.Roles.Select(r => r.ToString())]);

    /// <summary>In the domain's words.</summary>
    public Result<AccountDetails> ToDetails()
    {
        var agency = (Guid?)null;
        if (!string.IsNullOrWhiteSpace(AgencyId))
        {
            if (!Guid.TryParse(AgencyId, out var id))
                return Refusal.Invalid("agencyId", "Không có cơ quan này.");
            agency = id;
        }
        var roles = Enum.GetValues<Role>().Where(r => Roles.Contains(r.ToString())).ToList();
        return roles.Count < Roles.Distinct().Count()
            ? Refusal.Invalid("roles", "Có vai trò không thuộc danh mục.") : new AccountDetails(FullName ?? "", Email, agency, roles);
    }

    /// <summary>In the domain's words, with the name to sign in with.</summary>
    public Result<NewAccount> ToAccount() =>
        ToDetails().Refused(out var refusal, out var details) ? refusal : new NewAccount(UserName ?? "", details);
}
