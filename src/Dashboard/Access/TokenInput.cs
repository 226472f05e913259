using System.Globalization;
using Microsoft.AspNetCore.Http;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;

namespace PlanTracker.Dashboard.Access;

/// <summary>The form of a new token, as typed; never the password.</summary>
public sealed record TokenInput(string Name, string Days, IReadOnlyList<string> Roles, bool IsReadOnly)
{
    /// <summary>Nothing typed yet: the least that is useful.</summary>
    public static TokenInput Empty { get; } = new("", "90", [], IsReadOnly: true);

    /// <summary>From a posted form.</summary>
    public static TokenInput Of(IFormCollection form) => new(
        form["name"].ToString(), form["expiresInDays"].ToString(), [.. form["roles"].OfType<string>()], form["readOnly"] == "true");

    /// <summary>What is asked.</summary>
    public TokenRequest ToRequest() => new(
        Name,
        VietnameseNumber.Parse(Days) is { } days && decimal.IsInteger(days) && days is > 0 and <= TokenRequest.MaxDays ? int.Parse(days.ToString("0", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null,
        [.. Roles.Select(r => Enum.TryParse<Role>(r, out var role) && Enum.IsDefined(role) ? role : (Role?)null).OfType<Role>()],
        IsReadOnly);
}
