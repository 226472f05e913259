using System.Text.Json.Serialization;
using PlanTracker.Api.Agencies;
using PlanTracker.Api.Obligations;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Activities;

/// <summary>How many activities have each status.</summary>
/// <remarks>Members are written by the names of the statuses: <c>OnTrack</c>, as in <c>status</c>.</remarks>
internal sealed record StatusCountsJson(
    [property: JsonPropertyName("Completed")] int Completed, [property: JsonPropertyName("OnTrack")] int OnTrack,
    [property: JsonPropertyName("Behind")] int Behind, [property: JsonPropertyName("Overdue")] int Overdue,
    [property: JsonPropertyName("NotStarted")] int NotStarted, [property: JsonPropertyName("Ongoing")] int Ongoing,
    [property: JsonPropertyName("Cancelled")] int Cancelled)
{
    /// <summary>Of counts.</summary>
    public static StatusCountsJson Of(StatusCounts c) =>
        new(c.Completed, c.OnTrack, c.Behind, c.Overdue, c.NotStarted, c.Ongoing, c.Cancelled);
}

/// <summary>A lead and how its activities stand.</summary>
internal sealed record LeadJson(AgencyRefJson Agency, int Activities, int Behind, decimal? Percent);

/// <summary>A day to come.</summary>
internal sealed record DueJson(DateOnly On, DueKind Kind, string Text, int DaysLeft, string? PeriodCode, Guid? ActivityId);

/// <summary>Money of the plan; null while none is recorded.</summary>
internal sealed record MoneyJson(long? Approved, long? Disbursed)
{
    /// <summary>Of all sources together.</summary>
    public static MoneyJson Of(FundingTotal? all) => new(Amount(all, FundingStage.Approval), Amount(all, FundingStage.Disbursement));

    private static long? Amount(FundingTotal? all, FundingStage stage) => all?.Stages.TryGetValue(stage, out var amount) is true ? amount : null;
}

/// <summary>How the plan stood at an earlier cut-off.</summary>
internal sealed record EarlierJson(string PeriodName, DateOnly AsOf, StatusCountsJson StatusCounts);

/// <summary>What the dashboard shows.</summary>
internal sealed record OverviewJson(
    Guid PlanId, DateOnly AsOf, StatusCountsJson StatusCounts, IReadOnlyList<ActivityJson> Activities,
    IReadOnlyList<LeadJson> ByLead, int PendingConfirmation, RatesJson ReportingRates, MoneyJson Money, IReadOnlyList<DueJson> DueNext,
    EarlierJson? Earlier)
{
    /// <summary>Of an overview.</summary>
    public static OverviewJson Of(Overview overview, PeriodRates? rates, FundingTotal? money) => new(
        overview.Plan.Id, overview.AsOf, StatusCountsJson.Of(overview.StatusCounts), [.. overview.Activities.Select(ActivityJson.Of)],
        [.. overview.ByLead.Select(l => new LeadJson(AgencyRefJson.Of(l.Agency), l.Activities.Count, l.Behind, l.Percent))],
        overview.PendingConfirmation, rates is null ? new(null, overview.AsOf, null, []) : RatesJson.Of(rates), MoneyJson.Of(money),
        [.. overview.DueNext.Select(d => new DueJson(d.On, d.Kind, d.Text, d.DaysLeft, d.PeriodCode, d.ActivityId))],
        overview.Earlier is { } e ? new(e.PeriodName, e.AsOf, StatusCountsJson.Of(e.StatusCounts)) : null);
}
