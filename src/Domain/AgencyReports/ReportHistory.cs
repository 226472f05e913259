using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>Writes the changes of agency reports and indicators as history rows.</summary>
internal static class ReportHistory
{
    /// <summary>The row of a change of a report; it belongs to its obligation, which others name it by.</summary>
    public static Change Row(Actor actor, DateTime at, AgencyReport report, string what, string? old, object? filed = null, string? reason = null) => new()
    {
        At = at,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        AgencyId = report.AgencyId,
        Door = actor.Door,
        Entity = "agency-report",
        EntityId = report.ObligationId,
        What = what,
        Old = old,
        New = what is "draft" or "edit" ? Fields(report) : filed is null ? State(report) : HistoryJson.Of(new { reportStatus = report.Status, filed }),
        Reason = reason,
    };

    /// <summary>The fields that history compares.</summary>
    public static string Fields(AgencyReport report) => HistoryJson.Of(new
    {
        reportStatus = report.Status,
        figures = report.Content.Figures.Select(f => new { label = f.Code, f.Value, f.Note }),
        report.Content.Results,
        report.Content.Shortcomings,
        report.Content.Directions,
        report.Content.Proposals,
        report.Content.Difficulties,
        report.Content.NothingToReport,
        report.Content.NothingReason,
    });

    /// <summary>The state alone, for what does not touch the content.</summary>
    public static string State(AgencyReport report) => HistoryJson.Of(new { reportStatus = report.Status });

    /// <summary>The deed in history.</summary>
    public static string NameOf(ReportStepKind kind) => kind switch
    {
        ReportStepKind.Submission => "submit",
        ReportStepKind.Acceptance => "accept",
        _ => "return",
    };

    /// <summary>The row of a change of an indicator.</summary>
    public static Change Row(Actor actor, DateTime at, Indicator indicator, string what, IndicatorTerms? old) => new()
    {
        At = at,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        Door = actor.Door,
        Entity = "indicator",
        EntityId = indicator.Id,
        What = what,
        Old = old is null ? null : HistoryJson.Of(old),
        New = HistoryJson.Of(indicator.Terms),
    };
}
