using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Storage;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>Codes of the authenticator app and recovery codes: each is taken once.</summary>
internal sealed class SecondFactor(PlanDb db, UserManager<Account> accounts)
{
    /// <summary>How many recovery codes there are.</summary>
    public const int RecoveryCodes = 10;

    // A code is good for five half minutes: whoever has used four others since cannot have one older than that taken again.
    private const int Remembered = 4;
    private const int MarkLength = 16;
    private const int MaxCode = 40;
    private const int CodeDigits = 6;
    private const int RecoveryHalf = 5;

    /// <summary>Whether the code is good; it is used up, and that is saved, when it is.</summary>
    public async Task<bool> Take(Account account, string? code, CancellationToken cancel)
    {
        if (Typed(code) is not { } typed)
            return false;
        return IsOfApp(typed) ? await TakeOfApp(account, typed, cancel) : await TakeRecovery(account, typed, cancel);
    }

    /// <summary>Whether the code is one of the app with the account's key; it is not used up.</summary>
    public async Task<bool> Fits(Account account, string? code) =>
        Typed(code) is { } typed && IsOfApp(typed)
        && await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, typed);

    private async Task<bool> TakeOfApp(Account account, string code, CancellationToken cancel)
    {
        var mark = Tokens.HashOf($"{account.Id:N}{code}")[..MarkLength];
        var before = account.LastCodeHash;
        var taken = before?.Chunk(MarkLength).Select(c => new string(c)).ToList() ?? [];
        if (taken.Contains(mark) || !await Fits(account, code))
            return false;
        var now = string.Concat(taken.Prepend(mark).Take(Remembered));
        // By comparison in the database, so that another instance of the program cannot take it at the same moment.
        var mine = await db.Users.Where(a => a.Id == account.Id && a.LastCodeHash == before)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.LastCodeHash, now), cancel) == 1;
        account.LastCodeHash = now;
        return mine;
    }

    private async Task<bool> TakeRecovery(Account account, string code, CancellationToken cancel)
    {
        if (!(await accounts.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded)
            return false;
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private static bool IsOfApp(string typed) => typed.Length == CodeDigits && typed.All(char.IsAsciiDigit);

    // Spaces, dashes and small letters are as people copy them.
    private static string? Typed(string? code)
    {
        if (code is null or { Length: > MaxCode })
            return null;
        var text = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return text.Length == 2 * RecoveryHalf ? $"{text[..RecoveryHalf]}-{text[RecoveryHalf..]}" : text.Length == CodeDigits ? text : null;
    }
}
