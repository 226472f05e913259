using PlanTracker.Reports.Reading;

namespace PlanTracker.Reports.Tests.Reading;

public sealed class CellsTests
{
    [Theory]
    [InlineData("15000", "15000")]
    [InlineData("1.5", "1,5")]
    [InlineData("1.1000000000000001", "1,1")]
    [InlineData("0.30000000000000004", "0,3")]
    [InlineData("-400", "-400")]
    [InlineData("1E+3", "1000")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("0.0001", "0,0001")]
    [InlineData("-0", "0")]
    public void A_number_reads_as_it_was_typed(string value, string text) => Assert.Equal((CellKind.Number, text), One($"<c><v>{value}</v></c>"));

    [Theory]
    [InlineData("1E+300")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1,5")]
    [InlineData("mười")]
    public void A_number_that_is_none_is_an_error(string value) => Assert.Equal(CellKind.Error, One($"<c><v>{value}</v></c>").Kind);

    [Theory]
    [InlineData(14, "45540", false, "05/09/2024")]
    [InlineData(22, "45540.3125", false, "05/09/2024 07:30")]
    [InlineData(164, "45540", false, "05/09/2024")]
    [InlineData(14, "44078", true, "05/09/2024")]
    [InlineData(14, "59", false, "28/02/1900")]
    [InlineData(14, "61", false, "01/03/1900")]
    [InlineData(14, "1", false, "01/01/1900")]
    [InlineData(14, "0", true, "01/01/1904")]
    [InlineData(14, "2958465", false, "31/12/9999")]
    public void A_serial_number_with_a_format_of_days_is_a_day(int format, string value, bool from1904, string text)
    {
        var book = Formatted(format, "dd/mm/yyyy;@", $"<row><c s=\"1\"><v>{value}</v></c></row>")
            .Put("xl/workbook.xml", Book.Workbook("<sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/>", from1904 ? "<workbookPr date1904=\"1\"/>" : ""));

        var cell = TestTables.Sheet(book).Rows[0].Cells[0];

        Assert.Equal((CellKind.Date, text), (cell.Kind, cell.Text));
    }

    [Theory]
    [InlineData("60")]
    [InlineData("-1")]
    [InlineData("2958466")]
    [InlineData("1E+200")]
    public void A_day_that_never_was_is_an_error(string value) =>
        Assert.Equal(CellKind.Error, TestTables.Sheet(Formatted(14, "", $"<row><c s=\"1\"><v>{value}</v></c></row>")).Rows[0].Cells[0].Kind);

    [Theory]
    [InlineData("dd/mm/yyyy", "Date")]
    [InlineData("[$-42A]dd mmmm yyyy", "Date")]
    [InlineData("mmm", "Date")]
    [InlineData("d\"/\"m", "Date")]
    [InlineData("[$-F800]dddd, mmmm dd, yyyy;@", "Date")]
    [InlineData("h:mm AM/PM", "Time")]
    [InlineData("[h]:mm:ss", "Time")]
    [InlineData("mm:ss.0", "Time")]
    [InlineData("General", "Number")]
    [InlineData("#,##0", "Number")]
    [InlineData("0.00", "Number")]
    [InlineData("#,##0 \"đồng và dặm\"", "Number")]
    [InlineData("#,##0\\ \\d", "Number")]
    [InlineData("_-* #,##0\\ [$đ-42A]_-", "Number")]
    [InlineData("0.00E+00", "Number")]
    [InlineData("0;[Red]-0;\"dd\"", "Number")]
    [InlineData("@", "Number")]
    [InlineData("\"", "Number")]
    [InlineData("[", "Number")]
    [InlineData("\\", "Number")]
    public void A_format_is_of_days_by_its_letters(string code, string kind) => Assert.Equal(kind, DateFormats.KindOf(code).ToString());

    [Fact]
    public void A_time_has_no_day() => Assert.Equal(
        ["07:30", "30:15", "00:00:05"],
        TestTables.Sheet(Formatted(20, "", "<row><c s=\"1\"><v>0.3125</v></c><c s=\"1\"><v>1.2604166666666667</v></c><c s=\"1\"><v>5.7870370370370366E-5</v></c></row>"))
            .Rows[0].Cells.Select(c => c.Text));

    [Fact]
    public void Words_come_from_anywhere_a_file_keeps_them()
    {
        var book = Book.Of("""
            <row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>hai </t></r><r><rPr><b/></rPr><t xml:space="preserve"> màu</t></r></is></c><c t="str"><f>A1</f><v>tính</v></c><c t="b"><v>1</v></c><c t="inlineStr"><is><t xml:space="preserve"> </t></is></c></row>
            """).Put("xl/sharedStrings.xml", $"<sst xmlns=\"{Book.Main}\"><si><r><t>Sở </t></r><r><t>Nội vụ</t></r><rPh sb=\"0\" eb=\"1\"><t>đọc</t></rPh></si></sst>");

        var cells = TestTables.Sheet(book).Rows[0].Cells;

        Assert.Equal(["Sở Nội vụ", "hai  màu", "tính", "TRUE", " "], cells.Select(c => c.Text));
        Assert.Equal([false, false, true, false, false], cells.Select(c => c.IsCalculated));
    }

    [Fact]
    public void Words_are_composed_and_escapes_undone() =>
        Assert.Equal((CellKind.Text, "Cần Thơ\nhai_x000D_"), One("<c t=\"inlineStr\"><is><t>Cần Thơ_x000D_\nhai_x005F_x000D_</t></is></c>"));

    [Fact]
    public void A_formula_gives_the_value_kept_and_none_is_calculated()
    {
        Assert.Equal((CellKind.Number, "3"), One("<c><f>WEBSERVICE(\"http://127.0.0.1:9\")</f><v>3</v></c>"));
        Assert.Contains("chưa được tính", One("<c><f>1+2</f></c>").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#REF!")]
    [InlineData("#N/A")]
    public void An_error_is_named_with_its_cell(string error)
    {
        var refusal = new TableReader().Read(Book.Of($"<row><c t=\"inlineStr\"><is><t>Tên</t></is></c></row><row r=\"7\"><c r=\"B7\" t=\"e\"><v>{error}</v></c></row>").Zipped()).Refusal;

        Assert.Equal("files.wrong-cells", refusal!.Code);
        Assert.Contains(error, refusal.Errors["B7"][0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_longer_than_a_cell_is_named_with_its_cell() =>
        Assert.Equal("A1", Assert.Single(new TableReader().Read(
            Book.Of($"<row><c t=\"inlineStr\"><is><t>{new string('a', 40_000)}</t></is></c></row>").Zipped()).Refusal!.Errors).Key);

    [Fact]
    public void Of_merged_cells_only_the_first_holds_a_value()
    {
        var book = new Book().Put("xl/worksheets/sheet1.xml", Book.Sheet(
            "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c><c><v>5</v></c><c><v>6</v></c></row>",
            "<mergeCells count=\"1\"><mergeCell ref=\"A1:B2\"/></mergeCells>"));

        Assert.Equal("1 3|6", string.Join('|', TestTables.Sheet(book).Rows.Select(r => string.Join(' ', r.Cells.Select(c => c.Text)))));
    }

    [Fact]
    public void Hidden_rows_are_read_and_marked() =>
        Assert.Equal([false, true], TestTables.Sheet(Book.Of("<row><c><v>1</v></c></row><row hidden=\"1\"><c><v>2</v></c></row>")).Rows.Select(r => r.IsHidden));

    [Fact]
    public void The_first_visible_sheet_is_read() => Assert.Equal("Hai", TestTables.Sheet(new Book().Put("xl/workbook.xml", Book.Workbook(
        "<sheet name=\"Một\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"Hai\" sheetId=\"2\" r:id=\"rId1\"/>"))).Name);

    [Fact]
    public void Many_empty_rows_below_do_not_matter()
    {
        var table = TestTables.Read(Book.Of("<row><c><v>1</v></c></row>" + string.Concat(Enumerable.Repeat("<row><c s=\"0\"/></row>", 100_000)) + "<row><c><v>2</v></c></row>").Zipped());
        Assert.Equal(100_002, Assert.Single(table.Rows).Number);
    }

    private static (CellKind Kind, string Text) One(string cell)
    {
        var read = TestTables.Sheet(Book.Of($"<row>{cell}</row>")).Rows[0].Cells[0];
        return (read.Kind, read.Text);
    }

    private static Book Formatted(int format, string code, string rows) => Book.Of(rows).Put(
        "xl/styles.xml",
        $"<styleSheet xmlns=\"{Book.Main}\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"{code}\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"{format}\"/></cellXfs></styleSheet>");
}
