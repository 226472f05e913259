using PlanTracker.Api.Hosting;
using PlanTracker.Api.Hosting.SignIn;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Access;

/// <summary>Whose token, what for, how long.</summary>
internal sealed record TokenBody(string UserName, string Password, string Name, int ExpiresInDays, string? Code = null)
{
    private const int MaxName = 100;
    private const int MaxDays = 365;

    /// <summary>What is wrong with name and time; judged after the password.</summary>
    public Refusal? Check()
    {
        var errors = new Dictionary<string, string[]>();
        if (VietnameseText.Clean(Name) is not { Length: <= MaxName } name || !VietnameseText.IsClean(name))
            errors["name"] = ["Cần ghi tên mã truy cập, dài tối đa 100 ký tự."];
        if (ExpiresInDays is < 1 or > MaxDays)
            errors["expiresInDays"] = ["Thời hạn từ 1 đến 365 ngày."];
        return errors.Count == 0 ? null : Refusal.Invalid(errors);
    }
}

/// <summary>A new token: its text is shown only here.</summary>
internal sealed record NewTokenJson(Guid Id, string Name, string Token, DateTime ExpiresAt);

/// <summary>A token without its secret.</summary>
internal sealed record TokenJson(Guid Id, string Name, string Prefix, DateTime CreatedAt, DateTime ExpiresAt, DateTime? LastUsedAt, string Etag)
{
    /// <summary>Of a token.</summary>
    public static TokenJson Of(ApiToken token) => new(
        token.Id, token.Name, token.Prefix, token.CreatedAt, token.ExpiresAt, token.LastUsedAt, Etags.Of(Tokens.TokenVersion));
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

    private static async Task<IResult> Make(Posted<TokenBody> body, HttpContext http, Passwords passwords, Actors actors, Tokens tokens)
    {
        if (body.Input.Refused(out var unreadable, out var asked))
            return Problems.From(unreadable);
        var answer = await passwords.Check(http, asked.UserName, asked.Password, asked.Code);
        if (answer is not { Wrong: null, Account: { } account })
            return answer.Refused();
        if ((await actors.Of(account, Door.Api, http.RequestAborted)).Unfinished is { } unfinished)
            return Problems.From(unfinished.Refusal());
        if (asked.Check() is { } invalid)
            return Problems.From(invalid);
        var (token, text) = await tokens.Make(http, account, VietnameseText.Clean(asked.Name)!, asked.ExpiresInDays);
        return Answers.Created<ApiToken, NewTokenJson>(
            token, t => new(t.Id, t.Name, text, t.ExpiresAt), _ => "/api/v1/tokens", _ => Etags.Of(Tokens.TokenVersion));
    }

    private static async Task<IResult> List(Call call, Tokens tokens) =>
        call.Asked.Refusal is { } wrong
            ? Problems.From(wrong)
            : Answers.Page<ApiToken, TokenJson>(call.Asked.List.Part(await tokens.Of(call.Actor.AccountId, call.Cancel)), TokenJson.Of);

    private static async Task<IResult> Revoke(Guid id, Call call, HttpContext http, Tokens tokens) =>
        await tokens.Revoke(http, call.Actor, id, call.Version) is { } refusal ? Problems.From(refusal) : TypedResults.NoContent();
}
