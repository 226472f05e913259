using System.Globalization;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Reports.Appendices;

/// <summary>What a report calls its plan, its period and its day.</summary>
internal static class PeriodWording
{
    private const string PlanWord = "Kế hoạch ";
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>"Kết quả thực hiện Kế hoạch công tác thông tin, ..."</summary>
    public static string Subject(Plan plan) => $"Kết quả thực hiện {PlanWord}{InSentence(plan.Title)}";

    /// <summary>"Quý III năm 2024 (từ ngày 15/06/2024 đến ngày 14/09/2024)".</summary>
    public static string Period(Plan plan, ReportWindow window) => window.Kind switch
    {
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{window.Name} năm {plan.Year} ({Range(window)})"),
        PeriodKind.HalfYear => string.Create(CultureInfo.InvariantCulture, $"6 tháng đầu năm {plan.Year} ({Range(window)})"),
        PeriodKind.Year => string.Create(CultureInfo.InvariantCulture, $"Năm {plan.Year}"),
        PeriodKind.Closing => string.Create(CultureInfo.InvariantCulture, $"Cả năm kế hoạch {plan.Year}"),
        _ => $"Từ ngày {Day(window.From)} đến ngày {Day(window.To)}",
    };

    /// <summary>Said when the figures are older than the cut-off.</summary>
    public static string? AsOf(ReportWindow window, DateOnly asOf) =>
        asOf < window.To ? $"(Số liệu tính đến hết ngày {Day(asOf)})" : null;

    /// <summary>"từ ngày 15/06/2024 đến ngày 14/09/2024".</summary>
    public static string Range(ReportWindow window) => $"từ ngày {Day(window.From)} đến ngày {Day(window.To)}";

    /// <summary>"14/09/2024".</summary>
    public static string Day(DateOnly day) => day.ToString("dd\\/MM\\/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The title inside a sentence: an abbreviation keeps its capitals.</summary>
    public static string InSentence(string title)
    {
        var rest = title.StartsWith(PlanWord, StringComparison.OrdinalIgnoreCase) ? title[PlanWord.Length..] : title;
        var isAbbreviation = rest.Length > 1 && char.IsUpper(rest[1]);
        return rest.Length == 0 || isAbbreviation ? rest : rest[..1].ToLower(Vietnamese) + rest[1..];
    }
}
