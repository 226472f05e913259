using PlanTracker.Domain;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Tasks;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Appendices;

/// <summary>The sheet of tasks: what agencies said of the plan's tasks without a number.</summary>
internal static class TasksSheet
{
    public const string Name = "Nhiệm vụ";

    public static FinishedSheet Build(PlanReport report, TaskTable table, StyleBook styles)
    {
        var appendix = new AppendixSheet(
            Name, $"THỰC HIỆN NHIỆM VỤ TẠI MỤC VI CỦA KẾ HOẠCH, {AppendixSheet.PeriodInCapitals(report)}", report, styles, [10, 16, 66, 44, 18, 33, 64]);
        appendix.Head("TT", "Mục", "Nhiệm vụ", "Giao cho", "Đã cập nhật", "Tình hình", "Kết quả thực hiện");
        for (var index = 0; index < table.Rows.Count; index++)
        {
            var row = table.Rows[index];
            appendix.Sheet.Row(
                AppendixSheet.TableRow, Piece.Of(0, Looks.TableCentred, index + 1), new Piece(1, Looks.TableCentred, row.Number), new Piece(2, Looks.TableText, row.Text),
                new Piece(3, Looks.TableText, row.GivenTo), new Piece(4, Looks.TableCentred, $"{row.Said}/{row.Expected}"), new Piece(5, Looks.TableText, row.State),
                new Piece(6, Looks.TableText, row.Result ?? "-"));
        }
        appendix.Count(
            $"Tổng số {VietnameseNumber.Wording(table.Rows.Count)} nhiệm vụ: đã thực hiện {VietnameseNumber.Wording(table.Done)}; đang thực hiện {VietnameseNumber.Wording(table.Doing)}; " +
            $"chưa có thông tin {VietnameseNumber.Wording(table.Silent)}");
        appendix.Note("Ghi chú: Nhiệm vụ giao cho nhiều cơ quan được tính là đã thực hiện khi mọi cơ quan được giao báo đã thực hiện.");
        return appendix.Finish();
    }
}
