using System.Net;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PlanTracker.Domain.News;
using PlanTracker.Reports.Measure;

namespace PlanTracker.Reports.News;

/// <summary>
/// The Markdown of items by Markdig: paragraphs, headings, bold, lists, quotes and links, and nothing else. HTML and code are text, so that
/// what is read is what is counted; a link of another scheme, and a picture from elsewhere, are left as their words.
/// </summary>
public sealed class NewsMarkdown : INewsMarkdown
{
    private const double PageHeight = 728.5;
    private const double LineWidth = 467.7;
    private const double Indent = 36;
    private const double Line = 14 * 1.15 * 1.05;
    private const double After = 6;
    private const int HeadingsBelow = 2;
    private static readonly Face Text = new(14);
    private static readonly Face Heavy = new(14, Bold: true);
    private static readonly MarkdownPipeline Pipeline = Build();

    /// <inheritdoc/>
    public NewsMarkup Read(string body)
    {
        if (TryParse(body) is not { } document)
            return new([], false) { IsTooDeep = true };
        var links = document.Descendants<LinkInline>().Select(l => l.Url ?? "")
            .Concat(document.Descendants<AutolinkInline>().Select(a => a.IsEmail ? "mailto:" + a.Url : a.Url)).ToList();
        return new(links, document.Descendants<LinkInline>().Any(l => l.IsImage));
    }

    /// <inheritdoc/>
    public string Html(string body)
    {
        if (TryParse(body) is not { } document)
            return $"<p>{WebUtility.HtmlEncode(body)}</p>";
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(6, heading.Level + HeadingsBelow);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage || !NewsRules.IsGoodLink(link.Url ?? ""))
                LeaveWords(link);
            else
                link.GetAttributes().AddPropertyIfNotExist("rel", "noopener noreferrer nofollow");
        }
        foreach (var link in document.Descendants<AutolinkInline>().Where(a => !a.IsEmail && !NewsRules.IsGoodLink(a.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        return document.ToHtml(Pipeline);
    }

    /// <inheritdoc/>
    public decimal Pages(string title, string body)
    {
        var height = Height(title, LineWidth, Heavy) + After + After;
        foreach (var line in NewsText.Plain(body).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            height += Height(line, LineWidth, Text, Indent) + After;
        return Math.Ceiling((decimal)(height / PageHeight) * 10) / 10;
    }

    /// <summary>The text in its parts; null when it nests deeper than anybody writes.</summary>
    internal static MarkdownDocument? TryParse(string body)
    {
        try
        {
            return Markdig.Markdown.Parse(body, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's own limit of depth.
            return null;
        }
    }

    private static double Height(string text, double width, Face face, double indent = 0)
    {
        var lines = 1;
        var used = indent;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var wide = TimesNewRoman.Width(word, face);
            if (used > indent && used + wide > width)
            {
                lines++;
                used = 0;
            }
            // A word wider than the line is cut by Word.
            lines += (int)(wide / width);
            used += (wide % width) + TimesNewRoman.Width(" ", face);
        }
        return lines * Line;
    }

    private static void LeaveWords(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }
        link.Remove();
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml();
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.InlineParsers.TryRemove<CodeInlineParser>();
        return builder.Build();
    }
}
