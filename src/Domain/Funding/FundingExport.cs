using System.Globalization;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Funding;

/// <summary>A plan's money as a table for a workbook: a row an activity and source, totals by source.</summary>
public static class FundingExport
{
    private static readonly FundingStage[] Stages = Enum.GetValues<FundingStage>();

    /// <summary>The table.</summary>
    public static FigureSheet Of(PlanMoney money) => new(
        "Kinh phí", $"KINH PHÍ THỰC HIỆN KẾ HOẠCH {money.Plan.Number}", $"(Số liệu đến ngày {money.AsOf.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}; đơn vị tính: đồng)",
        [
            new("TT", 9, ColumnKind.Mark), new("Hoạt động", 62), new("Cơ quan chủ trì", 46), new("Nguồn kinh phí", 42),
            .. Stages.Select(s => new FigureColumn(FundingWords.NameOf(s), 24, ColumnKind.Number)),
            new("Tỷ lệ giải ngân (%)", 18, ColumnKind.Percent), new("Còn được giải ngân", 24, ColumnKind.Number),
            new("Chi theo kết quả đã xác nhận", 26, ColumnKind.Number), new("Chênh lệch với giải ngân", 24, ColumnKind.Number), new("Dự toán gửi", 20, ColumnKind.Mark),
        ],
        [.. money.Standing.SelectMany(RowsOf), .. money.Totals.Select(TotalOf)],
        "Ghi chú: “-” là chưa ghi. Tỷ lệ giải ngân so với số được phê duyệt; nguồn không qua phê duyệt thì so với dự toán.",
        money.Plan.IsSample);

    private static IEnumerable<FigureRow> RowsOf(ActivityMoney money)
    {
        var (activity, first) = (money.Progress.Activity, true);
        foreach (var line in money.Lines.Where(l => l.Steps.Count > 0 || money.Comparisons.Any(c => c.Source == l.Source)))
        {
            var compared = money.Comparisons.FirstOrDefault(c => c.Source == line.Source);
            yield return new(
            [
                (decimal?)activity.Order, activity.ShortTitle, money.Progress.Lead.Name, FundingWords.NameOf(line.Source), .. Stages.Select(s => (FigureCell)(decimal?)line.Of(s)),
                line.DisbursedPercent, (decimal?)line.Remaining, (decimal?)compared?.Spent, (decimal?)compared?.Difference, first ? FundingWords.NameOf(money.Estimate) : "",
            ]);
            first = false;
        }
        if (first)
            yield return new([(decimal?)activity.Order, activity.ShortTitle, money.Progress.Lead.Name, "Chưa ghi", .. Enumerable.Repeat((FigureCell)(decimal?)null, Stages.Length + 4), FundingWords.NameOf(money.Estimate)]);
    }

    private static FigureRow TotalOf(FundingTotal total) => new(
        [
            "", "Tổng cộng", "", total.Source is { } source ? FundingWords.NameOf(source) : "Mọi nguồn",
            .. Stages.Select(s => (FigureCell)(total.Stages.TryGetValue(s, out var amount) ? amount : (decimal?)null)), total.DisbursedPercent, (decimal?)null, (decimal?)null, (decimal?)null, "",
        ], IsTotal: true);
}
