using PlanTracker.Api.Hosting;
using PlanTracker.Api.Progress;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Attachments;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Api.Attachments;

/// <summary>Evidence on things that are no entries: handed out and taken away here, listed and added under each thing.</summary>
internal static class AttachmentEndpoints
{
    private const string Thumbnail = "thumb";

    public static void MapAttachments(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/attachments").WithTags("Minh chứng");
        api.MapGet("/{id:guid}/content", Content).Needs(Operation.ReadFigures).Produces(200, contentType: "application/octet-stream")
            .WithSummary("Tải tệp của nhiệm vụ, việc chuẩn bị, vướng mắc, cuộc kiểm tra")
            .Asks(new QueryField(Thumbnail, QueryKind.Choice, "1: ảnh để hiện ngay trên trang; chỉ với ảnh không quá 4 MB.", ["1"]));
        api.MapDelete("/{id:guid}", Remove)
            .Needs(Operation.UpdateTasks, Operation.KeepPreparations, Operation.CloseDifficulties, Operation.FollowUpInspections, Operation.KeepUnitPlans)
            .Produces<EvidenceJson>().WithSummary("Bỏ minh chứng; If-Match là \"1\" hoặc *").NeedsVersion();
    }

    /// <summary>Lists and adds evidence under a kind of thing.</summary>
    /// <param name="routes">The thing: <c>/inspections/{id}</c>.</param>
    /// <param name="entity">The kind, as history names it.</param>
    /// <param name="right">The right to add.</param>
    /// <param name="of">The evidence of the thing, for who may see it.</param>
    public static void MapEvidenceOf(
        this RouteGroupBuilder routes, string entity, Operation right, Func<Guid, Call, IServiceProvider, Task<Result<List<Evidence>>>> of)
    {
        routes.MapGet("/evidence", async (Guid id, Call call, HttpContext http) =>
                call.Asked.Else(await of(id, call, http.RequestServices)).Refused(out var refusal, out var evidence)
                    ? Problems.From(refusal) : Answers.Page<Evidence, EvidenceJson>(call.Asked.List.Part(evidence), Shape))
            .Needs(Operation.ReadFigures).Produces<ListJson<EvidenceJson>>().WithSummary("Minh chứng, tài liệu kèm theo").Asks(QueryShape.PageOnly);
        routes.MapPost("/evidence", (Guid id, Call call, HttpContext http, AttachmentDesk desk, IEvidenceFiles files) => Add(entity, id, call, http, desk, files))
            .Needs(right).Produces<EvidenceJson>(201).WithSummary("Thêm liên kết, văn bản (JSON) hoặc tệp (multipart/form-data)")
            .WithMetadata(new BodyShape(typeof(EvidenceBody)), new MultipartShape(EvidenceEndpoints.Purpose));
    }

    /// <summary>A piece of evidence.</summary>
    public static EvidenceJson Shape(Evidence evidence) => new(
        evidence.Id, evidence.Kind, evidence.Url, evidence.Number, evidence.Date,
        evidence.File is { } f ? new EvidenceFileJson(f.Name, f.Type, f.Size, f.Sha256, f.Width, f.Height, $"/api/v1/attachments/{evidence.Id}/content") : null,
        evidence.Purpose, evidence.AddedByName, evidence.AddedAt, [], 0);

    private static async Task<IResult> Add(string entity, Guid id, Call call, HttpContext http, AttachmentDesk desk, IEvidenceFiles files)
    {
        var added = Multipart.IsMultipart(http.Request)
            ? await desk.AddFile(call.Actor, entity, id, () => EvidenceEndpoints.Receive(http, files), call.Cancel)
            : await desk.Add(call.Actor, entity, id, (await Posted<EvidenceBody>.BindAsync(http)).As(b => b.ToEvidence()), call.Cancel);
        return Answers.Created(added, Shape, e => $"/api/v1/attachments/{e.Id}/content", _ => Etags.Of(1));
    }

    private static async Task<IResult> Content(Guid id, Call call, HttpResponse response, AttachmentDesk desk)
    {
        if ((await desk.Open(call.Actor, id, call.Cancel)).Refused(out var refusal, out var found))
            return Problems.From(refusal);
        if (call.Asked.Refusal is { } wrong)
        {
            await found.Content.DisposeAsync();
            return Problems.From(wrong);
        }
        return await EvidenceEndpoints.HandOut(found.File, found.Content, call.Asked.Text(Thumbnail) is not null, response);
    }

    private static async Task<IResult> Remove(Guid id, Call call, AttachmentDesk desk) =>
        Answers.One(await desk.Remove(call.Actor, id, call.Version, call.Cancel), Shape);
}
