using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reporting;

/// <summary>Which activities are asked for; null means all.</summary>
public sealed record ActivityFilter(ProgressStatus? Status = null, Guid? LeadId = null);

/// <summary>Use cases that read how a plan stands on a day: activities with figures, and the overview.</summary>
public sealed class PlanProgress(
    IPlanLibrary plans, IProgressBook book, IAgencyRegister register, IReportingCalendar calendar, BusinessClock clock)
{
    /// <summary>The refusal for an activity that is not there.</summary>
    public static Refusal UnknownActivity { get; } = Refusal.NotFound("activities.unknown", "Không có hoạt động này trong kế hoạch.");

    private static Refusal NotYetPart(DateOnly day) =>
        Refusal.NotFound("activities.not-yet", $"Ngày {day:dd/MM/yyyy} hoạt động này chưa có trong kế hoạch: nó được bổ sung sau đó.");

    /// <summary>Fields a list of activities can be ordered by.</summary>
    public static IReadOnlyList<string> SortFields { get; } = ["order", "title", "percent", "status", "lead", "dueOn"];

    /// <summary>A page of a plan's activities with their figures of the day (default today).</summary>
    public async Task<Result<PageOf<ActivityProgress>>> Activities(
        Actor actor, Guid planId, ActivityFilter filter, ListQuery query, DateOnly? asOf, CancellationToken cancel)
    {
        if ((await Load(actor, planId, asOf, cancel)).Refused(out var refusal, out var stand))
            return refusal;
        var wanted = query.Search is { } search ? VietnameseText.Fold(search) : null;
        var found = stand.Activities
            .Where(a => filter.Status is null || a.Status == filter.Status)
            .Where(a => filter.LeadId is null || a.Lead.Id == filter.LeadId)
            .Where(a => wanted is null || VietnameseText.Fold($"{a.Activity.Order} {a.Activity.Title} {a.Activity.ShortTitle} {a.Lead.Name} {a.Lead.ShortName}").Contains(wanted, StringComparison.Ordinal));
        var items = Ordered(found, query.Sort ?? []).ToList();
        return new PageOf<ActivityProgress>(
            [.. items.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize)], items.Count, query.Page, query.PageSize);
    }

    /// <summary>One activity with its figures of the day (default today).</summary>
    public async Task<Result<ActivityProgress>> Activity(Actor actor, Guid activityId, DateOnly? asOf, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.FindByActivity(activityId, cancel) is not { } plan)
            return UnknownActivity;
        var day = asOf ?? clock.Today;
        return (await Stand(plan, day, cancel)).Activities.FirstOrDefault(a => a.Activity.Id == activityId) is { } found ? found : NotYetPart(day);
    }

    /// <summary>Which weeks or months the entries of an activity speak for, of those the actor may see; none when it has no cadence.</summary>
    public async Task<IReadOnlyList<SlotEntry>> Slots(Actor actor, ActivityProgress activity, CancellationToken cancel)
    {
        var paced = activity.Targets.Where(t => t.Target.Cadence is not null).Select(t => t.Target.Id).ToList();
        return paced.Count == 0 || !actor.May(Operation.ReadFigures) ? [] : await book.Slots(paced, activity.AsOf, actor, cancel);
    }

    /// <summary>What the dashboard shows of a plan on a day (default today).</summary>
    public Task<Result<Overview>> Overview(Actor actor, Guid planId, DateOnly? asOf, CancellationToken cancel) => Overview(actor, planId, asOf, null, cancel);

    /// <summary>The same of some of its activities: figures, counts, change and days to come are theirs.</summary>
    internal async Task<Result<Overview>> Overview(Actor actor, Guid planId, DateOnly? asOf, Func<ActivityProgress, bool>? kept, CancellationToken cancel)
    {
        if ((await Load(actor, planId, asOf, cancel)).Refused(out var refusal, out var whole))
            return refusal;
        var stand = kept is null ? whole : whole with { Activities = [.. whole.Activities.Where(kept)] };
        var periods = await calendar.Of(planId, cancel);
        var earlier = periods.Where(p => p.To < stand.AsOf).MaxBy(p => (p.To, -p.From.DayNumber));
        return new Overview(
            stand.Plan, stand.AsOf, StatusCounts.Of(stand.Activities.Select(a => a.Status)), stand.Activities, ByLead(stand.Activities),
            kept is null ? await book.CountSubmitted(planId, cancel) : await CountSubmitted(stand, cancel), DueNext.After(stand.AsOf, periods, stand.Activities),
            earlier is null ? null : await Compared(stand, earlier, cancel));
    }

    private async Task<ComparedWith> Compared(Standing now, ReportingPeriod earlier, CancellationToken cancel)
    {
        var kept = now.Activities.Select(a => a.Activity.Id).ToHashSet();
        var before = (await Stand(now.Plan, earlier.To, cancel)).Activities.Where(a => kept.Contains(a.Activity.Id)).ToDictionary(a => a.Activity.Id);
        return new(earlier.Name, earlier.To, StatusCounts.Of(before.Values.Select(a => a.Status)))
        {
            Moves = [.. now.Activities.Select(a => new ActivityMove(a, before.GetValueOrDefault(a.Activity.Id)))],
        };
    }

    // All dates, as the count of the whole plan.
    private async Task<int> CountSubmitted(Standing some, CancellationToken cancel)
    {
        var totals = await book.Totals(some.Plan.Id, new TotalsWindow(some.Plan.From, some.Plan.To, DateOnly.MaxValue), cancel);
        return some.Activities.SelectMany(a => a.Activity.Targets).Sum(t => totals.GetValueOrDefault(t.Id, TargetTotals.None).PendingEntries);
    }

    /// <summary>Puts totals, names and figures of a plan together for a day.</summary>
    internal async Task<Standing> Stand(Plan plan, DateOnly asOf, CancellationToken cancel)
    {
        var totals = await book.Totals(plan.Id, new TotalsWindow(plan.From, asOf, asOf), cancel);
        var agencies = await register.All(cancel);
        return new(plan, asOf, [.. plan.Activities.Where(a => a.IsPartOn(asOf)).OrderBy(a => a.Order).Select(a => Of(plan, a, asOf, totals, agencies))]);
    }

    private async Task<Result<Standing>> Load(Actor actor, Guid planId, DateOnly? asOf, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return await plans.Find(planId, cancel) is { } plan ? await Stand(plan, asOf ?? clock.Today, cancel) : PlanReading.UnknownPlan;
    }

    private static ActivityProgress Of(
        Plan plan, Activity activity, DateOnly asOf, IReadOnlyDictionary<Guid, TargetTotals> totals, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var targets = activity.TargetsOn(asOf)
            .Select(t => (Target: t, Totals: totals.GetValueOrDefault(t.Id, TargetTotals.None)))
            .Select(t => new TargetProgress(t.Target, Figures.Of(plan, activity, t.Target, asOf, t.Totals.Resolve(t.Target, agencies, asOf)))
            {
                Set = t.Totals.SetOf(t.Target, agencies, asOf),
            })
            .ToList();
        var supporting = activity.Supporting
            .Select(s => new SupportingName(
                s.AgencyId, s.Group, s.AgencyId is { } id ? agencies[id].RefOn(asOf).Name : s.Wording,
                s.Group is { } group ? agencies.Values.MembersOn(group, asOf).Count() : null));
        return new(activity, agencies[activity.LeadOn(asOf)].RefOn(asOf), [.. supporting], targets,
            Figures.RawPercentOf(targets.Select(t => t.Figures)), Figures.StatusOf([.. targets.Select(t => t.Figures.Status)]), asOf);
    }

    private static List<LeadProgress> ByLead(IEnumerable<ActivityProgress> activities) =>
    [
        .. activities.GroupBy(a => a.Lead).Select(g => new LeadProgress(
            g.Key, [.. g], Figures.Round(Figures.Mean(g.Where(a => a.RawPercent is not null).Select(a => a.RawPercent!.Value))))),
    ];

    private static IEnumerable<ActivityProgress> Ordered(IEnumerable<ActivityProgress> activities, IReadOnlyList<SortBy> sort)
    {
        var ordered = activities.OrderBy(_ => 0);
        foreach (var by in sort)
        {
            ordered = by.Field switch
            {
                "title" => Then(ordered, a => a.Activity.Title, by, VietnameseText.Order),
                "lead" => Then(ordered, a => a.Lead.Name, by, VietnameseText.Order),
                "percent" => Then(ordered, a => a.RawPercent ?? -1, by),
                "status" => Then(ordered, a => a.Status, by),
                "dueOn" => Then(ordered, a => a.Activity.DueOn, by),
                _ => Then(ordered, a => a.Activity.Order, by),
            };
        }
        return ordered.ThenBy(a => a.Activity.Order);
    }

    private static IOrderedEnumerable<ActivityProgress> Then<TKey>(
        IOrderedEnumerable<ActivityProgress> ordered, Func<ActivityProgress, TKey> key, SortBy by, IComparer<TKey>? comparer = null) =>
        by.Descending ? ordered.ThenByDescending(key, comparer) : ordered.ThenBy(key, comparer);
}

/// <summary>A plan's activities with figures, on a day.</summary>
internal sealed record Standing(Plan Plan, DateOnly AsOf, IReadOnlyList<ActivityProgress> Activities);
