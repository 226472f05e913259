using System.Globalization;
using FsCheck.Fluent;
using PlanTracker.Domain.Imports;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.Imports;

public sealed class RowReaderTests
{
    private static readonly FormShape Shape = new("x", "dòng", [new("text", "Chữ"), new("more", "Thêm", false)], 10);

    [Theory]
    [InlineData("15.000", "15000")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1,5", "1.5")]
    [InlineData("01", "1")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("-400", "-400")]
    [InlineData("0,125", "0.125")]
    public void Numbers_typed_as_text_are_read_as_offices_write_them(string text, string number) =>
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), Of(text).Number("text"));

    [Theory]
    [InlineData("1.5", "hai cách")]
    [InlineData("15.00", "hai cách")]
    [InlineData("1,234.5", "hai cách")]
    [InlineData("1.2345", "hai cách")]
    [InlineData("15,000", "15.000")]
    [InlineData("١٢", "không đọc được thành số")]
    [InlineData("1e3", "không đọc được thành số")]
    [InlineData("5 tờ", "không đọc được thành số")]
    public void What_can_be_read_two_ways_is_asked_and_never_guessed(string text, string says)
    {
        var reader = Of(text);
        Assert.Null(reader.Number("text"));
        Assert.Equal("A2", reader.Errors.Single().Cell);
        Assert.Contains(says, reader.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_real_number_with_three_decimals_is_what_it_is() => Assert.Equal(15.125m, Of("15,125", isNumber: true).Number("text"));

    [Theory]
    [InlineData("05/3/2024")]
    [InlineData("5/03/2024")]
    [InlineData("05-03-2024")]
    [InlineData("5.3.2024")]
    [InlineData("2024-03-05")]
    [InlineData("05/03/2024 08:30")]
    public void Days_are_read_as_people_write_them(string text) => Assert.Equal(new DateOnly(2024, 3, 5), Of(text).Day("text"));

    [Theory]
    [InlineData("30/02/2024", "không phải là ngày")]
    [InlineData("29/02/2025", "không phải là ngày")]
    [InlineData("03/25/2024", "tháng trước ngày")]
    [InlineData("5/3/24", "hai chữ số")]
    [InlineData("tháng 3/2024", "không phải là ngày")]
    public void What_is_no_day_says_why(string text, string says)
    {
        var reader = Of(text);
        Assert.Null(reader.Day("text"));
        Assert.Contains(says, reader.Errors.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_serial_number_is_no_day()
    {
        var reader = Of("45356", isNumber: true);
        Assert.Null(reader.Day("text"));
        Assert.Contains("là một số", reader.Errors.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_holds_nothing_to_take_over_is_an_error_of_its_row()
    {
        var table = FormTable.Of(new(["Chữ"], [new(2, [""]) { Wrong = new Dictionary<int, string> { [0] = "Ô chứa lỗi #REF!." } }]), Shape).Value!;
        var reader = new RowReader(table, table.Rows[0]);
        Assert.Null(reader.Number("text"));
        Assert.Equal("Ô chứa lỗi #REF!.", reader.Errors.Single().Message);
    }

    [Fact]
    public void Headings_are_those_of_the_form_once_and_all()
    {
        Assert.Equal("x.import-headers", FormTable.Of(new(["Thêm"], [new(2, ["a"])]), Shape).Refusal!.Code);
        Assert.Equal("x.import-headers", FormTable.Of(new(["Chữ", "CHU"], [new(2, ["a"])]), Shape).Refusal!.Code);
        Assert.Equal("x.import-headers", FormTable.Of(new(["Chữ", "Lạ"], [new(2, ["a"])]), Shape).Refusal!.Code);
        Assert.Equal("x.import-too-long", FormTable.Of(new(["Chữ"], [.. Enumerable.Range(2, 11).Select(n => new ImportRow(n, ["a"]))]), Shape).Refusal!.Code);
        Assert.Null(FormTable.Of(new([" chu "], [new(2, ["a"])]), Shape).Refusal);
    }

    [Fact]
    public void No_text_makes_a_reader_throw() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        foreach (var one in new[] { text ?? "", text + "\uFFFE", "\uD800" + text })
        {
            var reader = Of(one);
            _ = (reader.Number("text"), reader.Day("text"), reader.Whole("text", 10), reader.Text("text"));
        }
        return true;
    }).Holds();

    private static RowReader Of(string text, bool isNumber = false)
    {
        var row = new ImportRow(2, [text]) { Numbers = isNumber ? new HashSet<int> { 0 } : new HashSet<int>() };
        var table = FormTable.Of(new(["Chữ"], [row]), Shape).Value!;
        return new(table, table.Rows[0]);
    }
}
