using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanTracker.Domain.News;
using PlanTracker.Reports.News;
using PlanTracker.Reports.Tests.Reading;
using PlanTracker.TestKit;

namespace PlanTracker.Reports.Tests.News;

/// <summary>Word out in the form of the công văn, and the filled form read back.</summary>
public sealed class NewsPapersTests
{
    private const string Body = "Vừa qua, quận **tổ chức** buổi sinh hoạt.\n\n## Kết quả\n\n- một việc\n- hai việc *lớn*\n\nXem [trang](https://example.vn/a?b=c&d=e) và = 5 * 3.";
    private static readonly NewsPapers Papers = new();

    private static NewsPaper Paper => new(
        "Chia sẻ kinh nghiệm giải quyết thủ tục", Body, "Nguyễn Văn A - UBND quận Ninh Kiều", [new("anh-01.jpg", "Quang cảnh"), new("anh-02.jpg", null)], 333, "Trần Văn B", false, true);

    [Fact]
    public void Every_document_is_valid()
    {
        Valid(Papers.Item(Paper));
        Valid(Papers.Item(Paper with { Body = "\ufffe<a> & \u0001", Head = null, IsDraft = true, Pictures = [] }));
        Valid(Papers.EmptyForm(isSample: true));
        Valid(Papers.Issue(new IssuePaper("Bản tin CCHC điện tử số 36", "Việc trọng tâm", new(2024, 9, 6), "https://example.vn", [Paper, Paper], false)));
    }

