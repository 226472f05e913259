using System.Globalization;

namespace PlanTracker.Domain.Reporting;

/// <summary>Several years as one sheet.</summary>
public static class YearsExport
{
    /// <summary>The table: for each year target, done, percent.</summary>
    public static FigureSheet Of(YearsCompared compared) => new(
        "So sánh các năm", "SO SÁNH CHỈ TIÊU VÀ KẾT QUẢ THỰC HIỆN CÁC NĂM",
        $"({string.Join("; ", compared.Years.Select(y => string.Create(CultureInfo.InvariantCulture, $"{y.Plan.Year}: Kế hoạch {y.Plan.Number}, số liệu đến ngày {y.AsOf:dd/MM/yyyy}")))})",
        [
            new("TT", 10, ColumnKind.Mark), new("Hoạt động", 62), new("ĐVT", 20, ColumnKind.Mark),
            .. compared.Years.SelectMany(y => new FigureColumn[]
            {
                new($"{NameOf(compared, y)}: chỉ tiêu", 22, ColumnKind.Number), new($"{NameOf(compared, y)}: thực hiện", 22, ColumnKind.Number), new($"{NameOf(compared, y)}: tỷ lệ (%)", 18, ColumnKind.Percent),
            }),
        ],
        [
            .. compared.Lines.Select((line, index) => new FigureRow(
            [
                (decimal?)(index + 1), line.Part is { } part ? $"{line.Title}: {part}" : line.Title, line.Unit.Length > 0 ? line.Unit : "-",
                .. line.Cells.SelectMany(c => new FigureCell[] { c?.Value, c?.ToDate, c?.Percent }),
            ])),
            Money("Kinh phí được phê duyệt (đồng)", compared, y => y.Money?.Stages.TryGetValue(Funding.FundingStage.Approval, out var amount) == true ? amount : null),
            Money("Kinh phí đã giải ngân (đồng)", compared, y => y.Money?.Stages.TryGetValue(Funding.FundingStage.Disbursement, out var amount) == true ? amount : null),
        ],
        "Ghi chú: “-” là năm đó không có chỉ tiêu, hoặc chưa có số. Số lượng khác đơn vị tính không cộng với nhau.",
        compared.Years.Any(y => y.Plan.IsSample));

    /// <summary>The year; with the plan's number where two plans are of one year.</summary>
    public static string NameOf(YearsCompared compared, YearColumn year) => compared.Years.Count(y => y.Plan.Year == year.Plan.Year) > 1
        ? string.Create(CultureInfo.InvariantCulture, $"{year.Plan.Year} ({year.Plan.Number})") : year.Plan.Year.ToString(CultureInfo.InvariantCulture);

    private static FigureRow Money(string title, YearsCompared compared, Func<YearColumn, long?> amount) => new(
        ["", title, "đồng", .. compared.Years.SelectMany(y => new FigureCell[] { (decimal?)null, (decimal?)amount(y), (decimal?)null })], IsTotal: true);
}
