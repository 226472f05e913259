using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Obligations;

/// <summary>The words of duties and kinds of period.</summary>
internal static class DutyWords
{
    public static readonly IReadOnlyList<PeriodKind> Kinds =
        [PeriodKind.Month, PeriodKind.Quarter, PeriodKind.HalfYear, PeriodKind.Year, PeriodKind.Closing, PeriodKind.Custom];

    public static string Of(DutyKind kind) => kind is DutyKind.Report ? "Báo cáo có số liệu" : "Cung cấp thông tin, nội dung";

    public static string Of(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => "Tháng",
        PeriodKind.Quarter => "Quý",
        PeriodKind.HalfYear => "6 tháng",
        PeriodKind.Year => "Năm",
        PeriodKind.Closing => "Tổng kết kế hoạch",
        _ => "Kỳ riêng, đột xuất",
    };
}
