using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Appendices;

/// <summary>Phụ lục VII: news sent, by agency and field of reform, and what became of it.</summary>
internal static class AppendixSeven
{
    public const string Name = "Phụ lục VII";
    private const double LowerHead = 56.25;

    public static FinishedSheet Build(PlanReport report, NewsTable news, StyleBook styles)
    {
        var appendix = new AppendixSheet(
            Name, $"TIN, BÀI THEO CƠ QUAN, ĐƠN VỊ VÀ LĨNH VỰC TRONG {AppendixSheet.PeriodInCapitals(report)}", report, styles,
            [10, 64, 18, 18, 18, 18, 18, 23, 16, 16, 16, 16]);
        appendix.TwoRowHead(
            Looks.TableHead, Looks.TableHead, LowerHead, ("TT", [], false), ("Cơ quan, đơn vị", [], false),
            ("Số tin, bài gửi theo lĩnh vực CCHC",
                ["Thể chế", "Thủ tục hành chính", "Tổ chức bộ máy", "Chế độ công vụ", "Tài chính công", "Chính quyền điện tử, chính quyền số"], false),
            ("Kết quả", ["Tổng số gửi", "Được chọn", "Đã đăng", "Không chọn"], false));
        for (var index = 0; index < news.Rows.Count; index++)
            Row(appendix.Sheet, Piece.Of(0, Looks.TableCentred, index + 1), news.Rows[index], Looks.TableText, Looks.TableCentred);
        var total = Looks.TableTotal with { Across = Across.Centre };
        Row(appendix.Sheet, new Piece(0, total, ""), news.Total, Looks.TableTotal, total);
        appendix.Note("Ghi chú: Theo ngày gửi trong kỳ. Cơ quan, đơn vị không gửi tin, bài trong kỳ không liệt kê.");
        return appendix.Finish();
    }

    private static void Row(SheetBuilder sheet, Piece first, NewsRow row, CellLook text, CellLook centred) => sheet.Row(
        AppendixSheet.TableRow,
        [first, new Piece(1, text, row.Name), .. row.ByField.Concat([row.Sent, row.Selected, row.Published, row.Declined]).Select((n, index) => Piece.Of(2 + index, centred, n))]);
}
