using PlanTracker.Api.Agencies;
using PlanTracker.Api.Hosting;
using PlanTracker.Api.Progress;
using PlanTracker.Domain;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Api.News;

/// <summary>What may be sent of a news item. Agency, state and words are not among it.</summary>
/// <param name="Title">Tên bản tin.</param>
/// <param name="Body">Nội dung, Markdown: headings, bold, lists, links; HTML is text.</param>
/// <param name="Author">Tên tác giả.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Field">Lĩnh vực.</param>
/// <param name="NeverPublished">The statement that it was never published anywhere.</param>
/// <param name="Place">The place it is written for.</param>
/// <param name="Campaign">Đợt tuyên truyền.</param>
/// <param name="ActivityId">Activity of a plan that it tells of.</param>
/// <param name="Theme">Theme of that plan, by number.</param>
internal sealed record NewsBody(
    string Title, string Body, string Author, NewsKind Kind, NewsField Field, bool NeverPublished, NewsPlace Place, string? Campaign = null,
    Guid? ActivityId = null, int? Theme = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<NewsContent> ToContent() => Content(Title, Body, Author, Kind, Field, NeverPublished, Place, Campaign, ActivityId, Theme);

    private static NewsContent Content(
        string title, string body, string author, NewsKind kind, NewsField field, bool neverPublished, NewsPlace place, string? campaign, Guid? activityId, int? theme) => new()
        {
            Title = title,
            Body = body,
            Author = author,
            Kind = kind,
            Field = field,
            Campaign = campaign,
            NeverPublished = neverPublished,
            Place = place,
            ActivityId = activityId,
            Theme = theme,
        };
}

/// <summary>Why an item is returned or declined.</summary>
internal sealed record NewsReasonBody(string Reason);

/// <summary>Where and when an item is to be published; both null take the plan away.</summary>
internal sealed record NewsScheduleBody(NewsPlace? Place, DateOnly? Date)
{
    /// <summary>In the domain's words.</summary>
    public Result<NewsSchedule?> ToSchedule()
    {
        if (Place is null != Date is null)
            return Refusal.Invalid(Place is null ? "place" : "date", "Ghi cả nơi và ngày dự kiến đăng, hoặc bỏ cả hai.");
        NewsSchedule? schedule = Place is { } place ? new NewsSchedule(place, Date!.Value) : null;
        return schedule;
    }
}

/// <summary>That an item was published.</summary>
internal sealed record PublishBody(NewsPlace Place, DateOnly Date, string? Link = null, Guid? BulletinIssueId = null);

/// <summary>A caption.</summary>
internal sealed record CaptionBody(string? Caption);

/// <summary>A picture of an item.</summary>
internal sealed record NewsImageJson(Guid Id, string Name, EvidenceFileType Type, long Size, int? Width, int? Height, string? Caption, string Content);

/// <summary>A step in an item's life: who, when, why.</summary>
internal sealed record NewsStepJson(NewsStepKind Kind, DateTime At, PersonJson By, string? Reason, int? Words, int? Images);

/// <summary>A publication.</summary>
internal sealed record PublicationJson(NewsPlace Place, string Link, DateOnly Date, Guid? BulletinIssueId, string By, DateTime At);

/// <summary>Where and when the desk means to publish an item.</summary>
internal sealed record NewsScheduleJson(NewsPlace Place, DateOnly Date);

/// <summary>What the head approved, where the desk edited it since.</summary>
internal sealed record NewsOriginalJson(string Title, string Body);

/// <summary>A news item.</summary>
internal sealed record NewsJson(
    Guid Id, string Title, string Body, string Author, AgencyRefJson Agency, NewsKind Kind, NewsField Field, string? Campaign, bool NeverPublished,
    NewsPlace Place, Guid? ActivityId, int? Theme, NewsStatus Status, int Words, IReadOnlyList<NewsImageJson> Images, NewsOriginalJson? Original,
    NewsScheduleJson? Schedule, IReadOnlyList<PublicationJson> Publications, IReadOnlyList<NewsStepJson> Steps, PersonJson CreatedBy, DateTime CreatedAt,
    DateOnly? SubmittedOn, DateOnly? SelectedOn, DateOnly? DeclinedOn, DateOnly? PublishedOn, IReadOnlyDictionary<string, string[]> Missing,
    IReadOnlyList<NewsVerb> Allowed, int Version, string Etag)
{
    /// <summary>Of a view.</summary>
    public static NewsJson Of(NewsView view)
    {
        var (i, c) = (view.Item, view.Item.Content);
        return new(i.Id, c.Title, c.Body, c.Author, AgencyRefJson.Of(view.Agency), c.Kind, c.Field, c.Campaign, c.NeverPublished, c.Place, c.ActivityId, c.Theme,
            i.Status, i.Words, [.. view.Images.Select(image => ImageOf(i, image))], i.Original is { } o ? new(o.Title, o.Body) : null,
            i.Schedule is { } s ? new(s.Place, s.Date) : null,
            [.. i.Publications.OrderBy(p => p.Date).Select(p => new PublicationJson(p.Place, p.Link, p.Date, p.IssueId, p.ByName, p.At))],
            [.. i.Steps.Select(s => new NewsStepJson(s.Kind, s.At, new(s.ById, s.ByName), s.Reason, s.Words, s.Images))],
            new(i.CreatedById, i.CreatedByName), i.CreatedAt, i.SubmittedOn, i.SelectedOn, i.DeclinedOn, i.PublishedOn, view.Missing,
            [.. view.Allowed.Order()], i.Version, TagOf(view));
    }

    /// <summary>A picture of an item.</summary>
    public static NewsImageJson ImageOf(NewsItem item, NewsImage image) => new(
        image.Id, image.File.Name, image.File.Type, image.File.Size, image.File.Width, image.File.Height, image.Caption,
        $"/api/v1/news/{item.Id}/images/{image.Id}/content");

    /// <summary>The tag of an item is its version.</summary>
    public static string TagOf(NewsView view) => Etags.Of(view.Item.Version);

    /// <summary>Where an item is.</summary>
    public static string PathOf(NewsView view) => $"/api/v1/news/{view.Item.Id}";
}

/// <summary>A passage that stands in two texts.</summary>
/// <param name="Words">How many words.</param>
/// <param name="Text">As it stands in the item asked about.</param>
/// <param name="OtherText">As it stands in the other.</param>
internal sealed record PassageJson(int Words, string Text, string OtherText);

/// <summary>An item that is like another.</summary>
/// <param name="Item">The other item.</param>
/// <param name="Likeness">Jaccard index of their runs of five words, 0 to 1.</param>
/// <param name="IsNear">Whether it is called a near-duplicate.</param>
/// <param name="Passages">What stands in both, at least twelve words long.</param>
internal sealed record LikeItemJson(NewsJson Item, decimal Likeness, bool IsNear, IReadOnlyList<PassageJson> Passages)
{
    /// <summary>Of one found.</summary>
    public static LikeItemJson Of(LikeItem like) => new(
        NewsJson.Of(like.Other), Math.Round(like.Likeness, 4), like.IsNear,
        [.. like.Passages.Select(p => new PassageJson(p.Words, like.Text[p.FirstStart..p.FirstEnd], like.OtherText[p.SecondStart..p.SecondEnd]))]);
}
