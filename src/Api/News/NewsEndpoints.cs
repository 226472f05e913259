using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.News;

namespace PlanTracker.Api.News;

/// <summary>News items: read, write, approve, the desk.</summary>
internal static class NewsEndpoints
{
    private const int Megabytes = 10;
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly QueryField[] ListQuery = QueryShape.List(
        NewsReading.SortFields,
        QueryShape.Choice<NewsStatus>("status", "Trạng thái."), QueryShape.Choice<NewsField>("field", "Lĩnh vực."), QueryShape.Choice<NewsKind>("kind", "Loại tin."),
        QueryShape.Id("agency", "Cơ quan gửi."), QueryShape.Choice<NewsPlace>("place", "Nơi đề nghị đăng."), QueryShape.Choice<NewsPlace>("publishedAt", "Nơi đã đăng."),
        QueryShape.Day("from", "Gửi từ ngày."), QueryShape.Day("to", "Gửi đến hết ngày."));

    public static void MapNews(this IEndpointRouteBuilder routes)
    {
        var news = routes.MapGroup("/news").WithTags("Tin, bài");
        news.MapGet("", List).Needs(Operation.ReadFigures).Produces<ListJson<NewsJson>>().WithSummary("Các tin, bài mà người hỏi được xem").Asks(ListQuery);
        news.MapPost("", Draft).Needs(Operation.WriteNews).Produces<NewsJson>(201).WithSummary("Viết tin, bài (bản nháp)");
        news.MapPost("/import", Import).Needs(Operation.WriteNews).Produces<NewsJson>(201).TakesFile(Megabytes)
            .WithSummary("Tạo bản nháp từ tệp Word (.docx) viết theo mẫu; ảnh trong tệp được lấy theo")
            .Asks(QueryShape.Choice<NewsKind>("kind", "Loại tin; mặc định Activity."), QueryShape.Choice<NewsField>("field", "Lĩnh vực; mặc định AdministrativeProcedures."),
                QueryShape.Choice<NewsPlace>("place", "Nơi đề nghị đăng; mặc định Portal."));
        news.MapGet("/form.docx", Form).Needs(Operation.ReadFigures).Produces(200, contentType: Word).WithSummary("Mẫu viết bản tin, tệp Word").Asks();

        var item = news.MapGroup("/{id:guid}");
        item.MapGet("", Find).Needs(Operation.ReadFigures).Produces<NewsJson>().WithSummary("Một tin, bài").Asks();
        item.MapPut("", Edit).Needs(Operation.WriteNews).Produces<NewsJson>().WithSummary("Sửa bản nháp hoặc bài bị trả lại").NeedsVersion();
        item.MapPost("/submit", Submit).Needs(Operation.SubmitNews).Produces<NewsJson>().WithSummary("Lãnh đạo đơn vị duyệt và gửi").NeedsVersion();
        item.MapPost("/select", Select).Needs(Operation.SelectNews).Produces<NewsJson>().WithSummary("Chọn đăng").NeedsVersion();
        item.MapPost("/return", Return).Needs(Operation.SelectNews).Produces<NewsJson>().WithSummary("Đề nghị sửa, nêu lý do").NeedsVersion();
        item.MapPost("/decline", Decline).Needs(Operation.SelectNews).Produces<NewsJson>().WithSummary("Không chọn, nêu lý do").NeedsVersion();
        item.MapPut("/text", DeskEdit).Needs(Operation.SelectNews).Produces<NewsJson>()
            .WithSummary("Biên tập bài chờ chọn, đã chọn; bản thủ trưởng duyệt được giữ lại").NeedsVersion();
        item.MapPost("/plan", Plan).Needs(Operation.SelectNews).Produces<NewsJson>().WithSummary("Dự kiến nơi, ngày đăng").NeedsVersion();
        item.MapPost("/publish", Publish).Needs(Operation.SelectNews).Produces<NewsJson>().WithSummary("Ghi nhận đã đăng: nơi, liên kết, ngày").NeedsVersion();
        item.MapGet("/similar", Similar).Needs(Operation.ReadSubmitted).Produces<ListJson<LikeItemJson>>()
            .WithSummary("Tin, bài gần trùng và các đoạn giống nhau").Asks(QueryShape.PageOnly);
        routes.MapGet("/news/{id:guid}.docx", Docx).WithTags("Tin, bài").Needs(Operation.ReadFigures).Produces(200, contentType: Word)
            .WithSummary("Tin, bài theo mẫu viết bản tin, tệp Word").Asks();
    }

    private static async Task<IResult> List(Call call, NewsReading reading)
    {
        var a = call.Asked;
        if (a.Refusal is { } wrong)
            return Problems.From(wrong);
        var filter = new NewsFilter(
            a.Choice<NewsStatus>("status"), a.Choice<NewsField>("field"), a.Id("agency"), a.Choice<NewsKind>("kind"), a.Choice<NewsPlace>("place"),
            a.Choice<NewsPlace>("publishedAt"), a.Day("from"), a.Day("to"));
        return Answers.Page(await reading.List(call.Actor, filter, a.List, call.Cancel), NewsJson.Of);
    }

