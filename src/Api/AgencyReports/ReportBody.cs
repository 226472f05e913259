using PlanTracker.Domain;
using PlanTracker.Domain.AgencyReports;

namespace PlanTracker.Api.AgencyReports;

/// <summary>A figure of the agency's own.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Value">How much, 0 or more; null when nothing is known.</param>
/// <param name="Note">Why it differs from what was filled in beforehand.</param>
internal sealed record OwnFigureBody(string Code, decimal? Value = null, string? Note = null);

/// <summary>What an agency writes into its report. Totals, the year's figures and those from below are computed.</summary>
/// <param name="Figures">Own figures; an indicator that is not named has none.</param>
/// <param name="Results">Kết quả nổi bật.</param>
/// <param name="Shortcomings">Tồn tại, hạn chế và nguyên nhân.</param>
/// <param name="Directions">Phương hướng.</param>
/// <param name="Proposals">Đề xuất, kiến nghị.</param>
/// <param name="Difficulties">Khó khăn, vướng mắc.</param>
/// <param name="NothingToReport">Không phát sinh.</param>
/// <param name="NothingReason">Why nothing was done.</param>
internal sealed record ReportBody(
    IReadOnlyList<OwnFigureBody>? Figures = null, string? Results = null, string? Shortcomings = null, string? Directions = null,
    string? Proposals = null, string? Difficulties = null, bool NothingToReport = false, string? NothingReason = null)
{
    private const int Most = 500;

    /// <summary>In the domain's words.</summary>
    public Result<ReportContent> ToContent()
    {
        // Annotations of a list's items are not looked at by the reader of JSON.
        if (Figures is { Count: > Most } || Figures?.Any(f => f is null) == true)
            return Refusal.Invalid("figures", "Danh sách có phần tử null, hoặc quá dài.");
        return new ReportContent
        {
            Figures = [.. (Figures ?? []).Select(f => new OwnFigure(f.Code, f.Value, f.Note))],
            Results = Results,
            Shortcomings = Shortcomings,
            Directions = Directions,
            Proposals = Proposals,
            Difficulties = Difficulties,
            NothingToReport = NothingToReport,
            NothingReason = NothingReason,
        };
    }
}

/// <summary>Why a report is returned, and what of it is to be mended: parts, and indicators as <c>figures.Code</c>.</summary>
internal sealed record ReturnReportBody(string Reason, IReadOnlyList<string>? Fields = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<ReportReason> ToReason() =>
        Fields?.Any(f => f is null) == true ? Refusal.Invalid("fields", "Danh sách có phần tử null.") : new ReportReason(Reason, Fields ?? []);
}

/// <summary>Results that an indicator counts.</summary>
internal sealed record EntryMatchBody(string? Channel = null, int? Form = null, string? Unit = null);

/// <summary>What an indicator counts, and how.</summary>
internal record IndicatorBody(
    string Name, string Unit, int Order, bool SumsOverAgencies = true, OverTime OverTime = OverTime.Sum, bool AllowsDecimals = false,
    string? PeopleCode = null, bool IsActive = true, IReadOnlyList<EntryMatchBody>? Matches = null, bool CountsSocialisedMoney = false)
{
    /// <summary>In the domain's words.</summary>
    public Result<IndicatorTerms> ToTerms() => Matches?.Any(m => m is null) == true
        ? Refusal.Invalid("matches", "Danh sách có phần tử null.")
        : new IndicatorTerms
        {
            Name = Name,
            Unit = Unit,
            Order = Order,
            SumsOverAgencies = SumsOverAgencies,
            OverTime = OverTime,
            AllowsDecimals = AllowsDecimals,
            PeopleCode = PeopleCode,
            IsActive = IsActive,
            Matches = [.. (Matches ?? []).Select(m => new EntryMatch(m.Channel, m.Form, m.Unit))],
            CountsSocialisedMoney = CountsSocialisedMoney,
        };
}

/// <summary>A new indicator.</summary>
internal sealed record NewIndicatorBody(
    string Code, string Name, string Unit, int Order, bool SumsOverAgencies = true, OverTime OverTime = OverTime.Sum, bool AllowsDecimals = false,
    string? PeopleCode = null, bool IsActive = true, IReadOnlyList<EntryMatchBody>? Matches = null, bool CountsSocialisedMoney = false)
    : IndicatorBody(Name, Unit, Order, SumsOverAgencies, OverTime, AllowsDecimals, PeopleCode, IsActive, Matches, CountsSocialisedMoney)
{
    /// <summary>In the domain's words.</summary>
    public Result<(string Code, IndicatorTerms Terms)> ToNew() => ToTerms().Refused(out var refusal, out var terms) ? refusal : (Code, terms);
}
