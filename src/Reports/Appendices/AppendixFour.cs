using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Appendices;

/// <summary>Phụ lục IV: money by activity and source, through its stages; totals by source.</summary>
internal static class AppendixFour
{
    public const string Name = "Phụ lục IV";

    public static FinishedSheet Build(PlanReport report, MoneyTable money, StyleBook styles)
    {
        var appendix = new AppendixSheet(
            Name, $"KINH PHÍ THỰC HIỆN, LŨY KẾ ĐẾN NGÀY {PeriodWording.Day(report.AsOf)}", report, styles, [9, 56, 36, 22, 22, 22, 22, 22, 22, 18]);
        appendix.Sheet.Line(Looks.Recipient with { Across = Across.Right }, "Đơn vị tính: đồng");
        appendix.TwoRowHead(
            Looks.TableHead, Looks.TableHead, AppendixSheet.TableRow,
            ("TT", [], false), ("Hoạt động", [], false), ("Nguồn kinh phí", [], false), ("Dự toán", [], false), ("Thẩm định", [], false), ("Phê duyệt", [], false),
            ("Giải ngân", ["Trong kỳ", "Lũy kế"], false), ("Quyết toán", [], false), ("Giải ngân/ phê duyệt (%)", [], false));
        foreach (var row in money.Rows)
            Row(appendix.Sheet, row, Looks.TableText, Looks.TableCentred, Looks.TableMoney);
        foreach (var total in money.Totals)
        {
            // As large as the rows: a sum of ten digits is no smaller than what it is the sum of.
            var look = Looks.TableTotal with { Face = new(10, Bold: true) };
            Row(appendix.Sheet, total, look, look with { Across = Across.Centre }, look with { Across = Across.Right });
        }
        appendix.Note("Ghi chú: “-” là chưa có số liệu được cập nhật. Hoạt động có nhiều nguồn được ghi mỗi nguồn một dòng.");
        return appendix.Finish();
    }

    private static void Row(SheetBuilder sheet, MoneyRow row, CellLook text, CellLook centred, CellLook money) => sheet.Row(
        AppendixSheet.TableRow, new Piece(0, centred, row.Label), new Piece(1, text, row.Title), new Piece(2, row.Source == MoneyRow.None ? centred : text, row.Source),
        Piece.Of(3, money, (decimal?)row.Estimate), Piece.Of(4, money, (decimal?)row.Appraisal), Piece.Of(5, money, (decimal?)row.Approval),
        Piece.Of(6, money, (decimal?)row.DisbursedInPeriod), Piece.Of(7, money, (decimal?)row.Disbursed), Piece.Of(8, money, (decimal?)row.Settlement),
        Piece.Of(9, centred, row.Percent, NumberFormats.OneDecimal));
}
