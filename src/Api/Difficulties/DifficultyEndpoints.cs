using PlanTracker.Api.Activities;
using PlanTracker.Api.Agencies;
using PlanTracker.Api.Attachments;
using PlanTracker.Api.Hosting;
using PlanTracker.Api.Progress;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Difficulties;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Api.Difficulties;

/// <summary>A difficulty as it is raised.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Title">Tiêu đề.</param>
/// <param name="Text">Nội dung.</param>
/// <param name="Proposal">Đề xuất.</param>
/// <param name="ActivityId">About this activity, or</param>
/// <param name="TaskId">about this task.</param>
internal sealed record DifficultyBody(Guid PlanId, string Title, string Text, string? Proposal = null, Guid? ActivityId = null, Guid? TaskId = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<DifficultyOrder> ToOrder() => new DifficultyOrder(PlanId, Title, Text, Proposal, ActivityId, TaskId);
}

/// <summary>An answer, what was reported to UBND, or why it is closed; with the document it rests on.</summary>
internal sealed record DifficultyReplyBody(string Text, DocumentBody? Document = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<DifficultyReply> ToReply() => new DifficultyReply(Text, Document?.ToRef());
}

/// <summary>What happened to a difficulty.</summary>
internal sealed record DifficultyStepJson(DifficultyVerb Verb, string Text, DocumentRef? Document, DateTime At, string ByName);

/// <summary>A difficulty.</summary>
internal sealed record DifficultyJson(
    Guid Id, Guid PlanId, Guid? ActivityId, Guid? TaskId, Guid? ObligationId, string? Subject, string Title, string Text, string? Proposal, AgencyRefJson Agency,
    AgencyRefJson Owner, DifficultyState State, DateTime RaisedAt, string RaisedBy, int? DaysOpen, IReadOnlyList<DifficultyStepJson> Steps,
    IReadOnlyList<EvidenceJson> Evidence)
{
    /// <summary>Of a view.</summary>
    public static DifficultyJson Of(DifficultyView view)
    {
        var d = view.Difficulty;
        return new(
            d.Id, d.PlanId, d.ActivityId, d.TaskId, d.ObligationId, view.Subject, d.Title, view.Text, view.Proposal, AgencyRefJson.Of(view.Agency), AgencyRefJson.Of(view.Owner),
            d.State, d.RaisedAt, d.RaisedByName, view.DaysOpen, [.. d.Steps.Select(s => new DifficultyStepJson(s.Verb, s.Text, s.Document, s.At, s.ByName))],
            [.. view.Evidence.Select(AttachmentEndpoints.Shape)]);
    }
}

/// <summary>Difficulties: raised by agencies, answered by Sở Nội vụ.</summary>
internal static class DifficultyEndpoints
{
    public static void MapDifficulties(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/difficulties").WithTags("Khó khăn, vướng mắc");
        api.MapGet("", List).Needs(Operation.ReadFigures).Produces<ListJson<DifficultyJson>>().WithSummary("Các khó khăn, vướng mắc mà người hỏi được xem")
            .Asks(QueryShape.List(
                DifficultyReading.SortFields, QueryShape.Id("plan", "Kế hoạch."), QueryShape.Choice<DifficultyState>("state", "Trạng thái."),
                QueryShape.Id("agency", "Cơ quan nêu."), QueryShape.Id("activity", "Về hoạt động."), QueryShape.Id("task", "Về nhiệm vụ.")));
        api.MapPost("", Raise).Needs(Operation.RaiseDifficulties).Produces<DifficultyJson>(201).WithSummary("Nêu khó khăn, vướng mắc của đơn vị mình");

        var one = api.MapGroup("/{id:guid}");
        one.MapGet("", Find).Needs(Operation.ReadFigures).Produces<DifficultyJson>().WithSummary("Một khó khăn, vướng mắc").Asks();
        one.MapPut("", Edit).Needs(Operation.RaiseDifficulties).Produces<DifficultyJson>().WithSummary("Sửa, khi chưa ai trả lời").NeedsVersion();
        foreach (var (path, verb, right) in new[]
        {
            ("answer", DifficultyVerb.Answer, Operation.AnswerDifficulties), ("escalate", DifficultyVerb.Escalate, Operation.AnswerDifficulties),
            ("close", DifficultyVerb.Close, Operation.CloseDifficulties),
        })
        {
            one.MapPost(path, (Guid id, Posted<DifficultyReplyBody> body, Call call, DifficultyDesk desk, DifficultyReading reading) => Reply(id, verb, body, call, desk, reading))
                .Needs(right).Produces<DifficultyJson>().WithSummary(DifficultyWords.NameOf(verb)).NeedsVersion();
        }
        one.MapEvidenceOf("difficulty", Operation.CloseDifficulties, async (id, call, services) =>
            (await services.GetRequiredService<DifficultyReading>().Find(call.Actor, id, call.Cancel)).Refused(out var refusal, out var view)
                ? refusal : (Result<List<Evidence>>)view.Evidence.ToList());
    }

    private static async Task<IResult> List(Call call, DifficultyReading reading)
    {
        var a = call.Asked;
        if (a.Refusal is { } wrong)
            return Problems.From(wrong);
        var filter = new DifficultyFilter(
            a.Id("plan"), a.Choice<DifficultyState>("state"), a.Id("agency") is { } agency ? [agency] : null, a.Id("activity"), a.Id("task"));
        return Answers.Page(await reading.List(call.Actor, filter, a.List, call.Cancel), DifficultyJson.Of);
    }

    private static async Task<IResult> Find(Guid id, Call call, DifficultyReading reading) =>
        Answers.One(call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)), DifficultyJson.Of, TagOf);

    private static async Task<IResult> Raise(Posted<DifficultyBody> body, Call call, DifficultyDesk desk, DifficultyReading reading) =>
        (await desk.Raise(call.Actor, body.As(b => b.ToOrder()), call.Cancel)).Refused(out var refusal, out var made)
            ? Problems.From(refusal)
            : Answers.Created(await reading.Find(call.Actor, made.Id, call.Cancel), DifficultyJson.Of, v => $"/api/v1/difficulties/{v.Difficulty.Id}", TagOf);

    private static async Task<IResult> Edit(Guid id, Posted<DifficultyBody> body, Call call, DifficultyDesk desk, DifficultyReading reading) =>
        await Changed(await desk.Edit(call.Actor, id, call.Version, body.As(b => b.ToOrder()), call.Cancel), id, call, reading);

    private static async Task<IResult> Reply(
        Guid id, DifficultyVerb verb, Posted<DifficultyReplyBody> body, Call call, DifficultyDesk desk, DifficultyReading reading) =>
        await Changed(await desk.Reply(call.Actor, id, verb, call.Version, body.As(b => b.ToReply()), call.Cancel), id, call, reading);

    private static async Task<IResult> Changed(Result<Difficulty> result, Guid id, Call call, DifficultyReading reading) =>
        result.Refused(out var refusal, out _) ? Problems.From(refusal) : Answers.One(await reading.Find(call.Actor, id, call.Cancel), DifficultyJson.Of, TagOf);

    private static string TagOf(DifficultyView view) => Etags.Of(view.Difficulty.Version);
}
