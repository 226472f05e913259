using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Funding;

/// <summary>The use case that records money: each stage by whom it belongs to, in its order, never over what was approved.</summary>
public sealed class FundingLedger(IStore store, BusinessClock clock)
{
    /// <summary>The right that a stage needs.</summary>
    public static Operation RightOf(FundingStage stage) => stage switch
    {
        FundingStage.Consolidation or FundingStage.Approval => Operation.ConsolidateMoney,
        FundingStage.Appraisal => Operation.AppraiseMoney,
        _ => Operation.KeepOwnMoney,
    };

    /// <summary>Whether the actor records this stage of this activity: what the lead keeps, only the lead's reporter.</summary>
    public static bool May(Actor actor, Activity activity, FundingStage stage, DateOnly today) =>
        actor.May(RightOf(stage)) && (RightOf(stage) is not Operation.KeepOwnMoney || actor.WorksFor(activity.LeadOn(today)));

    /// <summary>
    /// Adds a record to a stage. Refused when the stage before it is missing (<c>funding.out-of-order</c>), when more would be disbursed than
    /// was approved (<c>funding.over-approved</c>), and when sums would no longer fit each other.
    /// </summary>
    /// <param name="actor">Who records.</param>
    /// <param name="activityId">The activity.</param>
    /// <param name="source">The source.</param>
    /// <param name="stage">The stage; one that the source does not have is not there.</param>
    /// <param name="expected">Number of records that the change is based on.</param>
    /// <param name="input">What is recorded.</param>
    /// <param name="cancel">Ends when the caller goes away.</param>
    public async Task<Result<FundingStep>> Record(
        Actor actor, Guid activityId, FundingSource source, FundingStage stage, ExpectedVersion expected, Result<FundingOrder> input,
        CancellationToken cancel) =>
        actor.Demand(Operation.ReadFigures) is { } refusal ? refusal : await store.Write(actor, async changes =>
        {
            if (await changes.Plans.LoadByActivity(activityId, cancel) is not { Status: not PlanStatus.Draft } plan)
                return PlanProgress.UnknownActivity;
            if (!Enum.IsDefined(source) || !FundingStages.Of(source).Contains(stage))
                return Refusal.NotFound("funding.no-such-stage", "Không có nguồn kinh phí này, hoặc nguồn này không có bước đó.");
            var activity = plan.Activities.First(a => a.Id == activityId);
            if (!May(actor, activity, stage, clock.Today))
                return Rights.NotAllowed();
            if (input.Refused(out var unreadable, out var typed))
                return unreadable;
            var order = FundingRules.Clean(typed);
            if (FundingRules.Check(order, stage, plan.IssuedOn, clock.Today) is { } invalid)
                return invalid;
            var steps = await changes.Funding.OfActivity(activityId, cancel);
            if (expected.Check(steps.Count) is { } wrongVersion)
                return wrongVersion;
            if (FundingRules.CheckState(new(source, [.. steps.Where(s => s.Source == source)]), stage, order) is { } forbidden)
                return forbidden;
            var step = StepOf(actor, plan.Id, new(activityId, source, stage, order), steps.Count + 1, clock.UtcNow);
            changes.Funding.Add(step);
            changes.Record(Row(actor, activity, step));
            return (Result<FundingStep>)step;
        }, cancel);

    /// <summary>The record of what was asked for.</summary>
    internal static FundingStep StepOf(Actor actor, Guid planId, FundingContent content, int number, DateTime at, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(),
        PlanId = planId,
        ActivityId = content.ActivityId,
        Source = content.Source,
        Stage = content.Stage,
        Kind = content.Order.Kind,
        Amount = content.Order.Amount,
        Date = content.Order.Date,
        Document = content.Order.Document,
        Note = content.Order.Note,
        Number = number,
        RecordedBy = actor.FullName,
        RecordedFor = actor.Agency?.Id,
        RecordedAt = at,
    };

    /// <summary>Its row of history.</summary>
    internal static Change Row(Actor actor, Activity activity, FundingStep step) => new()
    {
        At = step.RecordedAt,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        AgencyId = activity.LeadOn(step.Date),
        Door = actor.Door,
        Entity = "funding",
        EntityId = activity.Id,
        What = "record",
        Old = null,
        New = HistoryJson.Of(new { step.Source, step.Stage, StepKind = step.Kind, step.Amount, step.Date, step.Document }),
        Reason = step.Note,
    };
}
