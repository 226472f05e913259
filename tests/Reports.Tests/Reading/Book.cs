using System.IO.Compression;
using System.Text;

namespace PlanTracker.Reports.Tests.Reading;

/// <summary>A workbook put together by hand, part by part, so that tests can make it wrong; laid out as LibreOffice writes them.</summary>
internal sealed class Book
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageLinks = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private readonly List<(string Name, byte[] Bytes)> parts = [];

    public Book()
    {
        Put("[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{MainType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{MainType}.worksheet+xml"/></Types>
            """);
        Put("_rels/.rels", Rels(("rId1", "officeDocument", "xl/workbook.xml", false)));
        Put("xl/workbook.xml", Workbook("<sheet name=\"Trang 1\" sheetId=\"1\" r:id=\"rId1\"/>"));
        Put("xl/_rels/workbook.xml.rels", Rels(
            ("rId1", "worksheet", "worksheets/sheet1.xml", false), ("rId2", "sharedStrings", "sharedStrings.xml", false), ("rId3", "styles", "styles.xml", false)));
        Put("xl/worksheets/sheet1.xml", Sheet("""<row r="1"><c r="A1" t="inlineStr"><is><t>Tên</t></is></c></row>"""));
        Put("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\"><si><t>chung</t></si></sst>");
        Put("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"1\"><xf numFmtId=\"0\"/></cellXfs></styleSheet>");
    }

    /// <summary>A workbook with these rows.</summary>
    public static Book Of(string rows) => new Book().Put("xl/worksheets/sheet1.xml", Sheet(rows));

    public static string Sheet(string rows, string after = "") => $"{Declaration}<worksheet xmlns=\"{Main}\" xmlns:r=\"{Links}\"><sheetData>{rows}</sheetData>{after}</worksheet>";

    public static string Workbook(string sheets, string properties = "") =>
        $"{Declaration}<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\">{properties}<sheets>{sheets}</sheets></workbook>";

    public static string Rels(params (string Id, string Type, string Target, bool External)[] links) =>
        $"{Declaration}<Relationships xmlns=\"{PackageLinks}\">{string.Concat(links.Select(l => $"<Relationship Id=\"{l.Id}\" Type=\"{Links}/{l.Type}\" Target=\"{l.Target}\"{(l.External ? " TargetMode=\"External\"" : "")}/>"))}</Relationships>";

    /// <summary>Elements nested so deep.</summary>
    public static string Nested(string root, int levels) =>
        $"<{root} xmlns=\"{Main}\">{new StringBuilder().Insert(0, "<a>", levels)}{new StringBuilder().Insert(0, "</a>", levels)}</{root}>";

    public Book Put(string name, string text) => Put(name, Encoding.UTF8.GetBytes(text));

    public Book Put(string name, byte[] bytes)
    {
        parts.RemoveAll(p => p.Name == name);
        return Add(name, bytes);
    }

    /// <summary>Adds a part even if there is one of that name.</summary>
    public Book Add(string name, byte[] bytes)
    {
        parts.Add((name, bytes));
        return this;
    }

    public Book Without(string name)
    {
        parts.RemoveAll(p => p.Name == name);
        return this;
    }

    public MemoryStream Zipped()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(bytes);
            }
        }
        file.Position = 0;
        return file;
    }
}
