using Microsoft.AspNetCore.Identity;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Storage;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>Sign-in for pages.</summary>
internal sealed class CookieSignIn(
    IHttpContextAccessor accessor, Passwords passwords, Sessions sessions, FirstSetUp setUp, UserManager<Account> accounts, PlanDb db) : ISignIn
{
    private static readonly Refusal Wrong = Refusal.NotAllowed(
        "access.wrong-credentials", "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang bị khóa. Hãy thử lại sau ít phút.");

    private static readonly Refusal TooOften = Refusal.NotAllowed("too-often", "Đăng nhập sai quá nhiều lần. Hãy chờ một phút rồi thử lại.");

    private HttpContext Http => accessor.HttpContext!;

    /// <inheritdoc/>
    public async Task<Result<Actor>> SignIn(string userName, string password, CancellationToken cancel)
    {
        var answer = await passwords.Check(Http, userName, password);
        return answer.Account is { } account ? await sessions.Begin(Http, account) : answer.TooOften ? TooOften : Wrong;
    }

    /// <inheritdoc/>
    public Task SignOut(CancellationToken cancel) => sessions.End(Http);

    /// <inheritdoc/>
    public async Task<bool> CanSetUp(string secret, CancellationToken cancel) => await setUp.Find(secret, cancel) is not null;

    /// <inheritdoc/>
    public async Task<Result<Actor>> SetUp(string secret, FirstAdministrator person, CancellationToken cancel)
    {
        if (await setUp.Find(secret, cancel) is not { } open)
            return Refusal.NotFound("access.set-up-closed", "Liên kết thiết lập không còn hiệu lực. Hãy khởi động lại để nhận liên kết mới.");
        var account = new Account { UserName = VietnameseText.Clean(person.UserName), FullName = VietnameseText.Clean(person.FullName) ?? "" };
        if (await Check(account, person) is { } invalid)
            return invalid;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await accounts.CreateAsync(account, person.Password);
        await accounts.AddToRoleAsync(account, nameof(Role.Administrator));
        open.UsedAt = TimeProvider.System.GetUtcNow().UtcDateTime;
        var actor = await sessions.Begin(Http, account);
        await transaction.CommitAsync(cancel);
        return actor;
    }

    private async Task<Refusal?> Check(Account account, FirstAdministrator person)
    {
        var errors = new Dictionary<string, string[]>();
        if (account.FullName.Length is 0 or > 200 || !VietnameseText.IsClean(account.FullName))
            errors["fullName"] = ["Cần ghi họ tên, dài tối đa 200 ký tự."];
        foreach (var validator in accounts.UserValidators)
        {
            if (!(await validator.ValidateAsync(accounts, account)).Succeeded)
                errors["userName"] = ["Tên đăng nhập chỉ gồm chữ không dấu, số và các dấu . - _ @ +."];
        }
        foreach (var validator in accounts.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(accounts, account, person.Password)).Succeeded)
                errors["password"] = ["Mật khẩu cần ít nhất 14 ký tự, có chữ hoa, chữ thường, chữ số và ký tự khác."];
        }
        return errors.Count == 0 ? null : Refusal.Invalid(errors);
    }
}
