using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.News;

/// <summary>A new issue.</summary>
internal sealed record BulletinBody(NewsPlace Place, int Year, int Number, string? Title = null);

/// <summary>An issue as it is composed: number, title, items in order.</summary>
internal sealed record ComposeBody(int Number, IReadOnlyList<Guid> Items, string? Title = null);

/// <summary>That an issue is published.</summary>
internal sealed record ReleaseBody(DateOnly Date, string? Link = null, int? Week = null);

/// <summary>An item of an issue.</summary>
internal sealed record IssueItemJson(Guid Id, string Title, string Agency, NewsStatus Status);

/// <summary>The result that an issue is proposed to be recorded as.</summary>
internal sealed record IssueProposalJson(Guid PlanId, Guid ActivityId, int Order, Guid TargetId, DateOnly Date, decimal Quantity, string Title, string CadenceSlot, string Link);

/// <summary>An issue.</summary>
internal sealed record IssueJson(
    Guid Id, NewsPlace Place, int Year, int Number, string Name, string? Title, IReadOnlyList<IssueItemJson> Items, DateOnly? PublishedOn, string? Link, int? Week,
    IssueProposalJson? Proposal, Guid? EntryId, int Version, string Etag)
{
    /// <summary>Of a view.</summary>
    public static IssueJson Of(IssueView view)
    {
        var i = view.Issue;
        return new(i.Id, i.Place, i.Year, i.Number, i.Name, i.Title,
            [.. view.Items.Select(n => new IssueItemJson(n.Item.Id, n.Item.Content.Title, n.Agency.Name, n.Item.Status))], i.PublishedOn, i.Link, i.Week,
            view.Proposal is { } p ? new(p.Activity.PlanId, p.Activity.Id, p.Activity.Order, p.TargetId, p.Date, 1, p.Title, p.Slot, p.Link) : null,
            view.Recorded?.Entry.Id, i.Version, TagOf(view));
    }

    /// <summary>The tag of an issue is its version.</summary>
    public static string TagOf(IssueView view) => Etags.Of(view.Issue.Version);
}

/// <summary>A week of a year at a place.</summary>
internal sealed record IssueWeekJson(int Week, DateOnly From, DateOnly To, SlotState State);

/// <summary>Issues of the bulletin and of the page in the newspaper.</summary>
internal static class BulletinEndpoints
{
    private const string View = "view";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private static readonly QueryField[] ListQuery =
        [QueryShape.Whole("year", "Năm.", 2100), QueryShape.Choice<NewsPlace>("place", "Bulletin hoặc Newspaper."), .. QueryShape.PageOnly];

    public static void MapBulletins(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Bản tin");

        api.MapGet("/bulletin-issues", List).Needs(Operation.ReadFigures).Produces<ListJson<IssueJson>>()
            .WithSummary("Các số bản tin: đã phát hành; với Sở Nội vụ, cả số đang soạn").Asks(ListQuery);
        api.MapPost("/bulletin-issues", Begin).Needs(Operation.SelectNews).Produces<IssueJson>(201).WithSummary("Lập số mới");
        api.MapGet("/bulletin-issues/weeks", Weeks).Needs(Operation.ReadFigures).Produces<ListJson<IssueWeekJson>>().WithSummary("Các tuần đã có số và còn thiếu")
            .Asks([QueryShape.Whole("year", "Năm; mặc định năm nay.", 2100), QueryShape.Choice<NewsPlace>("place", "Bulletin (mặc định) hoặc Newspaper."), .. QueryShape.PageOnly]);
        api.MapGet("/bulletin-issues/{id:guid}", Find).Needs(Operation.ReadFigures).Produces<IssueJson>().WithSummary("Một số bản tin").Asks();
        api.MapPut("/bulletin-issues/{id:guid}", Compose).Needs(Operation.SelectNews).Produces<IssueJson>().WithSummary("Soạn số: số, chủ đề, các bài theo thứ tự").NeedsVersion();
        api.MapDelete("/bulletin-issues/{id:guid}", Discard).Needs(Operation.SelectNews).Produces(204).WithSummary("Bỏ số chưa phát hành").NeedsVersion();
        api.MapPost("/bulletin-issues/{id:guid}/publish", Publish).Needs(Operation.SelectNews).Produces<IssueJson>().WithSummary("Phát hành: liên kết, ngày").NeedsVersion();
        api.MapPost("/bulletin-issues/{id:guid}/record", Record).Needs(Operation.SelectNews).Produces<IssueJson>()
            .WithSummary("Ghi số đã phát hành thành kết quả thực hiện, kèm liên kết làm minh chứng").NeedsVersion();
        api.MapGet("/bulletin-issues/{id:guid}.docx", Docx).Needs(Operation.ReadFigures).Produces(200, contentType: Word).WithSummary("Số bản tin, tệp Word").Asks();
        api.MapGet("/bulletin-issues/{id:guid}.html", Html).Needs(Operation.ReadFigures).Produces(200, contentType: "text/html").WithSummary("Số bản tin để gửi thư điện tử")
            .Asks(new QueryField(View, QueryKind.Choice, "1: để xem ngay trên trình duyệt.", ["1"]));
    }

