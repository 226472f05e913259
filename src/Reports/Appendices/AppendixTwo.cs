using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Appendices;

/// <summary>Phụ lục II: what agencies did on their own, a row each, by block with the block's sums.</summary>
internal static class AppendixTwo
{
    public const string Name = "Phụ lục II";
    private const double LowerHead = 68.25;
    private const double Row = 24;
    private const int FirstFigure = 3;
    private const int Socialised = FirstFigure + AgencyReportRow.Indicators;

    public static FinishedSheet Build(PlanReport report, AgencyReportTable table, StyleBook styles)
    {
        var appendix = new AppendixSheet(
            Name, $"HOẠT ĐỘNG TUYÊN TRUYỀN CỦA CƠ QUAN, ĐƠN VỊ, ĐỊA PHƯƠNG TRONG {AppendixSheet.PeriodInCapitals(report)}", report, styles,
            [7, 32, 27.5, 8, 11, 8, 11, 8.5, 7.5, 9, 9.5, 12, 9, 8, 7.5, 11, 9, 8, 16.3, 17, 15]);
        appendix.TwoRowHead(
            Looks.SmallHead, Looks.SmallTurned, LowerHead,
            [("TT", [], false), ("Cơ quan, đơn vị", [], false), ("Kế hoạch riêng\n(số, ngày)", [], false),
                .. AgencyReportColumns.Groups.Select(g => (g.Head, g.Columns, true)), ("Ngày gửi báo cáo", [], false), ("Tình trạng", [], false)]);
        var sheet = appendix.Sheet;
        var number = 0;
        for (var index = 0; index < table.Blocks.Count; index++)
        {
            var block = table.Blocks[index];
            Block(sheet, ((char)('A' + index)).ToString(), block);
            foreach (var row in block.Rows)
            {
                sheet.Row(
                    Row, [new Piece(0, Looks.SmallCentred, Domain.VietnameseNumber.Show(++number)), new Piece(1, Looks.SmallText, row.Name), new Piece(2, Looks.SmallCentred, row.OwnPlan),
                        .. Figures(row.Figures, row.Socialised, Looks.SmallCentred), Piece.Of(Socialised + 1, Looks.SmallCentred, row.SentOn),
                        new Piece(Socialised + 2, Looks.SmallCentred with { Fill = FillOf(row.Status) }, row.Status)]);
            }
        }
        if (table.Total is { } total)
            Block(sheet, "", total);
        appendix.Note($"Ghi chú: “-” là chưa có số liệu (khác với 0). Lượt người và lượt thi không phải số người. Tình trạng tính đến ngày {PeriodWording.Day(table.AsOf)}.");
        return appendix.Finish();
    }

    private static void Block(SheetBuilder sheet, string letter, AgencyReportBlock block) => sheet.Row(
        Row, [new Piece(0, Looks.SmallBlock, letter), new Piece(1, Looks.SmallBlock with { Across = Across.Left }, block.Name), new Piece(2, Looks.SmallBlock, block.OwnPlans),
            .. Figures(block.Figures, block.Socialised, Looks.SmallBlock), new Piece(Socialised + 1, Looks.SmallBlock, block.Sent),
            new Piece(Socialised + 2, Looks.SmallBlock, block.Due)]);

    private static IEnumerable<Piece> Figures(IReadOnlyList<decimal?> figures, decimal? socialised, CellLook look) =>
        figures.Select((figure, index) => Piece.Of(FirstFigure + index, look, figure)).Append(Piece.Of(Socialised, look, socialised));

    private static string? FillOf(string status) => status switch
    {
        "Gửi chậm" => StatusFill.Of(ProgressStatus.Behind),
        "Chưa gửi" => StatusFill.Of(ProgressStatus.Overdue),
        _ => null,
    };
}
