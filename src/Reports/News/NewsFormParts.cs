using System.Globalization;
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
    /// <param name="paragraphs">All paragraphs.</param>
    /// <param name="bytes">The bytes of a picture, by the name of its part.</param>
    public static Result<NewsForm> Of(IReadOnlyList<WordParagraph> paragraphs, Func<string, byte[]> bytes)
    {
        // What follows the block of approval, such as a picture of the stamp, is not the item's.
        var whole = paragraphs.TakeWhile(p => !VietnameseText.Fold(p.Plain).StartsWith("duyet tin", StringComparison.Ordinal)).ToList();
        var pictures = Pictured.In(whole);
        if (pictures.Parts.Count > NewsItem.MostImages)
            return Refusal.Unreadable("news.too-many-images", $"Tệp có {pictures.Parts.Count} ảnh; một tin, bài có tối đa {NewsItem.MostImages} ảnh.");
        var written = whole.Where(p => !pictures.Captions.Contains(p) && IsWritten(p)).ToList();
        var author = written.Count > 2 && IsAuthor(written[^1].Plain) ? AuthorLine().Match(written[^1].Plain) : null;
        if (author is not null)
            written.RemoveAt(written.Count - 1);
        if (written.Count < 2)
            return Refusal.Unreadable("news.form-empty", "Tệp không có tên bản tin hoặc không có nội dung theo mẫu viết bản tin. Dòng đầu là tên bản tin, các dòng sau là nội dung.");
        return new NewsForm(
            TitleLabel().Replace(written[0].Plain, "").Trim(), Body(written.Skip(1)), author?.Groups[1].Value.Trim(), author?.Groups[2].Value.Trim(),
            pictures.Others, [.. pictures.Parts.Select(p => new NewsFormPicture(Path.GetFileName(p.Part), bytes(p.Part), p.Caption))]);
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
        var folded = VietnameseText.Fold(paragraph.Plain).Trim('.', ' ', '…', '_', ':');
        return folded.Any(char.IsLetterOrDigit) && !Labels.Contains(folded) && !folded.StartsWith("vi du:", StringComparison.Ordinal);
    }

    private static bool IsAuthor(string text) => AuthorLine().IsMatch(text) && VietnameseText.CountWords(text) <= MostWordsOfAuthor && !text.EndsWith('.');

    /// <summary>The pictures of a document with their captions: "Ảnh 1. …", or a paragraph of Word's own style under the picture.</summary>
    private sealed record Pictured(IReadOnlyList<(string Part, string? Caption)> Parts, IReadOnlyList<string> Others, IReadOnlySet<WordParagraph> Captions)
    {
        public static Pictured In(IReadOnlyList<WordParagraph> paragraphs)
        {
            var parts = paragraphs.SelectMany(p => p.Pictures).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
            var others = new SortedDictionary<int, string>();
            var captions = new HashSet<WordParagraph>(ReferenceEqualityComparer.Instance);
            var open = new List<string>();
            foreach (var paragraph in paragraphs)
            {
                open.AddRange(paragraph.Pictures.Where(p => !found.ContainsKey(p) && !open.Contains(p, StringComparer.OrdinalIgnoreCase)));
                var match = Caption().Match(paragraph.Plain);
                if (!match.Success && !(paragraph.Style == "Caption" && open.Count > 0 && paragraph.Plain.Length > 0))
                    continue;
                captions.Add(paragraph);
                var number = match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
                var text = TextOf(match.Success ? match.Groups[2].Value : paragraph.Plain);
                // The picture above it; of several, the one it numbers.
                if (open.Find(p => open.Count == 1 || parts.FindIndex(o => o.Equals(p, StringComparison.OrdinalIgnoreCase)) == number - 1) is { } above)
                {
                    found[above] = text;
                    open.Remove(above);
                }
                else if (text is not null)
                {
                    others.TryAdd(number, text);
                }
            }
            // Captions in a list of their own tell their pictures by number alone.
            foreach (var number in found.Count > 0 ? [] : others.Keys.Where(n => n >= 1 && n <= parts.Count).ToList())
            {
                found[parts[number - 1]] = others[number];
                others.Remove(number);
            }
            return new([.. parts.Select(part => (part, found.GetValueOrDefault(part)))], [.. others.Values], captions);
        }

        private static string? TextOf(string caption)
        {
            var text = FileName().Replace(caption, "").Trim();
            var length = Math.Min(text.Length, NewsRules.MaxCaption);
            if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
                length--;
            return length == 0 ? null : text[..length];
        }
    }

    [GeneratedRegex(@"^[ảẢaA][nN][hH] ?([0-9]{1,2}) ?[.:] ?(.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    [GeneratedRegex(@"\((?:tệp|file)[^)]*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(.{2,100}?)\s+[-–—]\s+(.{2,200})$", RegexOptions.CultureInvariant)]
    private static partial Regex AuthorLine();

    [GeneratedRegex(@"^tên bản tin\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleLabel();
}
