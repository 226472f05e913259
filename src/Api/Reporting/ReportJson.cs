using System.Text.Json.Serialization;
using PlanTracker.Api.Activities;
using PlanTracker.Api.Calendar;
using PlanTracker.Api.Progress;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Reporting;

/// <summary>The plan of a report.</summary>
internal sealed record ReportPlanJson(Guid Id, string Number, string Title);

/// <summary>The window of a report.</summary>
internal sealed record ReportWindowJson(string Code, string Name, DateOnly From, DateOnly To);

/// <summary>One row of a report: a target and its figures.</summary>
internal sealed record ReportRowJson(
    int Order, string Label, Guid ActivityId, Guid TargetId, string Title, string Wording, string Unit, decimal? Target, decimal? PlannedValue,
    decimal InPeriod, decimal ToDate, decimal Pending, decimal? Expected, decimal? Percent, decimal? Remaining, decimal? Forecast,
    ProgressStatus Status, string Lead, string Supporting, string Time, bool DeliveryModeAsked, string Modes, int Entries, int WithEvidence,
    string Note, int VersionNumber, DocumentJson? VersionDocument, string Figures)
{
    /// <summary>Of a row.</summary>
    public static ReportRowJson Of(PlanReport report, ReportRow row)
    {
        var f = row.Figures;
        return new(row.Order, row.Label, row.ActivityId, row.TargetId, row.Title, row.Wording, row.Unit, f.Value, f.PlannedValue,
            f.InPeriod, f.ToDate, f.Pending, f.Expected, f.Percent, f.Remaining, f.Forecast,
            f.Status, row.Lead, row.Supporting, row.Time, row.DeliveryModeAsked, row.Modes, row.Entries, row.WithEvidence, row.Note,
            f.VersionNumber, row.Version?.Document is { } document ? new(document.Number, document.Date) : null,
            FigurePaths.Of(report, row.TargetId));
    }
}

/// <summary>The report of a plan for a window.</summary>
internal sealed record ReportJson(
    ReportPlanJson Plan, ReportWindowJson Period, DateOnly AsOf, ReportState State, IReadOnlyList<ReportRowJson> Rows,
    StatusCountsJson StatusCounts, int Waiting, ReportTextsJson Texts, ReportLetterheadJson Letterhead, ReportScopeJson? Scope,
    AppendicesJson Appendices)
{
    /// <summary>Of a report.</summary>
    public static ReportJson Of(PlanReport report) => new(
        new(report.Plan.Id, report.Plan.Number, report.Plan.Title), WindowOf(report.Period), report.AsOf, report.State,
        [.. report.Rows.Select(row => ReportRowJson.Of(report, row))], StatusCountsJson.Of(report.StatusCounts), report.Waiting,
        new(report.Texts.Causes, report.Texts.Plan, report.Texts.Proposals), ReportLetterheadJson.Of(report.Letterhead),
        report.Scope is { } scope ? new(scope.Kind, scope.AgencyId, scope.Name) : null, AppendicesJson.Of(report.Content));

    /// <summary>Tells its state: every figure, name, text and appendix.</summary>
    public static string TagOf(PlanReport report) => $"\"{FrozenReport.TagOf(report)}\"";

    /// <summary>Of a window.</summary>
    public static ReportWindowJson WindowOf(ReportWindow window) => new(window.Code, window.Name, window.From, window.To);
}

/// <summary>What the author wrote.</summary>
internal sealed record ReportTextsJson(string? Causes, string? Plan, string? Proposals);

/// <summary>What is written above and below the report.</summary>
internal sealed record ReportLetterheadJson(
    string ParentBody, string IssuingBody, string Symbol, string? Number, DateOnly? SignedOn, string Place, string AddressedTo,
    IReadOnlyList<string> Recipients, string SignerTitle, string? SignerName)
{
    /// <summary>Of a letterhead.</summary>
    public static ReportLetterheadJson Of(Letterhead l) => new(
        l.ParentBody, l.IssuingBody, l.Symbol, l.Number, l.SignedOn, l.Place, l.AddressedTo, l.Recipients, l.SignerTitle, l.SignerName);
}

/// <summary>Of whom a report is.</summary>
internal sealed record ReportScopeJson(ScopeKind Kind, Guid AgencyId, string Name);

