using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Appendices;

/// <summary>The last sheet: what has changed since the last issued report.</summary>
internal static class ChangesSheet
{
    public const string Name = "Thay đổi";

    public static FinishedSheet Build(PlanReport report, ReportChanges changes, StyleBook styles)
    {
        var appendix = new AppendixSheet(Name, $"THAY ĐỔI SO VỚI {changes.Since.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"))}", report, styles, [10, 14, 52, 40, 40, 40, 56]);
        appendix.Head("TT", "Dòng", "Hoạt động", "Nội dung thay đổi", "Đã báo cáo", "Nay", "Ghi chú");
        for (var index = 0; index < changes.Rows.Count; index++)
        {
            var row = changes.Rows[index];
            var kind = ReportDifferences.NameOf(row.Kind);
            var what = row.What.Length == 0 || row.What.Equals(kind, StringComparison.OrdinalIgnoreCase) ? kind : $"{kind}: {row.What}";
            appendix.Sheet.Row(
                AppendixSheet.TableRow, Piece.Of(0, Looks.TableCentred, index + 1), new Piece(1, Looks.TableCentred, row.Label), new Piece(2, Looks.TableText, row.Title),
                new Piece(3, Looks.TableText, what), new Piece(4, Looks.TableCentred, row.Before), new Piece(5, Looks.TableCentred, row.Now), new Piece(6, Looks.TableText, row.Note));
        }
        if (changes.Rows.Count == 0)
            appendix.Count("Không có thay đổi.");
        appendix.Note("Ghi chú: So sánh chỉ tiêu, lũy kế, trạng thái, tên cơ quan và các lần điều chỉnh; hai kỳ khác nhau nên không so số trong kỳ.");
        return appendix.Finish();
    }
}
