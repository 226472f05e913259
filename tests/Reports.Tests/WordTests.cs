using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Reports.Tests;

/// <summary>The report in Word: styles and no loose formatting, figures filled in, room for the author.</summary>
public sealed class WordTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_document_is_valid(bool sectionOnly)
    {
        using var document = Open(GivenAppendices.Report(), sectionOnly);

        Assert.Empty(new[] { FileFormatVersions.Office2013, FileFormatVersions.Microsoft365 }
            .SelectMany(v => new OpenXmlValidator(v).Validate(document)).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void The_figures_stand_in_its_sentences()
    {
        var text = Text(GivenAppendices.Report());

        Assert.Contains("Số:        /BC-SNV", text, StringComparison.Ordinal);
        Assert.Contains("Thực hiện Kế hoạch số 246/KH-UBND ngày 14 tháng 12 năm 2023 của Ủy ban nhân dân thành phố Cần Thơ về công tác thông tin", text, StringComparison.Ordinal);
        Assert.Contains("trong 15 hoạt động của Kế hoạch có 03 hoạt động hoàn thành, 08 hoạt động đúng tiến độ, 03 hoạt động chậm tiến độ", text, StringComparison.Ordinal);
        Assert.Contains("lũy kế 12.000/15.000 tờ, đạt 80,0%", text, StringComparison.Ordinal);
        Assert.Contains("Có 31/34 cơ quan, đơn vị, địa phương gửi báo cáo (đạt 91,2%), trong đó 27 đúng hạn, 04 gửi chậm; 03 chưa gửi, trong đó 02 chưa đến hạn (Phụ lục V).", text, StringComparison.Ordinal);
        Assert.Contains("kính báo cáo Ủy ban nhân dân thành phố Cần Thơ./.", text, StringComparison.Ordinal);
        Assert.Contains("Tổng cộng: dự toán 120.000.000 đồng (bằng chữ: một trăm hai mươi triệu đồng); phê duyệt 100.000.000 đồng (bằng chữ: một trăm triệu đồng)", text, StringComparison.Ordinal);
        Assert.Contains("giải ngân đạt 60,0% (chi tiết tại Phụ lục IV).", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_author_has_room_that_programs_find_by_its_tag()
    {
        using var document = Open(GivenAppendices.Report());
        var rooms = document.MainDocumentPart!.Document.Descendants<SdtBlock>().ToDictionary(s => s.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value!);

        Assert.Equal(["causes", "plan", "proposals"], rooms.Keys);
        Assert.Equal(["Lịch chạy xe trùng các sự kiện.", "Cán bộ kiêm nhiệm."], rooms["causes"].Descendants<Paragraph>().Select(p => p.InnerText));
        Assert.Equal("GoiY", rooms["proposals"].Descendants<ParagraphStyleId>().Single().Val!.Value);
    }

    [Fact]
    public void Every_paragraph_has_a_style_of_the_document_and_tables_repeat_their_head()
    {
        using var document = Open(GivenAppendices.Report());
        var known = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(s => s.StyleId!.Value!).ToHashSet();
        var body = document.MainDocumentPart.Document.Body!;

        Assert.All(body.Descendants<Paragraph>(), p => Assert.Contains(p.ParagraphProperties!.ParagraphStyleId!.Val!.Value!, known));
        Assert.Empty(body.Descendants<RunProperties>());
        var table = body.Descendants<Table>().Single(t => t.GetFirstChild<TableProperties>()!.TableStyle?.Val == "BangSoLieu");
        Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.All(table.Elements<TableRow>(), r => Assert.NotNull(r.TableRowProperties!.GetFirstChild<CantSplit>()));
    }

    [Fact]
    public void A_section_has_no_head_and_no_signature()
    {
        using var document = Open(GivenAppendices.Report(), sectionOnly: true);

        var text = document.MainDocumentPart!.Document.Body!.InnerText;
        Assert.StartsWith("I. KẾT QUẢ THỰC HIỆN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nơi nhận", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportState.Preview, true, "Dự thảo - Dữ liệu mẫu")]
    [InlineData(ReportState.Issued, true, "Dữ liệu mẫu")]
    [InlineData(ReportState.Issued, false, "")]
    public void What_is_not_issued_and_what_is_sample_data_says_so_on_every_page(ReportState state, bool isSample, string marks)
    {
        using var document = Open(Given.Report(isSample: isSample, state: state));

        Assert.All(document.MainDocumentPart!.HeaderParts, h => Assert.Equal(marks, h.Header.InnerText.Replace(" PAGE ", "", StringComparison.Ordinal).TrimStart('2')));
    }

    [Fact]
    public void Text_that_XML_forbids_does_not_break_the_file()
    {
        using var document = Open(GivenAppendices.Report() with { Texts = new("\u0001\uD800=1+1\uFFFE", null, null) });

        Assert.Contains("=1+1", document.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
    }

    private static string Text(PlanReport report)
    {
        using var document = Open(report);
        return string.Join('\n', document.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Select(p => p.InnerText));
    }

    private static WordprocessingDocument Open(PlanReport report, bool sectionOnly = false) =>
        WordprocessingDocument.Open(new MemoryStream(new ReportWriter().Document(report, sectionOnly)), isEditable: false);
}
