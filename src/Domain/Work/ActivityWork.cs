using System.Globalization;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Work;

/// <summary>The activities of the plans that run today, or ended lately, with their figures; read once per request.</summary>
public sealed class OpenActivities(IPlanLibrary plans, PlanProgress progress, BusinessClock clock)
{
    private const int DaysAfterEnd = 90;

    private Task<IReadOnlyList<(Plan Plan, ActivityProgress Activity)>>? read;

    /// <summary>All of them that are neither completed, stopped nor without a number.</summary>
    internal Task<IReadOnlyList<(Plan Plan, ActivityProgress Activity)>> All(CancellationToken cancel) => read ??= Read(cancel);

    private async Task<IReadOnlyList<(Plan Plan, ActivityProgress Activity)>> Read(CancellationToken cancel)
    {
        var found = new List<(Plan, ActivityProgress)>();
        for (var page = 1; ; page++)
        {
            var heads = await plans.List(null, new ListQuery(page, ListQuery.MaxPageSize), cancel);
            foreach (var head in heads.Items.Where(p => p.From <= clock.Today && clock.Today <= p.To.AddDays(DaysAfterEnd)))
            {
                if (await plans.Find(head.Id, cancel) is not { } plan)
                    continue;
                var stand = await progress.Stand(plan, clock.Today, cancel);
                found.AddRange(stand.Activities
                    .Where(a => a.Status is not (ProgressStatus.Completed or ProgressStatus.Cancelled or ProgressStatus.Ongoing))
                    .Select(a => (plan, a)));
            }
            if (heads.Items.Count == 0 || page * ListQuery.MaxPageSize >= heads.Total)
                return found;
        }
    }
}

/// <summary>Kinds of work that are activities: of the lead's own, or of all leads.</summary>
public abstract class ActivityWork(OpenActivities activities) : IWorkKind
{
    /// <inheritdoc/>
    public abstract string Code { get; }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract int Order { get; }

    /// <inheritdoc/>
    public bool Concerns(Actor actor) => actor.May(Operation.ReadAllWork) || (actor.May(Operation.ReadWork) && actor.Agency is not null);

    /// <inheritdoc/>
    public bool Asks(Actor actor) => false;

    /// <inheritdoc/>
    public async Task<PageOf<WorkItem>> List(Actor actor, ListQuery query, CancellationToken cancel)
    {
        var items = (await activities.All(cancel))
            .Where(a => actor.May(Operation.ReadAllWork) || actor.WorksFor(a.Activity.Lead.Id))
            .Select(a => Item(actor, a.Plan, a.Activity)).OfType<WorkItem>()
            .OrderBy(i => i.On).ThenBy(i => i.Title, VietnameseText.Order).ThenBy(i => i.Id).ToList();
        return new([.. items.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize)], items.Count, query.Page, query.PageSize);
    }

    /// <summary>What is said of an activity, and its day; null when it is not of this kind.</summary>
    private protected abstract (string Note, DateOnly On)? Of(Plan plan, ActivityProgress activity);

    private protected static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>"7/12 số", "5.000/15.000 tờ (chờ xác nhận 1.250)".</summary>
    private protected static string Done(TargetProgress target) =>
        $"{VietnameseNumber.Show(target.Figures.ToDate)}/{VietnameseNumber.Show(target.Figures.Value ?? 0)} {target.Target.Unit}".TrimEnd()
        + (target.Figures.Pending > 0 ? $" (chờ xác nhận {VietnameseNumber.Show(target.Figures.Pending)})" : "");

    private WorkItem? Item(Actor actor, Plan plan, ActivityProgress activity) => Of(plan, activity) is not var (note, on) ? null
        : new("activity", activity.Activity.Id, $"{activity.Activity.Order.ToString(CultureInfo.InvariantCulture)}. {activity.Activity.ShortTitle}",
            $"{note} · {activity.Lead.ShortName} · {plan.Number}")
        {
            Agency = activity.Lead,
            On = on,
            ProgressStatus = activity.Status,
            Acts = actor.MayLogFor(activity.Lead.Id) ? [WorkAct.Log] : [],
        };
}

/// <summary>Chậm, quá hạn: activities that have less than they should have today; those due first come first.</summary>
public sealed class BehindWork(OpenActivities activities) : ActivityWork(activities)
{
    /// <inheritdoc/>
    public override string Code => "Behind";

    /// <inheritdoc/>
    public override string Name => "Chậm, quá hạn";

    /// <inheritdoc/>
    public override int Order => 5;

    private protected override (string Note, DateOnly On)? Of(Plan plan, ActivityProgress activity)
    {
        if (activity.Status is not (ProgressStatus.Behind or ProgressStatus.Overdue))
            return null;
        var late = activity.Targets.Where(t => t.Figures.Status is ProgressStatus.Behind or ProgressStatus.Overdue);
        return (string.Join("; ", late.Select(t =>
            $"{Done(t)}, đến hôm nay cần có {VietnameseNumber.Show(t.Figures.Expected ?? 0)}")) + $" · hạn {Day(activity.Activity.DueOn)}", activity.Activity.DueOn);
    }
}

/// <summary>
/// Sắp đến hạn: activities on track whose due day is within 30 days, or that need more within 14 days than is confirmed by now (the next
/// number of a weekly page, the next milestone).
/// </summary>
public sealed class DueSoonWork(OpenActivities activities, BusinessClock clock) : ActivityWork(activities)
{
    /// <summary>Days before the due day from which it is soon.</summary>
    public const int DueWithin = 30;

    /// <summary>Days within which the next amount is soon.</summary>
    public const int StepWithin = 14;

    /// <inheritdoc/>
    public override string Code => "DueSoon";

    /// <inheritdoc/>
    public override string Name => "Sắp đến hạn";

    /// <inheritdoc/>
    public override int Order => 6;

    private protected override (string Note, DateOnly On)? Of(Plan plan, ActivityProgress activity)
    {
        if (activity.Status is ProgressStatus.Behind or ProgressStatus.Overdue)
            return null;
        var (due, left) = (activity.Activity.DueOn, activity.Activity.DueOn.DayNumber - clock.Today.DayNumber);
        if (left <= DueWithin)
        {
            var open = activity.Targets.Where(t => t.Figures.Status is not (ProgressStatus.Completed or ProgressStatus.Ongoing or ProgressStatus.Cancelled));
            return ($"Hạn {Day(due)}, {(left == 0 ? "hôm nay" : $"còn {left.ToString(CultureInfo.InvariantCulture)} ngày")}: {string.Join("; ", open.Select(Done))}", due);
        }
        return activity.Targets.Select(t => NextStep(plan, activity.Activity, t)).OfType<(TargetProgress Target, DateOnly On, decimal Amount)>()
            .OrderBy(s => s.On).Select(s => ((string, DateOnly)?)($"Đến {Day(s.On)} cần có {VietnameseNumber.Show(s.Amount)}: {Done(s.Target)}", s.On)).FirstOrDefault();
    }

    private (TargetProgress Target, DateOnly On, decimal Amount)? NextStep(Plan plan, Activity activity, TargetProgress target)
    {
        for (var day = clock.Today.AddDays(1); day <= clock.Today.AddDays(StepWithin); day = day.AddDays(1))
        {
            if (target.Target is { Kind: not TargetKind.Ongoing, ClosedOn: null } && target.Target.VersionOn(day).Value is { } value
                && ExpectedToDate.Of(plan, activity, target.Target, value, day) is var amount && amount > target.Figures.ToDate)
                return (target, day, amount);
        }
        return null;
    }
}