    [Fact]
    public void The_block_of_approval_says_words_pictures_and_the_head()
    {
        var text = TextOf(Papers.Item(Paper));

        Assert.Contains("Duyệt tin: Nội dung: 333 từ     Số lượng ảnh: 02 ảnh", text, StringComparison.Ordinal);
        Assert.Contains("Trần Văn B", text, StringComparison.Ordinal);
        Assert.Contains("Ảnh 1. Quang cảnh (tệp anh-01.jpg)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_reads_back_as_the_same_item()
    {
        Assert.False(Papers.Read(new MemoryStream(Papers.Item(Paper))).Refused(out _, out var form));

        Assert.Equal((Paper.Title, "Nguyễn Văn A", "UBND quận Ninh Kiều"), (form!.Title, form.Author, form.Agency));
        Assert.Equal(["Quang cảnh"], form.Captions.Where(c => c.Length > 0));
        Assert.Contains("## Kết quả", form.Body, StringComparison.Ordinal);
        Assert.Contains("**tổ chức**", form.Body, StringComparison.Ordinal);
        Assert.Contains("[trang](https://example.vn/a?b=c&d=e)", form.Body, StringComparison.Ordinal);
        Assert.Equal(NewsText.Words(Body), NewsText.Words(form.Body));
    }

    [Fact]
    public void Pictures_are_drawn_with_their_captions_and_read_back()
    {
        var png = SampleFiles.Png(60, 40);
        var paper = Paper with
        {
            Pictures = [new("anh-01.png", "Quang cảnh <1>", true, 60, 40, () => new MemoryStream(png)), new("anh-02.jpg", "Không gửi kèm"), new("anh-03.png", null, true, 1, 9000, () => new MemoryStream(png))],
        };
        var file = Papers.Item(paper);
        Valid(file);

        Assert.False(Papers.Read(new MemoryStream(file)).Refused(out _, out var form));

        Assert.Equal(2, form!.Pictures.Count);
        Assert.Equal(png, form.Pictures[0].Content);
        Assert.Equal(["Quang cảnh <1>", null], form.Pictures.Select(p => p.Caption));
        Assert.Equal(["Không gửi kèm"], form.Captions);
        Assert.EndsWith(".png", form.Pictures[0].Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hyperlink", "https://example.vn/(a) b", true, null)]
    [InlineData("hyperlink", "mailto:cchc@example.vn", true, null)]
    [InlineData("hyperlink", "file:///c:/a", true, "files.bad-relationship")]
    [InlineData("hyperlink", "javascript:alert(1)", true, "files.bad-relationship")]
    [InlineData("attachedTemplate", "https://example.vn/a.dotm", true, "files.external")]
    [InlineData("oleObject", "embeddings/a.bin", false, "files.nested")]
    [InlineData("image", "../../a.png", false, "files.bad-relationship")]
    public void Only_links_that_a_person_follows_lead_out(string kind, string target, bool outside, string? code) =>
        Assert.Equal(code, Papers.Read(Good().Put("word/_rels/document.xml.rels", Book.Rels(("rId9", kind, target, outside))).Zipped()).Refusal?.Code);

    [Fact]
    public void Words_of_a_link_keep_where_it_leads()
    {
        var file = WordFile.Of("""
            <w:p><w:r><w:t>Tên tin</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">Xem </w:t></w:r><w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId9"><w:r><w:t xml:space="preserve">văn [bản] </w:t></w:r></w:hyperlink><w:r><w:t>này.</w:t></w:r></w:p>
            """).Put("word/_rels/document.xml.rels", Book.Rels(("rId9", "hyperlink", "https://example.vn/(a)", true)));

        Assert.False(Papers.Read(file.Zipped()).Refused(out _, out var form));

        Assert.Equal(@"Xem [văn \[bản\]](https://example.vn/%28a%29) này.", form!.Body);
        Assert.Contains("href=\"https://example.vn/%28a%29\"", new NewsMarkdown().Html(form.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void The_empty_form_and_one_without_text_are_refused()
    {
        Assert.Equal("news.form-empty", Papers.Read(new MemoryStream(Papers.EmptyForm(false))).Refusal?.Code);
        Assert.Equal("news.form-empty", Papers.Read(WordFile.Of("<w:p><w:r><w:t>Chỉ có tên</w:t></w:r></w:p>").Zipped()).Refusal?.Code);
    }

    [Fact]
    public void A_program_macros_and_data_from_elsewhere_are_refused_with_the_reason()
    {
        Assert.Equal("files.wrong-kind", Papers.Read(new MemoryStream([.. "MZ"u8, .. new byte[500]])).Refusal?.Code);
        Assert.Equal("files.macro", Papers.Read(Good().Put("word/_rels/document.xml.rels", Book.Rels(("rId9", "vbaProject", "vbaProject.bin", false))).Put("word/vbaProject.bin", "x").Zipped()).Refusal?.Code);
        Assert.Equal("files.external", Papers.Read(Good().Put("word/_rels/document.xml.rels", Book.Rels(("rId9", "image", "https://example.vn/a.png", true))).Zipped()).Refusal?.Code);
    }

    [Theory]
    [InlineData("word/document.xml", "document", "files.too-deep")]
    [InlineData("word/styles.xml", "styles", "files.too-deep")]
    public void Deep_nesting_is_refused(string part, string root, string code) =>
        Assert.Equal(code, Papers.Read(Good().Put(part, Book.Nested(root, 100_000)).Zipped()).Refusal?.Code);

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><document>&b;</document>")]
    [InlineData("<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><document>&a;</document>")]
    public void A_DTD_is_refused(string document) =>
        Assert.Equal("files.dtd", Papers.Read(Good().Put("word/document.xml", document).Zipped()).Refusal?.Code);

    [Theory]
    [InlineData("../outside.xml", "files.bad-name")]
    [InlineData("/etc/passwd", "files.bad-name")]
    [InlineData("word/embeddings/a.docx", "files.nested")]
    public void A_part_that_climbs_out_or_is_a_file_of_its_own_is_refused(string name, string code) =>
        Assert.Equal(code, Papers.Read(Good().Put(name, name.EndsWith("docx", StringComparison.Ordinal) ? "PK\u0003\u0004" : "<a/>").Zipped()).Refusal?.Code);

    [Fact]
    public void The_mail_holds_no_script_and_fetches_nothing()
    {
        var html = Papers.IssueHtml(new("Bản tin số <1>", "<script>", null, null, [Paper with { Body = "<script>alert(1)</script>" }], true));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Bản tin số &lt;1&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_figures_are_a_valid_workbook()
    {
        var row = new NewsRow(new(Guid.Empty, "=UBND", "x"), Enum.GetValues<NewsField>().ToDictionary(f => f, _ => 1), 6, 3, 2, 1);
        using var opened = new Opened(Papers.Figures(new(new(2024, 1, 1), new(2024, 9, 10), new(2024, 9, 10), [row], row, new Dictionary<NewsPlace, int>(), new(0, 0, null, null)), true));

        Assert.Contains(opened.Rows, r => r.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Any(c => Opened.TextOf(c).Contains("Tổng cộng (1 cơ quan, đơn vị)", StringComparison.Ordinal)));
    }

    private static WordFile Good() => WordFile.Of("<w:p><w:r><w:t>Tên tin</w:t></w:r></w:p><w:p><w:r><w:t>Nội dung</w:t></w:r></w:p>");

    private static void Valid(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    private static string TextOf(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        return string.Join('\n', document.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Select(p => p.InnerText));
    }
}
