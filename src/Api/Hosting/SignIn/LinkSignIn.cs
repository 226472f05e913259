using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Storage;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>One-time links: whoever has one sets the account's password. Wrong links count against the address as wrong passwords do.</summary>
internal sealed class LinkSignIn(
    IHttpContextAccessor accessor, PlanDb db, Passwords passwords, IPasswordHasher<Account> hasher, AddressLimit addresses, Sessions sessions,
    Tokens tokens, Tickets tickets, AccessHistory history, TimeProvider time) : IAccountLinks
{
    private static readonly Refusal Closed = Refusal.NotFound(
        "access.link-closed", "Liên kết đã dùng, đã hết hạn hoặc không đúng. Hãy nhờ người quản trị gửi liên kết mới.");

    private HttpContext Http => accessor.HttpContext!;

    /// <inheritdoc/>
    public async Task<Result<LinkedAccount>> Find(string secret, CancellationToken cancel) =>
        await Open(secret, cancel) is { } open
            ? new LinkedAccount(open.Account.UserName!, open.Account.FullName, open.Account.TwoFactorEnabled) : Closed;

    /// <inheritdoc/>
    public Task<Result<SignInStep>> SetPassword(string secret, string password, CancellationToken cancel) =>
        Turns.Take(Tokens.HashOf(secret), () => SetOnce(secret, password, cancel), cancel);

    private async Task<Result<SignInStep>> SetOnce(string secret, string password, CancellationToken cancel)
    {
        if (await Open(secret, cancel) is not var (link, account))
            return Closed;
        if (PasswordRules.Check(password, account.UserName!, account.TwoFactorEnabled) is { Length: > 0 } wrong)
            return Refusal.Invalid(new Dictionary<string, string[]> { ["password"] = wrong });
        if (passwords.IsRight(account, password))
            return Refusal.Invalid("password", "Mật khẩu mới phải khác mật khẩu đang dùng.");
        link.ClosedAt = time.GetUtcNow().UtcDateTime;
        account.PasswordHash = hasher.HashPassword(account, password);
        account.MustChangePassword = false;
        Lockout.Clear(account);
        await sessions.EndAll(account, cancel);
        await tokens.RevokeAll(account, cancel);
        await history.Note(Http, account, "password-set-by-link", cancel: cancel);
        return account.TwoFactorEnabled
            ? new SignInStep(null, tickets.For(account)) : new SignInStep(await sessions.Begin(Http, account), null);
    }

    private async Task<(AccountLink Link, Account Account)?> Open(string secret, CancellationToken cancel)
    {
        if (addresses.WaitOf(Http) is not null)
            return null;
        var hash = Tokens.HashOf(secret);
        var now = time.GetUtcNow().UtcDateTime;
        var found = await db.AccountLinks.Where(l => l.Hash == hash && l.ClosedAt == null && l.ExpiresAt > now)
            .Join(db.Users, l => l.AccountId, a => a.Id, (link, account) => new { link, account }).SingleOrDefaultAsync(cancel);
        if (found is { account.IsDisabled: false })
            return (found.link, found.account);
        addresses.NoteWrong(Http);
        return null;
    }
}
