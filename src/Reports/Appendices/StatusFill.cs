using PlanTracker.Domain.Reporting;

namespace PlanTracker.Reports.Appendices;

/// <summary>A status in print: beside the word, a fill that can be told apart in grey.</summary>
internal static class StatusFill
{
    /// <summary>The fill; null for none.</summary>
    public static string? Of(ProgressStatus status) => status switch
    {
        ProgressStatus.Completed => "E2F0D9",
        ProgressStatus.OnTrack => "DDEBF7",
        ProgressStatus.Behind => "FFF2CC",
        ProgressStatus.Overdue => "F8CBAD",
        ProgressStatus.NotStarted => "EDEDED",
        _ => null,
    };
}
