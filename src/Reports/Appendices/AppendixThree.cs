using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Appendices;

/// <summary>Phụ lục III: the events of the period; those of a row add up to what Phụ lục I says of it.</summary>
internal static class AppendixThree
{
    public const string Name = "Phụ lục III";

    public static FinishedSheet Build(PlanReport report, IReadOnlyList<EventRow> events, StyleBook styles)
    {
        var appendix = new AppendixSheet(
            Name, $"CHI TIẾT CÁC HOẠT ĐỘNG ĐÃ THỰC HIỆN TRONG {AppendixSheet.PeriodInCapitals(report)}", report, styles, [10, 13, 20, 54, 63, 14, 13, 15, 49]);
        appendix.Head("TT", "Dòng KH", "Ngày", "Tên hoạt động", "Địa điểm/hình thức", "Số lượng", "Đơn vị tính", "Số người", "Minh chứng");
        var unproved = Looks.TableText with { Fill = StatusFill.Of(ProgressStatus.Behind) };
        for (var index = 0; index < events.Count; index++)
        {
            var e = events[index];
            appendix.Sheet.Row(
                AppendixSheet.TableRow, Piece.Of(0, Looks.TableCentred, index + 1), new Piece(1, Looks.TableCentred, e.Label), Piece.Of(2, Looks.TableCentred, e.Date),
                new Piece(3, Looks.TableText, TitleOf(e)), new Piece(4, Looks.TableText, e.Place), Piece.Of(5, Looks.TableCentred, e.Quantity),
                new Piece(6, Looks.TableCentred, e.Unit), Piece.Of(7, Looks.TableCentred, (decimal?)e.People),
                new Piece(8, e.Evidence.StartsWith(EventsPart.NoEvidence, StringComparison.Ordinal) ? unproved : Looks.TableText, e.Evidence));
        }
        if (events.Count == 0)
            appendix.Count("Trong kỳ chưa có hoạt động nào được xác nhận.");
        appendix.Note(
            $"Ghi chú: Dòng KH là số thứ tự tại bảng hoạt động của Kế hoạch số {report.Plan.Number}. “-” là không áp dụng. Tổng theo từng dòng bằng cột “Thực hiện trong kỳ” của Phụ lục I.");
        return appendix.Finish();
    }

    private static string TitleOf(EventRow e)
    {
        var title = e.Correction is { } correction ? $"{e.Title} ({correction})" : e.Title;
        return e.CountedOn == e.Date ? title : $"{title} (tính từ ngày {PeriodWording.Day(e.CountedOn)}, vì ngày thực hiện đã khóa khi được xác nhận)";
    }
}
