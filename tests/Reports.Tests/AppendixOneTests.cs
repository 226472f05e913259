using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanTracker.Domain.Reporting;
using PlanTracker.TestKit;

namespace PlanTracker.Reports.Tests;

public sealed class AppendixOneTests
{
    public static TheoryData<string> EveryWindow => [.. Given.Windows.Select(w => w.Code)];

    [Theory]
    [MemberData(nameof(EveryWindow))]
    public void The_workbook_of_every_period_is_valid_for_office_2019_and_microsoft_365(string code)
    {
        using var opened = Opened.Of(Given.Report(Given.Windows.Single(w => w.Code == code), state: ReportState.Preview));

        Assert.Empty(opened.Faults());
    }

    [Fact]
    public void The_workbook_of_the_third_quarter_is_the_one_agreed_on()
    {
        using var opened = Opened.Of(Given.Report(Given.QuarterThree));

        Golden.Matches("quarter-three.sheet.txt", SheetDump.Of(opened));
    }

    [Fact]
    public void The_workbook_of_the_year_is_the_one_agreed_on()
    {
        using var opened = Opened.Of(Given.Report(Given.Year, new(2024, 9, 10), isSample: false, state: ReportState.Preview));

        Golden.Matches("year-preview.sheet.txt", SheetDump.Of(opened));
    }

    [Fact]
    public void Every_figure_in_a_cell_is_the_figure_of_the_report()
    {
        var report = Given.Report(Given.ManyRows(200), Given.Year);
        using var opened = Opened.Of(report);

        for (var index = 0; index < report.Rows.Count; index++)
        {
            var row = report.Rows[index];
            Shows(row.Figures.Value, opened, index, "Chỉ tiêu");
            Shows(row.Figures.InPeriod, opened, index, "Thực hiện");
            Shows(row.Figures.ToDate, opened, index, "Lũy kế");
            Shows(row.Figures.Percent, opened, index, "Tỷ lệ");
            Shows(row.Figures.Forecast, opened, index, "Ước");
            Assert.Equal(row.Label, Opened.TextOf(opened.Body(index, "TT")));
            Assert.Equal(row.Entries == 0 ? "-" : $"{row.WithEvidence}/{row.Entries}", Opened.TextOf(opened.Body(index, "Minh chứng")));
            Assert.Equal(row.DeliveryModeAsked ? row.Modes : "-", Opened.TextOf(opened.Body(index, "Hình thức tổ chức")));
        }
    }

    [Fact]
    public void A_zero_is_the_number_zero_and_nothing_is_a_dash()
    {
        using var opened = Opened.Of(Given.Report([Given.Row(1, "Cuộc thi", "cuộc", null, 0, 0, ProgressStatus.Ongoing)]));

        var zero = opened.Body(0, "Thực hiện");
        Assert.True(Opened.IsNumber(zero));
        Assert.Equal("0", zero.CellValue!.Text);
        Assert.Equal("-", Opened.TextOf(opened.Body(0, "Chỉ tiêu")));
        Assert.Equal("-", Opened.TextOf(opened.Body(0, "Tỷ lệ")));
    }