    private static async Task<IResult> List(Call call, BulletinReading reading)
    {
        if (call.Asked.Refusal is { } wrong)
            return Problems.From(wrong);
        if ((await reading.List(call.Actor, call.Asked.Whole("year"), call.Asked.Choice<NewsPlace>("place"), call.Cancel)).Refused(out var refusal, out var issues))
            return Problems.From(refusal);
        var part = call.Asked.List.Part(issues);
        var views = new List<IssueView>();
        foreach (var issue in part.Items)
        {
            if ((await reading.Find(call.Actor, issue.Id, call.Cancel)).Value is { } view)
                views.Add(view);
        }
        return Answers.Page<IssueView, IssueJson>(new PageOf<IssueView>(views, part.Total, part.Page, part.PageSize), IssueJson.Of);
    }

    private static async Task<IResult> Weeks(Call call, BulletinReading reading, BusinessClock clock)
    {
        if ((call.Asked.Refusal ?? call.Actor.Demand(Operation.ReadFigures)) is { } refusal)
            return Problems.From(refusal);
        var year = call.Asked.Whole("year") ?? clock.Today.Year;
        if (year < 2000)
            return Problems.From(Refusal.Invalid("year", "Năm từ 2000 đến 2100."));
        var weeks = await reading.Weeks(call.Actor, call.Asked.Choice<NewsPlace>("place") ?? NewsPlace.Bulletin, year, call.Cancel);
        return Answers.Page<CadenceSlot, IssueWeekJson>(call.Asked.List.Part(weeks.Weeks), w => new(w.Number, w.From, w.To, w.State));
    }

    private static async Task<IResult> Begin(Posted<BulletinBody> body, Call call, Bulletins bulletins) => Answers.Created(
        await bulletins.Begin(call.Actor, body.As<IssueHead>(b => new IssueHead(b.Place, b.Year, b.Number, b.Title)), call.Cancel),
        IssueJson.Of, v => $"/api/v1/bulletin-issues/{v.Issue.Id}", IssueJson.TagOf);

    private static async Task<IResult> Find(Guid id, Call call, BulletinReading reading) => Shown(call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)));

    private static async Task<IResult> Compose(Guid id, Posted<ComposeBody> body, Call call, Bulletins bulletins) => Shown(await bulletins.Compose(
        call.Actor, id, call.Version, body.As<(int, string?, IReadOnlyList<Guid>)>(b => (b.Number, b.Title, b.Items)), call.Cancel));

    private static async Task<IResult> Discard(Guid id, Call call, Bulletins bulletins) =>
        (await bulletins.Discard(call.Actor, id, call.Version, call.Cancel)).Refusal is { } refusal ? Problems.From(refusal) : TypedResults.NoContent();

    private static async Task<IResult> Publish(Guid id, Posted<ReleaseBody> body, Call call, Bulletins bulletins) => Shown(await bulletins.Publish(
        call.Actor, id, call.Version, body.As<IssueRelease>(b => new IssueRelease(b.Link, b.Date, b.Week)), call.Cancel));

    private static async Task<IResult> Record(Guid id, Call call, Bulletins bulletins) => Shown(await bulletins.Record(call.Actor, id, call.Version, call.Cancel));

    private static async Task<IResult> Docx(Guid id, Call call, HttpResponse response, BulletinReading reading, INewsPapers papers, INewsImages files, HostSettings settings)
    {
        if (call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)).Refused(out var refusal, out var view))
            return Problems.From(refusal);
        response.Headers.ContentDisposition = Downloads.Attachment($"{view.Issue.Name} năm {view.Issue.Year}.docx");
        return TypedResults.Bytes(papers.Issue(IssuePaper.Of(view, settings.Demo, files)), Word);
    }

    private static async Task<IResult> Html(Guid id, Call call, HttpResponse response, BulletinReading reading, INewsPapers papers, HostSettings settings)
    {
        if (call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)).Refused(out var refusal, out var view))
            return Problems.From(refusal);
        response.Headers.ContentSecurityPolicy = Policy;
        var name = $"{view.Issue.Name} năm {view.Issue.Year}.html";
        response.Headers.ContentDisposition = call.Asked.Text(View) is null ? Downloads.Attachment(name) : Downloads.Inline(name);
        return TypedResults.Text(papers.IssueHtml(IssuePaper.Of(view, settings.Demo)), "text/html; charset=utf-8");
    }

    private static IResult Shown(Result<IssueView> result) => Answers.One(result, IssueJson.Of, IssueJson.TagOf);
}
