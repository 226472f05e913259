using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Storage;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>What a name and a password are worth.</summary>
/// <param name="Account">The account, when they are right.</param>
/// <param name="RetryAfter">How long to wait: the account is locked, or (<paramref name="TooOften"/>) the address was wrong too often.</param>
/// <param name="TooOften">The address was wrong too often; nothing was looked at.</param>
internal sealed record PasswordAnswer(Account? Account, TimeSpan? RetryAfter = null, bool TooOften = false)
{
    /// <summary>The answer when there is no account.</summary>
    public IResult Refused() =>
        TooOften ? Problems.From(StatusCodes.Status429TooManyRequests, RetryAfter) : Problems.WrongCredentials(RetryAfter);
}

/// <summary>Checks names and passwords: the same words, and about the same time, for unknown, disabled, locked and wrong.</summary>
internal sealed class Passwords(
    PlanDb db, IPasswordHasher<Account> hasher, ILookupNormalizer names, AddressLimit addresses, AccessHistory history,
    SignInSettings settings, TimeProvider time)
{
    private const int MaxLength = 200;
    private static readonly SemaphoreSlim[] Queues = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];
    private static readonly Account Nobody = new() { FullName = "" };
    private static string? nobodysHash;

    /// <summary>Checks a name and a password. One name is checked one at a time, so that many guesses at once are still counted.</summary>
    public async Task<PasswordAnswer> Check(HttpContext http, string userName, string password)
    {
        if (addresses.WaitOf(http) is { } wait)
            return new(null, wait, TooOften: true);
        var name = names.NormalizeName(VietnameseText.Clean(userName) ?? "") ?? "";
        var queue = Queues[(uint)StringComparer.Ordinal.GetHashCode(name) % Queues.Length];
        await queue.WaitAsync(http.RequestAborted);
        try
        {
            return await CheckOne(http, name, password);
        }
        finally
        {
            queue.Release();
        }
    }

    private async Task<PasswordAnswer> CheckOne(HttpContext http, string name, string password)
    {
        var account = name.Length is > 0 and <= MaxLength
            ? await db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == name, http.RequestAborted) : null;
        nobodysHash ??= hasher.HashPassword(Nobody, "nobody's password");
        var right = password.Length <= MaxLength
            && hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? nobodysHash, password) is not PasswordVerificationResult.Failed;
        var now = time.GetUtcNow();
        var lockedFor = account?.LockoutEnd is { } end && end > now ? end - now : (TimeSpan?)null;
        if (account is not null && right && !account.IsDisabled && lockedFor is null)
        {
            account.AccessFailedCount = 0;
            account.LockoutEnd = null;
            return new(account);
        }
        if (account is not null && lockedFor is null && !right && ++account.AccessFailedCount >= settings.WrongUntilLocked)
        {
            account.AccessFailedCount = 0;
            account.LockoutEnd = now + TimeSpan.FromMinutes(settings.LockedMinutes);
        }
        addresses.NoteWrong(http);
        await history.Failed(http, account, name, http.RequestAborted);
        return new(null, lockedFor);
    }
}
