using System.Text.RegularExpressions;

namespace PlanTracker.Domain.News;

/// <summary>
/// The text of an item as a reader sees it, without the marks of Markdown: what is counted and compared. The page counts by the same
/// expressions in <c>news.js</c>; a test types into both.
/// </summary>
public static partial class NewsText
{
    /// <summary>
    /// Paragraphs as read. What a reader never sees holds no words: addresses and titles of links, definitions of links, character codes
    /// such as <c>&amp;nbsp;</c>.
    /// </summary>
    public static string Plain(string body)
    {
        var text = body.ReplaceLineEndings("\n");
        text = Definition().Replace(text, "");
        text = Target().Replace(text, "");
        text = Bare().Replace(text, "$1");
        text = Code().Replace(text, " ");
        text = LineMark().Replace(text, "");
        return Emphasis().Replace(text, "");
    }

    /// <summary>How many words it has: pieces between white space that hold a letter or a digit.</summary>
    public static int Words(string body) => VietnameseText.CountWords(Plain(body));

    /// <summary>A text of a document or a form field as Markdown that reads the same.</summary>
    public static string Escape(string text) => Special().Replace(text, @"\$0");

    // [chú thích]: https://example.vn "tiêu đề"
    [GeneratedRegex(@"^[ ]{0,3}\[[^\]\n]*\]:.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    // The part behind the words of a link.
    [GeneratedRegex(@"\]\([^)\n]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Target();

    // <https://example.vn>
    [GeneratedRegex(@"<((?:https?|mailto):[^>\s]*)>", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"&#?[0-9A-Za-z]{1,31};", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    // #, >, -, *, +, 1. at the beginning of a line.
    [GeneratedRegex(@"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|[0-9]{1,9}[.)][ \t]+)+", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex LineMark();

    // ** and *, brackets of links, backslashes before marks.
    [GeneratedRegex(@"\*{1,3}|!?\[|\]|\\(?=[!-/:-@\[-`{-~])", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"[\\*\[\]<`]", RegexOptions.CultureInvariant)]
    private static partial Regex Special();
}

/// <summary>What the writer of Markdown made of a text.</summary>
/// <param name="Links">Where its links lead.</param>
/// <param name="HasPictures">Whether it draws pictures in from elsewhere, which is not taken.</param>
public sealed record NewsMarkup(IReadOnlyList<string> Links, bool HasPictures)
{
    /// <summary>Whether lists and quotes nest deeper than anybody writes; nothing was read then.</summary>
    public bool IsTooDeep { get; init; }
}

/// <summary>Reads and writes the Markdown of items: HTML is text, links are http, https and mailto only.</summary>
public interface INewsMarkdown
{
    /// <summary>What is in it.</summary>
    NewsMarkup Read(string body);

    /// <summary>Safe HTML of it.</summary>
    string Html(string body);

    /// <summary>How many A4 pages title and text take in the form (Times New Roman 14), measured line by line; one decimal, upwards.</summary>
    decimal Pages(string title, string body);
}
