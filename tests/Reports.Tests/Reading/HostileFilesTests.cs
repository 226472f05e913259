using System.Diagnostics;
using System.Text;
using PlanTracker.Domain;
using PlanTracker.Reports.Reading;

namespace PlanTracker.Reports.Tests.Reading;

public sealed class HostileFilesTests
{
    private const int Deep = 100_000;

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml", "worksheet")]
    [InlineData("xl/workbook.xml", "workbook")]
    [InlineData("xl/sharedStrings.xml", "sst")]
    [InlineData("xl/styles.xml", "styleSheet")]
    [InlineData("xl/_rels/workbook.xml.rels", "Relationships")]
    [InlineData("[Content_Types].xml", "Types")]
    [InlineData("docProps/app.xml", "Properties")]
    public void Deep_nesting_in_any_part_is_refused_and_the_program_lives(string part, string root) =>
        Refused("files.too-deep", new Book().Put(part, Book.Nested(root, Deep)));

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><worksheet>&c;</worksheet>")]
    [InlineData("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><worksheet/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>")]
    public void A_DTD_is_refused(string sheet) => Refused("files.dtd", new Book().Put("xl/worksheets/sheet1.xml", sheet));

    [Fact]
    public void What_unpacks_far_too_large_is_refused_early() => Refused(
        "files.unpacks-too-large", new Book().Put("xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes(Book.Sheet(Repeat("<row/>", 15_000_000)))));

    [Fact]
    public void A_part_that_is_no_XML_is_counted_too() => Refused("files.unpacks-too-large", new Book().Put("xl/media/picture.bin", new byte[70_000_000]));

    [Fact]
    public void A_giant_attribute_is_refused() =>
        Refused("files.too-long", new Book().Put("xl/workbook.xml", Book.Workbook("", $"<workbookPr a=\"{new string('a', 5_000_000)}\"/>")));

    [Fact]
    public void Countless_names_are_refused() => Refused(
        "files.too-many-names", new Book().Put("xl/styles.xml", $"<styleSheet>{string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<a{i}/>"))}</styleSheet>"));

    [Fact]
    public void Too_many_parts_are_refused()
    {
        var book = new Book();
        for (var part = 0; part < 500; part++)
            book.Add($"xl/media/{part}.png", [1]);
        Refused("files.too-many-parts", book);
    }

    [Theory]
    [InlineData("../outside.xml")]
    [InlineData("xl/../../outside.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/outside.xml")]
    [InlineData("xl\\outside.xml")]
    public void A_part_that_climbs_out_is_refused(string name) => Refused("files.bad-name", new Book().Add(name, "<a/>"u8.ToArray()));

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("XL/WORKBOOK.xml")]
    public void Two_parts_of_one_name_are_refused(string name) => Refused("files.duplicate-part", new Book().Add(name, "<a/>"u8.ToArray()));

    [Fact]
    public void A_zip_inside_is_refused() => Refused("files.nested", new Book().Add("xl/embeddings/book.xlsx", new Book().Zipped().ToArray()));

