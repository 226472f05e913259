using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Reporting;

/// <summary>The overview in one sentence: how many are well, what is behind and what is overdue, by name.</summary>
/// <param name="Good">Completed and on track.</param>
/// <param name="Counted">Activities that can be judged (not ongoing, not stopped).</param>
/// <param name="Late">Behind and overdue, in that order, each with the names of its activities.</param>
internal sealed record Headline(int Good, int Counted, IReadOnlyList<LatePart> Late)
{
    private const int NamesShown = 4;

    public static Headline Of(Overview overview)
    {
        var counts = overview.StatusCounts;
        return new(counts.Good, counts.Judged,
            [.. new[] { ProgressStatus.Behind, ProgressStatus.Overdue }.Where(s => counts[s] > 0).Select(s => Part(overview, s))]);
    }

    /// <summary>The change since an earlier cut-off in words; null when there is none to compare with.</summary>
    public static string? Change(Overview overview) => overview.Earlier is { } earlier ? ChangeWords.Of(overview.StatusCounts, earlier) : null;

    private static LatePart Part(Overview overview, ProgressStatus status)
    {
        var names = overview.Activities.Where(a => a.Status == status).Select(a => a.Activity.ShortTitle).ToList();
        var shown = string.Join("; ", names.Take(NamesShown)) + (names.Count > NamesShown ? $" và {names.Count - NamesShown} hoạt động khác" : "");
        return new(status, names.Count, shown);
    }
}

/// <summary>How many have a late status, and which.</summary>
internal sealed record LatePart(ProgressStatus Status, int Count, string Names)
{
    public string Word => Status is ProgressStatus.Behind ? "chậm" : "quá hạn";
}
