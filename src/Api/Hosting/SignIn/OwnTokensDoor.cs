using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>A person's own tokens, on pages.</summary>
internal sealed class OwnTokensDoor(IHttpContextAccessor accessor, Passwords passwords, Tokens tokens, TimeProvider time) : IOwnTokens
{
    private HttpContext Http => accessor.HttpContext!;

    /// <inheritdoc/>
    public async Task<Result<IReadOnlyList<OwnToken>>> List(Actor actor, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageOwnAccount) is { } refusal)
            return refusal;
        return (await tokens.Of(actor.AccountId, cancel)).ConvertAll(Shown);
    }

    /// <inheritdoc/>
    public async Task<Result<NewToken>> Make(Actor actor, TokenRequest asked, string password, string? code, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageOwnAccount) is { } notAllowed)
            return notAllowed;
        if (Sessions.IdOf(Http) is null)
            return OwnAccountDoor.NoSession;
        // What is wrong is said before the password is looked at: a code of the second factor is used up by being right.
        if (asked.Check(actor) is { } invalid)
            return invalid;
        var answer = await passwords.Check(Http, actor.UserName, password, code);
        if (answer is not { Wrong: null, Account: { } account })
            return Refused(answer);
        var (token, text) = await tokens.Make(Http, account, asked);
        return new NewToken(Shown(token), text);
    }

    /// <inheritdoc/>
    public async Task<Result<OwnToken>> Revoke(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel) =>
        (await tokens.Revoke(Http, actor, id, version)).Refused(out var refusal, out var token) ? refusal : Shown(token);

    private OwnToken Shown(ApiToken t) => new(
        t.Id, t.Name, t.Prefix, t.Roles, t.IsReadOnly, t.CreatedAt, t.ExpiresAt, t.LastUsedAt, t.ExpiresAt <= time.GetUtcNow().UtcDateTime);

    private static Refusal Refused(SignInAnswer answer) => answer switch
    {
        { Wrong: WrongSignIn.TooOften } or { RetryAfter: not null } => Refusal.TooOften(
            "access.locked", "Nhập sai quá nhiều lần nên tài khoản tạm khóa. Hãy thử lại sau ít phút.", answer.RetryAfter),
        { Wrong: WrongSignIn.CodeNeeded } => Refusal.Invalid("code", "Cần nhập mã của ứng dụng xác thực."),
        { Wrong: WrongSignIn.Code } => Refusal.Invalid("code", "Mã xác thực không đúng."),
        _ => Refusal.Invalid("password", "Mật khẩu hiện tại không đúng."),
    };
}
