using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>What carries a right password from the first step of signing in to the second: sealed, bound to the account as it is, short-lived.</summary>
internal sealed class Tickets(IDataProtectionProvider protection, TimeProvider time)
{
    private const int MaxLength = 1000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly IDataProtector protector = protection.CreateProtector("PlanTracker.SignIn.Code");

    /// <summary>A ticket of an account.</summary>
    public string For(Account account) => protector.Protect(string.Join(
        ' ', (time.GetUtcNow() + Life).UtcTicks.ToString(CultureInfo.InvariantCulture), account.Id.ToString(), account.SecurityStamp));

    /// <summary>Whose it is; null when it is worth nothing (any more).</summary>
    public (Guid AccountId, string Stamp)? Read(string ticket)
    {
        if (ticket.Length > MaxLength)
            return null;
        try
        {
            var parts = protector.Unprotect(ticket).Split(' ');
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > time.GetUtcNow().UtcTicks ? (Guid.Parse(parts[1]), parts[2]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
