using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Activities;

/// <summary>A new value of a target, by a document (điều chỉnh chỉ tiêu).</summary>
/// <param name="Value">The new value, 0 to 1,000,000,000; null leaves an ongoing target without a number.</param>
/// <param name="Unit">The unit; another one than before closes the target and opens a new one.</param>
/// <param name="EffectiveOn">First day in force, from the plan's issue to its end.</param>
/// <param name="Document">The document.</param>
/// <param name="Reason">Why.</param>
/// <param name="ConfirmBelowDone">The person knows that more than this is done already.</param>
public sealed record NewTargetVersion(
    decimal? Value, string Unit, DateOnly EffectiveOn, DocumentRef Document, string Reason, bool ConfirmBelowDone = false);

/// <summary>Dated cumulative amounts (phân kỳ); an empty list takes phasing back.</summary>
public sealed record Phasing(IReadOnlyList<Milestone> Milestones, string Reason);

/// <summary>Another due date within the plan's time.</summary>
public sealed record NewDueDate(DateOnly DueOn, string Reason);

/// <summary>The end of an activity before its time.</summary>
/// <param name="On">The first day it no longer counts.</param>
/// <param name="Document">The document.</param>
/// <param name="Reason">Why.</param>
public sealed record ActivityStop(DateOnly On, DocumentRef Document, string Reason);

/// <summary>An activity added to an issued plan mid-year.</summary>
/// <param name="On">The first day it counts.</param>
/// <param name="Document">The document.</param>
/// <param name="Reason">Why.</param>
/// <param name="Title">Wording, verbatim.</param>
/// <param name="ShortTitle">Short name for screens; null takes the wording.</param>
/// <param name="QuantityWording">Số lượng/tần suất, verbatim.</param>
/// <param name="LeadAgencyId">Cơ quan chủ trì.</param>
/// <param name="SupportingWording">Cơ quan phối hợp, verbatim; may be empty.</param>
/// <param name="Time">Thời gian, verbatim.</param>
/// <param name="DueOn">Due date; null is the plan's end.</param>
/// <param name="DeliveryModeAsked">Row (*).</param>
/// <param name="Targets">What it is measured by, 1 to 5.</param>
public sealed record NewActivity(
    DateOnly On, DocumentRef Document, string Reason, string Title, string? ShortTitle, string QuantityWording, Guid LeadAgencyId,
    string SupportingWording, string Time, DateOnly? DueOn, bool DeliveryModeAsked, IReadOnlyList<NewTarget> Targets)
{
    /// <summary>Supporting parties as the wording was read; empty takes the wording as it is.</summary>
    public IReadOnlyList<SupportingParty> Supporting { get; init; } = [];
}

/// <summary>A target of a new activity.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Value">Value; null for an ongoing target, 1 for done or not done, at most 100 for a percentage.</param>
/// <param name="Unit">Unit; empty for ongoing and done or not done, "%" for a percentage.</param>
/// <param name="Comparison">How it is met.</param>
/// <param name="Cadence">How often; null when it is not said.</param>
/// <param name="Part">What part of the activity it measures; null when it is the only one.</param>
/// <param name="Members">Of a percentage: the set.</param>
public sealed record NewTarget(
    TargetKind Kind, decimal? Value, string Unit, Comparison Comparison = Comparison.Exactly, Cadence? Cadence = null, string? Part = null,
    AgencyGroup? Members = null);
