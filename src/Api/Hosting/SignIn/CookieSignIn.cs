using Microsoft.AspNetCore.Identity;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Storage;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>Sign-in for pages.</summary>
internal sealed class CookieSignIn(
    IHttpContextAccessor accessor, Passwords passwords, Sessions sessions, Tickets tickets, FirstSetUp setUp, UserManager<Account> accounts,
    PlanDb db, TimeProvider time) : ISignIn
{
    private HttpContext Http => accessor.HttpContext!;

    /// <inheritdoc/>
    public async Task<Result<SignInStep>> SignIn(string userName, string password, CancellationToken cancel) =>
        await passwords.Check(Http, userName, password) switch
        {
            { Wrong: null, Account: { } account } => new SignInStep(await sessions.Begin(Http, account), null),
            { Wrong: WrongSignIn.CodeNeeded, Account: { } account } => new SignInStep(null, tickets.For(account)),
            var answer => answer.InWords(),
        };

    /// <inheritdoc/>
    public async Task<Result<Actor>> EnterCode(string ticket, string code, CancellationToken cancel)
    {
        if (tickets.Read(ticket) is not var (accountId, stamp))
            return Refusal.NotAllowed("access.ticket-over", "Đã quá 5 phút kể từ khi nhập mật khẩu. Hãy đăng nhập lại từ đầu.");
        var answer = await passwords.CheckCode(Http, accountId, stamp, code);
        return answer is { Wrong: null, Account: { } account } ? await sessions.Begin(Http, account) : answer.InWords();
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
        await db.SaveChangesAsync(cancel);
        open.UsedAt = time.GetUtcNow().UtcDateTime;
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
        if (PasswordRules.Check(person.Password, account.UserName ?? "", hasSecondFactor: false) is { Length: > 0 } wrong)
            errors["password"] = wrong;
        return errors.Count == 0 ? null : Refusal.Invalid(errors);
    }
}

/// <summary>What a person reads when a sign-in came to nothing.</summary>
internal static class WrongSignInWords
{
    public static Refusal InWords(this SignInAnswer answer) => answer.Wrong switch
    {
        WrongSignIn.TooOften => Refusal.TooOften("too-often", "Đăng nhập sai quá nhiều lần. Hãy chờ một phút rồi thử lại.", answer.RetryAfter),
        WrongSignIn.Code or WrongSignIn.CodeNeeded => Refusal.NotAllowed(
            "access.wrong-code", "Mã không đúng hoặc đã dùng rồi, hoặc tài khoản đang bị khóa. Hãy chờ mã mới rồi nhập lại."),
        _ => Refusal.NotAllowed(
            "access.wrong-credentials", "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang bị khóa. Hãy thử lại sau ít phút."),
    };
}
