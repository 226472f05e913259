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

    /// <summary>How a plan stands, in one sentence: "8/12 hoạt động đúng tiến độ hoặc đã hoàn thành", of those that can be judged.</summary>
    public static string Sentence(StatusCounts counts) => counts.Judged == 0
        ? NothingToJudge(counts)
        : string.Create(CultureInfo.InvariantCulture, $"{counts.Good}/{counts.Judged} hoạt động đúng tiến độ hoặc đã hoàn thành");

    /// <summary>In place of "0/0" for a plan of which nothing can be judged: channels without numbers, or everything stopped.</summary>
    public static string NothingToJudge(StatusCounts counts) => counts switch
    {
        { Total: 0 } => "Kế hoạch chưa có hoạt động nào.",
        { Cancelled: 0 } => string.Create(CultureInfo.InvariantCulture, $"{counts.Total} hoạt động đều là việc thường xuyên, không có chỉ tiêu để so."),
        { Ongoing: 0 } => string.Create(CultureInfo.InvariantCulture, $"{counts.Total} hoạt động đều đã dừng."),
        _ => string.Create(CultureInfo.InvariantCulture, $"{counts.Ongoing} hoạt động thường xuyên, {counts.Cancelled} hoạt động đã dừng, không có chỉ tiêu để so."),
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
