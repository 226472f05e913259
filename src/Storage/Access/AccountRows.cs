using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Access;

namespace PlanTracker.Storage.Access;

/// <summary>Accounts as Domain knows them, from the rows of Identity.</summary>
internal static class AccountRows
{
    /// <summary>The accounts of a query with their roles and open links, in three queries however many there are.</summary>
    public static async Task<IReadOnlyList<UserAccount>> Read(PlanDb db, IQueryable<Account> accounts, DateTime now, CancellationToken cancel)
    {
        var found = await accounts.AsNoTracking().ToListAsync(cancel);
        var roles = (await accounts.Join(db.UserRoles, a => a.Id, r => r.UserId, (_, r) => r)
            .Join(db.Roles, r => r.RoleId, r => r.Id, (row, role) => new { row.UserId, role.Name }).ToListAsync(cancel))
            .ToLookup(r => r.UserId, r => Enum.Parse<Role>(r.Name!));
        var links = (await accounts.Join(db.AccountLinks.Where(l => l.ClosedAt == null && l.ExpiresAt > now), a => a.Id, l => l.AccountId, (_, l) => l)
            .AsNoTracking().ToListAsync(cancel)).ToLookup(l => l.AccountId, l => l.ExpiresAt);
        return [.. found.Select(a => Of(a, roles[a.Id], links[a.Id]))];
    }

    private static UserAccount Of(Account account, IEnumerable<Role> roles, IEnumerable<DateTime> links) => new()
    {
        Id = account.Id,
        UserName = account.UserName!,
        FullName = account.FullName,
        Email = account.Email,
        AgencyId = account.AgencyId,
        Moves = [.. account.Moves.Select(m => new AgencyMove(m.AgencyId, m.From))],
        Roles = [.. roles.Order()],
        IsDisabled = account.IsDisabled,
        HasPassword = account.PasswordHash is not null,
        MustChangePassword = account.MustChangePassword,
        HasSecondFactor = account.TwoFactorEnabled,
        LockedUntil = account.LockoutEnd,
        LastSignInAt = account.LastSignInAt,
        LinkExpiresAt = links.Cast<DateTime?>().Max(),
        Version = account.Version,
    };
}
