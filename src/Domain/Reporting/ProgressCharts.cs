using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reporting;

/// <summary>The curve of a target, with the figures of the day.</summary>
public sealed record TargetCurve(TargetProgress Target, IReadOnlyList<CurvePoint> Points);

/// <summary>The curves of an activity: of every target that has one.</summary>
public sealed record ActivityCurves(Plan Plan, ActivityProgress Activity, IReadOnlyList<TargetCurve> Curves);

/// <summary>Which rows of activities by months are asked for; null means all.</summary>
/// <param name="LeadId">Lead on the day.</param>
/// <param name="Level">Level of the lead.</param>
/// <param name="Group">Group of the lead.</param>
/// <param name="State">Status of the target on the day.</param>
public sealed record MonthFilter(Guid? LeadId = null, AgencyLevel? Level = null, AgencyGroup? Group = null, ProgressStatus? State = null);

/// <summary>Use cases that read progress as it ran: curves of an activity, activities by months.</summary>
public sealed class ProgressCharts(PlanProgress progress, IPlanLibrary plans, IProgressBook book, IAgencyRegister register, BusinessClock clock)
{
    /// <summary>Fields that activities by months can be ordered by: the plan's order, or how much of what is expected is reached.</summary>
    public static IReadOnlyList<string> SortFields { get; } = ["order", "reached"];

    /// <summary>The curves of an activity on a day (default today).</summary>
    public async Task<Result<ActivityCurves>> Curves(Actor actor, Guid activityId, DateOnly? asOf, CancellationToken cancel)
    {
        if ((await progress.Activity(actor, activityId, asOf, cancel)).Refused(out var refusal, out var activity))
            return refusal;
        var plan = (await plans.Find(activity.Activity.PlanId, cancel))!;
        var daily = await book.Daily(plan.Id, activityId, activity.AsOf, cancel);
        var agencies = await register.All(cancel);
        return new ActivityCurves(plan, activity,
        [
            .. activity.Targets.Select(t => new TargetCurve(t, ProgressCurve.Of(
                plan, activity.Activity, t, activity.AsOf, day => daily.On(t.Target.Id, day).Resolve(t.Target, agencies, day).ToDate))).Where(c => c.Points.Count > 0),
        ]);
    }

    /// <summary>Activities by months on a day (default today), with the rows asked for in the order asked for.</summary>
    public async Task<Result<MonthMatrix>> Months(
        Actor actor, Guid planId, MonthFilter filter, IReadOnlyList<SortBy>? sort, DateOnly? asOf, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        var day = asOf ?? clock.Today;
        var agencies = await register.All(cancel);
        var matrix = MonthMatrix.Of(await progress.Stand(plan, day, cancel), await book.Daily(planId, null, day, cancel), agencies);
        var rows = matrix.Rows
            .Where(r => filter.LeadId is null || r.Activity.Lead.Id == filter.LeadId)
            .Where(r => filter.Level is null || agencies[r.Activity.Lead.Id].LevelOn(day) == filter.Level)
            .Where(r => filter.Group is not { } group || agencies[r.Activity.Lead.Id].Groups.Contains(group))
            .Where(r => filter.State is null || r.Target.Figures.Status == filter.State);
        return matrix with { Rows = [.. Ordered(rows, sort ?? [])] };
    }

    private static IEnumerable<MonthRow> Ordered(IEnumerable<MonthRow> rows, IReadOnlyList<SortBy> sort)
    {
        var ordered = rows.OrderBy(_ => 0);
        foreach (var by in sort)
        {
            ordered = (by.Field, by.Descending) switch
            {
                ("reached", false) => ordered.ThenBy(r => r.Reached),
                ("reached", true) => ordered.ThenByDescending(r => r.Reached),
                (_, false) => ordered.ThenBy(r => r.Activity.Activity.Order),
                _ => ordered.ThenByDescending(r => r.Activity.Activity.Order),
            };
        }
        return ordered.ThenBy(r => r.Activity.Activity.Order).ThenBy(r => r.Target.Target.Order);
    }
}
