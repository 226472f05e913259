using PlanTracker.Api.Activities;
using PlanTracker.Api.Agencies;
using PlanTracker.Api.Attachments;
using PlanTracker.Api.Hosting;
using PlanTracker.Api.Progress;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Tasks;

namespace PlanTracker.Api.Tasks;

/// <summary>A detailed plan or a clearance that is asked for.</summary>
/// <param name="Kind">What.</param>
/// <param name="DueOn">Last day.</param>
/// <param name="ActivityId">Of this activity, or</param>
/// <param name="TaskId">of this task.</param>
/// <param name="AgencyId">Who brings it; left out, the lead of the activity or the one agency of the task.</param>
/// <param name="Note">Ghi chú.</param>
internal sealed record PreparationBody(PreparationKind Kind, DateOnly DueOn, Guid? ActivityId = null, Guid? TaskId = null, Guid? AgencyId = null, string? Note = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<PreparationOrder> ToOrder() => new PreparationOrder(ActivityId, TaskId, Kind, DueOn, AgencyId, Note);
}

/// <summary>A step: the day, the document, a note.</summary>
internal sealed record PreparationStepBody(DateOnly Date, DocumentBody? Document = null, string? Note = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<PreparationStepOrder> ToOrder() => new PreparationStepOrder(Date, Document?.ToRef(), Note);
}

/// <summary>A step that was recorded.</summary>
internal sealed record PreparationStepJson(PreparationVerb Verb, DateOnly Date, DocumentRef? Document, string? Note, DateTime At, string ByName);

/// <summary>A detailed plan or a clearance.</summary>
internal sealed record PreparationJson(
    Guid Id, Guid PlanId, Guid? ActivityId, Guid? TaskId, string Subject, PreparationKind Kind, AgencyRefJson Agency, DateOnly DueOn, PreparationState State,
    bool IsLate, DocumentRef? Document, IReadOnlyList<PreparationStepJson> Steps, IReadOnlyList<EvidenceJson> Evidence)
{
    /// <summary>Of a view.</summary>
    public static PreparationJson Of(PreparationView view)
    {
        var p = view.Preparation;
        return new(
            p.Id, p.PlanId, p.ActivityId, p.TaskId, view.Subject, p.Kind, AgencyRefJson.Of(view.Agency), p.DueOn, p.State, view.IsLate, p.Document,
            [.. p.Steps.Select(s => new PreparationStepJson(s.Verb, s.Date, s.Document, s.Note, s.At, s.ByName))], [.. view.Evidence.Select(AttachmentEndpoints.Shape)]);
    }
}

/// <summary>Detailed plans and clearances of activities and tasks.</summary>
internal static class PreparationEndpoints
{
    public static void MapPreparations(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Kế hoạch chi tiết, thống nhất nội dung");
        api.MapGet("/plans/{id:guid}/preparations", List).Needs(Operation.ReadFigures).Produces<ListJson<PreparationJson>>()
            .WithSummary("Kế hoạch chi tiết và việc thống nhất nội dung, theo hạn")
            .Asks([
                .. QueryShape.PageOnly, QueryShape.Id("activity", "Của hoạt động."), QueryShape.Id("task", "Của nhiệm vụ."), QueryShape.Id("agency", "Của cơ quan."),
                QueryShape.Choice<PreparationState>("state", "Trạng thái."), QueryShape.Flag("late", "true: chỉ việc quá hạn."),
            ]);
        api.MapPost("/plans/{id:guid}/preparations", Ask).Needs(Operation.AskPreparations).Produces<PreparationJson>(201)
            .WithSummary("Yêu cầu kế hoạch chi tiết hoặc việc thống nhất nội dung");

        var one = api.MapGroup("/preparations/{id:guid}");
        one.MapGet("", Find).Needs(Operation.ReadFigures).Produces<PreparationJson>().WithSummary("Một việc chuẩn bị").Asks();
        foreach (var (path, verb, right, words) in new[]
        {
            ("send", PreparationVerb.Send, Operation.KeepPreparations, "Ghi việc gửi xin ý kiến"),
            ("finish", PreparationVerb.Finish, Operation.KeepPreparations, "Ghi kế hoạch đã ban hành, nội dung đã thống nhất"),
            ("oppose", PreparationVerb.Oppose, Operation.KeepPreparations, "Ghi chưa thống nhất, kèm lý do"),
            ("move", PreparationVerb.Move, Operation.AskPreparations, "Đổi hạn (date là hạn mới), kèm lý do"),
            ("drop", PreparationVerb.Drop, Operation.AskPreparations, "Thôi yêu cầu, kèm lý do"),
        })
        {
            one.MapPost(path, (Guid id, Posted<PreparationStepBody> body, Call call, PreparationDesk desk) => Record(id, verb, body, call, desk))
                .Needs(right).Produces<PreparationJson>().WithSummary(words).NeedsVersion();
        }
        one.MapEvidenceOf("preparation", Operation.KeepPreparations, async (id, call, services) =>
            (await services.GetRequiredService<PreparationDesk>().Find(call.Actor, id, call.Cancel)).Refused(out var refusal, out var view)
                ? refusal : (Result<List<Evidence>>)view.Evidence.ToList());
    }

    private static async Task<IResult> List(Guid id, Call call, PreparationDesk desk)
    {
        var a = call.Asked;
        var filter = new PreparationFilter(a.Id("activity"), a.Id("task"), a.Id("agency"), a.Choice<PreparationState>("state"), a.Flag("late"));
        return a.Else(await desk.Of(call.Actor, id, filter, call.Cancel)).Refused(out var refusal, out var found)
            ? Problems.From(refusal) : Answers.Page<PreparationView, PreparationJson>(a.List.Part(found), PreparationJson.Of);
    }

    private static async Task<IResult> Find(Guid id, Call call, PreparationDesk desk) =>
        Answers.One(call.Asked.Else(await desk.Find(call.Actor, id, call.Cancel)), PreparationJson.Of, TagOf);

    private static async Task<IResult> Ask(Guid id, Posted<PreparationBody> body, Call call, PreparationDesk desk) =>
        (await desk.Ask(call.Actor, id, body.As(b => b.ToOrder()), call.Cancel)).Refused(out var refusal, out var made)
            ? Problems.From(refusal)
            : Answers.Created(await desk.Find(call.Actor, made.Id, call.Cancel), PreparationJson.Of, v => $"/api/v1/preparations/{v.Preparation.Id}", TagOf);

    private static async Task<IResult> Record(Guid id, PreparationVerb verb, Posted<PreparationStepBody> body, Call call, PreparationDesk desk) =>
        (await desk.Record(call.Actor, id, verb, call.Version, body.As(b => b.ToOrder()), call.Cancel)).Refused(out var refusal, out _)
            ? Problems.From(refusal) : Answers.One(await desk.Find(call.Actor, id, call.Cancel), PreparationJson.Of, TagOf);

    private static string TagOf(PreparationView view) => Etags.Of(view.Preparation.Version);
}
