using System.Globalization;

namespace PlanTracker.Domain.Reporting;

/// <summary>How the plan stood at an earlier cut-off.</summary>
/// <param name="PeriodName">The period whose cut-off it was.</param>
/// <param name="AsOf">The cut-off.</param>
/// <param name="StatusCounts">Activities by status on that day.</param>
public sealed record ComparedWith(string PeriodName, DateOnly AsOf, StatusCounts StatusCounts)
{
    /// <summary>Each activity now beside what it was then, in the plan's order.</summary>
    public IReadOnlyList<ActivityMove> Moves { get; init; } = [];
}

/// <summary>An activity now, beside what it was at an earlier cut-off.</summary>
/// <param name="Now">On the day.</param>
/// <param name="Before">At the cut-off; null when it was not part of the plan yet.</param>
public sealed record ActivityMove(ActivityProgress Now, ActivityProgress? Before)
{
    /// <summary>What was added to each target since; a correction may have taken some away.</summary>
    public IReadOnlyList<decimal> Added =>
        [.. Now.Targets.Select(t => t.Figures.ToDate - (Before?.Targets.FirstOrDefault(b => b.Target.Id == t.Target.Id)?.Figures.ToDate ?? 0))];

    /// <summary>Whether its status is another than it was.</summary>
    public bool IsMoved => Before is not null && Before.Status != Now.Status;

    /// <summary>Whether something was done since.</summary>
    public bool HasNew => Added.Any(a => a != 0);

    /// <summary>Whether nothing was done since, though something is still to be done.</summary>
    public bool IsStill => !HasNew && Now.Status is not (ProgressStatus.Completed or ProgressStatus.Cancelled or ProgressStatus.Ongoing);
}

/// <summary>The change since an earlier cut-off in words.</summary>
public static class ChangeWords
{
    private const int OrdersShown = 6;

    /// <summary>
    /// "So với lần chốt 6 tháng (14/6): thêm 1 hoàn thành, thêm 1 chậm tiến độ; 11 có kết quả mới, 3 chưa có gì mới (7, 10, 14)."
    /// </summary>
    public static string Of(StatusCounts now, ComparedWith earlier)
    {
        (ProgressStatus Status, string Word)[] told =
            [(ProgressStatus.Completed, "hoàn thành"), (ProgressStatus.Behind, "chậm tiến độ"), (ProgressStatus.Overdue, "quá hạn")];
        var changes = told.Select(t => (t.Word, By: now[t.Status] - earlier.StatusCounts[t.Status])).Where(t => t.By != 0)
            .Select(t => $"{(t.By > 0 ? "thêm" : "bớt")} {Number(Math.Abs(t.By))} {t.Word}").ToList();
        var done = earlier.Moves.Count(m => m.HasNew);
        var still = earlier.Moves.Where(m => m.IsStill).Select(m => Number(m.Now.Activity.Order)).ToList();
        var work = earlier.Moves.Count == 0 ? ""
            : $"; {Number(done)} có kết quả mới" + (still.Count == 0 ? "" : $", {Number(still.Count)} chưa có gì mới ({string.Join(", ", still.Take(OrdersShown))}{(still.Count > OrdersShown ? ", …" : "")})");
        return $"So với lần chốt {earlier.PeriodName} ({earlier.AsOf.ToString("d/M", CultureInfo.InvariantCulture)}): {(changes.Count == 0 ? "trạng thái không đổi" : string.Join(", ", changes))}{work}.";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
