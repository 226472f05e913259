using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Reporting;

/// <summary>A year of a comparison.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="AsOf">Day of its figures: its end, or today.</param>
/// <param name="Counts">Activities by status.</param>
/// <param name="Money">All sources together; null while nothing was recorded.</param>
public sealed record YearColumn(Plan Plan, DateOnly AsOf, StatusCounts Counts, FundingTotal? Money);

/// <summary>A target in one year.</summary>
/// <param name="ActivityId">Its activity.</param>
/// <param name="Value">Target in force; null without a number.</param>
/// <param name="ToDate">Done.</param>
/// <param name="Percent">Done over target, one decimal.</param>
/// <param name="Status">Status of the target.</param>
public sealed record YearCell(Guid ActivityId, decimal? Value, decimal ToDate, decimal? Percent, ProgressStatus Status);

/// <summary>A target over the years.</summary>
/// <param name="Title">Activity, by its latest short name.</param>
/// <param name="Part">What part of the activity it measures.</param>
/// <param name="Unit">Unit: quantities of different units are never one line.</param>
/// <param name="Cells">By year; null where that year had no such target.</param>
public sealed record YearLine(string Title, string? Part, string Unit, IReadOnlyList<YearCell?> Cells);

/// <summary>Several years side by side.</summary>
/// <param name="Years">The plans, the earliest first.</param>
/// <param name="Lines">Targets, in the order of the latest plan that has them.</param>
public sealed record YearsCompared(IReadOnlyList<YearColumn> Years, IReadOnlyList<YearLine> Lines);

/// <summary>
/// Use case: plans of several years side by side. An activity is the same in two years when the later one was made from it, else when both
/// have the same wording or the same short name.
/// </summary>
public sealed class YearsBeside(IPlanLibrary plans, PlanProgress progress, FundingReading funding, PlanReading reading, BusinessClock clock)
{
    /// <summary>The most plans of one comparison.</summary>
    public const int Most = 5;

    /// <summary>The plans asked for; without any, the current plan with those before and after it and its issuer's of other years.</summary>
    public async Task<Result<YearsCompared>> Compare(Actor actor, IReadOnlyList<Guid> planIds, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (planIds.Count > Most)
            return Refusal.Invalid("plans", $"So sánh tối đa {Most} kế hoạch.");
        var chosen = new List<Plan>();
        foreach (var id in planIds.Count > 0 ? planIds.Distinct() : await Usual(actor, cancel))
        {
            if (await plans.Find(id, cancel) is not { } plan)
                return PlanReading.UnknownPlan;
            chosen.Add(plan);
        }
        var years = new List<(YearColumn Column, IReadOnlyList<ActivityProgress> Activities)>();
        foreach (var plan in chosen.OrderBy(p => p.Year).ThenBy(p => p.IssuedOn).ThenBy(p => p.Id))
        {
            var asOf = clock.Today < plan.To ? clock.Today : plan.To;
            var activities = (await progress.Stand(plan, asOf, cancel)).Activities;
            var money = (await funding.OfPlan(actor, plan.Id, asOf, null, cancel)).Value?.All;
            years.Add((new(plan, asOf, StatusCounts.Of(activities.Select(a => a.Status)), money), activities));
        }
        return new YearsCompared([.. years.Select(y => y.Column)], Lines([.. years.Select(y => y.Activities)]));
    }

    /// <summary>All plans that can be compared, the latest first.</summary>
    public async Task<IReadOnlyList<Plan>> Choices(Actor actor, CancellationToken cancel) =>
        (await reading.List(actor, null, new ListQuery(PageSize: ListQuery.MaxPageSize, Sort: [new("year", true)]), cancel)).Value?.Items ?? [];

    private async Task<IEnumerable<Guid>> Usual(Actor actor, CancellationToken cancel)
    {
        if (await reading.Current(actor, cancel) is not { } current)
            return [];
        return (await Choices(actor, cancel))
            .Where(p => p.Id == current.Id || p.FollowsPlanId == current.Id || p.Id == current.FollowsPlanId
                || (p.ParentPlanId is null && p.IssuerAgencyId == current.IssuerAgencyId && p.Year != current.Year))
            .Take(Most).Select(p => p.Id);
    }

    private static List<YearLine> Lines(IReadOnlyList<IReadOnlyList<ActivityProgress>> years)
    {
        var rows = new List<SameActivity>();
        foreach (var (year, activities) in years.Index())
        {
            foreach (var one in activities)
            {
                var row = rows.Find(r => r.Of[year] is null && r.IsFollowedBy(one.Activity)) ?? rows.Find(r => r.Of[year] is null && r.IsLike(one.Activity));
                if (row is null)
                    rows.Add(row = new(new ActivityProgress?[years.Count]));
                row.Of[year] = one;
            }
        }
        return [.. rows.OrderByDescending(r => r.LastYear).ThenBy(r => r.Latest.Activity.Order).SelectMany(r => r.Lines())];
    }

    /// <summary>One activity over the years.</summary>
    private sealed record SameActivity(ActivityProgress?[] Of)
    {
        public int LastYear => Array.FindLastIndex(Of, a => a is not null);

        public ActivityProgress Latest => Of[LastYear]!;

        public bool IsFollowedBy(Activity later) => later.FollowsActivityId is { } id && Of.Any(a => a?.Activity.Id == id);

        public bool IsLike(Activity other) => Of.Any(a => a is not null
            && (VietnameseText.Fold(a.Activity.Title) == VietnameseText.Fold(other.Title) || VietnameseText.Fold(a.Activity.ShortTitle) == VietnameseText.Fold(other.ShortTitle)));

        // One line per unit and part; where a year has two alike, they stay two, in their order.
        public IEnumerable<YearLine> Lines()
        {
            var keyed = Of.Select(a => (a?.Targets ?? []).GroupBy(t => (Unit: VietnameseText.Fold(t.Target.Unit), Part: VietnameseText.Fold(t.Target.Part ?? "")))
                .SelectMany(g => g.Select((t, n) => (Key: (g.Key.Unit, g.Key.Part, n), Target: t))).ToDictionary(t => t.Key, t => t.Target)).ToList();
            return keyed.AsEnumerable().Reverse().SelectMany(y => y.Keys).Distinct().Select(key => new YearLine(
                Latest.Activity.ShortTitle, keyed.Select(y => y.GetValueOrDefault(key)?.Target.Part).LastOrDefault(p => p is not null),
                keyed.Select(y => y.GetValueOrDefault(key)?.Target.Unit).Last(u => u is not null)!,
                [.. keyed.Select((y, year) => y.TryGetValue(key, out var t) ? CellOf(Of[year]!, t) : null)]));
        }

        private static YearCell CellOf(ActivityProgress activity, TargetProgress t) =>
            new(activity.Activity.Id, t.Figures.Value, t.Figures.ToDate, t.Figures.Percent, t.Figures.Status);
    }
}
