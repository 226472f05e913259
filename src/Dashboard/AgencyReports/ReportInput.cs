using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.AgencyReports;

namespace PlanTracker.Dashboard.AgencyReports;

/// <summary>The form of a report as text: figures are <c>figures.Code</c>, notes <c>notes.Code</c>.</summary>
internal static class ReportInput
{
    /// <summary>The form of a report as it stands.</summary>
    public static TypedText Of(ReportContent content) => new(
    [
        .. content.Figures.Where(f => f.Value is not null).Select(f => ($"figures.{f.Code}", (string?)Words.Number(f.Value))),
        .. content.Figures.Select(f => ($"notes.{f.Code}", f.Note)), .. ReportParts.All.Select(p => (p.Field, p.Of(content))),
        ("nothingToReport", content.NothingToReport ? "true" : null),
    ]);

    /// <summary>What was typed; every figure that is no number is named at once.</summary>
    public static Result<ReportContent> Read(TypedText typed, IReadOnlyList<ReportFigure> figures)
    {
        var own = figures.Select(f => new OwnFigure(
            f.Code, typed[$"figures.{f.Code}"] is null ? null : typed.Number($"figures.{f.Code}", f.Name), typed[$"notes.{f.Code}"])).ToList();
        return typed.Or(new ReportContent
        {
            Figures = own,
            Results = typed["results"],
            Shortcomings = typed["shortcomings"],
            Directions = typed["directions"],
            Proposals = typed["proposals"],
            Difficulties = typed["difficulties"],
            NothingToReport = typed["nothingToReport"] == "true",
            NothingReason = typed["nothingReason"],
        });
    }
}
