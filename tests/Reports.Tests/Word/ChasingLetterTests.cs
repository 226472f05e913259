using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PlanTracker.Domain.Reminders;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Word;

namespace PlanTracker.Reports.Tests.Word;

public sealed class ChasingLetterTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory]
    [InlineData(FileFormatVersions.Office2013)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public void The_draft_is_a_clean_Word_document(FileFormatVersions version)
    {
        using var file = Opened(GivenLetter("Sở Ngoại vụ", "Ban Quản lý các khu chế xuất và công nghiệp", "UBND huyện Vĩnh Thạnh"));

        Assert.Empty(new OpenXmlValidator(version).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void It_names_the_late_units_and_what_they_are_asked_for()
    {
        using var file = Opened(GivenLetter("Sở Ngoại vụ", "UBND huyện Vĩnh Thạnh"));
        var text = string.Join('\n', Body(file).Descendants(W + "p").Select(p => string.Concat(p.Descendants(W + "t").Select(t => t.Value))));

        Assert.Contains("- Sở Ngoại vụ;", text, StringComparison.Ordinal);
        Assert.Contains("- UBND huyện Vĩnh Thạnh.", text, StringComparison.Ordinal);
        Assert.Contains("báo cáo Quý III năm 2024 (từ ngày 15 tháng 6 năm 2024 đến ngày 14 tháng 9 năm 2024) của 31/33 cơ quan", text, StringComparison.Ordinal);
        Assert.Contains("còn 02 nơi chưa gửi", text, StringComparison.Ordinal);
        Assert.Matches("Cần Thơ, ngày +tháng 9 năm 2024", text);
        Assert.Contains("trước ngày 27 tháng 9 năm 2024", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Looks_come_from_named_styles_the_head_of_the_table_repeats_and_rows_are_whole()
    {
        using var file = Opened(GivenLetter([.. Enumerable.Range(1, 90).Select(n => $"UBND xã {n}")]));
        var body = Body(file);

        Assert.DoesNotContain(body.Descendants(W + "r"), r => r.Element(W + "rPr") is not null);
        Assert.All(body.Descendants(W + "p"), p => Assert.NotNull(p.Element(W + "pPr")!.Element(W + "pStyle")));
        Assert.All(body.Descendants(W + "tr"), r => Assert.NotNull(r.Element(W + "trPr")!.Element(W + "cantSplit")));
        Assert.Single(body.Descendants(W + "tblHeader"));
        var known = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<DocumentFormat.OpenXml.Wordprocessing.Style>().Select(s => s.StyleId!.Value).ToHashSet();
        Assert.All(body.Descendants(W + "pStyle"), s => Assert.Contains(s.Attribute(W + "val")!.Value, known));
    }

    [Fact]
    public void What_a_name_holds_stays_text()
    {
        using var file = Opened(GivenLetter("<b>Sở & \"Ban\"</b>"));

        Assert.Empty(new OpenXmlValidator().Validate(file));
        Assert.Contains("<b>Sở & \"Ban\"</b>", string.Concat(Body(file).Descendants(W + "t").Select(t => t.Value)), StringComparison.Ordinal);
    }

    internal static ChasingLetter GivenLetter(params string[] late)
    {
        var plan = Given.Plan246();
        var period = new ReportingPeriod
        {
            PlanId = plan.Id, Regime = "CCHC", Code = "2024-Q3", Name = "Quý III", From = new(2024, 6, 15), To = new(2024, 9, 14), Kind = PeriodKind.Quarter,
        };
        return new(plan, period, new(2024, 9, 24), 31 + late.Length, 31,
            [.. late.Select(name => new LateUnit(name, new(2024, 9, 16), 8, 7, new(2024, 9, 23)))], new(2024, 9, 27), ChasingLetter.DefaultLetterhead, "Ủy ban nhân dân thành phố Cần Thơ");
    }

    private static WordprocessingDocument Opened(ChasingLetter letter) =>
        WordprocessingDocument.Open(new MemoryStream(new ChasingLetterWriter().Document(letter)), false);

    private static XElement Body(WordprocessingDocument file)
    {
        using var stream = file.MainDocumentPart!.GetStream();
        return XDocument.Load(stream).Root!.Element(W + "body")!;
    }
}