    private static async Task<IResult> Find(Guid id, Call call, NewsReading reading) => Changed(call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)));

    private static async Task<IResult> Draft(Posted<NewsBody> body, Call call, NewsWriting writing) =>
        Made(await writing.Draft(call.Actor, body.As(b => b.ToContent()), call.Cancel));

    private static async Task<IResult> Import(Upload upload, Call call, NewsWriting writing, INewsPapers papers)
    {
        if ((call.Actor.Demand(Operation.WriteNews) ?? call.Asked.Refusal) is { } refusal)
            return Problems.From(refusal);
        if (upload.Content.Refused(out var missing, out var file))
            return Problems.From(missing);
        if (papers.Read(file).Refused(out var unreadable, out var form))
            return Problems.From(unreadable);
        Result<NewsContent> content = new NewsContent
        {
            Title = form.Title,
            Body = form.Body,
            Author = form.Author ?? call.Actor.FullName,
            Kind = call.Asked.Choice<NewsKind>("kind") ?? NewsKind.Activity,
            Field = call.Asked.Choice<NewsField>("field") ?? NewsField.AdministrativeProcedures,
            Place = call.Asked.Choice<NewsPlace>("place") ?? NewsPlace.Portal,
        };
        return Made(await writing.Import(call.Actor, form, content, call.Cancel));
    }

    private static Microsoft.AspNetCore.Http.HttpResults.FileContentHttpResult Form(HttpResponse response, INewsPapers papers, HostSettings settings) => File(response, papers.EmptyForm(settings.Demo), "Mẫu viết bản tin.docx");

    private static async Task<IResult> Docx(Guid id, Call call, HttpResponse response, NewsReading reading, INewsPapers papers, INewsImages files, HostSettings settings) =>
        call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)).Refused(out var refusal, out var view)
            ? Problems.From(refusal)
            : File(response, papers.Item(NewsPaper.Of(view, settings.Demo, files)), $"{Short(view.Item.Content.Title)}.docx");

    private static async Task<IResult> Edit(Guid id, Posted<NewsBody> body, Call call, NewsWriting writing) =>
        Changed(await writing.Edit(call.Actor, id, call.Version, body.As(b => b.ToContent()), call.Cancel));

    private static async Task<IResult> Submit(Guid id, Call call, NewsWriting writing) => Changed(await writing.Submit(call.Actor, id, call.Version, call.Cancel));

    private static async Task<IResult> Select(Guid id, Call call, NewsDesk desk) => Changed(await desk.Select(call.Actor, id, call.Version, call.Cancel));

    private static async Task<IResult> Return(Guid id, Posted<NewsReasonBody> body, Call call, NewsDesk desk) =>
        Changed(await desk.Return(call.Actor, id, call.Version, body.As<string?>(b => b.Reason), call.Cancel));

    private static async Task<IResult> Decline(Guid id, Posted<NewsReasonBody> body, Call call, NewsDesk desk) =>
        Changed(await desk.Decline(call.Actor, id, call.Version, body.As<string?>(b => b.Reason), call.Cancel));

    private static async Task<IResult> DeskEdit(Guid id, Posted<NewsBody> body, Call call, NewsDesk desk) =>
        Changed(await desk.Edit(call.Actor, id, call.Version, body.As(b => b.ToContent()), call.Cancel));

    private static async Task<IResult> Plan(Guid id, Posted<NewsScheduleBody> body, Call call, NewsDesk desk) =>
        Changed(await desk.Plan(call.Actor, id, call.Version, body.As(b => b.ToSchedule()), call.Cancel));

    private static async Task<IResult> Publish(Guid id, Posted<PublishBody> body, Call call, NewsDesk desk) => Changed(await desk.Publish(
        call.Actor, id, call.Version, body.As<PublishOrder>(b => new PublishOrder(b.Place, b.Link, b.Date, b.BulletinIssueId)), call.Cancel));

    private static async Task<IResult> Similar(Guid id, Call call, NewsLikeness likeness) =>
        call.Asked.Else(await likeness.Of(call.Actor, id, call.Cancel)).Refused(out var refusal, out var like)
            ? Problems.From(refusal) : Answers.Page<LikeItem, LikeItemJson>(call.Asked.List.Part(like), LikeItemJson.Of);

    private static IResult Changed(Result<NewsView> result) => Answers.One(result, NewsJson.Of, NewsJson.TagOf);

    private static IResult Made(Result<NewsView> result) => Answers.Created(result, NewsJson.Of, NewsJson.PathOf, NewsJson.TagOf);

    private static string Short(string title) => new([.. (title.Length <= 80 ? title : title[..80]).Select(c => c is '/' or '\\' or ':' ? '-' : c)]);

    private static Microsoft.AspNetCore.Http.HttpResults.FileContentHttpResult File(HttpResponse response, byte[] content, string name)
    {
        response.Headers.ContentDisposition = Downloads.Attachment(name);
        return TypedResults.Bytes(content, Word);
    }
}
