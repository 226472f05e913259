using PlanTracker.Api.Agencies;
using PlanTracker.Domain;
using PlanTracker.Domain.Funding;

namespace PlanTracker.Api.Funding;

/// <summary>A record of money.</summary>
internal sealed record FundingStepJson(
    Guid Id, int Number, FundingSource Source, FundingStage Stage, FundingStepKind Kind, long Amount, DateOnly Date, DocumentRef Document, string? Note,
    string RecordedBy, DateTime RecordedAt)
{
    /// <summary>Of a record.</summary>
    public static FundingStepJson Of(FundingStep s) =>
        new(s.Id, s.Number, s.Source, s.Stage, s.Kind, s.Amount, s.Date, s.Document, s.Note, s.RecordedBy, s.RecordedAt);
}

/// <summary>A stage: its amount, and what it took away from the one before.</summary>
internal sealed record FundingStageJson(FundingStage Stage, long? Amount, long? Cut);

/// <summary>Money from one source.</summary>
internal sealed record FundingLineJson(
    FundingSource Source, IReadOnlyList<FundingStageJson> Stages, long Disbursed, long? Available, long? Remaining, decimal? DisbursedPercent,
    long SpentByEntries, long SpentNotDisbursed, IReadOnlyList<FundingStepJson> Steps);

/// <summary>What one unit of output cost.</summary>
internal sealed record UnitCostJson(string Unit, decimal Done, long Amount);

/// <summary>Money of an activity.</summary>
internal sealed record FundingJson(
    Guid ActivityId, int Order, string Title, AgencyRefJson Lead, DateOnly AsOf, EstimateState Estimate, IReadOnlyList<FundingLineJson> Lines,
    UnitCostJson? UnitCost)
{
    /// <summary>Of an activity's money.</summary>
    public static FundingJson Of(ActivityMoney money) => new(
        money.Progress.Activity.Id, money.Progress.Activity.Order, money.Progress.Activity.ShortTitle, AgencyRefJson.Of(money.Progress.Lead),
        money.Progress.AsOf, money.Estimate, [.. money.Lines.Select(l => Line(l, money.Comparisons.FirstOrDefault(c => c.Source == l.Source)))],
        money.UnitCost is { } cost ? new(cost.Unit, cost.Done, cost.Amount) : null);

    private static FundingLineJson Line(FundingLine line, FundingComparison? compared) => new(
        line.Source, [.. FundingStages.Of(line.Source).Select(s => new FundingStageJson(s, line.Of(s), line.CutAt(s)))],
        line.Disbursed, line.Available, line.Remaining, line.DisbursedPercent, compared?.Spent ?? 0, compared?.Difference ?? 0,
        [.. line.Steps.Select(FundingStepJson.Of)]);
}

/// <summary>A stage that something was recorded of, and its sum.</summary>
internal sealed record StageSumJson(FundingStage Stage, long Amount);

/// <summary>Sums by stage of a source; of all sources when it is null.</summary>
internal sealed record FundingTotalJson(FundingSource? Source, IReadOnlyList<StageSumJson> Stages, long? Available, decimal? DisbursedPercent)
{
    /// <summary>Of a total.</summary>
    public static FundingTotalJson Of(FundingTotal t) => new(t.Source, [.. t.Stages.OrderBy(s => s.Key).Select(s => new StageSumJson(s.Key, s.Value))], t.Available, t.DisbursedPercent);
}

/// <summary>Money of a plan.</summary>
internal sealed record PlanFundingJson(Guid PlanId, DateOnly AsOf, DateOnly? EstimateDueOn, IReadOnlyList<FundingJson> Activities, IReadOnlyList<FundingTotalJson> Totals)
{
    /// <summary>Of a plan's money.</summary>
    public static PlanFundingJson Of(PlanMoney money) => new(
        money.Plan.Id, money.AsOf, money.Plan.Text.Funding.EstimateDueOn, [.. money.Standing.Select(FundingJson.Of)],
        [.. money.Totals.Select(FundingTotalJson.Of)]);
}
