using PlanTracker.Api.Agencies;
using PlanTracker.Api.Plans;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Activities;

/// <summary>How often: so many per week, month or quarter.</summary>
internal sealed record CadenceJson(int Count, CadencePer Per);

/// <summary>A target with its figures of the day.</summary>
/// <param name="Id">Id.</param>
/// <param name="Label">TT in reports: 13a.</param>
/// <param name="Part">What part of the activity it measures.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Value">The version in force on the day.</param>
/// <param name="PlannedValue">The plan's own value.</param>
/// <param name="Version">Number of the version in force; 0 is the plan's own.</param>
/// <param name="Unit">Unit.</param>
/// <param name="AllowsDecimals">Whether parts of the unit can be counted.</param>
/// <param name="Comparison">How the value is met.</param>
/// <param name="Cadence">How often; null when the plan does not say.</param>
/// <param name="Members">Of a percentage: the group of agencies it counts.</param>
/// <param name="OpenedOn">First day, when it took the place of one of another unit.</param>
/// <param name="ClosedOn">First day it no longer counts, when its unit was changed.</param>
/// <param name="Milestones">Dated cumulative amounts, when the lead phased it.</param>
/// <param name="ToDate">Confirmed up to the day.</param>
/// <param name="Pending">Waiting for confirmation, counted apart.</param>
/// <param name="Expected">What should be done by the day.</param>
/// <param name="Percent">One decimal, half away from zero.</param>
/// <param name="Remaining">What is missing of the value.</param>
/// <param name="Forecast">Ước thực hiện cả năm.</param>
/// <param name="Status">Status on the day.</param>
/// <param name="Figures">Where its figures are opened; <c>figure</c> says which.</param>
internal sealed record TargetJson(
    Guid Id, string Label, string? Part, TargetKind Kind, decimal? Value, decimal? PlannedValue, int Version, string Unit, bool AllowsDecimals,
    Comparison Comparison, CadenceJson? Cadence, AgencyGroup? Members, DateOnly? OpenedOn, DateOnly? ClosedOn,
    IReadOnlyList<MilestoneBody> Milestones, decimal ToDate, decimal Pending, decimal? Expected, decimal? Percent, decimal? Remaining,
    decimal? Forecast, ProgressStatus Status, string Figures)
{
    /// <summary>Of a target with figures.</summary>
    public static TargetJson Of(ActivityProgress activity, TargetProgress progress)
    {
        var (target, f) = progress;
        return new(target.Id, target.Label, target.Part, target.Kind, f.Value, f.PlannedValue, f.VersionNumber, target.Unit,
            target.AllowsDecimals, target.Comparison, target.Cadence is { } c ? new(c.Count, c.Per) : null,
            target.Members, target.OpenedOn, target.ClosedOn, [.. target.Milestones.Select(m => new MilestoneBody(m.On, m.Amount))], f.ToDate, f.Pending,
            f.Expected, f.Percent, f.Remaining, f.Forecast, f.Status, Reporting.FigurePaths.Of(activity.Activity.PlanId, target.Id, activity.AsOf));
    }
}

/// <summary>A change of an activity after its plan was issued.</summary>
internal sealed record AmendmentJson(
    AmendmentKind Kind, DateOnly On, DocumentBody? Document, string Reason, string By, DateTime At, DateOnly? OldDueOn)
{
    /// <summary>Of an amendment.</summary>
    public static AmendmentJson Of(Amendment a) =>
        new(a.Kind, a.On, a.Document is { } d ? new(d.Number, d.Date) : null, a.Reason, a.By, a.At, a.OldDueOn);
}

/// <summary>An activity with its figures of a day.</summary>
internal sealed record ActivityJson(
    Guid Id, Guid PlanId, int Order, string Title, string ShortTitle, string QuantityWording, IReadOnlyList<TargetJson> Targets,
    AgencyRefJson Lead, IReadOnlyList<PartyJson> Supporting, string SupportingWording, string Time, DateOnly DueOn, bool DeliveryModeAsked,
    DateOnly? AddedOn, DateOnly? CancelledOn, string? CancelledReason, IReadOnlyList<AmendmentJson> Amendments, int Version, decimal? Percent, ProgressStatus Status, DateOnly AsOf,
    IReadOnlyList<EvidencePurpose> EvidenceAsked)
{
    /// <summary>Of an activity with figures.</summary>
    public static ActivityJson Of(ActivityProgress progress)
    {
        var activity = progress.Activity;
        return new(activity.Id, activity.PlanId, activity.Order, activity.Title, activity.ShortTitle, activity.QuantityWording,
            [.. progress.Targets.Select(t => TargetJson.Of(progress, t))], AgencyRefJson.Of(progress.Lead),
            [.. progress.Supporting.Select(s => new PartyJson(s.AgencyId, s.Group, s.Name))], activity.SupportingWording, activity.Time,
            activity.DueOn, activity.DeliveryModeAsked, activity.AddedOn, activity.CancelledOn, activity.CancelledReason,
            [.. activity.Amendments.Select(AmendmentJson.Of)], activity.Version, progress.Percent, progress.Status, progress.AsOf, activity.EvidenceAsked);
    }
}
