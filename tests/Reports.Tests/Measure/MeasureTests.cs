using DocumentFormat.OpenXml.Spreadsheet;
using PlanTracker.Reports.Measure;

namespace PlanTracker.Reports.Tests.Measure;

public sealed class MeasureTests
{
    [Theory]
    [InlineData("hàng", "hang")]
    [InlineData("Phụ lục", "Phu luc")]
    public void A_marked_letter_is_as_wide_as_its_base(string marked, string plain) =>
        Assert.Equal(TimesNewRoman.Width(plain, new(10)), TimesNewRoman.Width(marked, new(10)), 6);

    [Fact]
    public void A_horned_letter_is_wider_than_its_base() =>
        Assert.Equal((529 + 542) / 100.0, TimesNewRoman.Width("ơư", new(10)), 6);

    [Theory]
    [InlineData("", 1)]
    [InlineData("một", 1)]
    [InlineData("một\nhai", 2)]
    [InlineData("Trong năm 2024", 3)]
    public void Lines_are_wrapped_at_words(string text, int lines) =>
        Assert.Equal(lines, TextBlock.Lines(text, 36.75, new(10)));

    [Fact]
    public void A_word_wider_than_its_cell_is_cut_into_lines() =>
        Assert.Equal(4, TextBlock.Lines(new string('m', 20), 46.5, new(10)));

    [Theory]
    [InlineData(1, 12, 16.5)]
    [InlineData(1, 13, 18)]
    [InlineData(1, 14, 19.5)]
    [InlineData(4, 10, 52.5)]
    [InlineData(100, 10, 409.5)]
    public void A_row_is_as_high_as_its_lines(int lines, double size, double height) =>
        Assert.Equal(height, TextBlock.Height(lines, new(size)));

    [Fact]
    public void A_row_is_never_lower_than_its_text_needs()
    {
        var report = Given.Report(Given.ManyRows(120), Given.Year);
        using var opened = Opened.Of(report);
        var widths = opened.Sheet.Descendants<Column>().Select(c => c.Width!.Value * 6).ToArray();
        var merged = opened.Sheet.Descendants<MergeCell>().ToDictionary(m => m.Reference!.Value!.Split(':')[0], m => m.Reference!.Value!.Split(':')[1]);

        foreach (var row in opened.Rows)
        {
            foreach (var cell in row.Elements<Cell>().Where(c => Opened.TextOf(c).Length > 0))
            {
                var address = cell.CellReference!.Value!;
                var last = ColumnOf(merged.GetValueOrDefault(address, address));
                var width = widths[ColumnOf(address)..(last + 1)].Sum();
                var font = opened.FontOf(cell);
                var face = new Face(font.FontSize!.Val!.Value, font.Bold is not null, font.Italic is not null);
                var needed = TextBlock.Height(TextBlock.Lines(Opened.TextOf(cell), width, face), face);
                Assert.True(row.Height!.Value >= needed, $"{address}: {row.Height.Value} < {needed}");
            }
        }
    }

    private static int ColumnOf(string address) => address[0] - 'A';

    [Fact]
    public void A_page_that_ends_between_groups_needs_no_break_of_ours() =>
        Assert.Empty(PageFilling.Breaks([.. Enumerable.Repeat(50.0, 12)], 1, []));

    [Fact]
    public void A_group_across_the_end_of_a_page_is_moved_whole() =>
        Assert.Equal([9], PageFilling.Breaks([.. Enumerable.Repeat(50.0, 12)], 1, [new Together(9, 10)]));

    [Fact]
    public void A_row_that_fits_by_a_hair_is_moved_so_that_every_program_agrees() =>
        Assert.Equal([10], PageFilling.Breaks([.. Enumerable.Repeat(50.0, 9), 25, 50], 1, []));

    [Fact]
    public void What_is_higher_than_a_page_is_not_kept_together() =>
        Assert.Empty(PageFilling.Breaks([.. Enumerable.Repeat(50.0, 14)], 1, [new Together(1, 14)]));

    [Fact]
    public void The_signature_never_stands_without_the_last_row_and_the_count()
    {
        for (var count = 1; count <= 40; count++)
        {
            using var opened = Opened.Of(Given.Report(Given.ManyRows(count)));
            var heights = opened.Rows.Select(r => r.Height!.Value).ToList();
            var head = (int)opened.Head.RowIndex!.Value;
            var breaks = opened.Sheet.Descendants<Break>().Select(b => (int)b.Id!.Value).ToHashSet();
            var lastTableRow = head + count;
            var firstOfLastPage = FirstOfLastPage(heights, head, breaks);
            Assert.True(firstOfLastPage <= lastTableRow, $"{count} rows: the last page begins with row {firstOfLastPage} of {heights.Count}");
        }
    }

    /// <summary>Breaks as a spreadsheet program does: before the row that no longer fits, or where told.</summary>
    private static int FirstOfLastPage(List<double> heights, int head, HashSet<int> breaks)
    {
        var (first, used) = (1, 0.0);
        for (var row = 1; row <= heights.Count; row++)
        {
            if (row > 1 && (breaks.Contains(row - 1) || used + heights[row - 1] > PageFilling.Page))
            {
                first = row;
                used = row > head ? heights[head - 1] : 0;
            }
            used += heights[row - 1];
        }
        return first;
    }
}