/// <summary>A period of the calendar.</summary>
internal sealed record PeriodJson(
    Guid Id, Guid PlanId, string Regime, string Code, string Name, PeriodKind Kind, DateOnly From, DateOnly To,
    IReadOnlyDictionary<string, DateOnly> DueDates, ReportState State, bool IsLocked, IReadOnlyList<PeriodWarningJson> Warnings)
{
    /// <summary>Of a period.</summary>
    public static PeriodJson Of(PeriodView view, ReportState state) => view.Period is var period ? new(
        period.Id, period.PlanId, period.Regime, period.Code, period.Name, period.Kind, period.From, period.To,
        period.DueDates.ToDictionary(d => d.Level, d => d.DueOn), state, view.IsLocked,
        [.. view.Warnings.Select(w => new PeriodWarningJson(w.Level, w.DueOn, w.Message))]) : throw new InvalidOperationException();
}

/// <summary>A document that a version rests on.</summary>
internal sealed record DocumentJson(string Number, DateOnly Date);

/// <summary>A version of a target.</summary>
internal sealed record TargetVersionJson(
    int Number, decimal? Value, DateOnly EffectiveOn, DocumentJson? Document, string? Reason, string? RecordedBy, DateTime? RecordedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? TargetId = null)
{
    /// <summary>Of a version.</summary>
    public static TargetVersionJson Of(TargetVersion version) => Of(version, null);

    /// <summary>Of a version, saying of which target.</summary>
    public static TargetVersionJson Of(TargetVersion version, Guid? targetId) => new(
        version.Number, version.Value, version.EffectiveOn,
        version.Document is { } document ? new(document.Number, document.Date) : null, version.Reason,
        version.RecordedBy, version.RecordedAt, targetId);
}

/// <summary>A figure with how it comes about.</summary>
/// <param name="Figure">Which.</param>
/// <param name="Name">Its name on screen.</param>
/// <param name="Shown">As it is shown.</param>
/// <param name="Formula">How it comes about, in words and with the numbers put in.</param>
internal sealed record FormulaJson(FigureKind Figure, string Name, string Shown, string Formula)
{
    /// <summary>Of a figure.</summary>
    public static FormulaJson Of(ExplainedFigure figure) => new(figure.Kind, figure.Name, figure.Shown, figure.Formula);
}

/// <summary>Where a figure comes from.</summary>
/// <param name="Period">The window.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Figure">The figure asked about.</param>
/// <param name="Formula">How it comes about.</param>
/// <param name="Row">All figures of the target.</param>
/// <param name="Formulas">How each comes about.</param>
/// <param name="Version">The version in force.</param>
/// <param name="Entries">A page of the entries that it is made of, by the day they count on; none of a figure without.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Hidden">How many more wait that the asker may not see.</param>
/// <param name="Units">Results of agencies' own plans that are part of it, because it was decided so.</param>
internal sealed record FigureJson(
    ReportWindowJson Period, DateOnly AsOf, FigureKind Figure, string Formula, ReportRowJson Row, IReadOnlyList<FormulaJson> Formulas,
    TargetVersionJson Version, IReadOnlyList<EntryJson> Entries, int Total, int Hidden, IReadOnlyList<CountedResultJson> Units)
{
    /// <summary>Of an opened figure.</summary>
    public static FigureJson Of(OpenedFigure opened) => new(
        ReportJson.WindowOf(opened.Report.Period), opened.Report.AsOf, opened.Figure.Kind, opened.Figure.Formula, ReportRowJson.Of(opened.Report, opened.Row),
        [.. opened.All.Select(FormulaJson.Of)], TargetVersionJson.Of(opened.Version),
        [.. (opened.Entries?.Items ?? []).Select(EntryJson.Of)], opened.Entries?.Total ?? 0, opened.Hidden,
        [.. opened.Units.Select(u => new CountedResultJson(u.Result.Id, u.Plan.Id, Agencies.AgencyRefJson.Of(u.Agency), u.Result.CountedOn, u.Result.Quantity ?? 0, u.Result.Title))]);
}

/// <summary>A result of an agency's own plan that is part of a figure of the city.</summary>
internal sealed record CountedResultJson(Guid Id, Guid UnitPlanId, Agencies.AgencyRefJson Agency, DateOnly CountedOn, decimal Quantity, string Title);
