using System.Globalization;
using System.Text;
using System.Xml;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.News;

namespace PlanTracker.Api.News;

/// <summary>
/// What was published, for other programs (Atom, RFC 4287). Open to everybody only when Sở Nội vụ says so; otherwise to everybody signed in,
/// by cookie or token. So the way is declared open and judges by itself.
/// </summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const int Latest = 50;

    public static void MapAtomFeed(this IEndpointRouteBuilder app) => app.MapGet("/tin/atom.xml", Read).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Read(
        HttpContext http, ICurrentActor current, INewsBook book, NewsReading reading, IAgencyRegister register, INewsMarkdown markdown, HostSettings settings)
    {
        var isPublic = (await reading.Settings(http.RequestAborted)).FeedIsPublic;
        if (!isPublic && current.Actor is null)
            return Problems.From(StatusCodes.Status401Unauthorized);
        if (!isPublic && current.Actor!.Demand(Operation.ReadFigures) is { } refusal)
            return Problems.From(refusal);
        var agencies = await register.All(http.RequestAborted);
        var items = await book.Latest(Latest, http.RequestAborted);
        return TypedResults.Bytes(Write(items, agencies, markdown, $"{http.Request.Scheme}://{http.Request.Host}{http.Request.Path}", settings.Demo), "application/atom+xml; charset=utf-8");
    }

    private static byte[] Write(
        IReadOnlyList<NewsItem> items, IReadOnlyDictionary<Guid, Agency> agencies, INewsMarkdown markdown, string self, bool isSample)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, "vi");
            Element(xml, "title", $"Tin cải cách hành chính đã đăng{(isSample ? " (dữ liệu mẫu)" : "")}");
            Element(xml, "id", self);
            Element(xml, "updated", Instant(items.SelectMany(i => i.Publications).Select(p => p.At).DefaultIfEmpty(DateTime.UnixEpoch).Max()));
            Link(xml, "self", self);
            foreach (var item in items)
                Entry(xml, item, agencies[item.AgencyId].RefOn(item.PublishedOn!.Value), markdown);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, NewsItem item, AgencyRef agency, INewsMarkdown markdown)
    {
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "title", item.Content.Title);
        Element(xml, "id", $"urn:uuid:{item.Id}");
        var first = item.Publications.MinBy(p => p.Date)!;
        Element(xml, "published", Instant(first.At));
        Element(xml, "updated", Instant(item.Publications.Max(p => p.At)));
        xml.WriteStartElement("author", Namespace);
        Element(xml, "name", $"{item.Content.Author} - {agency.Name}");
        xml.WriteEndElement();
        xml.WriteStartElement("category", Namespace);
        xml.WriteAttributeString("term", item.Content.Field.ToString());
        xml.WriteAttributeString("label", NewsWords.NameOf(item.Content.Field));
        xml.WriteEndElement();
        Link(xml, "alternate", first.Link);
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(markdown.Html(item.Content.Body));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, text);

    private static void Link(XmlWriter xml, string rel, string href)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static string Instant(DateTime at) => DateTime.SpecifyKind(at, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
