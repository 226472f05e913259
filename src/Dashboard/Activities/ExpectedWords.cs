using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Activities;

/// <summary>How an expected amount comes about, in the words of a civil servant.</summary>
internal static class ExpectedWords
{
    public static string Of(Plan plan, Activity activity, TargetProgress progress, DateOnly asOf)
    {
        var target = progress.Target;
        if (progress.Figures.Value is not { } value)
            return "Chỉ tiêu không có số nên không có mức cần đạt.";
        if (target.Comparison is Comparison.AtMost)
            return "Chỉ tiêu “tối đa”: không đòi hỏi mức tối thiểu.";
        if (asOf >= activity.DueOn)
            return $"Đã đến hạn {Words.Day(activity.DueOn)}: cần toàn bộ chỉ tiêu.";
        if (target.Milestones.Count > 0)
            return "Theo mốc phân kỳ gần nhất đã đến do cơ quan chủ trì đặt.";
        var first = ExpectedToDate.FirstDay(plan, activity, target);
        if (target.Cadence is { } cadence)
            return $"{ExpectedToDate.FullSpans(cadence.Per, first, plan.To, asOf)} {Span(cadence.Per)} trọn vẹn đã qua × {cadence.Count}, không quá chỉ tiêu.";
        return value > 1
            ? $"{Words.Number(value)} × {ExpectedToDate.Elapsed(first, plan.To, asOf)} / {ExpectedToDate.Total(first, plan.To)} ngày {(first == plan.From ? "của kế hoạch" : $"kể từ {Words.Day(first)}")}, lấy phần nguyên."
            : "Chỉ tiêu một sản phẩm: chỉ cần có khi đến hạn.";
    }

    private static string Span(CadencePer per) => per switch
    {
        CadencePer.Week => "tuần",
        CadencePer.Month => "tháng",
        _ => "quý",
    };
}
