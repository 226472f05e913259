using PlanTracker.Api.Hosting;
using PlanTracker.Api.Reporting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Activities;

/// <summary>Amendments of an issued plan: versions of targets, phasing, due dates, activities added and stopped.</summary>
internal static class AmendmentEndpoints
{
    public static void MapAmendments(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Hoạt động");
        const string Target = "/activities/{id:guid}/targets/{targetId:guid}";

        api.MapGet(Target + "/versions", Versions).Produces<ListJson<TargetVersionJson>>().Needs(Operation.ReadFigures)
            .WithSummary("Các phiên bản của một chỉ tiêu, theo thứ tự ghi").Asks(QueryShape.PageOnly);
        api.MapPost(Target + "/versions", AddVersion).Produces<TargetVersionJson>(201).Needs(Operation.ChangeTargets)
            .WithSummary("Điều chỉnh chỉ tiêu; đơn vị tính khác thì đóng chỉ tiêu cũ, mở chỉ tiêu mới");
        api.MapPut(Target + "/milestones", Phase).Produces<ActivityJson>().Needs(Operation.PhaseOwnTargets, Operation.ChangeTargets)
            .WithSummary("Phân kỳ chỉ tiêu theo các mốc lũy kế; danh sách rỗng là bỏ phân kỳ").NeedsVersion();
        api.MapPut("/activities/{id:guid}/due-date", MoveDueDate).Produces<ActivityJson>().Needs(Operation.PhaseOwnTargets, Operation.ChangeTargets)
            .WithSummary("Đặt thời hạn khác trong thời gian của kế hoạch").NeedsVersion();
        api.MapPost("/activities/{id:guid}/stop", Stop).Produces<ActivityJson>().Needs(Operation.ChangeTargets)
            .WithSummary("Dừng thực hiện từ một ngày").NeedsVersion();
        api.MapPost("/activities/{id:guid}/resume", Resume).Produces<ActivityJson>().Needs(Operation.ChangeTargets)
            .WithSummary("Tiếp tục thực hiện").NeedsVersion();
        api.MapPost("/plans/{id:guid}/activities", Add).Produces<ActivityJson>(201).Needs(Operation.ChangeTargets)
            .WithSummary("Bổ sung hoạt động vào kế hoạch đã ban hành");
    }

    private static async Task<IResult> Versions(Guid id, Guid targetId, Call call, PlanProgress progress)
    {
        if ((await progress.Activity(call.Actor, id, null, call.Cancel)).Refused(out var refusal, out var found))
            return Problems.From(refusal);
        if (found.Activity.Targets.Find(t => t.Id == targetId) is not { } target)
            return Problems.From(PlanAmendments.UnknownTarget);
        return call.Asked.Refusal is { } wrong
            ? Problems.From(wrong)
            : Answers.Page<TargetVersion, TargetVersionJson>(call.Asked.List.Part(target.Versions), TargetVersionJson.Of);
    }

    private static async Task<IResult> AddVersion(Guid id, Guid targetId, Posted<VersionBody> body, Call call, PlanAmendments amendments) =>
        Answers.Created(
            await amendments.AddVersion(call.Actor, id, targetId, body.As(b => b.ToVersion()), call.Cancel),
            activity => TargetVersionJson.Of(Recorded(activity, targetId).Versions[^1], Recorded(activity, targetId).Id),
            activity => $"/api/v1/activities/{id}/targets/{Recorded(activity, targetId).Id}/versions");

    private static async Task<IResult> Phase(
        Guid id, Guid targetId, Posted<PhasingBody> body, Call call, PlanAmendments amendments, PlanProgress progress) =>
        await Changed(call, progress, await amendments.Phase(call.Actor, id, targetId, call.Version, body.As(b => b.ToPhasing()), call.Cancel));

    private static async Task<IResult> MoveDueDate(Guid id, Posted<DueDateBody> body, Call call, PlanAmendments amendments, PlanProgress progress) =>
        await Changed(call, progress, await amendments.MoveDueDate(
            call.Actor, id, call.Version, body.As<NewDueDate>(b => new NewDueDate(b.DueOn, b.Reason)), call.Cancel));

    private static async Task<IResult> Stop(Guid id, Posted<StopBody> body, Call call, PlanAmendments amendments, PlanProgress progress) =>
        await Changed(call, progress, await amendments.Stop(
            call.Actor, id, call.Version, body.As<ActivityStop>(b => new ActivityStop(b.On, b.Document.ToRef(), b.Reason)), call.Cancel));

    private static async Task<IResult> Resume(Guid id, Posted<ResumeBody> body, Call call, PlanAmendments amendments, PlanProgress progress) =>
        await Changed(call, progress, await amendments.Resume(
            call.Actor, id, call.Version, body.As<EntryReason>(b => new EntryReason(b.Reason, [])), call.Cancel));

    private static async Task<IResult> Add(Guid id, Posted<NewActivityBody> body, Call call, PlanAmendments amendments, PlanProgress progress)
    {
        if ((await amendments.Add(call.Actor, id, body.As(b => b.ToActivity()), call.Cancel)).Refused(out var refusal, out var added))
            return Problems.From(refusal);
        return Answers.Created(
            await progress.Activity(call.Actor, added.Id, added.AddedOn, call.Cancel), ActivityJson.Of, a => $"/api/v1/activities/{a.Activity.Id}",
            a => Etags.Of(a.Activity.Version));
    }

    // The version stands in the target itself, or, for another unit, in the one that took its place.
    private static Target Recorded(Activity activity, Guid targetId) =>
        activity.Targets.Single(t => t.Id == targetId) is { ClosedOn: null } same ? same : activity.Targets.MaxBy(t => t.Order)!;

    private static async Task<IResult> Changed(Call call, PlanProgress progress, Result<Activity> result) =>
        result.Refused(out var refusal, out var activity)
            ? Problems.From(refusal)
            : Answers.Versioned(await progress.Activity(call.Actor, activity.Id, null, call.Cancel), ActivityJson.Of, a => a.Activity.Version);
}
