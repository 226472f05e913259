using System.Globalization;
using PlanTracker.Domain.Funding;

namespace PlanTracker.Domain.Reporting;

/// <summary>The tables of charts for workbooks: the same numbers as on the page.</summary>
public static class ChartExports
{
    /// <summary>Activities by months: done and expected of every month.</summary>
    public static FigureSheet Of(MonthMatrix matrix) => new(
        "Theo tháng", $"KẾT QUẢ THỰC HIỆN THEO THÁNG, KẾ HOẠCH {matrix.Plan.Number}",
        $"(Số liệu đến ngày {Day(matrix.AsOf)}; mỗi tháng: đã thực hiện và mức cần có thêm)",
        [
            new("TT", 14, ColumnKind.Mark), new("Hoạt động", 62), new("ĐVT", 18, ColumnKind.Mark), new("Cơ quan chủ trì", 46),
            .. matrix.Months.SelectMany(m => new FigureColumn[] { new($"{NameOf(m)}: thực hiện", 17, ColumnKind.Number), new($"{NameOf(m)}: cần có", 17, ColumnKind.Number) }),
            new("Lũy kế", 20, ColumnKind.Number), new("Cần có đến nay", 20, ColumnKind.Number), new("Chỉ tiêu", 20, ColumnKind.Number),
        ],
        [
            .. matrix.Rows.Select(row => new FigureRow(
            [
                row.Target.Target.Label, row.Target.Target.Part is { } part ? $"{row.Activity.Activity.ShortTitle}: {part}" : row.Activity.Activity.ShortTitle,
                row.Target.Target.Unit.Length > 0 ? row.Target.Target.Unit : "-", row.Activity.Lead.Name,
                .. row.Cells.SelectMany(c => new FigureCell[] { c.State is MonthState.Future or MonthState.Outside ? (decimal?)null : c.Done, c.Expected }),
                (decimal?)row.Target.Figures.ToDate, row.Target.Figures.Expected, row.Target.Figures.Value,
            ])),
        ],
        "Ghi chú: “-” là tháng chưa đến hoặc chỉ tiêu không có số. Số lượng khác đơn vị tính không cộng với nhau.", matrix.Plan.IsSample);

    /// <summary>The curves of an activity, one below the other.</summary>
    public static FigureSheet Of(ActivityCurves curves) => new(
        "Đường tiến độ", $"TIẾN ĐỘ HOẠT ĐỘNG {curves.Activity.Activity.Order}: {curves.Activity.Activity.ShortTitle.ToUpper(CultureInfo.GetCultureInfo("vi-VN"))}",
        $"(Kế hoạch {curves.Plan.Number}; số liệu đến ngày {Day(curves.Activity.AsOf)}; lũy kế)",
        [
            new("Chỉ tiêu", 20, ColumnKind.Mark), new("ĐVT", 20, ColumnKind.Mark), new("Ngày", 28, ColumnKind.Mark),
            new("Cần có", 28, ColumnKind.Number), new("Đã thực hiện", 28, ColumnKind.Number), new("Ước thực hiện", 28, ColumnKind.Number),
        ],
        [
            .. curves.Curves.SelectMany(c => c.Points.Select(p => new FigureRow(
                [c.Target.Target.Label, c.Target.Target.Unit, Day(p.On), (decimal?)p.Planned, p.Actual, p.Forecast]))),
        ],
        "Ghi chú: Ước thực hiện là mức ước cả năm chia đều cho thời gian còn lại. “-” là chưa có số.", curves.Plan.IsSample);

    /// <summary>The streams of a plan's money.</summary>
    public static FigureSheet Of(PlanMoney money) => new(
        "Dòng kinh phí", $"DÒNG KINH PHÍ KẾ HOẠCH {money.Plan.Number}", $"(Số liệu đến ngày {Day(money.AsOf)}; đơn vị tính: đồng)",
        [new("Từ bước", 60), new("Đến", 60), new("Số tiền", 40, ColumnKind.Number)],
        [.. money.Flow.Select(s => new FigureRow([s.FromName, s.ToName, (decimal?)s.Amount]))],
        "Ghi chú: Mỗi bước, số vào bằng số ra; số đã giải ngân, đã quyết toán dừng ở đó.", money.Plan.IsSample);

    /// <summary>T3/2024.</summary>
    public static string NameOf(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"T{month.Month}/{month.Year}");

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
