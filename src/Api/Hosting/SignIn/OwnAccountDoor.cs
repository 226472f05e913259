using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Storage;
using PlanTracker.Storage.Access;
using QRCoder;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>What people do with their own account.</summary>
internal sealed class OwnAccountDoor(
    IHttpContextAccessor accessor, PlanDb db, UserManager<Account> accounts, IUserStore<Account> store, IPasswordHasher<Account> hasher,
    Passwords passwords, SecondFactor secondFactor, Sessions sessions, Tokens tokens, Actors actors, AccessHistory history) : IOwnAccount
{
    private const int QrPixels = 5;

    /// <summary>For what a token may not do, whatever its rights.</summary>
    public static readonly Refusal NoSession = Refusal.NotAllowed(
        "access.session-needed", "Việc này cần đăng nhập bằng mật khẩu; không làm được bằng mã truy cập.");

    private static readonly Refusal NotStarted = Refusal.Conflict(
        "access.second-factor-not-started", "Chưa có khóa nào chờ xác nhận. Hãy bắt đầu bật xác thực hai bước.");

    private static readonly Refusal IsOn = Refusal.Conflict("access.second-factor-on", "Tài khoản đã bật xác thực hai bước.");

    private static readonly Refusal IsOff = Refusal.Conflict("access.second-factor-off", "Tài khoản chưa bật xác thực hai bước.");

    private HttpContext Http => accessor.HttpContext!;

    /// <inheritdoc/>
    public Task<Result<OwnAccount>> Read(Actor actor, CancellationToken cancel) => Mine<OwnAccount>(actor, async account => new OwnAccount(
        actor, account.LastSignInAt, await sessions.CountOpen(actor, cancel), account.TwoFactorEnabled,
        await actors.NeedsSecondFactor(account, actor, cancel), await accounts.CountRecoveryCodesAsync(account)));

    /// <inheritdoc/>
    public Task<Result<Actor>> ChangePassword(Actor actor, string current, string password, CancellationToken cancel) => Mine<Actor>(actor, async account =>
    {
        if (await NotMine(account, current, "current") is { } wrong)
            return wrong;
        if (PasswordRules.Check(password, account.UserName!, account.TwoFactorEnabled) is { Length: > 0 } errors)
            return Refusal.Invalid(new Dictionary<string, string[]> { ["new"] = errors });
        if (password == current)
            return Refusal.Invalid("new", "Mật khẩu mới phải khác mật khẩu đang dùng.");
        account.PasswordHash = hasher.HashPassword(account, password);
        account.MustChangePassword = false;
        Lockout.Clear(account);
        await tokens.RevokeAll(account, cancel);
        return await sessions.Renew(Http, account, "password-changed");
    });

    /// <inheritdoc/>
    public Task<Result<AuthenticatorKey>> StartSecondFactor(Actor actor, CancellationToken cancel) => Mine<AuthenticatorKey>(actor, async account =>
    {
        if (account.TwoFactorEnabled)
            return IsOn;
        var key = accounts.GenerateNewAuthenticatorKey();
        await Keys.SetAuthenticatorKeyAsync(account, key, cancel);
        await history.Note(Http, account, "second-factor-started", cancel: cancel);
        return Shown(account, key);
    });

    /// <inheritdoc/>
    public Task<Result<AuthenticatorKey>> FindStarted(Actor actor, CancellationToken cancel) => Mine<AuthenticatorKey>(actor, async account =>
        account.TwoFactorEnabled ? IsOn
        : await Keys.GetAuthenticatorKeyAsync(account, cancel) is { } key ? Shown(account, key) : NotStarted);

    /// <inheritdoc/>
    public Task<Result<RecoveryCodes>> ConfirmSecondFactor(Actor actor, string code, CancellationToken cancel) => Mine<RecoveryCodes>(actor, async account =>
    {
        if (account.TwoFactorEnabled)
            return IsOn;
        if (await Keys.GetAuthenticatorKeyAsync(account, cancel) is null)
            return NotStarted;
        if (!await secondFactor.Fits(account, code) || !await secondFactor.Take(account, code, cancel))
            return Refusal.Invalid("code", "Mã không đúng. Hãy chờ mã mới trên ứng dụng rồi nhập lại; giờ của điện thoại cần đúng.");
        account.TwoFactorEnabled = true;
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, SecondFactor.RecoveryCodes);
        await sessions.Renew(Http, account, "second-factor-on");
        return new RecoveryCodes([.. codes!]);
    });

    /// <inheritdoc/>
    public Task<Result<RecoveryCodes>> NewRecoveryCodes(Actor actor, string password, CancellationToken cancel) => Mine<RecoveryCodes>(actor, async account =>
    {
        if (!account.TwoFactorEnabled)
            return IsOff;
        if (await NotMine(account, password, "password") is { } wrong)
            return wrong;
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, SecondFactor.RecoveryCodes);
        await history.Note(Http, account, "recovery-codes-made", cancel: cancel);
        return new RecoveryCodes([.. codes!]);
    });

    /// <inheritdoc/>
    public Task<Result<Actor>> TurnOffSecondFactor(Actor actor, string password, CancellationToken cancel) => Mine<Actor>(actor, async account =>
    {
        if (!account.TwoFactorEnabled)
            return IsOff;
        if (await actors.NeedsSecondFactor(account, actor, cancel))
            return Refusal.Conflict("access.second-factor-needed", "Tài khoản này bắt buộc xác thực hai bước, không tắt được.");
        if (await NotMine(account, password, "password") is { } wrong)
            return wrong;
        if (PasswordRules.Check(password, account.UserName!, hasSecondFactor: false).Length > 0)
            return Refusal.Conflict(
                "access.password-too-weak-alone", $"Mật khẩu hiện tại chưa đủ {PasswordRules.MinAlone} ký tự để dùng một mình. Hãy đổi mật khẩu trước.");
        account.TwoFactorEnabled = false;
        account.LastCodeHash = null;
        await Keys.SetAuthenticatorKeyAsync(account, accounts.GenerateNewAuthenticatorKey(), cancel);
        await ((IUserTwoFactorRecoveryCodeStore<Account>)store).ReplaceCodesAsync(account, [], cancel);
        return await sessions.Renew(Http, account, "second-factor-off");
    });

    /// <inheritdoc/>
    public Task<Result<Actor>> SignOutEverywhere(Actor actor, CancellationToken cancel) => Mine<Actor>(actor, async account =>
    {
        await sessions.EndAll(account, cancel);
        await tokens.RevokeAll(account, cancel);
        await sessions.Leave(Http, account, "signed-out-everywhere");
        return actor;
    });

    private IUserAuthenticatorKeyStore<Account> Keys => (IUserAuthenticatorKeyStore<Account>)store;

    private async Task<Result<T>> Mine<T>(Actor actor, Func<Account, Task<Result<T>>> work)
    {
        if (actor.Demand(Operation.ManageOwnAccount) is { } refusal)
            return refusal;
        if (Sessions.IdOf(Http) is null)
            return NoSession;
        return await work(await db.Users.SingleAsync(a => a.Id == actor.AccountId, Http.RequestAborted));
    }

    private async Task<Refusal?> NotMine(Account account, string password, string field)
    {
        var answer = await passwords.Confirm(Http, account, password);
        return answer.Wrong is null ? null
            : answer.RetryAfter is null ? Refusal.Invalid(field, "Mật khẩu hiện tại không đúng.")
            : Refusal.TooOften("access.locked", "Nhập sai mật khẩu quá nhiều lần nên tài khoản tạm khóa. Hãy thử lại sau ít phút.", answer.RetryAfter);
    }

    private static AuthenticatorKey Shown(Account account, string key)
    {
        var name = UrlEncoder.Default.Encode(account.UserName!);
        var uri = $"otpauth://totp/PlanTracker:{name}?secret={key}&issuer=PlanTracker&digits=6";
        using var data = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return new(key, uri, $"data:image/png;base64,{Convert.ToBase64String(picture.GetGraphic(QrPixels))}");
    }
}
