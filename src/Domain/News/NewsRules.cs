using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.News;

/// <summary>What an item may be: while it is written, and when it is sent.</summary>
public static class NewsRules
{
    /// <summary>Most characters of a title.</summary>
    public const int MaxTitle = 300;
    /// <summary>Most characters of a text.</summary>
    public const int MaxBody = 50_000;
    /// <summary>Most characters of an author, a campaign.</summary>
    public const int MaxLine = 200;
    /// <summary>Most characters of a caption.</summary>
    public const int MaxCaption = 300;

    /// <summary>NFC, trimmed, one kind of line break, empty optional texts to nothing.</summary>
    public static NewsContent Clean(NewsContent content) => content with
    {
        Title = VietnameseText.Clean(content.Title) ?? "",
        Body = VietnameseText.Clean(content.Body)?.ReplaceLineEndings("\n") ?? "",
        Author = VietnameseText.Clean(content.Author) ?? "",
        Campaign = VietnameseText.Clean(content.Campaign),
    };

    /// <summary>What is wrong with a draft, all fields at once; null when nothing is. The text may still be too short or too long.</summary>
    /// <param name="content">Cleaned.</param>
    /// <param name="markdown">Reads links.</param>
    /// <param name="plan">The plan of its activity; null when it names none or one that is not there.</param>
    public static Refusal? CheckDraft(NewsContent content, INewsMarkdown markdown, Plan? plan)
    {
        var errors = new FieldErrors();
        errors.Line("title", content.Title, MaxTitle, "Tên bản tin", needed: true);
        errors.Text("body", content.Body, "Nội dung", MaxBody);
        errors.Line("author", content.Author, MaxLine, "Tên tác giả", needed: true);
        errors.Line("campaign", content.Campaign, MaxLine, "Đợt tuyên truyền", needed: false);
        if (!Enum.IsDefined(content.Kind))
            errors.Add("kind", "Loại tin không có trong danh mục.");
        if (!Enum.IsDefined(content.Field))
            errors.Add("field", "Lĩnh vực không có trong danh mục.");
        if (!Enum.IsDefined(content.Place))
            errors.Add("place", "Nơi đăng không có trong danh mục.");
        if (content.ActivityId is not null && plan is null)
            errors.Add("activityId", "Không có hoạt động này trong kế hoạch nào.");
        if (content.Theme is { } theme && (plan is null || plan.Text.Themes.All(t => t.Order != theme)))
            errors.Add("theme", plan is null ? "Chọn hoạt động liên quan trước khi chọn nội dung tuyên truyền." : "Nội dung tuyên truyền không có trong kế hoạch của hoạt động.");
        if (errors.Refusal is null)
            CheckMarkup(markdown.Read(content.Body), errors);
        return errors.Refusal;
    }

    /// <summary>Whether a link of a text is taken.</summary>
    public static bool IsGoodLink(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto"
        && (url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase));

    /// <summary>What keeps an item from a place, by field; empty when nothing does.</summary>
    public static IReadOnlyDictionary<string, string[]> Missing(NewsItem item, NewsPlace place, NewsSettings settings, INewsMarkdown markdown)
    {
        var errors = new FieldErrors();
        if (settings.RuleFor(item.Content, place) is not { } rule)
            return new Dictionary<string, string[]>();
        var name = NewsWords.NameOf(place);
        var words = NewsText.Words(item.Content.Body);
        if (rule.MinWords is { } least && words < least)
            errors.Add("body", $"{name} cần từ {least} từ; bài có {words} từ, thiếu {least - words} từ.");
        if (rule.MaxWords is { } most && words > most)
            errors.Add("body", $"{name} nhận tối đa {most} từ; bài có {words} từ, thừa {words - most} từ.");
        if (rule.MaxPages is { } pages && markdown.Pages(item.Content.Title, item.Content.Body) is var has && has > pages)
            errors.Add("body", $"{name} nhận tối đa {VietnameseNumber.Show(pages)} trang A4; bài dài khoảng {VietnameseNumber.Show(has)} trang.");
        if (item.Images.Count < rule.MinImages)
            errors.Add("images", $"{name} cần ít nhất {rule.MinImages} ảnh; bài có {item.Images.Count} ảnh.");
        if (rule.AsksNeverPublished && !item.Content.NeverPublished)
            errors.Add("neverPublished", "Cần cam kết tin, bài chưa từng được đăng ở nơi khác.");
        return errors.Refusal?.Errors ?? new Dictionary<string, string[]>();
    }

    private static void CheckMarkup(NewsMarkup markup, FieldErrors errors)
    {
        if (markup.IsTooDeep)
            errors.Add("body", "Nội dung có danh sách, trích dẫn lồng quá nhiều cấp.");
        if (markup.HasPictures)
            errors.Add("body", "Ảnh gửi ở phần Ảnh, không chèn bằng liên kết trong nội dung.");
        foreach (var link in markup.Links.Where(l => !IsGoodLink(l)))
            errors.Add("body", $"Liên kết “{(link.Length > 60 ? link[..60] + "…" : link)}” không được nhận: chỉ nhận http://, https:// và mailto:.");
    }
}
