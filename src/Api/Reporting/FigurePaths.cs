using System.Globalization;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Reporting;

/// <summary>Where figures are opened: the path that stands beside them; <c>figure</c> says which.</summary>
internal static class FigurePaths
{
    /// <summary>Of a target on a day.</summary>
    public static string Of(Guid planId, Guid targetId, DateOnly asOf) => $"/api/v1/plans/{planId}/figures/{targetId}?asOf={Day(asOf)}";

    /// <summary>Of a row of a report.</summary>
    public static string Of(PlanReport report, Guid targetId) =>
        $"/api/v1/plans/{report.Plan.Id}/figures/{targetId}?period={report.Period.Code}"
        + (report.Period.Code == ReportRequest.Custom ? $"&from={Day(report.Period.From)}&to={Day(report.Period.To)}" : "") + $"&asOf={Day(report.AsOf)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
