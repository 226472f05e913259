using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Access;

namespace PlanTracker.Storage.Access;

/// <summary>Accounts inside a write, on the rows of Identity.</summary>
internal sealed class AccountChanges(PlanDb db, TimeProvider time) : IAccountChanges
{
    private const int SecretBytes = 32;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<UserAccount?> Load(Guid id, CancellationToken cancel) =>
        (await AccountRows.Read(db, db.Users.Where(a => a.Id == id), Now, cancel)).SingleOrDefault();

    public Task<IReadOnlyList<UserAccount>> LoadAll(CancellationToken cancel) => AccountRows.Read(db, db.Users, Now, cancel);

    public Task<bool> HasName(string userName, CancellationToken cancel)
    {
        var name = Normal(userName);
        return db.Users.AnyAsync(a => a.NormalizedUserName == name, cancel);
    }

    public Task<bool> HasOtherAdministrator(Guid than, CancellationToken cancel) => db.UserRoles
        .Where(r => r.UserId != than && db.Roles.Any(role => role.Id == r.RoleId && role.Name == nameof(Role.Administrator)))
        .AnyAsync(r => db.Users.Any(a => a.Id == r.UserId && !a.IsDisabled && a.PasswordHash != null), cancel);

    public async Task<IReadOnlyList<OneTimeLink>> Add(IReadOnlyList<UserAccount> accounts, CancellationToken cancel)
    {
        var roles = await RoleIds(cancel);
        var expires = await LinkExpiry(cancel);
        var links = new List<OneTimeLink>(accounts.Count);
        foreach (var account in accounts)
        {
            db.Users.Add(RowOf(account));
            db.UserRoles.AddRange(account.Roles.Select(r => new IdentityUserRole<Guid> { UserId = account.Id, RoleId = roles[r] }));
            links.Add(AddLink(account.Id, expires));
        }
        return links;
    }

    public async Task Keep(UserAccount account, CancellationToken cancel)
    {
        var row = await Row(account.Id, cancel);
        row.FullName = account.FullName;
        (row.Email, row.NormalizedEmail) = (account.Email, account.Email?.ToUpperInvariant());
        row.AgencyId = account.AgencyId;
        row.Moves.Clear();
        row.Moves.AddRange(account.Moves.Select(m => new AccountMove(m.AgencyId, m.From)));
        row.IsDisabled = account.IsDisabled;
        row.MustChangePassword = account.MustChangePassword;
        if (account.LockedUntil is null)
            (row.LockoutEnd, row.AccessFailedCount, row.WrongSince) = (null, 0, null);
        row.Version = account.Version;
        row.ConcurrencyStamp = Guid.NewGuid().ToString();
        await KeepRoles(account, cancel);
    }

    public async Task EndAccess(Guid id, CancellationToken cancel)
    {
        var now = Now;
        (await Row(id, cancel)).SecurityStamp = Guid.NewGuid().ToString("N");
        await db.SignInSessions.Where(s => s.AccountId == id && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), cancel);
        await db.ApiTokens.Where(t => t.AccountId == id && t.RevokedAt == null).ExecuteUpdateAsync(t => t.SetProperty(x => x.RevokedAt, now), cancel);
    }

    public Task CloseLinks(Guid id, CancellationToken cancel)
    {
        var now = Now;
        return db.AccountLinks.Where(l => l.AccountId == id && l.ClosedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.ClosedAt, now), cancel);
    }

    public async Task<OneTimeLink> OpenLink(Guid id, CancellationToken cancel)
    {
        await CloseLinks(id, cancel);
        return AddLink(id, await LinkExpiry(cancel));
    }

    public async Task ForgetSecondFactor(Guid id, CancellationToken cancel)
    {
        var row = await Row(id, cancel);
        (row.TwoFactorEnabled, row.LastCodeHash) = (false, null);
        db.UserTokens.RemoveRange(await db.UserTokens.Where(t => t.UserId == id).ToListAsync(cancel));
    }

    private static string Normal(string name) => name.ToUpperInvariant();

    private static Account RowOf(UserAccount account) => new()
    {
        Id = account.Id,
        UserName = account.UserName,
        NormalizedUserName = Normal(account.UserName),
        FullName = account.FullName,
        Email = account.Email,
        NormalizedEmail = account.Email?.ToUpperInvariant(),
        AgencyId = account.AgencyId,
        Moves = [.. account.Moves.Select(m => new AccountMove(m.AgencyId, m.From))],
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        Version = account.Version,
    };

    private async Task<Account> Row(Guid id, CancellationToken cancel) =>
        await db.Users.FindAsync([id], cancel) ?? throw new InvalidOperationException("An account that was loaded is gone.");

    private async Task<Dictionary<Role, Guid>> RoleIds(CancellationToken cancel) =>
        await db.Roles.AsNoTracking().ToDictionaryAsync(r => Enum.Parse<Role>(r.Name!), r => r.Id, cancel);

    private async Task KeepRoles(UserAccount account, CancellationToken cancel)
    {
        var ids = await RoleIds(cancel);
        var wanted = account.Roles.Select(r => ids[r]).ToHashSet();
        var rows = await db.UserRoles.Where(r => r.UserId == account.Id).ToListAsync(cancel);
        db.UserRoles.RemoveRange(rows.Where(r => !wanted.Contains(r.RoleId)));
        db.UserRoles.AddRange(wanted.Except(rows.Select(r => r.RoleId)).Select(id => new IdentityUserRole<Guid> { UserId = account.Id, RoleId = id }));
    }

    private async Task<DateTime> LinkExpiry(CancellationToken cancel)
    {
        var settings = await db.Settings.AsNoTracking().FirstOrDefaultAsync(s => s.Id == SystemSettings.OnlyId, cancel);
        return Now.AddHours((settings?.Access ?? new()).LinkHours);
    }

    private OneTimeLink AddLink(Guid accountId, DateTime expires)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        db.AccountLinks.Add(new AccountLink
        {
            AccountId = accountId,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret))),
            CreatedAt = Now,
            ExpiresAt = expires,
        });
        return new(secret, expires);
    }
}
