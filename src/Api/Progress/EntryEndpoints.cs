using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Progress;

/// <summary>Entries: read, draft, edit.</summary>
internal static class EntryEndpoints
{
    private const string Missing = "missing";
    private const string Present = "present";

    private static readonly QueryField[] ListQuery = QueryShape.List(
        EntryReading.SortFields,
        QueryShape.Id("plan", "Kế hoạch."), QueryShape.Id("agency", "Cơ quan chủ trì."), QueryShape.Id("target", "Chỉ tiêu."),
        QueryShape.Choice<EntryStatus>("status", "Trạng thái."),
        new("evidence", QueryKind.Choice, "missing: thiếu minh chứng; present: có minh chứng.", [Missing, Present]),
        QueryShape.Day("from", "Từ ngày."), QueryShape.Day("to", "Đến hết ngày."));

    public static void MapEntries(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Kết quả thực hiện");

        api.MapGet("/entries", ListAll).Needs(Operation.ReadFigures)
            .Produces<ListJson<EntryJson>>().WithSummary("Các kết quả thực hiện mà người hỏi được xem").Asks(ListQuery);
        api.MapGet("/activities/{id:guid}/entries", ListOfActivity).Needs(Operation.ReadFigures)
            .Produces<ListJson<EntryJson>>().WithSummary("Kết quả thực hiện của một hoạt động")
            .Asks(ListQuery);
        api.MapPost("/activities/{id:guid}/entries", Log).Needs(Operation.LogOwnEntries, Operation.LogEntriesForAnyLead)
            .Produces<EntryJson>(201).WithSummary("Ghi một kết quả thực hiện (bản nháp)");
        api.MapGet("/entries/{id:guid}", Find).Needs(Operation.ReadFigures).Produces<EntryJson>().WithSummary("Một kết quả thực hiện").Asks();
        api.MapPut("/entries/{id:guid}", Edit).Needs(Operation.LogOwnEntries, Operation.LogEntriesForAnyLead)
            .Produces<EntryJson>().WithSummary("Sửa bản nháp hoặc kết quả bị trả lại").NeedsVersion();
    }

    private static Task<IResult> ListAll(Call call, EntryReading reading) => List(call, null, reading);

    private static async Task<IResult> ListOfActivity(Guid id, Call call, EntryReading reading, PlanProgress activities) =>
        await call.Asked.Wrong(() => activities.Activity(call.Actor, id, null, call.Cancel)) ?? await List(call, id, reading);

    private static async Task<IResult> List(Call call, Guid? activityId, EntryReading reading)
    {
        if (call.Asked.Refusal is { } wrong)
            return Problems.From(wrong);
        var filter = new EntryFilter(
            call.Asked.Id("plan"), activityId, call.Asked.Id("target"), call.Asked.Id("agency"), call.Asked.Choice<EntryStatus>("status"),
            call.Asked.Day("from"), call.Asked.Day("to"), call.Asked.Text("evidence") switch { Missing => false, Present => true, _ => null });
        return Answers.Page(await reading.List(call.Actor, filter, call.Asked.List, call.Cancel), EntryJson.Of);
    }

    private static async Task<IResult> Find(Guid id, Call call, EntryReading reading) =>
        Answers.One(call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)), EntryJson.Of, EntryJson.TagOf);

    private static async Task<IResult> Log(Guid id, Posted<EntryBody> body, Call call, EntryLog log) =>
        Answers.Created(await log.Log(call.Actor, id, body.As(b => b.ToContent()), call.Cancel), EntryJson.Of, EntryJson.PathOf, EntryJson.TagOf);

    private static async Task<IResult> Edit(Guid id, Posted<EntryBody> body, Call call, EntryLog log) => Answers.One(
        await log.Edit(call.Actor, id, call.Version, body.As(b => b.ToContent()), call.Cancel), EntryJson.Of, EntryJson.TagOf);
}
