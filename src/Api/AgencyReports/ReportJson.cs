using PlanTracker.Api.Agencies;
using PlanTracker.Api.Hosting;
using PlanTracker.Api.Progress;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Obligations;

namespace PlanTracker.Api.AgencyReports;

/// <summary>A row of a report's figures; <see cref="ReportFigure"/> says what each is.</summary>
internal sealed record ReportFigureJson(
    string Code, string Name, string Unit, decimal? Own, string? Note, decimal? Prefilled, decimal? Children, decimal? Waiting, decimal? Total,
    decimal? YearToDate)
{
    /// <summary>Of a figure.</summary>
    public static ReportFigureJson Of(ReportFigure f) =>
        new(f.Code, f.Name, f.Unit, f.Own, f.Note, f.Prefilled, f.Children, f.Waiting, f.Total, f.YearToDate);
}

/// <summary>An item that a figure filled in beforehand is made of.</summary>
internal sealed record SourcedItemJson(string Code, string Kind, Guid Id, string Title, DateOnly Day, decimal Amount);

/// <summary>The report of an agency below.</summary>
internal sealed record ChildReportJson(Guid ObligationId, AgencyRefJson Agency, ChildState State, Guid? SubmissionId, bool NothingToReport)
{
    /// <summary>Of a child.</summary>
    public static ChildReportJson Of(ChildReport c) => new(c.ObligationId, new(c.AgencyId, c.Name, c.ShortName), c.State, c.SubmissionId, c.NothingToReport);
}

/// <summary>Something to look at again; it blocks nothing.</summary>
internal sealed record ReportHintJson(HintKind Kind, string? Code, string Message);

/// <summary>A step in a report's life.</summary>
internal sealed record ReportStepJson(ReportStepKind Kind, DateTime At, PersonJson By, string? Reason, IReadOnlyList<string> Fields);

/// <summary>The period of a report.</summary>
internal sealed record ReportPeriodJson(Guid Id, string Code, string Name, DateOnly From, DateOnly To);

/// <summary>What an agency wrote.</summary>
internal sealed record ReportPartsJson(
    string? Results, string? Shortcomings, string? Directions, string? Proposals, string? Difficulties, bool NothingToReport, string? NothingReason)
{
    /// <summary>Of a content.</summary>
    public static ReportPartsJson Of(ReportContent c) =>
        new(c.Results, c.Shortcomings, c.Directions, c.Proposals, c.Difficulties, c.NothingToReport, c.NothingReason);
}

/// <summary>An agency's report.</summary>
internal sealed record AgencyReportJson(
    Guid ObligationId, Guid PlanId, ReportPeriodJson Period, AgencyRefJson Agency, AgencyRefJson Receiver, AgencyReportStatus Status, DateOnly DueOn,
    DateTime? FirstSubmittedAt, DateTime? SubmittedAt, DateTime? CorrectedAt, Timeliness? Timeliness, IReadOnlyList<ReportFigureJson> Figures,
    ReportPartsJson Parts, IReadOnlyList<SourcedItemJson> Sources, IReadOnlyList<ChildReportJson> Children, int ChildrenIncluded, int ChildrenExpected,
    IReadOnlyList<ChildReportJson> ChangedBelow, IReadOnlyList<string> YearMissing, IReadOnlyList<ReportHintJson> Hints, IReadOnlyList<ReportStepJson> Steps,
    int Submissions, IReadOnlyList<ReportVerb> Allowed, int Version)
{
    /// <summary>Of a view, on a day.</summary>
    public static AgencyReportJson Of(AgencyReportView view, DateOnly today)
    {
        var (o, p) = (view.Obligation, view.Period);
        return new(o.Id, o.PlanId, new(p.Id, p.Code, p.Name, p.From, p.To), AgencyRefJson.Of(view.Agency), AgencyRefJson.Of(view.Receiver), view.Status,
            o.DueOn, o.FirstSubmittedAt, o.SubmittedAt, o.CorrectedAt, o.TimelinessOn(today), [.. view.Made.Figures.Select(ReportFigureJson.Of)],
            ReportPartsJson.Of(view.Content),
            [.. view.Made.Sources.Select(s => new SourcedItemJson(s.Code, s.Kind, s.Id, s.Title, s.Day, s.Amount))],
            [.. view.Made.Children.Select(ChildReportJson.Of)], view.Included, view.Made.Children.Count, [.. view.ChangedBelow.Select(ChildReportJson.Of)],
            view.Made.YearMissing, [.. view.Hints.Select(h => new ReportHintJson(h.Kind, h.Code, h.Message))],
            [.. (view.Report?.Steps ?? []).Select(s => new ReportStepJson(s.Kind, s.At, new(s.ById, s.ByName), s.Reason, s.Fields))],
            view.Submissions.Count, [.. view.Allowed.Order()], view.Version);
    }
}

