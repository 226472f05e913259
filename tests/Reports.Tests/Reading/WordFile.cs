using System.IO.Compression;
using System.Text;

namespace PlanTracker.Reports.Tests.Reading;

/// <summary>A Word document put together by hand, so that tests can make it wrong.</summary>
internal sealed class WordFile
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private readonly Dictionary<string, string> parts = new()
    {
        ["[Content_Types].xml"] = $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{Type}"/></Types>
            """,
        ["_rels/.rels"] = Book.Rels(("rId1", "officeDocument", "word/document.xml", false)),
    };

    /// <summary>A document with this body.</summary>
    public static WordFile Of(string body) => new WordFile().Put("word/document.xml", $"{Book.Declaration}<w:document xmlns:w=\"{Main}\"><w:body>{body}</w:body></w:document>");

    /// <summary>A table of rows of cells.</summary>
    public static string Table(params string[][] rows) => $"<w:tbl>{string.Concat(rows.Select(r => $"<w:tr>{string.Concat(r)}</w:tr>"))}</w:tbl>";

    /// <summary>A cell; properties such as <c>gridSpan</c> before its text.</summary>
    public static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";

    public WordFile Put(string name, string text)
    {
        parts[name] = text;
        return this;
    }

    public MemoryStream Zipped()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        stream.Position = 0;
        return stream;
    }
}
