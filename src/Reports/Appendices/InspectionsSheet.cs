using PlanTracker.Domain;
using PlanTracker.Domain.Inspections;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Appendices;

/// <summary>The sheet of inspections: what was checked, found and recommended, and how recommendations stand.</summary>
internal static class InspectionsSheet
{
    public const string Name = "Kiểm tra";

    public static FinishedSheet Build(PlanReport report, InspectionTable table, StyleBook styles)
    {
        var appendix = new AppendixSheet(
            Name, $"KIỂM TRA CÔNG TÁC THÔNG TIN, TUYÊN TRUYỀN, {AppendixSheet.PeriodInCapitals(report)}", report, styles, [10, 40, 44, 21, 21, 52, 63]);
        appendix.Head("TT", "Cơ quan được kiểm tra", "Nội dung", "Ngày dự kiến", "Ngày kiểm tra", "Kết quả", "Kiến nghị và việc thực hiện");
        for (var index = 0; index < table.Rows.Count; index++)
        {
            var row = table.Rows[index];
            appendix.Sheet.Row(
                AppendixSheet.TableRow, Piece.Of(0, Looks.TableCentred, index + 1), new Piece(1, Looks.TableText, row.AgencyName), new Piece(2, Looks.TableText, row.Title),
                Piece.Of(3, Looks.TableCentred, row.Planned), Piece.Of(4, Looks.TableCentred, row.Held), new Piece(5, Looks.TableText, row.Findings ?? "Chưa kiểm tra"),
                new Piece(6, Looks.TableText, row.Recommendations ?? "-"));
        }
        appendix.Count(
            $"Đã kiểm tra {VietnameseNumber.Wording(table.Held)} cuộc; {VietnameseNumber.Wording(table.Recommended)} kiến nghị, đã thực hiện {VietnameseNumber.Wording(table.Done)}, " +
            $"quá hạn {VietnameseNumber.Wording(table.Late)}");
        return appendix.Finish();
    }
}
