using System.Text.RegularExpressions;
using PlanTracker.Domain;
using PlanTracker.Domain.News;

namespace PlanTracker.Reports.News;

/// <summary>Tells the parts of the form apart by its own words and their order.</summary>
internal static partial class NewsFormParts
{
    private const int MostWordsOfAuthor = 25;

    private static readonly string[] Labels = ["ten ban tin", "noi dung tin, anh", "noi dung tin", "ten tac gia - ten co quan, don vi cong tac", "du lieu mau", "du thao"];

    /// <summary>The parts; refused when there is no title or no text.</summary>
    public static Result<NewsForm> Of(IReadOnlyList<WordParagraph> paragraphs)
    {
        var written = paragraphs.TakeWhile(p => !VietnameseText.Fold(p.Text).StartsWith("duyet tin", StringComparison.Ordinal)).Where(IsWritten).ToList();
        var captions = written.Select(p => Caption().Match(p.Text)).Where(m => m.Success).Select(m => File().Replace(m.Groups[1].Value, "").Trim()).ToList();
        written.RemoveAll(p => Caption().IsMatch(p.Text));
        var author = written.Count > 2 && IsAuthor(written[^1].Text) ? AuthorLine().Match(written[^1].Text) : null;
        if (author is not null)
            written.RemoveAt(written.Count - 1);
        if (written.Count < 2)
            return Refusal.Unreadable("news.form-empty", "Tệp không có tên bản tin hoặc không có nội dung theo mẫu viết bản tin. Dòng đầu là tên bản tin, các dòng sau là nội dung.");
        var title = TitleLabel().Replace(Unescaped(written[0].Text), "").Trim();
        return new NewsForm(
            title, Body(written.Skip(1)), author?.Groups[1].Value.Trim() is { } name ? Unescaped(name) : null,
            author?.Groups[2].Value.Trim() is { } agency ? Unescaped(agency) : null, captions);
    }

    private static string Body(IEnumerable<WordParagraph> paragraphs)
    {
        var body = new System.Text.StringBuilder();
        var wasListed = false;
        foreach (var paragraph in paragraphs)
        {
            if (body.Length > 0)
                body.Append(wasListed && paragraph.IsListed ? "\n" : "\n\n");
            body.Append(IsHeading(paragraph) ? "## " : paragraph.IsListed ? "- " : "").Append(paragraph.Text);
            wasListed = paragraph.IsListed;
        }
        return body.ToString();
    }

    private static bool IsHeading(WordParagraph paragraph) =>
        paragraph.Style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) || paragraph.Style == NewsStyles.Heading;

    private static bool IsWritten(WordParagraph paragraph)
    {
        var folded = VietnameseText.Fold(paragraph.Text).Trim('.', ' ', '…', '_', ':');
        return folded.Any(char.IsLetterOrDigit) && !Labels.Contains(folded) && !folded.StartsWith("vi du:", StringComparison.Ordinal);
    }

    private static bool IsAuthor(string text) => AuthorLine().IsMatch(text) && VietnameseText.CountWords(text) <= MostWordsOfAuthor && !text.EndsWith('.');

    private static string Unescaped(string text) => Escaped().Replace(text, "$1").Replace("**", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^[ảẢaA][nN][hH] ?[0-9]{1,2} ?[.:] ?(.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    [GeneratedRegex(@"\((?:tệp|file)[^)]*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex File();

    [GeneratedRegex(@"^(.{2,100}?)\s+[-–—]\s+(.{2,200})$", RegexOptions.CultureInvariant)]
    private static partial Regex AuthorLine();

    [GeneratedRegex(@"^tên bản tin\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleLabel();

    [GeneratedRegex(@"\\([\\*\[\]<`])", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
