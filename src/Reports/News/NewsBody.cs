using DocumentFormat.OpenXml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PlanTracker.Domain.News;

namespace PlanTracker.Reports.News;

/// <summary>Writes the Markdown of an item into a Word document: numbers and dashes of lists are typed text, as offices write them.</summary>
internal sealed class NewsBody(NewsDocument document)
{
    /// <summary>Writes it.</summary>
    public void Write(string body)
    {
        if (NewsMarkdown.TryParse(body) is { } parts)
            Blocks(parts, "");
        else
            document.Add(NewsStyles.Body, body);
    }

    private void Blocks(ContainerBlock parts, string mark)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case HeadingBlock heading:
                    document.Add(NewsStyles.Heading, Runs(heading.Inline, mark));
                    break;
                case ListBlock list:
                    List(list);
                    break;
                case ContainerBlock inner:
                    Blocks(inner, mark);
                    break;
                case LeafBlock { Inline: { } inline }:
                    document.Add(NewsStyles.Body, Runs(inline, mark));
                    break;
            }
            mark = "";
        }
    }

    private void List(ListBlock list)
    {
        var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
            Blocks(item, list.IsOrdered ? $"{number++}. " : "- ");
    }

    private List<OpenXmlElement> Runs(ContainerInline? inline, string mark, bool bold = false, bool italic = false)
    {
        var runs = new List<OpenXmlElement>();
        if (mark.Length > 0)
            runs.Add(NewsDocument.Run(mark, bold, italic));
        foreach (var piece in inline ?? Enumerable.Empty<Inline>())
        {
            switch (piece)
            {
                case LiteralInline literal:
                    runs.Add(NewsDocument.Run(literal.Content.ToString(), bold, italic));
                    break;
                case LineBreakInline line:
                    runs.Add(line.IsHard ? new DocumentFormat.OpenXml.Wordprocessing.Run(new DocumentFormat.OpenXml.Wordprocessing.Break()) : NewsDocument.Run(" ", bold, italic));
                    break;
                case HtmlEntityInline entity:
                    runs.Add(NewsDocument.Run(entity.Transcoded.ToString(), bold, italic));
                    break;
                case AutolinkInline auto:
                    runs.Add(NewsDocument.Run(auto.Url, bold, italic));
                    break;
                case EmphasisInline emphasis:
                    runs.AddRange(Runs(emphasis, "", bold || emphasis.DelimiterCount >= 2, italic || emphasis.DelimiterCount == 1));
                    break;
                case LinkInline { IsImage: false } link when NewsRules.IsGoodLink(link.Url ?? "") && Uri.TryCreate(link.Url, UriKind.Absolute, out var target):
                    runs.Add(document.Link(target, Runs(link, "", bold, italic)));
                    break;
                case ContainerInline container:
                    runs.AddRange(Runs(container, "", bold, italic));
                    break;
            }
        }
        return runs;
    }
}
