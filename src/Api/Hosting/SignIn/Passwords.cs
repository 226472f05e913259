using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Storage;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>Why a sign-in came to nothing.</summary>
internal enum WrongSignIn
{
    /// <summary>Name, password or state of the account.</summary>
    Credentials,
    /// <summary>The password was right, the account has a second factor, and no code was sent.</summary>
    CodeNeeded,
    /// <summary>The code.</summary>
    Code,
    /// <summary>The address was wrong too often; nothing was looked at.</summary>
    TooOften,
}

/// <summary>What a name, a password and a code are worth.</summary>
/// <param name="Account">The account, when the password was right.</param>
/// <param name="Wrong">Why that is not enough; null when it is.</param>
/// <param name="RetryAfter">How long to wait: the account is locked, or the address was wrong too often.</param>
internal sealed record SignInAnswer(Account? Account, WrongSignIn? Wrong = null, TimeSpan? RetryAfter = null)
{
    /// <summary>The answer of the API when it is not enough.</summary>
    public IResult Refused() => Wrong switch
    {
        WrongSignIn.TooOften => Problems.From(StatusCodes.Status429TooManyRequests, RetryAfter),
        WrongSignIn.CodeNeeded => Problems.CodeNeeded(),
        WrongSignIn.Code => Problems.WrongSecondFactor(RetryAfter),
        _ => Problems.WrongCredentials(RetryAfter),
    };
}

/// <summary>
/// Checks names, passwords and codes: the same words, and about the same time, for unknown, disabled, locked and wrong. Wrong tries are
/// forgotten only once all of it was right, or a known password would give any number of guesses at the code.
/// </summary>
internal sealed class Passwords(
    PlanDb db, IPasswordHasher<Account> hasher, ILookupNormalizer names, AddressLimit addresses, AccessHistory history,
    Lockout lockout, SecondFactor secondFactor)
{
    private const int MaxLength = 200;
    private static readonly Account Nobody = new() { FullName = "" };
    private static string? nobodysHash;

    /// <summary>Checks a name, a password and, where the account has a second factor, a code.</summary>
    public async Task<SignInAnswer> Check(HttpContext http, string userName, string password, string? code = null)
    {
        if (addresses.WaitOf(http) is { } wait)
            return new(null, WrongSignIn.TooOften, wait);
        var name = names.NormalizeName(VietnameseText.Clean(userName) ?? "") ?? "";
        return await Turns.Take(name, () => CheckOne(http, name, password, code), http.RequestAborted);
    }

    /// <summary>Checks the code of an account whose password was right a moment ago.</summary>
    public async Task<SignInAnswer> CheckCode(HttpContext http, Guid accountId, string stamp, string code)
    {
        if (addresses.WaitOf(http) is { } wait)
            return new(null, WrongSignIn.TooOften, wait);
        var name = await db.Users.Where(a => a.Id == accountId).Select(a => a.NormalizedUserName).SingleOrDefaultAsync(http.RequestAborted);
        return await Turns.Take(name, async () =>
        {
            var account = await db.Users.SingleOrDefaultAsync(a => a.Id == accountId, http.RequestAborted);
            return account is null || account.IsDisabled || account.SecurityStamp != stamp
                ? new(null, WrongSignIn.Credentials)
                : await Finish(http, account, code);
        }, http.RequestAborted);
    }

    /// <summary>Asks somebody signed in for their own password again, under the same guard.</summary>
    public async Task<SignInAnswer> Confirm(HttpContext http, Account account, string password)
    {
        if (addresses.WaitOf(http) is { } wait)
            return new(null, WrongSignIn.TooOften, wait);
        return await Turns.Take(account.NormalizedUserName, async () =>
        {
            await db.Entry(account).ReloadAsync(http.RequestAborted);
            if (IsRight(account, password) && lockout.LeftOf(account) is null)
                return new(account);
            return await Wrong(http, account, account.UserName!, WrongSignIn.Credentials, "password");
        }, http.RequestAborted);
    }

    /// <summary>Whether it is the account's password; takes its time for nobody too.</summary>
    public bool IsRight(Account? account, string password)
    {
        nobodysHash ??= hasher.HashPassword(Nobody, "nobody's password");
        return password.Length <= MaxLength
            && hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? nobodysHash, password) is not PasswordVerificationResult.Failed
            && account?.PasswordHash is not null;
    }

    private async Task<SignInAnswer> CheckOne(HttpContext http, string name, string password, string? code)
    {
        var account = name.Length is > 0 and <= MaxLength
            ? await db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == name, http.RequestAborted) : null;
        var right = IsRight(account, password);
        return account is null || !right || account.IsDisabled || lockout.LeftOf(account) is not null
            ? await Wrong(http, account, name, WrongSignIn.Credentials, counts: !right)
            : await Finish(http, account, code);
    }

    private async Task<SignInAnswer> Finish(HttpContext http, Account account, string? code)
    {
        if (account.TwoFactorEnabled)
        {
            if (string.IsNullOrWhiteSpace(code))
                return new(account, WrongSignIn.CodeNeeded);
            if (lockout.LeftOf(account) is not null || !await secondFactor.Take(account, code, http.RequestAborted))
                return await Wrong(http, account, account.UserName!, WrongSignIn.Code, "code");
        }
        Lockout.Clear(account);
        return new(account);
    }

    private async Task<SignInAnswer> Wrong(
        HttpContext http, Account? account, string name, WrongSignIn wrong, string? what = null, bool counts = true)
    {
        var left = account is null ? null : lockout.LeftOf(account);
        var locked = account is not null && left is null && counts && await lockout.CountWrong(account, http.RequestAborted);
        addresses.NoteWrong(http);
        await history.Failed(http, account, name, locked ? "locked" : what, http.RequestAborted);
        return new(null, wrong, left);
    }
}
