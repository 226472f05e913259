using PlanTracker.Api.Agencies;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.News;

namespace PlanTracker.Api.News;

/// <summary>What a place asks of an item.</summary>
internal sealed record NewsRuleBody(
    NewsPlace Place, NewsKind? Kind = null, string? Campaign = null, int? MinWords = null, int? MaxWords = null, decimal? MaxPages = null, int MinImages = 0,
    bool AsksNeverPublished = true);

/// <summary>An activity that issues of a place are results of.</summary>
internal sealed record NewsFeedBody(NewsPlace Place, Guid ActivityId);

/// <summary>The settings of the news desk, all of them.</summary>
/// <param name="Rules">Rules of the places; one for a campaign goes before one for a kind, that before one for all.</param>
/// <param name="Feeds">Which activity a place feeds.</param>
/// <param name="FeedIsPublic">Whether <c>/tin/atom.xml</c> is open without a sign-in.</param>
internal sealed record NewsSettingsBody(IReadOnlyList<NewsRuleBody> Rules, IReadOnlyList<NewsFeedBody> Feeds, bool FeedIsPublic)
{
    /// <summary>In the domain's words.</summary>
    public Result<NewsSettings> ToSettings() => Rules.Any(r => r is null) || Feeds.Any(f => f is null)
        ? Refusal.Invalid(Rules.Any(r => r is null) ? "rules" : "feeds", "Danh sách có phần tử null.")
        : new NewsSettings
        {
            Rules = [.. Rules.Select(r => new NewsRule(r.Place, r.Kind, r.Campaign, r.MinWords, r.MaxWords, r.MaxPages, r.MinImages, r.AsksNeverPublished))],
            Feeds = [.. Feeds.Select(f => new NewsFeed(f.Place, f.ActivityId))],
            FeedIsPublic = FeedIsPublic,
        };
}

/// <summary>The settings of the news desk as they hold.</summary>
internal sealed record NewsSettingsJson(IReadOnlyList<NewsRuleBody> Rules, IReadOnlyList<NewsFeedBody> Feeds, bool FeedIsPublic, int Version)
{
    /// <summary>Of a view.</summary>
    public static NewsSettingsJson Of(NewsSettingsView view) => new(
        [.. view.Settings.Rules.Select(r => new NewsRuleBody(r.Place, r.Kind, r.Campaign, r.MinWords, r.MaxWords, r.MaxPages, r.MinImages, r.AsksNeverPublished))],
        [.. view.Settings.Feeds.Select(f => new NewsFeedBody(f.Place, f.ActivityId))], view.Settings.FeedIsPublic, view.Version);
}

/// <summary>Items of one agency that were sent in a time; also by field.</summary>
internal sealed record NewsRowJson(
    AgencyRefJson? Agency, IReadOnlyDictionary<NewsField, int> ByField, int Sent, int Selected, int Published, int Declined, decimal? SelectedShare,
    IReadOnlyDictionary<NewsField, NewsCountJson> Fields, ReplyTimesJson Replies)
{
    /// <summary>Of a row.</summary>
    public static NewsRowJson Of(NewsRow row, bool isTotal = false) => new(
        isTotal ? null : AgencyRefJson.Of(row.Agency), row.ByField, row.Sent, row.Selected, row.Published, row.Declined, row.SelectedShare,
        row.Fields.ToDictionary(f => f.Key, f => new NewsCountJson(f.Value.Sent, f.Value.Selected, f.Value.Published, f.Value.Declined, f.Value.SelectedShare)),
        ReplyTimesJson.Of(row.Replies));
}

/// <summary>How many items were sent, and what became of them.</summary>
internal sealed record NewsCountJson(int Sent, int Selected, int Published, int Declined, decimal? SelectedShare);

/// <summary>How long the desk took to answer.</summary>
internal sealed record ReplyTimesJson(int Answered, int Waiting, decimal? MeanDays, int? LongestDays)
{
    /// <summary>Of reply times.</summary>
    public static ReplyTimesJson Of(ReplyTimes times) => new(times.Answered, times.Waiting, times.MeanDays, times.LongestDays);
}

