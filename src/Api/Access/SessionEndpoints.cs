using PlanTracker.Api.Agencies;
using PlanTracker.Api.Hosting;
using PlanTracker.Api.Hosting.SignIn;
using PlanTracker.Domain.Access;

namespace PlanTracker.Api.Access;

/// <summary>A person's name and password, and a code where the account has a second factor.</summary>
internal sealed record SignInBody(string UserName, string Password, string? Code = null);

/// <summary>Who is asking.</summary>
internal sealed record MeJson(Guid Id, string UserName, string FullName, IReadOnlyList<Role> Roles, AgencyRefJson? Agency)
{
    /// <summary>Of an actor.</summary>
    public static MeJson Of(Actor actor) =>
        new(actor.AccountId, actor.UserName, actor.FullName, [.. actor.Roles.Order()], actor.Agency is { } a ? AgencyRefJson.Of(a) : null);
}

/// <summary>Sign-in of people, and who they are.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Đăng nhập");

        api.MapPost("/session", SignIn).Produces<MeJson>().AllowAnonymous().WithSummary("Đăng nhập; cookie của phiên đi kèm câu trả lời");
        api.MapDelete("/session", SignOut).Produces(204).OpenToUnfinished().WithSummary("Đăng xuất; cookie hết giá trị ngay");
        api.MapGet("/me", Me).Produces<MeJson>().OpenToUnfinished().WithSummary("Tôi là ai").Asks();
    }

    private static async Task<IResult> SignIn(Posted<SignInBody> body, HttpContext http, Passwords passwords, Sessions sessions)
    {
        if (body.Input.Refused(out var invalid, out var person))
            return Problems.From(invalid);
        var answer = await passwords.Check(http, person.UserName, person.Password, person.Code);
        return answer is { Wrong: null, Account: { } account }
            ? TypedResults.Json(MeJson.Of(await sessions.Begin(http, account)), Json.Options)
            : answer.Refused();
    }

    private static async Task<IResult> SignOut(HttpContext http, Sessions sessions)
    {
        await sessions.End(http);
        return TypedResults.NoContent();
    }

    private static IResult Me(Call call) => Answers.One<Actor, MeJson>(call.Asked.Else<Actor>(call.Actor), MeJson.Of);
}
