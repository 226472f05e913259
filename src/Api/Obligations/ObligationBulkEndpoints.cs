using Microsoft.AspNetCore.Http.HttpResults;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Api.Obligations;

/// <summary>An obligation, and the version that was read.</summary>
internal sealed record ObligationItemBody(Guid Id, string Etag);

/// <summary>Late units to remind, each for itself.</summary>
internal sealed record RemindManyBody(IReadOnlyList<ObligationItemBody> Items)
{
    private const int Most = 200;

    /// <summary>Ids and versions; refused when empty, too many or repeated.</summary>
    public Result<IReadOnlyList<(Guid Id, ExpectedVersion Version)>> ToItems() => Read(Items);

    internal static Result<IReadOnlyList<(Guid Id, ExpectedVersion Version)>> Read(IReadOnlyList<ObligationItemBody> items)
    {
        if (items.Count is 0 or > Most || items.Any(i => i is null))
            return Refusal.Invalid("items", "Cần từ 1 đến 200 báo cáo phải gửi.");
        if (items.DistinctBy(i => i.Id).Count() < items.Count)
            return Refusal.Invalid("items", "Một báo cáo được ghi hai lần.");
        return items.Select(i => (i.Id, Etags.Read(i.Etag))).ToList();
    }
}

/// <summary>Agencies to let off for one reason, each for itself.</summary>
/// <param name="Items">Báo cáo được miễn.</param>
/// <param name="Reason">Lý do.</param>
internal sealed record WaiveManyBody(IReadOnlyList<ObligationItemBody> Items, string Reason)
{
    /// <summary>Ids and versions; refused when empty, too many or repeated.</summary>
    public Result<IReadOnlyList<(Guid Id, ExpectedVersion Version)>> ToItems() => RemindManyBody.Read(Items);
}

/// <summary>What became of one obligation of several.</summary>
internal sealed record ObligationDoneJson(Guid Id, int Status, string? Code, string? Detail)
{
    /// <summary>Of one result.</summary>
    public static ObligationDoneJson Of<T>((Guid Id, Result<T> Result) item) => item.Result.Refusal is { } refusal
        ? new(item.Id, Problems.StatusOf(refusal.Kind), refusal.Code, refusal.Message) : new(item.Id, StatusCodes.Status200OK, null, null);
}

/// <summary>What became of each of several obligations.</summary>
internal sealed record ObligationsDoneJson(IReadOnlyList<ObligationDoneJson> Items);

/// <summary>What is done to several obligations at once.</summary>
internal static class ObligationBulkEndpoints
{
    public static void MapObligationBulk(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/obligations").WithTags("Nghĩa vụ báo cáo");

        api.MapPost("/remind", Remind).Needs(Operation.ManageReminders).Produces<ObligationsDoneJson>()
            .WithSummary("Nhắc nhiều đơn vị chậm gửi, mỗi báo cáo được trả lời riêng; mỗi người nhiều nhất một thư một ngày");
        api.MapPost("/waive", Waive).Needs(Operation.ManageObligations).Produces<ObligationsDoneJson>()
            .WithSummary("Miễn gửi nhiều báo cáo với một lý do, mỗi báo cáo được trả lời riêng");
    }

    private static async Task<IResult> Remind(Posted<RemindManyBody> body, Call call, HandReminders reminders)
    {
        if (call.Actor.Demand(Operation.ManageReminders) is { } notAllowed)
            return Problems.From(notAllowed);
        return body.As(b => b.ToItems()).Refused(out var invalid, out var items)
            ? Problems.From(invalid) : Done(await reminders.RemindMany(call.Actor, items, call.Cancel));
    }

    private static async Task<IResult> Waive(Posted<WaiveManyBody> body, Call call, ObligationWaiving waiving)
    {
        if (call.Actor.Demand(Operation.ManageObligations) is { } notAllowed)
            return Problems.From(notAllowed);
        if (body.As(b => b.ToItems()).Refused(out var invalid, out var items))
            return Problems.From(invalid);
        return (await waiving.WaiveMany(call.Actor, items, body.As<string>(b => b.Reason), call.Cancel)).Refused(out var refusal, out var results)
            ? Problems.From(refusal) : Done(results);
    }

    private static JsonHttpResult<ObligationsDoneJson> Done<T>(IReadOnlyList<(Guid Id, Result<T> Result)> results) =>
        TypedResults.Json(new ObligationsDoneJson([.. results.Select(ObligationDoneJson.Of)]), Json.Options);
}
