using PlanTracker.Api.Agencies;
using PlanTracker.Api.Obligations;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Activities;

/// <summary>The agency that an overview is narrowed to.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Level">Its level.</param>
/// <param name="Leads">Whether the activities are its own; otherwise it supports them.</param>
internal sealed record OverviewScopeJson(AgencyRefJson Agency, AgencyLevel Level, bool Leads)
{
    /// <summary>Of a scope.</summary>
    public static OverviewScopeJson? Of(OverviewScope? scope) => scope is null ? null : new(AgencyRefJson.Of(scope.Agency), scope.Level, scope.Leads);
}

/// <summary>The forecast of a target.</summary>
/// <param name="TargetId">The target.</param>
/// <param name="Kind">What it will come to.</param>
/// <param name="Forecast">Ước thực hiện cả năm; null while nothing can be said.</param>
/// <param name="Missing">How much will be missing.</param>
/// <param name="Why">How it comes about.</param>
internal sealed record TargetOutlookJson(Guid TargetId, OutlookKind Kind, decimal? Forecast, decimal? Missing, string Why);

/// <summary>The forecast of an activity.</summary>
internal sealed record ActivityOutlookJson(Guid ActivityId, int Order, OutlookKind Kind, IReadOnlyList<TargetOutlookJson> Targets);

/// <summary>The forecast of the plan to its last day.</summary>
/// <param name="On">The day it is for.</param>
/// <param name="Reach">Activities that have reached every target, or will.</param>
/// <param name="Miss">Activities that will miss one.</param>
/// <param name="TooEarly">Activities of which nothing can be said yet.</param>
/// <param name="Sentence">The same in words.</param>
/// <param name="Activities">Each of them.</param>
internal sealed record OutlookJson(DateOnly On, int Reach, int Miss, int TooEarly, string? Sentence, IReadOnlyList<ActivityOutlookJson> Activities)
{
    /// <summary>Of a forecast.</summary>
    public static OutlookJson Of(PlanOutlook o) => new(o.Plan.To, o.Reach, o.Miss, o.TooEarly, o.Sentence,
        [.. o.Activities.Select(a => new ActivityOutlookJson(a.Activity.Activity.Id, a.Activity.Activity.Order, a.Kind,
            [.. a.Activity.Targets.Zip(a.Targets, (t, f) => new TargetOutlookJson(t.Target.Id, f.Kind, f.Forecast, f.Missing, f.Why))]))]);
}

/// <summary>Why a target is late.</summary>
internal sealed record LateReasonJson(LateReasonKind Kind, string Text, Guid? DifficultyId);

/// <summary>A target that is behind or overdue.</summary>
/// <param name="ActivityId">Its activity.</param>
/// <param name="TargetId">The target.</param>
/// <param name="Label">Its label.</param>
/// <param name="Lead">Who leads.</param>
/// <param name="Status">Behind or overdue.</param>
/// <param name="Gap">What is missing to what was expected by the day.</param>
/// <param name="Reasons">Why, as far as the records say.</param>
internal sealed record LateTargetJson(
    Guid ActivityId, Guid TargetId, string Label, AgencyRefJson Lead, ProgressStatus Status, decimal Gap, IReadOnlyList<LateReasonJson> Reasons)
{
    /// <summary>Of a late target.</summary>
    public static LateTargetJson Of(LateTarget l) => new(l.Activity.Activity.Id, l.Target.Target.Id, l.Target.Target.Label, AgencyRefJson.Of(l.Activity.Lead),
        l.Target.Figures.Status, l.Target.Figures.Gap, [.. l.Reasons.Select(r => new LateReasonJson(r.Kind, r.Text, r.DifficultyId))]);
}

/// <summary>A unit whose report is late.</summary>
/// <param name="ObligationId">The obligation.</param>
/// <param name="Agency">Who owes.</param>
/// <param name="IsMissing">Not sent yet; otherwise sent late.</param>
/// <param name="Days">Days late.</param>
internal sealed record LateUnitJson(Guid ObligationId, AgencyRefJson Agency, bool IsMissing, int Days);

/// <summary>How the reports of a period came in.</summary>
internal sealed record SendingLineJson(PeriodRefJson Period, DateOnly FirstDue, DateOnly LastDue, RateJson Rate, IReadOnlyList<LateUnitJson> Late)
{
    /// <summary>Of a line.</summary>
    public static SendingLineJson Of(SendingLine s) => new(new(s.Period.Id, s.Period.Code, s.Period.Name), s.FirstDue, s.LastDue, RateJson.Of(s.Rate),
        [.. s.Late.Select(l => new LateUnitJson(l.ObligationId, AgencyRefJson.Of(l.Agency), l.IsMissing, l.Days))]);
}
