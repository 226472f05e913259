using PlanTracker.Domain;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Appendices;

/// <summary>Phụ lục V: who has not sent a report, and who sent it late.</summary>
internal static class AppendixFive
{
    public const string Name = "Phụ lục V";

    public static FinishedSheet Build(PlanReport report, LateTable late, StyleBook styles)
    {
        var appendix = new AppendixSheet(
            Name, $"CƠ QUAN, ĐƠN VỊ CHƯA GỬI HOẶC GỬI CHẬM BÁO CÁO {AppendixSheet.PeriodInCapitals(report)}", report, styles, [10, 74, 42, 21, 21, 24, 20, 18, 21]);
        appendix.Head("TT", "Cơ quan, đơn vị", "Khối", "Hạn gửi", "Ngày gửi", "Tình trạng", "Số ngày chậm", "Số lần đã nhắc", "Nhắc gần nhất");
        for (var index = 0; index < late.Rows.Count; index++)
        {
            var row = late.Rows[index];
            var missing = row.SentOn is null;
            appendix.Sheet.Row(
                AppendixSheet.TableRow, Piece.Of(0, Looks.TableCentred, index + 1), new Piece(1, Looks.TableText, row.Name), new Piece(2, Looks.TableText, row.Block),
                Piece.Of(3, Looks.TableCentred, row.DueOn), Piece.Of(4, Looks.TableCentred, row.SentOn),
                new Piece(5, Looks.TableCentred with { Fill = StatusFill.Of(missing ? ProgressStatus.Overdue : ProgressStatus.Behind) }, missing ? "Chưa gửi" : "Gửi chậm"),
                Piece.Of(6, Looks.TableCentred, row.DaysLate), Piece.Of(7, Looks.TableCentred, (decimal?)row.Reminders), Piece.Of(8, Looks.TableCentred, row.LastReminder));
        }
        appendix.Count(
            $"Phải gửi {VietnameseNumber.Wording(late.Expected)}; đúng hạn {VietnameseNumber.Wording(late.OnTime)}; gửi chậm {VietnameseNumber.Wording(late.Late)}; " +
            $"chưa gửi {VietnameseNumber.Wording(late.Missing)}{(late.NotYetDue > 0 ? $" (trong đó {VietnameseNumber.Wording(late.NotYetDue)} chưa đến hạn)" : "")}; tỷ lệ đã gửi {Percent(late.SentPercent)}; tỷ lệ đúng hạn {Percent(late.OnTimePercent)}");
        appendix.Note($"Ghi chú: Tính đến hết ngày {PeriodWording.Day(late.AsOf)}. Ngày hạn được tính trọn ngày; đơn vị chưa gửi thì số ngày chậm tính đến {PeriodWording.Day(late.AsOf)}.");
        return appendix.Finish();
    }

    private static string Percent(decimal? percent) => percent is null ? "-" : VietnameseNumber.Percent(percent) + "%";
}
