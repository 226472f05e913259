using DocumentFormat.OpenXml.Spreadsheet;
using PlanTracker.TestKit;

namespace PlanTracker.Reports.Tests;

/// <summary>The appendices behind the first: each as it is dumped, all of them as a file.</summary>
public sealed class AppendicesTests
{
    private static readonly string[] Names = ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV", "Phụ lục V", "Phụ lục VI", "Phụ lục VII", "Thay đổi"];

    [Fact]
    public void A_part_without_data_has_no_sheet_and_the_others_stand_in_their_order()
    {
        using var whole = new Opened(new ReportWriter().Workbook(GivenAppendices.Report()));
        using var bare = Opened.Of(Given.Report());

        Assert.Equal(Names, whole.Workbook.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value!));
        Assert.Equal(["Phụ lục I"], bare.Workbook.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value!));
    }

    [Fact]
    public void The_file_is_valid_and_every_table_has_its_head_on_each_page()
    {
        using var opened = new Opened(new ReportWriter().Workbook(GivenAppendices.Report()));

        Assert.Empty(opened.Faults());
        Assert.Equal(Names.Length, opened.Workbook.Workbook.Descendants<DefinedName>().Count(n => n.Name == "_xlnm.Print_Titles"));
        Assert.Equal(Names.Length - 1, opened.Workbook.WorksheetParts.Count(p => p.Worksheet.Descendants<Pane>().Any()));
    }

    [Theory]
    [InlineData("Phụ lục II")]
    [InlineData("Phụ lục III")]
    [InlineData("Phụ lục IV")]
    [InlineData("Phụ lục V")]
    [InlineData("Phụ lục VI")]
    [InlineData("Phụ lục VII")]
    [InlineData("Thay đổi")]
    public void A_sheet_is_as_its_golden_says(string name)
    {
        using var opened = new Opened(new ReportWriter().Workbook(GivenAppendices.Report()), name);

        Golden.Matches($"{Domain.VietnameseText.Fold(name).Replace(' ', '-')}.txt", SheetDump.Of(opened));
        Assert.InRange(opened.Sheet.Descendants<Column>().Sum(c => c.Width!.Value * 8), 930, 956);
    }
}