    [Fact]
    public void Wording_stays_text_and_figures_carry_their_number_format()
    {
        using var opened = Opened.Of(Given.Report([Given.Row(12, "Tờ gấp", "tờ", 15000, 4500, 12000.5m, ProgressStatus.OnTrack)]));

        Assert.True(Opened.IsText(opened.Body(0, "Số lượng")));
        Assert.Equal("15.000 tờ", Opened.TextOf(opened.Body(0, "Số lượng")));
        Assert.Equal("#,##0", opened.NumberFormatOf(opened.Body(0, "Chỉ tiêu")));
        Assert.Equal("#,##0.####", opened.NumberFormatOf(opened.Body(0, "Lũy kế")));
        Assert.Equal("#,##0.0", opened.NumberFormatOf(opened.Body(0, "Tỷ lệ")));
        Assert.Equal("80", opened.Body(0, "Tỷ lệ").CellValue!.Text);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84 292")]
    [InlineData("-2 số")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public void Text_that_looks_like_a_formula_is_quoted_text(string text)
    {
        using var opened = Opened.Of(Given.Report([Given.Row(1, text, "số", 1, 0, 0, ProgressStatus.NotStarted, note: text)]));

        foreach (var head in new[] { "Hình thức tuyên truyền", "Ghi chú" })
        {
            var cell = opened.Body(0, head);
            Assert.True(Opened.IsText(cell));
            Assert.True(opened.IsQuoted(cell));
            Assert.Equal(text.ReplaceLineEndings("\n"), Opened.TextOf(cell).ReplaceLineEndings("\n"));
        }
        Assert.Empty(opened.Sheet.Descendants<CellFormula>());
        Assert.False(opened.IsQuoted(opened.Body(0, "Cơ quan phối hợp")));
    }

    [Fact]
    public void Characters_a_file_cannot_hold_do_not_spoil_it()
    {
        using var opened = Opened.Of(Given.Report([Given.Row(1, "a\u0001b\uD800 _x0041_ 😀", "số", 1, 0, 0, ProgressStatus.NotStarted)]));

        Assert.Equal("a\uFFFDb\uFFFD _x005F_x0041_ 😀", Opened.TextOf(opened.Body(0, "Hình thức tuyên truyền")));
        Assert.Empty(opened.Faults());
    }

    [Theory]
    [InlineData(true, ReportState.Issued, "Dữ liệu mẫu")]
    [InlineData(true, ReportState.Preview, "Dự thảo - Dữ liệu mẫu")]
    [InlineData(false, ReportState.Preview, "Dự thảo")]
    [InlineData(false, ReportState.Issued, null)]
    public void Sample_data_and_previews_say_so_on_every_page(bool isSample, ReportState state, string? mark)
    {
        using var opened = Opened.Of(Given.Report(isSample: isSample, state: state));

        var header = opened.Sheet.Descendants<HeaderFooter>().Single();
        var right = mark is null ? "" : $"&R&\"Times New Roman,Italic\"&11{mark}";
        Assert.Equal("&C&\"Times New Roman,Regular\"&13&P" + right, header.OddHeader!.Text);
        Assert.Equal(right, header.FirstHeader?.Text ?? "");
        Assert.True(header.DifferentFirst!.Value);
    }

    [Theory]
    [MemberData(nameof(EveryWindow))]
    public void Only_a_whole_year_is_forecast(string code)
    {
        using var opened = Opened.Of(Given.Report(Given.Windows.Single(w => w.Code == code)));

        Assert.Equal(code is "2024-Y" or "2024-KH", opened.Heads.Contains("Ước thực hiện cả năm"));
        Assert.Equal(opened.Heads.Count, opened.Sheet.Descendants<Column>().Count());
        Assert.InRange(opened.Sheet.Descendants<Column>().Sum(c => c.Width!.Value * 8), 930, 952);
    }

    [Fact]
    public void A_status_is_a_word_and_a_fill()
    {
        using var opened = Opened.Of(Given.Report());

        var behind = opened.Body(3, "Trạng thái");
        Assert.Equal("Chậm tiến độ", Opened.TextOf(behind));
        Assert.Equal("FFFFF2CC", opened.FillOf(behind));
    }

    [Fact]
    public void The_last_row_counts_activities_and_never_adds_units()
    {
        using var opened = Opened.Of(Given.Report());

        var last = Opened.TextOf(opened.Rows[(int)opened.Head.RowIndex!.Value + 16].Elements<Cell>().First());
        Assert.Equal("15 hoạt động: 3 hoàn thành, 8 đúng tiến độ, 3 chậm tiến độ, 0 quá hạn, 1 chưa triển khai", last);
    }

    [Fact]
    public void The_table_has_no_merged_cells()
    {
        using var opened = Opened.Of(Given.Report());

        var head = (int)opened.Head.RowIndex!.Value;
        Assert.DoesNotContain(
            opened.Sheet.Descendants<MergeCell>().Select(m => RowOf(m.Reference!.Value!)), row => row >= head && row <= head + 16);
    }

    [Fact]
    public void The_file_names_its_title_and_no_machine()
    {
        using var opened = Opened.Of(Given.Report());

        Assert.Contains("Báo cáo kết quả thực hiện Kế hoạch công tác thông tin", opened.CoreProperties, StringComparison.Ordinal);
        Assert.DoesNotContain("lastModifiedBy", opened.CoreProperties, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.MachineName, opened.CoreProperties, StringComparison.Ordinal);
    }

    private static int RowOf(string reference) =>
        int.Parse(reference[..reference.IndexOf(':', StringComparison.Ordinal)].TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), CultureInfo.InvariantCulture);

    private static void Shows(decimal? figure, Opened opened, int row, string head)
    {
        var cell = opened.Body(row, head);
        if (figure is null)
            Assert.Equal("-", Opened.TextOf(cell));
        else
            Assert.Equal(figure, decimal.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture));
    }
}
