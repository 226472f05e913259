using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FsCheck.Fluent;
using PlanTracker.Domain.Imports;
using PlanTracker.Reports.Templates;
using PlanTracker.Reports.Tests.Reading;
using PlanTracker.TestKit;

namespace PlanTracker.Reports.Tests.Templates;

public sealed class TemplateTests
{
    private static readonly ImportTemplate Accounts = new(
        "Mẫu danh sách tài khoản", "Tài khoản",
        [
            new("Tên đăng nhập", 40, true, "Chữ không dấu, số và các dấu . - _"),
            new("Đơn vị", 80, false, "Chọn trong danh sách.") { Choices = ["Sở Nội vụ", "=Sở lạ", "UBND phường Thới Bình"] },
            new("Vai trò", 50, true, "Nhiều vai trò cách nhau bằng dấu chấm phẩy.") { Choices = ["Quản trị", "Cán bộ báo cáo"], TakesOther = true },
        ],
        ["Mỗi dòng là một tài khoản.", "Không đổi tên cột."]);

    [Fact]
    public void A_template_is_a_valid_workbook()
    {
        using var opened = new Opened(new TemplateWriter().Write(Accounts with { Rows = [["an", "Sở Nội vụ", "=1+1"]] }));
        Assert.Empty(opened.Faults());
    }

    [Fact]
    public void A_template_without_lists_is_a_valid_workbook()
    {
        using var opened = new Opened(new TemplateWriter().Write(Accounts with { Columns = [Accounts.Columns[0]], Guidance = [] }));
        Assert.Empty(opened.Faults());
    }

    [Fact]
    public void Lists_stand_on_a_hidden_sheet_and_a_column_of_several_choices_takes_other_words()
    {
        using var opened = new Opened(new TemplateWriter().Write(Accounts));
        var rules = Sheet(opened, 0).Descendants<DataValidation>().ToList();

        Assert.Equal(["'Danh mục'!$A$2:$A$4", "'Danh mục'!$B$2:$B$3"], rules.Select(r => r.Formula1!.Text));
        Assert.Equal([true, false], rules.Select(r => r.ShowErrorMessage!.Value));
        Assert.Equal(SheetStateValues.Hidden, opened.Workbook.Workbook.Descendants<Sheet>().Last().State!.Value);
        Assert.True(opened.IsQuoted(Sheet(opened, 2).Descendants<Cell>().Single(c => Opened.TextOf(c) == "=Sở lạ")));
    }

    [Fact]
    public void What_is_typed_below_the_headings_stays_text()
    {
        using var opened = new Opened(new TemplateWriter().Write(Accounts));
        Assert.All(Sheet(opened, 0).Descendants<Column>(), column => Assert.Equal(
            49u, opened.Styles.CellFormats!.Elements<CellFormat>().ElementAt((int)column.Style!.Value).NumberFormatId!.Value));
    }

    [Fact]
    public void An_empty_template_reads_as_its_headings()
    {
        var table = TestTables.Read(new MemoryStream(new TemplateWriter().Write(Accounts)));
        Assert.Equal(["Tên đăng nhập", "Đơn vị", "Vai trò"], table.Headers);
        Assert.Empty(table.Rows);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84 292")]
    [InlineData("-5")]
    [InlineData("@an")]
    [InlineData("\tan")]
    [InlineData("_x000D_ _x005F_")]
    [InlineData("000123")]
    [InlineData(" an ")]
    [InlineData("một\nhai")]
    [InlineData("😀 🇻🇳")]
    public void A_text_comes_back_as_it_was(string text) => Assert.Equal(text, Back([[text]])[0][0]);

    [Fact]
    public void Any_table_of_texts_comes_back_as_it_was()
    {
        var text = ArbMap.Default.ArbFor<string?>().Generator.Select(t => PlanTracker.Reports.Reading.CellText.Read(Form.SheetText.Readable(t ?? "")));
        var row = text.ArrayOf(3).Select(r => (IReadOnlyList<string>)r);
        var tables = Gen.NonEmptyListOf(row).Select(t => t.ToList()).ToArbitrary();

        Prop.ForAll(tables, rows =>
        {
            var kept = rows.Where(r => r.Any(t => PlanTracker.Domain.VietnameseText.Clean(t) is not null)).Select(r => string.Join('|', r)).ToList();
            return Back(rows).Select(r => string.Join('|', r)).SequenceEqual(kept);
        }).Holds();
    }

    private static Worksheet Sheet(Opened opened, int index) =>
        ((WorksheetPart)opened.Workbook.GetPartById(opened.Workbook.Workbook.Descendants<Sheet>().ElementAt(index).Id!)).Worksheet;

    private static List<IReadOnlyList<string>> Back(IReadOnlyList<IReadOnlyList<string>> rows) =>
        [.. TestTables.Read(new MemoryStream(new TemplateWriter().Write(Accounts with { Rows = rows }))).Rows.Select(r => r.Cells)];
}
