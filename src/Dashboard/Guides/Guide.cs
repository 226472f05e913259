using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PlanTracker.Dashboard.Guides;

/// <summary>A topic of the user guide.</summary>
/// <param name="Key">Its anchor, one of a kind in the whole guide.</param>
/// <param name="Page">The page it stands on.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">Its first paragraph, as HTML.</param>
public sealed record GuideTopic(string Key, string Page, string Title, string Lead)
{
    /// <summary>Where it is read.</summary>
    public string Href => $"/tro-giup/{Page}#{Key}";
}

/// <summary>A page of the user guide: one file of docs/huong-dan.</summary>
/// <param name="Slug">Name of the file, and the last part of the address.</param>
/// <param name="Title">Title.</param>
/// <param name="Lead">What it is about, as HTML.</param>
/// <param name="Html">All but the title.</param>
/// <param name="Topics">Its topics, in order.</param>
/// <param name="Pictures">Names of the pictures it shows.</param>
public sealed record GuidePage(
    string Slug, string Title, string Lead, string Html, IReadOnlyList<GuideTopic> Topics, IReadOnlyList<string> Pictures);

/// <summary>
/// The user guide as it lies in docs/huong-dan: the same Markdown is read in the repository and in the product. A topic is a heading below
/// a line <c>&lt;a id="key"&gt;&lt;/a&gt;</c>; links to other files and pictures are turned into the product's addresses.
/// </summary>
public static partial class Guide
{
    private const string Folder = "huong-dan/";
    private const int PictureWidth = 1200;
    private const int PictureHeight = 700;
    private static readonly string[] Order = ["bat-dau", "don-vi", "co-quan-chu-tri", "so-noi-vu", "lanh-dao", "so-tai-chinh", "quan-tri", "tu-ngu"];
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseGenericAttributes().Build();
    private static readonly Lazy<IReadOnlyList<GuidePage>> All = new(ReadAll);

    /// <summary>The pages, in the order of the contents.</summary>
    public static IReadOnlyList<GuidePage> Pages => All.Value;

    /// <summary>A topic by its key; null when the guide has none.</summary>
    public static GuideTopic? Topic(string key) => Pages.SelectMany(p => p.Topics).FirstOrDefault(t => t.Key == key);

    /// <summary>A page of the guide out of its Markdown.</summary>
    internal static GuidePage Read(string slug, string markdown)
    {
        var document = Markdown.Parse(TopicMark().Replace(markdown, "$2 {#$1}"), Pipeline);
        var pictures = new List<string>();
        foreach (var link in document.Descendants<LinkInline>())
            Rewrite(link, slug, pictures);
        var title = document.OfType<HeadingBlock>().First();
        document.Remove(title);
        var topics = document.OfType<HeadingBlock>().Where(h => h.TryGetAttributes()?.Id is not null)
            .Select(h => new GuideTopic(h.GetAttributes().Id!, slug, Words(h), Html(FirstAfter(document, h)))).ToList();
        return new(slug, Words(title), Html(document.OfType<ParagraphBlock>().FirstOrDefault()), Html(document), topics, pictures);
    }

    private static IReadOnlyList<GuidePage> ReadAll()
    {
        var assembly = typeof(Guide).Assembly;
        var slugs = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(n => n[Folder.Length..^3]);
        return [.. slugs.OrderBy(s => Array.IndexOf(Order, s) is var at && at < 0 ? Order.Length : at).ThenBy(s => s, StringComparer.Ordinal).Select(slug =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream($"{Folder}{slug}.md")!);
            return Read(slug, reader.ReadToEnd());
        })];
    }

    private static void Rewrite(LinkInline link, string slug, List<string> pictures)
    {
        var url = link.Url ?? "";
        if (link.IsImage)
        {
            pictures.Add(url);
            link.Url = "/lib/huong-dan/" + url[(url.LastIndexOf('/') + 1)..];
            var attributes = link.GetAttributes();
            attributes.AddProperty("loading", "lazy");
            attributes.AddProperty("width", $"{PictureWidth}");
            attributes.AddProperty("height", $"{PictureHeight}");
        }
        else if (url.StartsWith('#'))
            link.Url = $"/tro-giup/{slug}{url}";
        else if (url.Contains(".md", StringComparison.Ordinal) && !url.Contains("://", StringComparison.Ordinal))
            link.Url = "/tro-giup/" + url.Replace(".md", "", StringComparison.Ordinal);
    }

    private static ParagraphBlock? FirstAfter(MarkdownDocument document, HeadingBlock heading) =>
        document.SkipWhile(b => b != heading).Skip(1).TakeWhile(b => b is not HeadingBlock).OfType<ParagraphBlock>().FirstOrDefault();

    private static string Words(LeafBlock block) => string.Concat(block.Inline!.Descendants<LiteralInline>().Select(l => l.Content.ToString())).Trim();

    private static string Html(MarkdownObject? part)
    {
        if (part is null)
            return "";
        using var text = new StringWriter();
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.Render(part);
        return text.ToString();
    }

    [GeneratedRegex("""^<a id="([a-z0-9-]+)"></a>\s*\n(##+ .+?)\s*$""", RegexOptions.Multiline)]
    private static partial Regex TopicMark();
}
