using System.Globalization;
using PlanTracker.Api.Hosting;
using PlanTracker.Api.Live;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Displays;
using PlanTracker.Domain.History;

namespace PlanTracker.Api.Displays;

/// <summary>A link as it is asked for.</summary>
/// <param name="PlanId">The plan to show.</param>
/// <param name="Name">What it is for, at most 100 characters.</param>
/// <param name="Hours">1 to 12.</param>
internal sealed record DisplayBody(Guid PlanId, string Name, int Hours)
{
    /// <summary>In the domain's words.</summary>
    public DisplayOrder ToOrder() => new(PlanId, Name, Hours);
}

/// <summary>A link of a display, without its secret.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="PlanId">The plan it shows.</param>
/// <param name="PlanNumber">Its number.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">First instant it shows nothing.</param>
/// <param name="LastSeenAt">Last time a screen showed it, to the minute.</param>
/// <param name="Etag">For <c>If-Match</c>.</param>
internal sealed record DisplayJson(
    Guid Id, string Name, Guid PlanId, string PlanNumber, string MadeBy, DateTime CreatedAt, DateTime ExpiresAt, DateTime? LastSeenAt, string Etag)
{
    /// <summary>Of a link.</summary>
    public static DisplayJson Of(MadeDisplay made) => new(
        made.Link.Id, made.Link.Name, made.Link.PlanId, made.PlanNumber, made.MadeByName, made.Link.CreatedAt, made.Link.ExpiresAt, made.Link.LastSeenAt,
        Etags.Of(made.Link.Version));
}

/// <summary>A new link: its address is shown only here.</summary>
internal sealed record NewDisplayJson(Guid Id, string Name, string Path, DateTime ExpiresAt, string Etag);

/// <summary>Links for the screen of a meeting room, and what such a screen listens to.</summary>
internal static class DisplayEndpoints
{
    /// <summary>The name of the limit.</summary>
    public const string Limit = "display";

    private const int PerMinute = 120;

    /// <summary>Registers the limit: whoever guesses, or refreshes like mad, is told to wait.</summary>
    public static void AddDisplays(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limits.AddPolicy(Limit, http => System.Threading.RateLimiting.RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
    });

    public static void MapDisplays(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/displays").WithTags("Trình chiếu");
        api.MapGet("", List).Needs(Operation.MakeDisplays).Produces<ListJson<DisplayJson>>().WithSummary("Các liên kết trình chiếu còn hạn").Asks(QueryShape.PageOnly);
        api.MapPost("", Make).Needs(Operation.MakeDisplays).Produces<NewDisplayJson>(201).AnswersSecret()
            .WithSummary("Tạo liên kết trình chiếu tổng quan của một kế hoạch, 1 đến 12 giờ; địa chỉ chỉ hiện một lần");
        api.MapDelete("/{id:guid}", Revoke).Needs(Operation.MakeDisplays).Produces(204).WithSummary("Thu hồi một liên kết trình chiếu").NeedsVersion();
    }

    /// <summary>What the screen itself asks: it has its secret and no sign-in.</summary>
    public static void MapDisplayFeed(this IEndpointRouteBuilder routes)
    {
        var feed = routes.MapGroup("/trinh-chieu/{secret}/su-kien").AllowAnonymous().RequireRateLimiting(Limit).ExcludeFromDescription();
        feed.MapGet("", Stream);
        feed.MapGet("/so", Number);
    }

    private static async Task<IResult> List(Call call, DisplayDesk desk) =>
        call.Asked.Else(await desk.List(call.Actor, call.Cancel)).Refused(out var refusal, out var links)
            ? Problems.From(refusal) : Answers.Page<MadeDisplay, DisplayJson>(call.Asked.List.Part(links), DisplayJson.Of);

    private static async Task<IResult> Make(Posted<DisplayBody> body, Call call, DisplayDesk desk) => Answers.Created(
        await desk.Make(call.Actor, body.As<DisplayOrder>(b => b.ToOrder()), call.Cancel),
        made => new NewDisplayJson(made.Made.Link.Id, made.Made.Link.Name, made.Path, made.Made.Link.ExpiresAt, Etags.Of(made.Made.Link.Version)),
        _ => "/api/v1/displays", made => Etags.Of(made.Made.Link.Version));

    private static async Task<IResult> Revoke(Guid id, Call call, DisplayDesk desk) =>
        (await desk.Revoke(call.Actor, id, call.Version, call.Cancel)).Refusal is { } refusal ? Problems.From(refusal) : TypedResults.NoContent();

    private static async Task Stream(string secret, HttpContext http, LiveStream stream, IServiceScopeFactory scopes)
    {
        if (!await IsOpen(secret, scopes, http.RequestAborted))
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            await stream.Serve(http, DisplaySecret.HashOf(secret), cancel => IsOpen(secret, scopes, cancel));
    }

    private static async Task<IResult> Number(string secret, HttpContext http, IServiceScopeFactory scopes, IChangeCounter counter) =>
        Origins.IsFromElsewhere(http.Request) ? TypedResults.StatusCode(StatusCodes.Status403Forbidden)
        : await IsOpen(secret, scopes, http.RequestAborted) ? LiveEndpoints.Answer(http, await counter.Latest(http.RequestAborted))
        : TypedResults.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<bool> IsOpen(string secret, IServiceScopeFactory scopes, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DisplayShowing>().IsOpen(secret, cancel);
    }
}
