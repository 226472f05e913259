using System.Globalization;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Reports.Appendices;

/// <summary>A status in print: always the word, and a fill that can be told apart in grey.</summary>
internal static class StatusWording
{
    /// <summary>The word.</summary>
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

    /// <summary>The fill; null for none.</summary>
    public static string? FillOf(ProgressStatus status) => status switch
    {
        ProgressStatus.Completed => "E2F0D9",
        ProgressStatus.OnTrack => "DDEBF7",
        ProgressStatus.Behind => "FFF2CC",
        ProgressStatus.Overdue => "F8CBAD",
        ProgressStatus.NotStarted => "EDEDED",
        _ => null,
    };

    /// <summary>"15 hoạt động: 3 hoàn thành, 8 đúng tiến độ, ..."; what no activity is without being asked stays unsaid.</summary>
    public static string Count(int activities, StatusCounts counts)
    {
        var said = Enum.GetValues<ProgressStatus>()
            .Where(s => counts[s] > 0 || s is not (ProgressStatus.Ongoing or ProgressStatus.Cancelled))
            .Select(s => string.Create(CultureInfo.InvariantCulture, $"{counts[s]} {NameOf(s).ToLowerInvariant()}"));
        return string.Create(CultureInfo.InvariantCulture, $"{activities} hoạt động: {string.Join(", ", said)}");
    }
}
