using Microsoft.Net.Http.Headers;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Api.News;

/// <summary>Pictures of items: seen by whoever sees the item, added and taken off by its agency while it is theirs.</summary>
internal static class NewsImageEndpoints
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    private const string Caption = "caption";
    private const string Shown = "thumb";

    public static void MapNewsImages(this IEndpointRouteBuilder routes)
    {
        var images = routes.MapGroup("/news/{id:guid}/images").WithTags("Tin, bài");
        const string One = "/{imageId:guid}";

        images.MapGet("", List).Needs(Operation.ReadFigures).Produces<ListJson<NewsImageJson>>().WithSummary("Ảnh của một tin, bài").Asks(QueryShape.PageOnly);
        images.MapPost("", Add).Needs(Operation.WriteNews).Produces<NewsJson>(201).WithMetadata(new MultipartShape(Caption))
            .WithSummary("Thêm ảnh .jpg, .png, hoặc một tệp .zip chứa các ảnh đó (multipart/form-data)");
        images.MapPut(One, Describe).Needs(Operation.WriteNews).Produces<NewsJson>().WithSummary("Sửa chú thích ảnh; If-Match là ETag của tin, bài").NeedsVersion();
        images.MapDelete(One, Remove).Needs(Operation.WriteNews).Produces<NewsJson>().WithSummary("Bỏ ảnh; If-Match là ETag của tin, bài").NeedsVersion();
        images.MapGet(One + "/content", Content).Needs(Operation.ReadFigures).Produces(200, contentType: "application/octet-stream").WithSummary("Tải ảnh")
            .Asks(new QueryField(Shown, QueryKind.Choice, "1: để hiện ngay trên trang; chỉ với ảnh không quá 4 MB.", ["1"]));
    }

    private static async Task<IResult> List(Guid id, Call call, NewsReading reading) =>
        call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)).Refused(out var refusal, out var view)
            ? Problems.From(refusal)
            : Answers.Page<NewsImage, NewsImageJson>(call.Asked.List.Part(view.Images), image => NewsJson.ImageOf(view.Item, image));

    private static async Task<IResult> Add(Guid id, Call call, HttpContext http, NewsWriting writing, INewsImages files) => Answers.Created(
        await writing.AddImages(call.Actor, id, null, () => Receive(http, files), call.Cancel), NewsJson.Of, v => NewsJson.PathOf(v) + "/images", NewsJson.TagOf);

    private static async Task<Result<(IReadOnlyList<EvidenceFile> Files, string? Caption)>> Receive(HttpContext http, INewsImages files) =>
        (await Multipart.Read(http, files.MaxBytes, [Caption], (name, content) => files.Keep(name, content, http.RequestAborted))).Refused(out var refusal, out var uploaded)
            ? refusal : (uploaded.File, uploaded.Fields.GetValueOrDefault(Caption));

    private static async Task<IResult> Describe(Guid id, Guid imageId, Posted<CaptionBody> body, Call call, NewsWriting writing) => Answers.One(
        await writing.Caption(call.Actor, id, imageId, call.Version, body.As<string?>(b => b.Caption), call.Cancel), NewsJson.Of, NewsJson.TagOf);

    private static async Task<IResult> Remove(Guid id, Guid imageId, Call call, NewsWriting writing) =>
        Answers.One(await writing.RemoveImage(call.Actor, id, imageId, call.Version, call.Cancel), NewsJson.Of, NewsJson.TagOf);

    private static async Task<IResult> Content(Guid id, Guid imageId, Call call, HttpResponse response, NewsReading reading)
    {
        if (await call.Asked.Wrong(() => reading.Find(call.Actor, id, call.Cancel)) is { } wrong)
            return wrong;
        if ((await reading.Open(call.Actor, id, imageId, call.Cancel)).Refused(out var refusal, out var found))
            return Problems.From(refusal);
        var (image, content) = found;
        var shown = call.Asked.Text(Shown) is not null;
        if (shown && !image.File.IsShown)
        {
            await content.DisposeAsync();
            return Problems.From(NewsReading.UnknownImage);
        }
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.ContentDisposition = shown ? Downloads.Inline(image.File.Name) : Downloads.Attachment(image.File.Name);
        return TypedResults.Stream(content, image.File.Type is EvidenceFileType.Png ? "image/png" : "image/jpeg",
            entityTag: new EntityTagHeaderValue($"\"{image.Sha256[..32]}\""), enableRangeProcessing: true);
    }
}
