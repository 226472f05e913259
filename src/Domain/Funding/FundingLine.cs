using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Funding;

/// <summary>
/// Money of an activity from one source through its stages (khoản kinh phí). Every figure of money is defined here: amounts are sums of the
/// records of a stage, nothing is taken from one stage into another.
/// </summary>
/// <param name="Source">The source.</param>
/// <param name="Steps">Its records, in the order they were made.</param>
public sealed record FundingLine(FundingSource Source, IReadOnlyList<FundingStep> Steps)
{
    /// <summary>Disbursed so far, whole đồng; 0 when nothing was.</summary>
    public long Disbursed => Of(FundingStage.Disbursement) ?? 0;

    /// <summary>What may be disbursed: the approved sum; null for a source without approval, or before it.</summary>
    public long? Approved => Of(FundingStage.Approval);

    /// <summary>What disbursement is measured by: the approved sum, or the estimate of a source without approval; null before it.</summary>
    public long? Available => Source is FundingSource.CityReformBudget ? Approved : Of(FundingStage.Estimate);

    /// <summary>Still to disburse: never below 0; null while nothing is available.</summary>
    public long? Remaining => Available is { } available ? Math.Max(0, available - Disbursed) : null;

    /// <summary>Disbursed over what is available x 100, one decimal, half away from zero; null while nothing is available, or nothing of it.</summary>
    public decimal? DisbursedPercent => FundingRules.Percent(Disbursed, Available);

    /// <summary>The amount of a stage, whole đồng: its records, supplements and cuts; null when nothing was recorded.</summary>
    public long? Of(FundingStage stage)
    {
        var ofStage = Steps.Where(s => s.Stage == stage).ToList();
        return ofStage.Count == 0 ? null : ofStage.Sum(s => s.Effect);
    }

    /// <summary>What a stage took away from the one before it: negative when it added; null unless both are there. Not of disbursement.</summary>
    public long? CutAt(FundingStage stage) =>
        stage is FundingStage.Disbursement || FundingStages.Before(Source, stage) is not { } before ? null : Of(before) - Of(stage);

    /// <summary>The latest stage that something was recorded of; null for none.</summary>
    public FundingStage? Reached => Steps.Count == 0 ? null : Steps.Max(s => s.Stage);
}

/// <summary>Whether an estimate came in time.</summary>
public enum EstimateState
{
    /// <summary>The plan names no day, or the day has not passed.</summary>
    NotDue,
    /// <summary>Đúng hạn.</summary>
    OnTime,
    /// <summary>Chậm: recorded after the day.</summary>
    Late,
    /// <summary>Chưa gửi: the day has passed.</summary>
    Missing,
    /// <summary>Không dùng: its money was estimated from other sources.</summary>
    NotAsked,
}

/// <summary>Money that entries say was spent, beside what was disbursed: two accounts of the same money that are never merged.</summary>
/// <param name="Source">The source.</param>
/// <param name="Spent">By confirmed entries, whole đồng.</param>
/// <param name="Disbursed">By the records of disbursement, whole đồng.</param>
public sealed record FundingComparison(FundingSource Source, long Spent, long Disbursed)
{
    /// <summary>Spent less disbursed: above 0, entries name money that was not disbursed.</summary>
    public long Difference => Spent - Disbursed;
}

/// <summary>What one unit of output cost: disbursed over done, whole đồng, half away from zero.</summary>
/// <param name="Target">The one target of the activity that counts things.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Done">Lũy kế.</param>
/// <param name="Amount">Đồng a unit.</param>
public sealed record UnitCost(string Target, string Unit, decimal Done, long Amount);

/// <summary>That an activity's money went to another agency with its lead.</summary>
/// <param name="On">First day of the new lead.</param>
/// <param name="From">The lead before.</param>
/// <param name="To">The lead from then on.</param>
/// <param name="Left">What was available the day before and not disbursed, whole đồng.</param>
public sealed record FundingHandover(DateOnly On, Guid From, Guid To, long Left);

/// <summary>An activity's money.</summary>
/// <param name="Progress">The activity with its figures of the day.</param>
/// <param name="Lines">One per source, in the plan's order of sources; also those without a record.</param>
/// <param name="Comparisons">Entries beside disbursements, of sources that have either.</param>
/// <param name="Estimate">Whether its estimate for the city's budget came in time.</param>
/// <param name="UnitCost">Null unless the activity has one target that counts things, something is done and something disbursed.</param>
/// <param name="Version">Number of records: what a change is based on.</param>
public sealed record ActivityMoney(
    ActivityProgress Progress, IReadOnlyList<FundingLine> Lines, IReadOnlyList<FundingComparison> Comparisons, EstimateState Estimate,
    UnitCost? UnitCost, int Version)
{
    /// <summary>When it went to another agency, in order.</summary>
    public IReadOnlyList<FundingHandover> Handovers { get; init; } = [];

    /// <summary>Whether anything was recorded.</summary>
    public bool HasAny => Lines.Any(l => l.Steps.Count > 0);

    /// <summary>The line of a source.</summary>
    public FundingLine Of(FundingSource source) => Lines.First(l => l.Source == source);
}

/// <summary>Sums of a stage over activities, by source.</summary>
/// <param name="Source">The source; null for all.</param>
/// <param name="Stages">Amount by stage, whole đồng; a stage that nobody recorded is absent.</param>
/// <param name="Available">What disbursement is measured by.</param>
public sealed record FundingTotal(FundingSource? Source, IReadOnlyDictionary<FundingStage, long> Stages, long? Available)
{
    /// <summary>Giải ngân so với được duyệt, one decimal; null when nothing is available.</summary>
    public decimal? DisbursedPercent => FundingRules.Percent(Stages.GetValueOrDefault(FundingStage.Disbursement), Available);
}

/// <summary>Money of the activities that an agency leads.</summary>
/// <param name="Lead">The agency.</param>
/// <param name="Activities">What it leads.</param>
/// <param name="All">All sources together; null while nothing was recorded.</param>
/// <param name="Difference">Spent by confirmed entries less disbursed, whole đồng.</param>
public sealed record LeadMoney(Agencies.AgencyRef Lead, IReadOnlyList<ActivityMoney> Activities, FundingTotal? All, long Difference);

/// <summary>A plan's money on a day.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Standing">Activities in the plan's order.</param>
/// <param name="Totals">By source, of sources that something was recorded of; then all.</param>
public sealed record PlanMoney(Plans.Plan Plan, DateOnly AsOf, IReadOnlyList<ActivityMoney> Standing, IReadOnlyList<FundingTotal> Totals)
{
    /// <summary>By lead of the day, in the order of their first activity.</summary>
    public IReadOnlyList<LeadMoney> ByLead =>
    [
        .. Standing.GroupBy(m => m.Progress.Lead).Select(g => new LeadMoney(
            g.Key, [.. g], FundingReading.Totals([.. g]) is [.., var all] ? all : null, g.SelectMany(m => m.Comparisons).Sum(c => c.Difference))),
    ];

    /// <summary>All sources together; null while nothing was recorded.</summary>
    public FundingTotal? All => Totals.FirstOrDefault(t => t.Source is null);

    /// <summary>From stage to stage.</summary>
    public IReadOnlyList<MoneyPassage> Flow => MoneyFlow.Of(Standing.SelectMany(m => m.Lines));
}
