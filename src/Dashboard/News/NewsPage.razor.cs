using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Dashboard.News;

/// <summary>One item: reading view; beside it, for the desk, the item most like it; and what its reader may do.</summary>
public sealed partial class NewsPage
{
    private NewsView? view;
    private LikeItem? like;
    private IReadOnlyList<LikeItem> likes = [];
    private IReadOnlyList<(NewsPlace Place, IReadOnlyDictionary<string, string[]> Missing)> places = [];
    private IReadOnlyList<BulletinIssue> issues = [];
    private TypedText input = new();
    private string heading = "Tin, bài";

    /// <summary>The item.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>What was just done.</summary>
    [SupplyParameterFromQuery(Name = "da")]
    public string? Done { get; set; }

    /// <summary>From which form one came.</summary>
    [SupplyParameterFromQuery(Name = "tu")]
    public string? Came { get; set; }

    /// <summary>The item it is compared with.</summary>
    [SupplyParameterFromQuery(Name = "voi")]
    public string? With { get; set; }

    [Inject]
    private NewsDesk Desk { get; set; } = default!;

    [Inject]
    private NewsLikeness Likeness { get; set; } = default!;

    [Inject]
    private BulletinReading Bulletins { get; set; } = default!;

    [Inject]
    private INewsMarkdown Markdown { get; set; } = default!;

    [Inject]
    private INewsImages Files { get; set; } = default!;

    private NewsItem Item => view!.Item;

    private NewsStep? LastWord => Item.Status switch
    {
        NewsStatus.Returned => Item.Last(NewsStepKind.Return),
        NewsStatus.Declined => Item.Last(NewsStepKind.Decline),
        _ => null,
    };

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => Load();

    private bool Can(NewsVerb verb) => view!.Allowed.Contains(verb);

    private async Task Load()
    {
        view = Given(await News.Find(Actor, Id, Cancel));
        if (view is null)
            return;
        if (Actor.May(Operation.ReadSubmitted) && Item.Status is not (NewsStatus.Draft or NewsStatus.Returned))
        {
            likes = (await Likeness.Of(Actor, Id, Cancel)).Value ?? [];
            like = likes.FirstOrDefault(l => l.Other.Item.Id.ToString() == With)
                ?? (Item.Status is NewsStatus.Submitted or NewsStatus.Selected ? likes.FirstOrDefault(l => l.IsNear) : null);
        }
        if (Actor.May(Operation.SelectNews))
        {
            places = await News.Places(Item, Cancel);
            issues = [.. ((await Bulletins.List(Actor, null, null, Cancel)).Value ?? []).Where(i => i.PublishedOn is null)];
        }
        heading = like is null ? Item.Content.Title
            : $"Bài giống {like.Percent}% với một bài {NewsWords.NameOf(like.Other.Item.Status).ToLower(CultureInfo.GetCultureInfo("vi-VN"))}{(like.Other.Item.SubmittedOn is { } day ? $", gửi ngày {Words.ShortDay(day)}" : "")}: {like.Passages.Count} đoạn giống nhau";
    }

    private async Task Post()
    {
        if (Refusal is not null)
            return;
        input = Posted();
        var act = input["act"];
        var (result, done) = await Do(act, PostedVersion());
        if (!result.Refused(out var refusal, out var changed))
        {
            // What Sở Nội vụ gives back is its agency's alone again.
            Navigation.NavigateTo(Actor.CanSee(changed.Item) ? $"/tin-bai/{Id}?da={done}" : "/tin-bai?da=tra-lai");
            return;
        }
        await Load();
        if (view is null)
            return;
        Refusal = null;
        ShowRefused(refusal.Kind is RefusalKind.Invalid ? Domain.Refusal.Invalid(refusal.Errors.ToDictionary(e => FieldOf(act, e.Key), e => e.Value)) : refusal);
    }

    private async Task<(Result<NewsView>, string)> Do(string? act, ExpectedVersion version) => act switch
    {
        "submit" => (await Writing.Submit(Actor, Id, version, Cancel), "gui"),
        "select" => (await Desk.Select(Actor, Id, version, Cancel), "chon"),
        "return" => (await Desk.Return(Actor, Id, version, input["reason"], Cancel), "tra-lai"),
        "decline" => (await Desk.Decline(Actor, Id, version, input["declineReason"], Cancel), "khong-chon"),
        "plan" => (await Desk.Plan(Actor, Id, version, Schedule(), Cancel), "du-kien"),
        "publish" => (await Desk.Publish(Actor, Id, version, Order(), Cancel), "dang"),
        "caption" => (await Writing.Caption(Actor, Id, ImageId(), version, input["caption"], Cancel), "anh"),
        "remove-image" => (await Writing.RemoveImage(Actor, Id, ImageId(), version, Cancel), "anh"),
        _ => (await AddImages(), "anh"),
    };

    private Guid ImageId() => Guid.TryParse(input["image"], out var id) ? id : Guid.Empty;

    private Result<NewsSchedule?> Schedule()
    {
        if (input["planDate"] is null)
            return (NewsSchedule?)null;
        var date = input.Day("planDate", "ngày dự kiến đăng");
        return input.Or((NewsSchedule?)new NewsSchedule(NewsInput.Chosen<NewsPlace>(input["planPlace"]) ?? Item.Content.Place, date));
    }

    private Result<PublishOrder> Order()
    {
        var date = input.Day("publishDate", "ngày đăng");
        return input.Or(new PublishOrder(NewsInput.Chosen<NewsPlace>(input["publishPlace"]) ?? Item.Content.Place, input["link"], date));
    }

    /// <summary>Each file is judged for itself; all that is wrong is named at once, and nothing is kept then.</summary>
    private Task<Result<NewsView>> AddImages() => Writing.AddImages(Actor, Id, input["caption"], async () =>
    {
        var kept = new List<EvidenceFile>();
        var wrong = new List<string>();
        foreach (var file in Http!.Request.Form.Files.GetFiles("files").Where(f => f.FileName.Length > 0))
        {
            await using var content = file.OpenReadStream();
            if ((await Files.Keep(file.FileName, content, Cancel)).Refused(out var refusal, out var taken))
                wrong.Add(refusal.Message);
            else
                kept.AddRange(taken);
        }
        if (wrong.Count == 0 && kept.Count == 0)
            wrong.Add("Chọn ít nhất một ảnh .jpg, .png hoặc một tệp .zip chứa ảnh.");
        return wrong.Count == 0 ? ((IReadOnlyList<EvidenceFile>)kept, (string?)null) : Domain.Refusal.Invalid(new Dictionary<string, string[]> { ["files"] = [.. wrong] });
    }, Cancel);

    /// <summary>Where the field of a refusal stands on this page, which has two reasons, two places and two days.</summary>
    private static string FieldOf(string? act, string field) => (act, field) switch
    {
        ("decline", "reason") => "declineReason",
        ("plan", "date") => "planDate",
        ("plan", "place") => "planPlace",
        ("publish", "date") => "publishDate",
        ("publish", "place") => "publishPlace",
        _ => field,
    };
}
