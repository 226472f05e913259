using System.Collections.Frozen;
using Microsoft.Net.Http.Headers;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Api.Progress;

/// <summary>Evidence of entries: links, documents by number, files.</summary>
internal static class EvidenceEndpoints
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    private const string Thumbnail = "thumb";
    internal const string Purpose = "purpose";

    private static readonly FrozenDictionary<EvidenceFileType, string> MediaTypes = new Dictionary<EvidenceFileType, string>
    {
        [EvidenceFileType.Pdf] = "application/pdf",
        [EvidenceFileType.Word] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [EvidenceFileType.Excel] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [EvidenceFileType.PowerPoint] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [EvidenceFileType.Jpeg] = "image/jpeg",
        [EvidenceFileType.Png] = "image/png",
        [EvidenceFileType.Zip] = "application/zip",
    }.ToFrozenDictionary();

    public static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Minh chứng");

        api.MapGet("/entries/{id:guid}/evidence", List).Needs(Operation.ReadFigures)
            .Produces<ListJson<EvidenceJson>>().WithSummary("Minh chứng của một kết quả").Asks(QueryShape.PageOnly);
        api.MapPost("/entries/{id:guid}/evidence", Add).Needs(Operation.LogOwnEntries, Operation.LogEntriesForAnyLead)
            .Produces<EvidenceJson>(201).WithSummary("Thêm liên kết, văn bản (JSON) hoặc tệp (multipart/form-data) làm minh chứng")
            .WithMetadata(new BodyShape(typeof(EvidenceBody)), new MultipartShape(Purpose));
        api.MapGet("/evidence/{id:guid}/content", Content).Needs(Operation.ReadFigures)
            .Produces(200, contentType: "application/octet-stream").WithSummary("Tải tệp minh chứng")
            .Asks(new QueryField(Thumbnail, QueryKind.Choice, "1: ảnh để hiện ngay trên trang; chỉ với ảnh không quá 4 MB.", ["1"]));
        api.MapDelete("/evidence/{id:guid}", Remove).Needs(Operation.LogOwnEntries, Operation.LogEntriesForAnyLead)
            .Produces<EntryJson>().WithSummary("Bỏ minh chứng khỏi bản nháp hoặc kết quả bị trả lại; If-Match là ETag của kết quả")
            .NeedsVersion();
    }

    private static async Task<IResult> List(Guid id, Call call, EntryReading reading) =>
        call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)).Refused(out var refusal, out var view)
            ? Problems.From(refusal)
            : Answers.Page<Evidence, EvidenceJson>(call.Asked.List.Part(view.Entry.Evidence), evidence => EvidenceJson.Of(view, evidence));

    private static async Task<IResult> Add(Guid id, Call call, HttpContext http, EntryLog log, IEvidenceFiles files)
    {
        if (Multipart.IsMultipart(http.Request))
            return Added(await log.AddFile(call.Actor, id, () => Receive(http, files), call.Cancel), view => EvidenceJson.PathOf(view.Entry.Evidence[^1]));
        var body = await Posted<EvidenceBody>.BindAsync(http);
        return Added(await log.AddEvidence(call.Actor, id, body.As(b => b.ToEvidence()), call.Cancel), view => EntryJson.PathOf(view) + "/evidence");
    }

    /// <summary>A file that was sent as multipart/form-data, judged and kept.</summary>
    internal static async Task<Result<Evidence>> Receive(HttpContext http, IEvidenceFiles files)
    {
        var read = await Multipart.Read(http, files.MaxBytes, [Purpose], (name, content) => files.Keep(name, content, http.RequestAborted));
        if (read.Refused(out var refusal, out var uploaded))
            return refusal;
        if (VietnameseText.Clean(uploaded.Fields.GetValueOrDefault(Purpose)) is not { } text)
            return new Evidence { Kind = EvidenceKind.File, File = uploaded.File };
        return Enum.GetNames<EvidencePurpose>().Contains(text)
            ? new Evidence { Kind = EvidenceKind.File, File = uploaded.File, Purpose = Enum.Parse<EvidencePurpose>(text) }
            : Refusal.Invalid(Purpose, "Loại minh chứng không có trong danh mục.");
    }

    private static IResult Added(Result<EntryView> result, Func<EntryView, string> location) =>
        Answers.Created(result, view => EvidenceJson.Of(view, view.Entry.Evidence[^1]), location, EntryJson.TagOf);

    private static async Task<IResult> Content(Guid id, Call call, HttpResponse response, EvidenceReading reading)
    {
        if (await call.Asked.Wrong(() => reading.EntryOf(call.Actor, id, call.Cancel)) is { } wrong)
            return wrong;
        if ((await reading.Open(call.Actor, id, call.Cancel)).Refused(out var refusal, out var found))
            return Problems.From(refusal);
        return await HandOut(found.File, found.Content, call.Asked.Text(Thumbnail) is not null, response);
    }

    /// <summary>A file for download, or an image to be shown on a page.</summary>
    internal static async Task<IResult> HandOut(EvidenceFile file, Stream content, bool shown, HttpResponse response)
    {
        if (shown && !file.IsShown)
        {
            await content.DisposeAsync();
            return Problems.From(EvidenceReading.UnknownEvidence);
        }
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.ContentDisposition = shown ? Downloads.Inline(file.Name) : Downloads.Attachment(file.Name);
        return TypedResults.Stream(content, MediaTypes[file.Type], entityTag: new EntityTagHeaderValue($"\"{file.Sha256[..32]}\""), enableRangeProcessing: true);
    }

    private static async Task<IResult> Remove(Guid id, Call call, EvidenceReading reading) =>
        Answers.One(await reading.Remove(call.Actor, id, call.Version, call.Cancel), EntryJson.Of, EntryJson.TagOf);
}
