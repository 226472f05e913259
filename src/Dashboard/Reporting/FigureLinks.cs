using System.Globalization;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Reporting;

/// <summary>Addresses of the pages that open figures.</summary>
internal static class FigureLinks
{
    /// <summary>A figure of a target on a day.</summary>
    public static string Of(Guid targetId, FigureKind kind, DateOnly asOf) => $"/so-lieu/{targetId}?so={NameOf(kind)}&asOf={Day(asOf)}";

    /// <summary>A figure of a row of a report.</summary>
    public static string Of(Guid targetId, FigureKind kind, PlanReport report) =>
        $"/so-lieu/{targetId}?so={NameOf(kind)}&{Window(report.Period)}&asOf={Day(report.AsOf)}";

    /// <summary>What was done of a target in a range of days.</summary>
    public static string InRange(Guid targetId, DateOnly from, DateOnly to) =>
        $"/so-lieu/{targetId}?so={NameOf(FigureKind.InPeriod)}&ky={ReportRequest.Custom}&from={Day(from)}&to={Day(to)}&asOf={Day(to)}";

    /// <summary>Percent and status of an activity on a day.</summary>
    public static string OfActivity(Guid activityId, DateOnly asOf) => $"/so-lieu/hoat-dong/{activityId}?asOf={Day(asOf)}";

    /// <summary>Percent of a lead on a day.</summary>
    public static string OfLead(Guid agencyId, Guid planId, DateOnly asOf) => $"/so-lieu/chu-tri/{agencyId}?plan={planId}&asOf={Day(asOf)}";

    /// <summary>The name of a figure in addresses, as in the API.</summary>
    public static string NameOf(FigureKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];

    /// <summary>The figure that an address names; what is in the period or done to date by default.</summary>
    public static FigureKind Read(string? name) =>
        Enum.GetValues<FigureKind>().Cast<FigureKind?>().FirstOrDefault(k => string.Equals(NameOf(k!.Value), name, StringComparison.Ordinal)) ?? FigureKind.ToDate;

    /// <summary>The window of a report, for an address.</summary>
    public static string Window(ReportWindow window) =>
        window.Code == ReportRequest.Custom ? $"ky=custom&from={Day(window.From)}&to={Day(window.To)}" : $"ky={window.Code}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
