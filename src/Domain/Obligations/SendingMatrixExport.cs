using System.Globalization;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Obligations;

/// <summary>Agencies by periods as a table for a workbook: a row an agency, a column a period.</summary>
public static class SendingMatrixExport
{
    /// <summary>The table.</summary>
    public static FigureSheet Of(SendingMatrix matrix) => new(
        "Gửi báo cáo", $"TÌNH HÌNH GỬI BÁO CÁO CỦA CÁC CƠ QUAN, KẾ HOẠCH {matrix.Plan.Number}",
        $"(Tính đến ngày {matrix.Today.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)})",
        [
            new("TT", 12, ColumnKind.Number), new("Cơ quan, đơn vị", 70), new("Cấp", 44), new("Quận, huyện", 44),
            .. matrix.Periods.Select(p => new FigureColumn(p.Name, 30, ColumnKind.Mark)),
            new("Chưa gửi", 18, ColumnKind.Number), new("Gửi chậm", 18, ColumnKind.Number),
        ],
        [
            .. matrix.Rows.Select((row, index) => new FigureRow(
            [
                (decimal?)(index + 1), row.Agency.Name, LevelWords.NameOf(row.Level), row.District?.Name ?? "",
                .. row.Cells.Select(c => (FigureCell)WordOf(c)), (decimal?)row.Missing, (decimal?)row.Late,
            ])),
            new(["", "Chưa gửi, đã quá hạn", "", "", .. matrix.Periods.Select(p => (FigureCell)(decimal?)matrix.Count(p, SendingMark.Missing)), (decimal?)matrix.Rows.Sum(r => r.Missing), ""], IsTotal: true),
            new(["", "Gửi chậm", "", "", .. matrix.Periods.Select(p => (FigureCell)(decimal?)matrix.Count(p, SendingMark.Late)), "", (decimal?)matrix.Rows.Sum(r => r.Late)], IsTotal: true),
        ],
        "Ghi chú: “-” là cơ quan không phải gửi báo cáo của kỳ. Đúng hạn, chậm tính theo lần gửi đầu tiên.", matrix.Plan.IsSample);

    /// <summary>What stands in a cell; with the number of things where there are several.</summary>
    public static string WordOf(SendingCell cell) => cell.Mark is not { } mark ? "-"
        : cell.Views.Count == 1 ? ObligationWords.NameOf(mark)
        : string.Join("; ", cell.Views.CountBy(SendingCell.MarkOf).OrderBy(c => c.Key).Select(c => $"{c.Value} {ObligationWords.NameOf(c.Key).ToLower(CultureInfo.GetCultureInfo("vi-VN"))}"));
}
