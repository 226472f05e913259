using System.Text;
using System.Xml;

namespace PlanTracker.Reports.Reading;

/// <summary>
/// Reads one XML part forward, node by node, within limits: no DTD, nothing fetched, no depth, no giant node. It never recurses, so that no
/// nesting can exhaust the stack.
/// </summary>
internal sealed class PartReader : IDisposable
{
    private readonly string part;
    private readonly Budget budget;
    private readonly XmlReader xml;
    private int nodes;

    public PartReader(string part, Stream stream)
    {
        this.part = part;
        // Read as UTF-8 whatever the part claims: it is what every program writes.
        budget = new Budget(new StreamReader(stream, new UTF8Encoding(true, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false), part);
        xml = XmlReader.Create(budget, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new FewNames(part),
            MaxCharactersInDocument = Limits.Unpacked,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    /// <summary>Local name of the node; the namespace does not matter: transitional and strict files differ in it.</summary>
    public string Name => xml.LocalName;

    /// <summary>Level of the node, the root's is 0.</summary>
    public int Depth => xml.Depth;

    /// <summary>Whether an element begins here.</summary>
    public bool IsStart => xml.NodeType is XmlNodeType.Element;

    /// <summary>Whether an element ends here: an end tag, or an empty element.</summary>
    public bool IsEnd => xml.NodeType is XmlNodeType.EndElement || (IsStart && xml.IsEmptyElement);

    /// <summary>The text here; null when the node is none.</summary>
    public string? Text => xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
        ? Value() : null;

    /// <summary>The next node; false at the end.</summary>
    public bool Read()
    {
        budget.Renew();
        if (++nodes > Limits.Nodes)
            throw new UnreadableFileException("files.unpacks-too-large", $"Phần {part} của tệp quá lớn.");
        try
        {
            if (!xml.Read())
                return false;
        }
        catch (Exception wrong) when (Refuses(wrong))
        {
            throw Refused(wrong);
        }
        return xml.Depth <= Limits.Depth ? true
            : throw new UnreadableFileException("files.too-deep", $"Phần {part} của tệp lồng quá {Limits.Depth} cấp. Tệp không được đọc.");
    }

    /// <summary>An attribute without namespace; null when not there.</summary>
    public string? Attribute(string name) => xml.GetAttribute(name);

    /// <summary>An attribute by its local name, whatever its namespace (<c>w:val</c>); null when not there.</summary>
    public string? LocalAttribute(string name)
    {
        string? value = null;
        for (var found = xml.MoveToFirstAttribute(); found && value is null; found = xml.MoveToNextAttribute())
            value = xml.LocalName == name ? xml.Value : null;
        xml.MoveToElement();
        return value;
    }

    /// <summary>The relationship id of an element (<c>r:id</c>); null when not there.</summary>
    public string? RelationshipId()
    {
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
        {
            if (xml.LocalName != "id" || !xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
                continue;
            var id = xml.Value;
            xml.MoveToElement();
            return id;
        }
        xml.MoveToElement();
        return null;
    }

    public void Dispose() => xml.Dispose();

    private string Value()
    {
        try
        {
            return xml.Value;
        }
        catch (Exception wrong) when (Refuses(wrong))
        {
            throw Refused(wrong);
        }
    }

    private static bool Refuses(Exception wrong) => wrong is XmlException or DecoderFallbackException or InvalidDataException or ArgumentException;

    private UnreadableFileException Refused(Exception wrong) => wrong is XmlException && wrong.Message.Contains("DTD", StringComparison.Ordinal)
        ? new("files.dtd", $"Phần {part} của tệp có khai báo DTD, không được nhận. Hãy lưu lại bằng Excel hoặc LibreOffice.")
        : Damaged(part);

    /// <summary>A part that is not what it should be.</summary>
    public static UnreadableFileException Damaged(string part) =>
        new("files.damaged", $"Phần {part} của tệp bị hỏng. Hãy mở bằng Excel hoặc LibreOffice rồi lưu lại.");

    /// <summary>Hands out so many characters until it is renewed: what one node may take.</summary>
    private sealed class Budget(TextReader inner, string part) : TextReader
    {
        private int left = Limits.NodeCharacters;

        public void Renew() => left = Limits.NodeCharacters;

        public override int Read(char[] buffer, int index, int count)
        {
            var read = inner.Read(buffer, index, count);
            left -= read;
            return left >= 0 ? read
                : throw new UnreadableFileException("files.too-long", $"Phần {part} của tệp có một thẻ hoặc một đoạn văn bản quá dài.");
        }

        public override int Read() => inner.Read();

        public override int Peek() => inner.Peek();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>Names are kept as long as the reader lives: an honest part has few.</summary>
    private sealed class FewNames(string part) : NameTable
    {
        private int names;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? base.Add(Counted(key), start, len);

        public override string Add(string key) => Get(key) ?? base.Add(Counted(key));

        private T Counted<T>(T key) => ++names <= Limits.Names ? key
            : throw new UnreadableFileException("files.too-many-names", $"Phần {part} của tệp có quá nhiều tên thẻ khác nhau.");
    }
}
