using PlanTracker.Domain;
using PlanTracker.Domain.Imports;
using PlanTracker.Reports.Reading;
using static PlanTracker.Reports.Tests.Reading.WordFile;

namespace PlanTracker.Reports.Tests.Reading;

public sealed class DocumentReaderTests
{
    [Fact]
    public void Tables_are_read_in_order_and_text_around_them_is_not()
    {
        var tables = Read(Of($"<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>{Table([Cell("A"), Cell("B")], [Cell("1"), Cell("2")])}{Table([Cell("C")])}"));

        Assert.Equal(2, tables.Count);
        Assert.Equal(["A", "B"], tables[0].Headers);
        Assert.Equal(["1", "2"], tables[0].Rows[0].Cells);
        Assert.Equal(["C"], tables[1].Headers);
    }

    [Fact]
    public void A_cell_merged_down_says_its_text_in_every_row_and_one_merged_across_once()
    {
        var table = Read(Of(Table(
            [Cell("TT"), Cell("Nội dung"), Cell("Chủ trì")],
            [Cell("I. Báo chí", "<w:gridSpan w:val=\"3\"/>")],
            [Cell("1"), Cell("Tin"), Cell("Sở Nội vụ", "<w:vMerge w:val=\"restart\"/>")],
            [Cell("2"), Cell("Bài"), Cell("", "<w:vMerge/>")],
            [Cell("3"), Cell("Phim"), Cell("Sở Y tế")])))[0];

        Assert.Equal(["I. Báo chí", "", ""], table.Rows[0].Cells);
        Assert.Equal(["Sở Nội vụ", "Sở Nội vụ", "Sở Y tế"], table.Rows.Skip(1).Select(r => r.Cells[2]));
    }

    [Fact]
    public void Runs_paragraphs_tabs_and_pieces_of_marks_become_one_text_and_deleted_text_none()
    {
        var table = Read(Of(Table([
            "<w:tc><w:p><w:r><w:t>Sô\u0301 </w:t></w:r><w:r><w:t>lượng</w:t></w:r><w:del><w:r><w:delText>cũ</w:delText><w:t>cũ</w:t></w:r></w:del></w:p><w:p><w:r><w:t>tần</w:t><w:tab/><w:t>suất</w:t></w:r></w:p></w:tc>",
        ])))[0];

        Assert.Equal("Số lượng\ntần suất", table.Headers[0]);
    }

    [Fact]
    public void A_table_inside_a_cell_is_text_of_that_cell()
    {
        var table = Read(Of(Table([$"<w:tc><w:p><w:r><w:t>ngoài</w:t></w:r></w:p>{Table([Cell("trong")])}</w:tc>", Cell("bên")])));

        Assert.Equal(["ngoài\ntrong", "bên"], Assert.Single(table).Headers);
    }

    [Fact]
    public void Hostile_documents_are_refused()
    {
        Refused("files.dtd", new WordFile().Put("word/document.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"w\">&x;</w:document>"));
        Refused("files.too-deep", new WordFile().Put("word/document.xml", Book.Nested("document", 100_000)));
        Refused("files.external", Of(Table([Cell("A")])).Put("word/_rels/document.xml.rels", Book.Rels(("rId1", "attachedTemplate", "http://127.0.0.1:9/a.dotm", true))));
        Refused("files.macro", Of(Table([Cell("A")])).Put("word/vbaProject.bin", "x"));
        Refused("files.missing-part", new WordFile());
        Refused("files.no-table", Of("<w:p/>"));
        Refused("files.damaged", Of(Table([Cell("A", "<w:gridSpan w:val=\"999999999\"/>")])));
        Refused("files.too-large-table", Of(Table(Enumerable.Repeat(Cell("A"), 101).ToArray())));
    }

    [Fact]
    public void A_workbook_is_no_document_and_a_document_no_workbook()
    {
        Assert.Equal("files.wrong-kind", new DocumentReader().Read(new Book().Zipped()).Refusal!.Code);
        Assert.Equal("files.wrong-kind", new TableReader().Read(Of(Table([Cell("A")])).Zipped()).Refusal!.Code);
        Assert.Equal("files.wrong-kind", new DocumentReader().Read(new MemoryStream("%PDF-1.7"u8.ToArray())).Refusal!.Code);
    }

    private static IReadOnlyList<ImportTable> Read(WordFile file) => new DocumentReader().Read(file.Zipped()).Value!;

    private static void Refused(string code, WordFile file)
    {
        var refusal = new DocumentReader().Read(file.Zipped()).Refusal;
        Assert.NotNull(refusal);
        Assert.Equal((RefusalKind.Unreadable, code), (refusal.Kind, refusal.Code));
    }
}
