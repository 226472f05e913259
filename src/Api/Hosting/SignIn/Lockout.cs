using PlanTracker.Domain.Access;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>Counts wrong passwords and codes of an account; too many within the minutes of a lock close it for as long.</summary>
internal sealed class Lockout(IAccessSettings settings, TimeProvider time)
{
    /// <summary>How long the account is still locked; null when it is not.</summary>
    public TimeSpan? LeftOf(Account account) =>
        account.LockoutEnd is { } end && time.GetUtcNow() is var now && end > now ? end - now : null;

    /// <summary>Counts a wrong try; whether it locked the account.</summary>
    public async Task<bool> CountWrong(Account account, CancellationToken cancel)
    {
        var limits = await settings.Current(cancel);
        var now = time.GetUtcNow();
        if (account.WrongSince is null || now - account.WrongSince >= limits.Locked)
            (account.WrongSince, account.AccessFailedCount) = (now, 0);
        if (++account.AccessFailedCount < limits.WrongUntilLocked)
            return false;
        Clear(account);
        account.LockoutEnd = now + limits.Locked;
        return true;
    }

    /// <summary>Forgets wrong tries and opens a locked account.</summary>
    public static void Clear(Account account) => (account.AccessFailedCount, account.WrongSince, account.LockoutEnd) = (0, null, null);
}