/// <summary>What was submitted, as it was.</summary>
internal sealed record SubmissionJson(
    Guid Id, int Number, DateTime At, PersonJson By, IReadOnlyList<ReportFigureJson> Figures, ReportPartsJson Parts, IReadOnlyList<ChildReportJson> Children)
{
    /// <summary>Of a submission.</summary>
    public static SubmissionJson Of(ReportSubmission s) => new(
        s.Id, s.Number, s.At, new(s.ById, s.ByName), [.. s.Snapshot.Figures.Select(ReportFigureJson.Of)], ReportPartsJson.Of(s.Snapshot.Content),
        [.. s.Snapshot.Children.Select(ChildReportJson.Of)]);
}

/// <summary>A figure that a submission has made another.</summary>
internal sealed record FigureDifferenceJson(string Code, string Name, decimal? OldOwn, decimal? NewOwn, decimal? OldTotal, decimal? NewTotal);

/// <summary>A piece of a text: kept, added or removed.</summary>
internal sealed record WordPieceJson(WordChange Kind, string Text);

/// <summary>A part in words that a submission has made another.</summary>
internal sealed record PartDifferenceJson(string Field, string Name, IReadOnlyList<WordPieceJson> Pieces);

/// <summary>What a submission changed of the one before it.</summary>
internal sealed record SubmissionDifferenceJson(
    int From, int To, IReadOnlyList<FigureDifferenceJson> Figures, IReadOnlyList<PartDifferenceJson> Parts, IReadOnlyList<string> Children,
    IReadOnlyList<string> ChildrenGone, bool NothingChanged)
{
    /// <summary>Of a difference.</summary>
    public static SubmissionDifferenceJson Of(ReportDifference d) => new(
        d.From, d.To, [.. d.Figures.Select(f => new FigureDifferenceJson(f.Code, f.Name, f.OldOwn, f.NewOwn, f.OldTotal, f.NewTotal))],
        [.. d.Parts.Select(p => new PartDifferenceJson(p.Field, p.Name, [.. p.Pieces.Select(w => new WordPieceJson(w.Kind, w.Text))]))],
        d.Children, d.ChildrenGone, d.NothingChanged);
}

/// <summary>An indicator.</summary>
internal sealed record IndicatorJson(
    string Code, string Name, string Unit, int Order, bool SumsOverAgencies, OverTime OverTime, bool AllowsDecimals, string? PeopleCode, bool IsActive,
    IReadOnlyList<EntryMatchBody> Matches, bool CountsSocialisedMoney, int Version)
{
    /// <summary>Of an indicator.</summary>
    public static IndicatorJson Of(Indicator i) => new(
        i.Code, i.Terms.Name, i.Terms.Unit, i.Terms.Order, i.Terms.SumsOverAgencies, i.Terms.OverTime, i.Terms.AllowsDecimals, i.Terms.PeopleCode,
        i.Terms.IsActive, [.. i.Terms.Matches.Select(m => new EntryMatchBody(m.Channel, m.Form, m.Unit))], i.Terms.CountsSocialisedMoney, i.Version);

    /// <summary>The tag is the version.</summary>
    public static string TagOf(Indicator i) => Etags.Of(i.Version);

    /// <summary>Where it is.</summary>
    public static string PathOf(Indicator i) => $"/api/v1/indicators/{i.Code}";
}

/// <summary>A figure that a file changes.</summary>
internal sealed record ImportedFigureJson(string Code, string Name, decimal? Old, decimal? New);

/// <summary>What an import did, or (<c>dryRun</c>) would do.</summary>
internal sealed record ReportImportJson(
    bool DryRun, IReadOnlyList<ImportedFigureJson> Changed, int Unchanged, IReadOnlyList<Access.CellErrorJson> Errors, int? Version);
