using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Api.Progress;

/// <summary>The flow of entries (submit, confirm, return, withdraw).</summary>
internal static class EntryFlowEndpoints
{
    public static void MapEntryFlow(this IEndpointRouteBuilder api)
    {
        var entry = api.MapGroup("/entries/{id:guid}").WithTags("Kết quả thực hiện");

        entry.MapPost("/submit", Submit).Needs(Operation.LogOwnEntries, Operation.LogEntriesForAnyLead)
            .Produces<EntryJson>().WithSummary("Gửi xác nhận").NeedsVersion();
        entry.MapPost("/confirm", Confirm).Needs(Operation.ConfirmEntries).Produces<EntryJson>().WithSummary("Xác nhận").NeedsVersion();
        entry.MapPost("/return", Return).Needs(Operation.ConfirmEntries).Produces<EntryJson>().WithSummary("Trả lại, nêu lý do").NeedsVersion();
        entry.MapPost("/withdraw", Withdraw).Needs(Operation.LogOwnEntries, Operation.LogEntriesForAnyLead, Operation.ConfirmEntries)
            .Produces<EntryJson>().WithSummary("Rút, nêu lý do").NeedsVersion();

        api.MapPost("/entries/confirm", ConfirmMany).Needs(Operation.ConfirmEntries).Produces<ConfirmedJson>().WithTags("Kết quả thực hiện")
            .WithSummary("Xác nhận nhiều kết quả, mỗi kết quả được trả lời riêng");
    }

    private static async Task<IResult> Submit(Guid id, Call call, EntryLog log) =>
        Changed(await log.Submit(call.Actor, id, call.Version, call.Cancel));

    private static async Task<IResult> Confirm(Guid id, Call call, EntryLog log) =>
        Changed(await log.Confirm(call.Actor, id, call.Version, call.Cancel));

    private static async Task<IResult> Return(Guid id, Posted<ReturnBody> body, Call call, EntryLog log) => Changed(await log.Return(
        call.Actor, id, call.Version, body.As<EntryReason>(b => new EntryReason(b.Reason, b.Fields ?? [])), call.Cancel));

    private static async Task<IResult> Withdraw(Guid id, Posted<WithdrawBody> body, Call call, EntryLog log) => Changed(await log.Withdraw(
        call.Actor, id, call.Version, body.As<EntryReason>(b => new EntryReason(b.Reason, [])), call.Cancel));

    private static async Task<IResult> ConfirmMany(Posted<ConfirmManyBody> body, Call call, EntryLog log)
    {
        if (call.Actor.Demand(Operation.ConfirmEntries) is { } notAllowed)
            return Problems.From(notAllowed);
        if (body.As(b => b.ToItems()).Refused(out var invalid, out var items))
            return Problems.From(invalid);
        var results = await log.ConfirmMany(call.Actor, items, call.Cancel);
        return TypedResults.Json(new ConfirmedJson([.. results.Select(ConfirmedItemJson.Of)]), Json.Options);
    }

    private static IResult Changed(Result<EntryView> result) => Answers.One(result, EntryJson.Of, EntryJson.TagOf);
}
