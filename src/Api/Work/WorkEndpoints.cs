using PlanTracker.Api.Agencies;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Work;

namespace PlanTracker.Api.Work;

/// <summary>A kind of work with how much of it there is.</summary>
internal sealed record WorkKindJson(string Kind, string Name, int Count);

/// <summary>One line of a work list.</summary>
/// <param name="Entity">What it is: <c>entry</c>, <c>activity</c>; more kinds may come.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Note">What to know before opening it.</param>
/// <param name="Agency">The agency concerned.</param>
/// <param name="On">The day that matters: done on, due on.</param>
/// <param name="Reason">Why it came back.</param>
/// <param name="EntryStatus">State, of an entry.</param>
/// <param name="Status">Status, of an activity.</param>
/// <param name="ObligationState">State, of a report that is owed.</param>
/// <param name="Acts">What the caller may do with it at once.</param>
/// <param name="Etag">For <c>If-Match</c>; null where nothing is changed by version.</param>
internal sealed record WorkItemJson(
    string Entity, Guid Id, string Title, string Note, AgencyRefJson? Agency, DateOnly? On, string? Reason, EntryStatus? EntryStatus,
    ProgressStatus? Status, ObligationState? ObligationState, IReadOnlyList<WorkAct> Acts, string? Etag)
{
    /// <summary>Of an item.</summary>
    public static WorkItemJson Of(WorkItem item) => new(
        item.Entity, item.Id, item.Title, item.Note, item.Agency is { } agency ? AgencyRefJson.Of(agency) : null, item.On, item.Reason, item.EntryStatus,
        item.ProgressStatus, item.ObligationState, item.Acts, item.Version is { } version ? Etags.Of(version) : null);
}

/// <summary>A work list: every kind of the caller's with its count, and a page of one of them.</summary>
internal sealed record WorkJson(
    IReadOnlyList<WorkKindJson> Kinds, string Kind, IReadOnlyList<WorkItemJson> Items, int Total, int Page, int PageSize)
{
    /// <summary>Of a view.</summary>
    public static WorkJson Of(WorkView view) => new(
        [.. view.Tabs.Select(t => new WorkKindJson(t.Code, t.Name, t.Count))], view.Code, [.. view.Page.Items.Select(WorkItemJson.Of)],
        view.Page.Total, view.Page.Page, view.Page.PageSize);
}

/// <summary>What waits for the caller.</summary>
internal static class WorkEndpoints
{
    private const string Kind = "kind";

    public static void MapWork(this IEndpointRouteBuilder api) =>
        api.MapGet("/worklist", Read).Needs(Operation.ReadWork).Produces<WorkJson>().WithTags("Việc cần làm")
            .WithSummary("Việc cần làm của người hỏi: số lượng từng loại và một trang của một loại")
            .Asks([QueryShape.Text(Kind, "Loại việc, như trong kinds của câu trả lời; bỏ trống là loại đầu tiên còn việc."), .. QueryShape.PageOnly]);

    private static async Task<IResult> Read(Call call, WorkList work)
    {
        if ((call.Actor.Demand(Operation.ReadWork) ?? call.Asked.Refusal) is { } refused)
            return Problems.From(refused);
        return (await work.Read(call.Actor, call.Asked.Text(Kind), call.Asked.List, call.Cancel)).Refused(out var refusal, out var view)
            ? Problems.From(refusal) : TypedResults.Json(WorkJson.Of(view), Json.Options);
    }
}
