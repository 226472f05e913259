using System.Globalization;

namespace PlanTracker.Domain.Reporting;

/// <summary>The Vietnamese words of statuses, the same on page and paper.</summary>
public static class StatusWords
{
    /// <summary>The word of a status.</summary>
    public static string NameOf(ProgressStatus status) => status switch
    {
        ProgressStatus.Completed => "Hoàn thành",
        ProgressStatus.OnTrack => "Đúng tiến độ",
        ProgressStatus.Behind => "Chậm tiến độ",
        ProgressStatus.Overdue => "Quá hạn",
        ProgressStatus.NotStarted => "Chưa triển khai",
        ProgressStatus.Ongoing => "Thường xuyên",
        _ => "Dừng thực hiện",
    };

    /// <summary>"15 hoạt động: 3 hoàn thành, 8 đúng tiến độ, ..."; ongoing and stopped are said only when there are any.</summary>
    public static string Count(StatusCounts counts)
    {
        var said = Enum.GetValues<ProgressStatus>()
            .Where(s => counts[s] > 0 || s is not (ProgressStatus.Ongoing or ProgressStatus.Cancelled))
            .Select(s => string.Create(CultureInfo.InvariantCulture, $"{counts[s]} {NameOf(s).ToLowerInvariant()}"));
        return string.Create(CultureInfo.InvariantCulture, $"{counts.Total} hoạt động: {string.Join(", ", said)}");
    }
}
