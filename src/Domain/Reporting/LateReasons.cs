using System.Globalization;
using PlanTracker.Domain.Difficulties;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Reporting;

/// <summary>Kinds of reason why a target is late, in the order they are told.</summary>
public enum LateReasonKind
{
    /// <summary>Quá hạn: days past the due day.</summary>
    Overdue,
    /// <summary>Weeks or months of a cadence without a result.</summary>
    MissingSlots,
    /// <summary>Chưa có kết quả nào.</summary>
    NoResult,
    /// <summary>When something was done last.</summary>
    LastResult,
    /// <summary>Waits to be confirmed, so it is not counted.</summary>
    Waiting,
    /// <summary>A difficulty that nobody has solved.</summary>
    Difficulty,
    /// <summary>Money asked for and not approved.</summary>
    NotApproved,
}

/// <summary>One reason, taken from what is recorded.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Text">In words, without the full stop.</param>
/// <param name="DifficultyId">The difficulty, when it is one.</param>
public sealed record LateReason(LateReasonKind Kind, string Text, Guid? DifficultyId = null);

/// <summary>A target that is behind or overdue, and why.</summary>
/// <param name="Activity">Its activity.</param>
/// <param name="Target">The target.</param>
/// <param name="Reasons">Why, as far as the records say.</param>
public sealed record LateTarget(ActivityProgress Activity, TargetProgress Target, IReadOnlyList<LateReason> Reasons);

/// <summary>What reasons are drawn from, besides the figures.</summary>
/// <param name="Slots">Days and weeks of the results of targets, of those the reader may see.</param>
/// <param name="Difficulties">Difficulties of the plan that the reader may see.</param>
/// <param name="Money">Money of the plan's activities.</param>
public sealed record LateEvidence(
    IReadOnlyList<SlotEntry> Slots, IReadOnlyList<DifficultyView> Difficulties, IReadOnlyList<ActivityMoney> Money)
{
    /// <summary>Nothing beside the figures.</summary>
    public static LateEvidence None { get; } = new([], [], []);
}

/// <summary>Why targets are late. Nothing is guessed: each reason is a record or a figure, and can be opened.</summary>
public static class LateReasons
{
    private const int SlotsShown = 4;

    /// <summary>The targets that are behind or overdue: overdue first, then those with the least done.</summary>
    public static IEnumerable<(ActivityProgress Activity, TargetProgress Target)> LateOf(IEnumerable<ActivityProgress> activities) =>
        activities.SelectMany(a => a.Targets.Select(t => (Activity: a, Target: t)))
            .Where(x => x.Target.Figures.Status is ProgressStatus.Behind or ProgressStatus.Overdue)
            .OrderBy(x => x.Target.Figures.Status is ProgressStatus.Overdue ? 0 : 1).ThenBy(x => x.Target.Figures.RawPercent ?? 0).ThenBy(x => x.Activity.Activity.Order);

    /// <summary>The same with their reasons.</summary>
    public static IReadOnlyList<LateTarget> Of(Plan plan, IEnumerable<ActivityProgress> activities, LateEvidence evidence) =>
        [.. LateOf(activities).Select(x => new LateTarget(x.Activity, x.Target, [.. Of(plan, x.Activity, x.Target, evidence)]))];

    private static IEnumerable<LateReason> Of(Plan plan, ActivityProgress activity, TargetProgress target, LateEvidence evidence)
    {
        var (f, day) = (target.Figures, activity.AsOf);
        if (f.Status is ProgressStatus.Overdue)
            yield return new(LateReasonKind.Overdue, $"quá hạn {Number(day.DayNumber - activity.Activity.DueOn.DayNumber)} ngày (hạn {Day(activity.Activity.DueOn)})");
        foreach (var reason in OfWork(plan, target, [.. evidence.Slots.Where(s => s.TargetId == target.Target.Id)], day))
            yield return reason;
        if (f.Pending > 0)
            yield return new(LateReasonKind.Waiting, $"{VietnameseNumber.Show(f.Pending)} {target.Target.Unit} đã gửi, chờ xác nhận"
                + (f.ToDate + f.Pending >= f.Expected ? ", xác nhận xong là đủ" : ""));
        foreach (var open in evidence.Difficulties.Where(d => d.Difficulty.ActivityId == activity.Activity.Id && IsOpenOn(d, day)))
            yield return new(LateReasonKind.Difficulty, $"vướng mắc: {open.Difficulty.Title} ({Number(day.DayNumber - open.Difficulty.RaisedOn.DayNumber)} ngày chưa giải quyết)", open.Difficulty.Id);
        if (evidence.Money.FirstOrDefault(m => m.Progress.Activity.Id == activity.Activity.Id)?.Of(FundingSource.CityReformBudget) is { } line
            && line.Of(FundingStage.Estimate) is > 0 && line.Approved is null)
            yield return new(LateReasonKind.NotApproved, "dự toán kinh phí CCHC của thành phố chưa được phê duyệt");
    }

    private static IEnumerable<LateReason> OfWork(Plan plan, TargetProgress target, IReadOnlyList<SlotEntry> results, DateOnly day)
    {
        var missing = CadenceStrip.Of(plan, target.Target, results, day).Where(s => s.State is SlotState.Missing).Select(s => s.Number).ToList();
        if (missing.Count > 0 && results.Count > 0)
            yield return new(LateReasonKind.MissingSlots, $"không có kết quả {(target.Target.Cadence!.Per is Activities.CadencePer.Week ? "tuần" : "tháng")} {string.Join(", ", missing.TakeLast(SlotsShown).Select(Number))}"
                + (missing.Count > SlotsShown ? $" và {Number(missing.Count - SlotsShown)} lần trước đó" : ""));
        else if (!results.Any(r => r.Confirmed))
            yield return new(LateReasonKind.NoResult, "chưa có kết quả nào được xác nhận");
        else
            yield return LastResult(results.Where(r => r.Confirmed).Max(r => r.Date), day);
    }

    private static LateReason LastResult(DateOnly last, DateOnly day) => new(
        LateReasonKind.LastResult, $"kết quả gần nhất ngày {Day(last)}{(day.DayNumber - last.DayNumber is > 0 and var days ? $", cách đây {Number(days)} ngày" : "")}");

    private static bool IsOpenOn(DifficultyView view, DateOnly day) =>
        view.Difficulty.RaisedOn <= day && view.Difficulty.State is (DifficultyState.Raised or DifficultyState.Escalated);

    private static string Day(DateOnly day) => day.ToString("d/M", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
