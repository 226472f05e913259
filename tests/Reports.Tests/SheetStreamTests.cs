using DocumentFormat.OpenXml.Spreadsheet;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Reports.Tests;

/// <summary>Rows written straight into the file: as many as there are, all with the same few looks, every one where it belongs.</summary>
public sealed class SheetStreamTests
{
    [Fact]
    public void Many_rows_have_the_looks_of_few_and_the_file_stays_valid()
    {
        using var few = new Opened(new ReportWriter().Workbook(With(3)), "Phụ lục III");
        using var many = new Opened(new ReportWriter().Workbook(With(600)), "Phụ lục III");

        Assert.Equal(few.Styles.CellFormats!.Count!.Value, many.Styles.CellFormats!.Count!.Value);
        Assert.Equal(few.Rows.Count + 597, many.Rows.Count);
        Assert.Empty(many.Faults());
    }

    [Fact]
    public void Every_cell_says_where_it_stands()
    {
        using var opened = new Opened(new ReportWriter().Workbook(With(40)), "Phụ lục III");

        Assert.All(opened.Rows, row => Assert.All(row.Elements<Cell>(), cell => Assert.EndsWith(row.RowIndex!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), cell.CellReference!.Value, StringComparison.Ordinal)));
        Assert.Equal(["A", "B", "C", "D", "E", "F", "G", "H", "I"], opened.Head.Elements<Cell>().Select(c => c.CellReference!.Value!.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("a\u0001b_x000D_c")]
    [InlineData("một\nhai")]
    [InlineData("\ud800 lẻ")]
    public void A_text_is_read_back_as_text_whatever_it_holds(string title)
    {
        var events = new List<EventRow> { new(Guid.Empty, 1, "1", new(2024, 7, 1), new(2024, 7, 1), title, "-", 1, "số", null, "-", null) };
        using var opened = new Opened(new ReportWriter().Workbook(GivenAppendices.Report() with { Content = new ReportAppendices { Events = events } }), "Phụ lục III");
        var cell = opened.Body(0, "Tên");

        Assert.True(Opened.IsText(cell));
        Assert.Equal(title.StartsWith('='), opened.IsQuoted(cell));
        Assert.Empty(opened.Faults());
    }

    [Fact]
    public void A_text_that_comes_often_is_kept_once()
    {
        using var opened = new Opened(new ReportWriter().Workbook(With(40)), "Phụ lục III");

        Assert.Equal(1, opened.Texts.Count(t => t == "Đài Phát thanh và Truyền hình thành phố"));
        Assert.Equal(opened.Texts.Count, opened.Texts.Distinct().Count());
    }

    private static PlanReport With(int events) => GivenAppendices.Report() with
    {
        Content = new ReportAppendices
        {
            Events =
            [
                .. Enumerable.Range(0, events).Select(i => new EventRow(
                    Guid.Empty, 1, "1", new(2024, 7, 1), new(2024, 7, 1), $"Chuyên mục “CCHC” số {i}", "Đài Phát thanh và Truyền hình thành phố", 1, "số", i % 3 == 0 ? null : 120,
                    "chuyen-muc.pdf", null)),
            ],
        },
    };
}
