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

/// <summary>Money at one stage.</summary>
internal sealed record StageMoneyJson(FundingStage Stage, long Amount);

/// <summary>Money of the activities shown; null while none is recorded.</summary>
/// <param name="Approved">Phê duyệt.</param>
/// <param name="Disbursed">Giải ngân.</param>
/// <param name="Available">What disbursement is measured by.</param>
/// <param name="DisbursedPercent">Of what is available.</param>
/// <param name="Stages">Every stage that something was recorded of.</param>
internal sealed record MoneyJson(long? Approved, long? Disbursed, long? Available, decimal? DisbursedPercent, IReadOnlyList<StageMoneyJson> Stages)
{
    /// <summary>Of all sources together.</summary>
    public static MoneyJson Of(FundingTotal? all) => new(
        Amount(all, FundingStage.Approval), Amount(all, FundingStage.Disbursement), all?.Available, all?.DisbursedPercent,
        [.. (all?.Stages ?? new Dictionary<FundingStage, long>()).OrderBy(s => s.Key).Select(s => new StageMoneyJson(s.Key, s.Value))]);

    private static long? Amount(FundingTotal? all, FundingStage stage) => all?.Stages.TryGetValue(stage, out var amount) is true ? amount : null;
}

/// <summary>What became of an activity since an earlier cut-off.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Order">Its number in the plan.</param>
/// <param name="Before">Its status then; null when it was not part of the plan yet.</param>
/// <param name="Now">Its status on the day.</param>
/// <param name="PercentBefore">Its percent then.</param>
/// <param name="Percent">Its percent on the day.</param>
/// <param name="HasNew">Whether something was done since.</param>
internal sealed record MoveJson(Guid ActivityId, int Order, ProgressStatus? Before, ProgressStatus Now, decimal? PercentBefore, decimal? Percent, bool HasNew)
{
    /// <summary>Of a move.</summary>
    public static MoveJson Of(ActivityMove m) =>
        new(m.Now.Activity.Id, m.Now.Activity.Order, m.Before?.Status, m.Now.Status, m.Before?.Percent, m.Now.Percent, m.HasNew);
}

/// <summary>How the plan stood at an earlier cut-off, and what changed since.</summary>
internal sealed record EarlierJson(string PeriodName, DateOnly AsOf, StatusCountsJson StatusCounts, string Sentence, IReadOnlyList<MoveJson> Moves)
{
    /// <summary>Of what it is compared with.</summary>
    public static EarlierJson? Of(Overview o) => o.Earlier is not { } e ? null
        : new(e.PeriodName, e.AsOf, StatusCountsJson.Of(e.StatusCounts), ChangeWords.Of(o.StatusCounts, e), [.. e.Moves.Select(MoveJson.Of)]);
}

/// <summary>What the dashboard shows.</summary>
internal sealed record OverviewJson(
    Guid PlanId, DateOnly AsOf, PeriodRefJson? Period, OverviewScopeJson? Scope, string Sentence, StatusCountsJson StatusCounts,
    IReadOnlyList<ActivityJson> Activities, IReadOnlyList<LeadJson> ByLead, int PendingConfirmation, RatesJson ReportingRates, MoneyJson Money,
    IReadOnlyList<DueJson> DueNext, EarlierJson? Earlier, OutlookJson Outlook, IReadOnlyList<LateTargetJson> Late, IReadOnlyList<SendingLineJson> Sending)
{
    /// <summary>Of everything that the front page says.</summary>
    public static OverviewJson Of(OverviewBoard board, PeriodRates? rates) => new(
        board.Overview.Plan.Id, board.Overview.AsOf, board.Period is { } p ? new(p.Id, p.Code, p.Name) : null, OverviewScopeJson.Of(board.Scope),
        StatusWords.Sentence(board.Overview.StatusCounts), StatusCountsJson.Of(board.Overview.StatusCounts), [.. board.Overview.Activities.Select(ActivityJson.Of)],
        [.. board.Overview.ByLead.Select(l => new LeadJson(AgencyRefJson.Of(l.Agency), l.Activities.Count, l.Behind, l.Percent))],
        board.Overview.PendingConfirmation, rates is null ? new(null, board.Overview.AsOf, null, []) : RatesJson.Of(rates), MoneyJson.Of(board.Money),
        [.. board.Overview.DueNext.Select(d => new DueJson(d.On, d.Kind, d.Text, d.DaysLeft, d.PeriodCode, d.ActivityId))],
        EarlierJson.Of(board.Overview), OutlookJson.Of(board.Outlook), [.. board.Late.Select(LateTargetJson.Of)], [.. board.Sending.Select(SendingLineJson.Of)]);
}