/// <summary>Figures of news of a time.</summary>
internal sealed record NewsFiguresJson(
    DateOnly From, DateOnly To, DateOnly AsOf, IReadOnlyList<NewsRowJson> Rows, NewsRowJson Total, IReadOnlyDictionary<NewsPlace, int> PublishedByPlace, ReplyTimesJson Replies)
{
    /// <summary>Of a table.</summary>
    public static NewsFiguresJson Of(NewsFigureTable table) => new(
        table.From, table.To, table.AsOf, [.. table.Rows.Select(r => NewsRowJson.Of(r))], NewsRowJson.Of(table.Total, isTotal: true), table.PublishedByPlace,
        ReplyTimesJson.Of(table.Replies));
}

/// <summary>Settings and figures of the news desk.</summary>
internal static class NewsDeskEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly QueryField[] Window =
        [QueryShape.Day("from", "Gửi từ ngày; mặc định đầu năm."), QueryShape.Day("to", "Gửi đến hết ngày; mặc định hôm nay.")];

    public static void MapNewsDesk(this IEndpointRouteBuilder routes)
    {
        var news = routes.MapGroup("/news").WithTags("Tin, bài");

        news.MapGet("/settings", Settings).Needs(Operation.ReadFigures).Produces<NewsSettingsJson>().WithSummary("Quy định của bàn biên tập").Asks();
        news.MapPut("/settings", Change).Needs(Operation.SelectNews).Produces<NewsSettingsJson>().WithSummary("Sửa quy định của bàn biên tập").NeedsVersion();
        news.MapGet("/figures", Figures).Needs(Operation.ReadFigures).Produces<NewsFiguresJson>()
            .WithSummary("Số tin, bài gửi, được chọn, đã đăng theo cơ quan và lĩnh vực (Phụ lục VII)").Asks(Window);
        news.MapGet("/figures.xlsx", Excel).Needs(Operation.ReadFigures).Produces(200, contentType: Workbook).WithSummary("Phụ lục VII, tệp Excel").Asks(Window);
    }

    private static async Task<IResult> Settings(Call call, NewsSettingsAdministration settings) => Shown(call.Asked.Else(await settings.Read(call.Actor, call.Cancel)));

    private static async Task<IResult> Change(Posted<NewsSettingsBody> body, Call call, NewsSettingsAdministration settings) =>
        Shown(await settings.Change(call.Actor, call.Version, body.As(b => b.ToSettings()), call.Cancel));

    private static async Task<IResult> Figures(Call call, NewsCounting counting) => call.Asked.Refusal is { } wrong
        ? Problems.From(wrong) : Answers.One(await counting.Table(call.Actor, call.Asked.Day("from"), call.Asked.Day("to"), call.Cancel), NewsFiguresJson.Of);

    private static async Task<IResult> Excel(Call call, HttpContext http, NewsCounting counting, INewsPapers papers, HostSettings settings, Exports exports)
    {
        if (call.Asked.Refusal is { } wrong)
            return Problems.From(wrong);
        if ((await counting.Table(call.Actor, call.Asked.Day("from"), call.Asked.Day("to"), call.Cancel)).Refused(out var refusal, out var table))
            return Problems.From(refusal);
        var file = $"Phụ lục VII tin, bài {table.From:yyyy-MM-dd} {table.To:yyyy-MM-dd}.xlsx";
        await exports.Note(http, call.Actor, "report", Guid.Empty, new { table.From, table.To, table.AsOf, file });
        http.Response.Headers.ContentDisposition = Downloads.Attachment(file);
        return TypedResults.Bytes(papers.Figures(table, settings.Demo), Workbook);
    }

    private static IResult Shown(Result<NewsSettingsView> result) => Answers.One(result, NewsSettingsJson.Of, v => Etags.Of(v.Version));
}
