using PlanTracker.Api.Hosting;
using PlanTracker.Api.Hosting.SignIn;
using PlanTracker.Domain.Access;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Access;

/// <summary>Whose token, what for, how long, with which rights.</summary>
/// <param name="UserName">The owner's name.</param>
/// <param name="Password">The owner's password.</param>
/// <param name="Name">What it is for, at most 100 characters.</param>
/// <param name="ExpiresInDays">1 to 365.</param>
/// <param name="Code">A code of the second factor, where it is on.</param>
/// <param name="Roles">Some of the owner's roles; left out, all the owner has, now and later.</param>
/// <param name="ReadOnly">Whether it may read and nothing else.</param>
internal sealed record TokenBody(
    string UserName, string Password, string Name, int ExpiresInDays, string? Code = null, IReadOnlyList<Role>? Roles = null, bool ReadOnly = false)
{
    /// <summary>In the domain's words.</summary>
    public TokenRequest ToRequest() => new(Name, ExpiresInDays, Roles, ReadOnly);
}

/// <summary>A new token: its text is shown only here.</summary>
internal sealed record NewTokenJson(Guid Id, string Name, string Token, DateTime ExpiresAt);

/// <summary>A token without its secret.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Prefix">Its open beginning, to know it by.</param>
/// <param name="Roles">The roles it may use; empty for all its owner has.</param>
/// <param name="ReadOnly">Whether it may read and nothing else.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">First instant it is worth nothing.</param>
/// <param name="LastUsedAt">Last use, to the minute.</param>
/// <param name="Etag">For <c>If-Match</c>.</param>
internal sealed record TokenJson(
    Guid Id, string Name, string Prefix, IReadOnlyList<Role> Roles, bool ReadOnly, DateTime CreatedAt, DateTime ExpiresAt, DateTime? LastUsedAt, string Etag)
{
    /// <summary>Of a token.</summary>
    public static TokenJson Of(ApiToken token) => new(
        token.Id, token.Name, token.Prefix, token.Roles, token.IsReadOnly, token.CreatedAt, token.ExpiresAt, token.LastUsedAt, Etags.Of(OwnToken.Version));
}

/// <summary>Tokens of programs.</summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("Đăng nhập");

        tokens.MapPost("", Make).Produces<NewTokenJson>(201).AllowAnonymous().WithSummary("Tạo mã truy cập cho chương trình; chỉ hiện một lần");
        tokens.MapGet("", List).Needs(Operation.ManageOwnAccount)
            .Produces<ListJson<TokenJson>>().WithSummary("Mã truy cập của tôi").Asks(QueryShape.PageOnly);
        tokens.MapDelete("/{id:guid}", Revoke).Needs(Operation.ManageOwnAccount)
            .Produces(204).WithSummary("Thu hồi một mã truy cập của tôi").NeedsVersion();
    }

    private static async Task<IResult> Make(
        Posted<TokenBody> body, HttpContext http, Passwords passwords, Actors actors, ICurrentActor caller, Tokens tokens)
    {
        // Who calls with a token that may only read makes no other one, even knowing the password.
        if (caller.Actor?.Demand(Operation.ManageOwnAccount) is { } notAllowed)
            return Problems.From(notAllowed);
        if (body.Input.Refused(out var unreadable, out var asked))
            return Problems.From(unreadable);
        var answer = await passwords.Check(http, asked.UserName, asked.Password, asked.Code);
        if (answer is not { Wrong: null, Account: { } account })
            return answer.Refused();
        var owner = await actors.Of(account, Door.Api, http.RequestAborted);
        if (owner.Unfinished is { } unfinished)
            return Problems.From(unfinished.Refusal());
        var request = asked.ToRequest();
        if (request.Check(owner) is { } invalid)
            return Problems.From(invalid);
        var (token, text) = await tokens.Make(http, account, request);
        return Answers.Created<ApiToken, NewTokenJson>(
            token, t => new(t.Id, t.Name, text, t.ExpiresAt), _ => "/api/v1/tokens", _ => Etags.Of(OwnToken.Version));
    }

    private static async Task<IResult> List(Call call, Tokens tokens) =>
        (call.Actor.Demand(Operation.ManageOwnAccount) ?? call.Asked.Refusal) is { } wrong
            ? Problems.From(wrong)
            : Answers.Page<ApiToken, TokenJson>(call.Asked.List.Part(await tokens.Of(call.Actor.AccountId, call.Cancel)), TokenJson.Of);

    private static async Task<IResult> Revoke(Guid id, Call call, HttpContext http, Tokens tokens) =>
        (await tokens.Revoke(http, call.Actor, id, call.Version)).Refusal is { } refusal ? Problems.From(refusal) : TypedResults.NoContent();
}
