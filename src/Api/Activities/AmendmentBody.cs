using PlanTracker.Domain;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Api.Activities;

/// <summary>A document by number and date.</summary>
internal sealed record DocumentBody(string Number, DateOnly Date)
{
    /// <summary>In the domain's words.</summary>
    public DocumentRef ToRef() => new(Number, Date);
}

/// <summary>A new value of a target.</summary>
/// <param name="Value">The new value; null only for an ongoing target.</param>
/// <param name="Unit">The unit; another one closes the target and opens a new one.</param>
/// <param name="EffectiveOn">First day in force.</param>
/// <param name="Document">The document it rests on.</param>
/// <param name="Reason">Why.</param>
/// <param name="ConfirmBelowDone">More than this is done already, and that is right.</param>
internal sealed record VersionBody(
    decimal? Value, string Unit, DateOnly EffectiveOn, DocumentBody Document, string Reason, bool ConfirmBelowDone = false)
{
    /// <summary>In the domain's words.</summary>
    public Result<NewTargetVersion> ToVersion() => new NewTargetVersion(Value, Unit, EffectiveOn, Document.ToRef(), Reason, ConfirmBelowDone);
}

/// <summary>A dated cumulative amount.</summary>
internal sealed record MilestoneBody(DateOnly On, decimal Amount);

/// <summary>Phasing of a target; an empty list takes it back.</summary>
internal sealed record PhasingBody(IReadOnlyList<MilestoneBody> Milestones, string Reason)
{
    /// <summary>In the domain's words.</summary>
    public Result<Phasing> ToPhasing() => Milestones.Any(m => m is null)
        ? Refusal.Invalid("milestones", "Danh sách có phần tử null.")
        : new Phasing([.. Milestones.Select(m => new Milestone(m.On, m.Amount))], Reason);
}

/// <summary>Another due date.</summary>
internal sealed record DueDateBody(DateOnly DueOn, string Reason);

/// <summary>The end of an activity before its time.</summary>
internal sealed record StopBody(DateOnly On, DocumentBody Document, string Reason);

/// <summary>Why an activity goes on.</summary>
internal sealed record ResumeBody(string Reason);

/// <summary>A target of a new activity.</summary>
internal sealed record NewTargetBody(
    TargetKind Kind, decimal? Value = null, string Unit = "", Comparison Comparison = Comparison.Exactly, CadenceJson? Cadence = null,
    string? Part = null, AgencyGroup? Members = null);

/// <summary>An activity added mid-year.</summary>
internal sealed record NewActivityBody(
    DateOnly On, DocumentBody Document, string Reason, string Title, string QuantityWording, Guid LeadAgencyId, string Time,
    IReadOnlyList<NewTargetBody> Targets, string? ShortTitle = null, string SupportingWording = "", DateOnly? DueOn = null,
    bool DeliveryModeAsked = false)
{
    /// <summary>In the domain's words.</summary>
    public Result<NewActivity> ToActivity() => Targets.Any(t => t is null)
        ? Refusal.Invalid("targets", "Danh sách có phần tử null.")
        : new NewActivity(On, Document.ToRef(), Reason, Title, ShortTitle, QuantityWording, LeadAgencyId, SupportingWording, Time, DueOn, DeliveryModeAsked,
            [.. Targets.Select(t => new NewTarget(
                t.Kind, t.Value, t.Unit, t.Comparison, t.Cadence is { } c ? new Cadence(c.Count, c.Per) : null, t.Part, t.Members))]);
}
