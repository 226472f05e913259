using PlanTracker.Domain.History;

namespace PlanTracker.Domain.Access;

/// <summary>Writes an account's changes as history rows; never a secret.</summary>
internal static class AccountHistory
{
    /// <summary>The row of one change.</summary>
    public static Change Row(Actor actor, BusinessClock clock, string what, UserAccount? before, UserAccount now, string? reason = null) => new()
    {
        At = clock.UtcNow,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        AgencyId = now.AgencyOn(clock.Today),
        Door = actor.Door,
        Entity = "account",
        EntityId = now.Id,
        What = what,
        Old = before is null ? null : Fields(before, clock),
        New = Fields(now, clock),
        Reason = reason,
    };

    /// <summary>The fields that history compares.</summary>
    private static string Fields(UserAccount account, BusinessClock clock) => HistoryJson.Of(
        new
        {
            account.UserName,
            account.FullName,
            account.Email,
            AgencyId = account.AgencyOn(clock.Today),
            account.Roles,
            account.IsDisabled,
            account.MustChangePassword,
            account.HasSecondFactor,
            account.LockedUntil,
        });
}
