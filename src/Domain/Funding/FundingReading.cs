using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Funding;

/// <summary>Use cases that read money: of a plan and of an activity, on a day (default today).</summary>
public sealed class FundingReading(IPlanLibrary plans, IFundingBook book, PlanProgress progress, BusinessClock clock)
{
    /// <summary>A plan's money; <paramref name="lead"/> keeps the activities of one lead.</summary>
    public async Task<Result<PlanMoney>> OfPlan(Actor actor, Guid planId, DateOnly? asOf, Guid? lead, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        var day = asOf ?? clock.Today;
        var standing = await Standing(plan, day, cancel);
        var kept = standing.Where(m => lead is null || m.Progress.Lead.Id == lead).ToList();
        return new PlanMoney(plan, day, kept, Totals(kept));
    }

    /// <summary>An activity's money.</summary>
    public async Task<Result<ActivityMoney>> OfActivity(Actor actor, Guid activityId, DateOnly? asOf, CancellationToken cancel)
    {
        var day = asOf ?? clock.Today;
        if ((await progress.Activity(actor, activityId, day, cancel)).Refused(out var refusal, out var found))
            return refusal;
        var plan = await plans.Find(found.Activity.PlanId, cancel);
        return plan is null ? PlanProgress.UnknownActivity : (await Standing(plan, day, cancel)).First(m => m.Progress.Activity.Id == activityId);
    }

    /// <summary>Sums by source, of sources that something was recorded of; then all sources together. Empty while nothing was.</summary>
    internal static IReadOnlyList<FundingTotal> Totals(IReadOnlyList<ActivityMoney> standing) => Totals(standing.SelectMany(m => m.Lines));

    /// <summary>The same of lines.</summary>
    internal static IReadOnlyList<FundingTotal> Totals(IEnumerable<FundingLine> all)
    {
        var lines = all.Where(l => l.Steps.Count > 0).ToList();
        return lines.Count == 0 ? [] : [.. lines.GroupBy(l => l.Source).OrderBy(g => g.Key).Select(g => Total(g.Key, g)), Total(null, lines)];
    }

    private static FundingTotal Total(FundingSource? source, IEnumerable<FundingLine> lines)
    {
        var all = lines.ToList();
        var stages = Enum.GetValues<FundingStage>()
            .Select(stage => (stage, Amounts: all.Select(l => l.Of(stage)).OfType<long>().ToList()))
            .Where(s => s.Amounts.Count > 0)
            .ToDictionary(s => s.stage, s => s.Amounts.Sum());
        var available = all.Select(l => l.Available).OfType<long>().ToList();
        return new(source, stages, available.Count == 0 ? null : available.Sum());
    }

    private async Task<List<ActivityMoney>> Standing(Plan plan, DateOnly day, CancellationToken cancel)
    {
        var steps = (await book.OfPlan(plan.Id, day, cancel)).ToLookup(s => s.ActivityId);
        var spent = (await book.Spent(plan.Id, day, cancel)).ToLookup(s => s.ActivityId);
        return [.. (await progress.Stand(plan, day, cancel)).Activities.Select(a => Of(plan, a, [.. steps[a.Activity.Id]], [.. spent[a.Activity.Id]]))];
    }

    private static ActivityMoney Of(Plan plan, ActivityProgress activity, List<FundingStep> steps, List<SpentMoney> spent)
    {
        var lines = LinesOf(steps);
        var comparisons = lines
            .Select(l => new FundingComparison(l.Source, spent.Where(s => s.Source == l.Source).Sum(s => s.Amount), l.Disbursed))
            .Where(c => c.Spent != 0 || c.Disbursed != 0).ToList();
        return new(activity, lines, comparisons, EstimateOf(plan.Text.Funding.EstimateDueOn, lines, activity.AsOf), CostOf(activity, lines), steps.Count)
        {
            Handovers = [.. activity.Activity.Leads.Where(l => l.From <= activity.AsOf).OrderBy(l => l.From)
                .Select(l => new FundingHandover(l.From, activity.Activity.LeadOn(l.From.AddDays(-1)), l.AgencyId, LeftOn(l.From.AddDays(-1), steps)))],
        };
    }

    /// <summary>A line for each source, also those without a record.</summary>
    internal static List<FundingLine> LinesOf(IReadOnlyList<FundingStep> steps) =>
        [.. Enum.GetValues<FundingSource>().Select(source => new FundingLine(source, [.. steps.Where(s => s.Source == source)]))];

    /// <summary>What was available at the end of a day and neither disbursed nor settled, of all sources of an activity, whole đồng.</summary>
    public static long LeftOn(DateOnly day, IReadOnlyList<FundingStep> steps) =>
        LinesOf([.. steps.Where(s => s.Date <= day)]).Where(l => l.Of(FundingStage.Settlement) is null).Sum(l => l.Remaining ?? 0);

    /// <summary>Whether the estimate for the city's budget came in time; an activity that asks other sources owes none.</summary>
    internal static EstimateState EstimateOf(DateOnly? dueOn, IReadOnlyList<FundingLine> lines, DateOnly asOf) =>
        (dueOn, First: lines[0].Steps.Where(s => s.Stage is FundingStage.Estimate).Select(s => (DateOnly?)s.Date).FirstOrDefault()) switch
        {
            (null, _) => EstimateState.NotDue,
            ({ } due, { } first) => first <= due ? EstimateState.OnTime : EstimateState.Late,
            ({ } due, null) => lines.Any(l => l.Of(FundingStage.Estimate) is not null) ? EstimateState.NotAsked : asOf > due ? EstimateState.Missing : EstimateState.NotDue,
        };

    private static UnitCost? CostOf(ActivityProgress activity, List<FundingLine> lines)
    {
        var disbursed = lines.Sum(l => l.Disbursed);
        return activity.Targets is [{ Target: { Kind: TargetKind.Count } target, Figures.ToDate: > 0 and var done }] && disbursed > 0
            ? new(target.Label, target.Unit, done, (long)Math.Round(disbursed / done, 0, MidpointRounding.AwayFromZero))
            : null;
    }
}