    [Fact]
    public void A_password_is_named()
    {
        var zip = new Book().Zipped().ToArray();
        // The bit that says "encrypted", in the directory of the zip.
        var entry = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        zip[entry + 8] |= 1;
        Refused("files.encrypted", new MemoryStream(zip));
        Refused("files.encrypted", new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
    }

    [Theory]
    [InlineData("xl/vbaProject.bin", null)]
    [InlineData(null, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")]
    public void Macros_are_refused(string? part, string? type)
    {
        var book = new Book();
        if (part is not null)
            book.Add(part, [1, 2, 3]);
        if (type is not null)
            book.Put("[Content_Types].xml", $"<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"{type}\"/></Types>");
        Refused("files.macro", book);
    }

    [Theory]
    [InlineData("image", "http://127.0.0.1:9/a.png")]
    [InlineData("attachedTemplate", "file://server/share/a.dotx")]
    [InlineData("externalLinkPath", "other.xlsx")]
    [InlineData("worksheet", "http://127.0.0.1:9/sheet.xml")]
    public void Data_from_elsewhere_is_refused(string type, string target) =>
        Refused("files.external", new Book().Put("xl/worksheets/_rels/sheet1.xml.rels", Book.Rels(("rId1", type, target, true))));

    [Theory]
    [InlineData("externalLink", "externalLinks/externalLink1.xml")]
    [InlineData("connections", "connections.xml")]
    public void A_link_to_data_is_refused(string type, string target) =>
        Refused("files.external", new Book().Put("xl/_rels/workbook.xml.rels", Book.Rels(("rId1", "worksheet", "worksheets/sheet1.xml", false), ("rId9", type, target, false))));

    [Theory]
    [InlineData("../../../etc/passwd", false)]
    [InlineData("http://127.0.0.1:9/sheet.xml", false)]
    [InlineData("a\\b.xml", false)]
    [InlineData("%2e%2e/%2e%2e/%2e%2e/a.xml", false)]
    [InlineData("http://[::bad", true)]
    [InlineData("file:///etc/passwd", true)]
    [InlineData("javascript:alert(1)", true)]
    public void A_bad_address_is_refused(string target, bool external) =>
        Refused("files.bad-relationship", new Book().Put("xl/worksheets/_rels/sheet1.xml.rels", Book.Rels(("rId1", "hyperlink", target, external))));

    [Theory]
    [InlineData("mailto:an@cantho.gov.vn")]
    [InlineData("https://cantho.gov.vn/tin")]
    public void A_link_that_a_person_may_click_is_only_text(string target) => Assert.NotNull(TestTables.Read(
        new Book().Put("xl/worksheets/_rels/sheet1.xml.rels", Book.Rels(("rId1", "hyperlink", target, true))).Zipped()));

    [Theory]
    [InlineData("[Content_Types].xml", "files.wrong-kind")]
    [InlineData("_rels/.rels", "files.missing-part")]
    [InlineData("xl/workbook.xml", "files.missing-part")]
    [InlineData("xl/_rels/workbook.xml.rels", "files.missing-part")]
    [InlineData("xl/worksheets/sheet1.xml", "files.missing-part")]
    [InlineData("xl/sharedStrings.xml", "files.missing-part")]
    [InlineData("xl/styles.xml", "files.missing-part")]
    public void A_missing_part_is_named(string part, string code) => Refused(code, new Book().Without(part));

    [Fact]
    public void Other_kinds_are_told_by_their_content()
    {
        Refused("files.empty", new MemoryStream());
        Says(".xls", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[2000]]);
        Says(".csv", Encoding.UTF8.GetBytes("Tên;Vai trò\nan;Reporter"));
        Says(".html", "<html><table><tr><td>1</td></tr></table></html>"u8.ToArray());
        Says(".html", "\uFEFF<!DOCTYPE html><p>"u8.ToArray());
        Says("PDF", "%PDF-1.7"u8.ToArray());
        Says("không phải", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0]);
        Says("Word", new Book().Put("[Content_Types].xml", "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>").Zipped().ToArray());
        Says(".ods", new Book().Without("[Content_Types].xml").Add("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()).Zipped().ToArray());
    }

    [Fact]
    public void A_cut_file_is_refused_wherever_it_is_cut()
    {
        var whole = Book.Of(Repeat("<row><c t=\"s\"><v>0</v></c></row>", 200)).Zipped().ToArray();
        for (var length = 1; length < whole.Length; length += 7)
            Assert.Equal(RefusalKind.Unreadable, new TableReader().Read(new MemoryStream(whole[..length])).Refusal?.Kind);
    }

    [Fact]
    public void Garbled_bytes_never_crash_the_reader()
    {
        var whole = new Book().Zipped().ToArray();
        for (var at = 0; at < whole.Length; at++)
        {
            var garbled = whole.ToArray();
            garbled[at] ^= 0xFF;
            var refusal = new TableReader().Read(new MemoryStream(garbled)).Refusal;
            Assert.True(refusal is null or { Kind: RefusalKind.Unreadable });
        }
    }

    [Fact]
    public void Too_many_rows_are_refused_clearly() =>
        Assert.Contains("20.000", Refused("files.too-many-rows", Book.Of(Repeat("<row><c><v>1</v></c></row>", 400_000))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"ZZZZ99999999\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"2\"/><row r=\"2\"/>")]
    [InlineData("<row r=\"99999999999999999999\"/>")]
    [InlineData("<row r=\"-1\"/>")]
    public void An_address_that_cannot_be_is_refused(string rows) => Refused("files.bad-address", Book.Of(rows));

    [Fact]
    public void A_cell_far_to_the_right_is_named_and_costs_nothing()
    {
        var refusal = Refused("files.wrong-cells", Book.Of(Repeat("<row><c><v>1</v></c></row>", 19_999) + "<row><c r=\"XFD20000\"><v>1</v></c></row>"));
        Assert.Equal("XFD20000", Assert.Single(refusal.Errors).Key);
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static void Says(string word, byte[] file) =>
        Assert.Contains(word, Refused("files.wrong-kind", new MemoryStream(file)).Message, StringComparison.Ordinal);

    private static Refusal Refused(string code, Book book) => Refused(code, book.Zipped());

    private static Refusal Refused(string code, MemoryStream file)
    {
        var watch = Stopwatch.StartNew();
        var refusal = new TableReader().Read(file).Refusal;
        Assert.Equal(code, refusal?.Code);
        Assert.Equal(RefusalKind.Unreadable, refusal!.Kind);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10));
        return refusal;
    }
}
