using System.Globalization;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Reporting;

/// <summary>The next days that matter: cut-offs and due days of reports, due days of activities not yet done.</summary>
public static class DueNext
{
    private const int Shown = 6;

    /// <summary>The next days on or after the day, the nearest first, at most six.</summary>
    public static IReadOnlyList<DueItem> After(
        DateOnly asOf, IEnumerable<ReportingPeriod> periods, IEnumerable<ActivityProgress> activities) =>
    [
        .. periods.SelectMany(p => Of(p, asOf)).Concat(activities.Where(IsOpen).Select(a => Of(a, asOf)))
            .Where(d => d.On >= asOf).OrderBy(d => d.On).ThenBy(d => d.Kind).ThenBy(d => d.Text, StringComparer.Ordinal).Take(Shown),
    ];

    private static bool IsOpen(ActivityProgress activity) =>
        activity.Status is not (ProgressStatus.Completed or ProgressStatus.Cancelled or ProgressStatus.Ongoing);

    private static DueItem Of(ActivityProgress activity, DateOnly asOf) =>
        new(activity.Activity.DueOn, DueKind.Activity, string.Create(CultureInfo.InvariantCulture, $"Hạn hoạt động {activity.Activity.Order}: {activity.Activity.ShortTitle}"),
            activity.Activity.DueOn.DayNumber - asOf.DayNumber, null, activity.Activity.Id);

    private static IEnumerable<DueItem> Of(ReportingPeriod period, DateOnly asOf)
    {
        yield return Item(period.To, DueKind.CutOff, $"Chốt số liệu kỳ {period.Name}");
        foreach (var due in period.DueDates.GroupBy(d => (KindOf(d.Level), d.DueOn)))
            yield return Item(due.Key.DueOn, due.Key.Item1, Wording(due.Key.Item1, period.Name));

        DueItem Item(DateOnly on, DueKind kind, string text) => new(on, kind, text, on.DayNumber - asOf.DayNumber, period.Code, null);
    }

    private static DueKind KindOf(string level) => level switch
    {
        "Coordinator" => DueKind.PlanReport,
        nameof(AgencyLevel.District) => DueKind.DistrictReports,
        _ => DueKind.UnitReports,
    };

    private static string Wording(DueKind kind, string period) => kind switch
    {
        DueKind.PlanReport => $"Sở Nội vụ gửi báo cáo {period}",
        DueKind.DistrictReports => $"Quận, huyện gửi báo cáo {period}",
        _ => $"Sở, ngành, xã, phường gửi báo cáo {period}",
    };
}
