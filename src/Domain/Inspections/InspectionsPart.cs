using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Inspections;

/// <summary>One row of the report's part on inspections.</summary>
/// <param name="AgencyName">The inspected agency.</param>
/// <param name="Title">Nội dung kiểm tra.</param>
/// <param name="Planned">Planned day.</param>
/// <param name="Held">Day it was carried out; null when not yet.</param>
/// <param name="Findings">Kết quả.</param>
/// <param name="Recommendations">Recommendations with how each stands, a line each.</param>
/// <param name="State">State in words.</param>
public sealed record InspectionRow(string AgencyName, string Title, DateOnly Planned, DateOnly? Held, string? Findings, string? Recommendations, string State);

/// <summary>The report's part on inspections (VI.2.e of the plan).</summary>
/// <param name="Rows">By planned day.</param>
/// <param name="Held">How many were carried out.</param>
/// <param name="Recommended">Recommendations made.</param>
/// <param name="Done">Of them, held for done.</param>
/// <param name="Late">Of them, late on the day of the report.</param>
public sealed record InspectionTable(IReadOnlyList<InspectionRow> Rows, int Held, int Recommended, int Done, int Late);

/// <summary>Fills the checks of the period of a report, and earlier ones whose recommendations are still followed up.</summary>
public sealed class InspectionsPart(IInspectionBook book) : IReportPart
{
    /// <inheritdoc/>
    public async Task<ReportAppendices> Fill(ReportAppendices content, PartQuery query, CancellationToken cancel)
    {
        var found = (await book.Of(new(query.Plan.Id), cancel)).Where(i => IsOf(i, query)).ToList();
        if (found.Count == 0)
            return content;
        var all = found.SelectMany(i => i.Recommendations).ToList();
        return content with
        {
            Inspections = new(
                [.. found.Select(i => RowOf(i, query))], found.Count(i => i.HeldOn <= query.AsOf), all.Count, all.Count(r => r.End?.On <= query.AsOf),
                all.Count(r => IsLate(r, query.AsOf))),
        };
    }

    private static bool IsOf(Inspection inspection, PartQuery query)
    {
        var day = inspection.HeldOn ?? inspection.PlannedOn;
        return (query.Scope is not { } scope || scope.Members.Contains(inspection.AgencyId)) && inspection.State is not InspectionState.Cancelled && day <= query.AsOf
            && (day >= query.Window.From || inspection.Recommendations.Exists(r => r.End is null || r.End.On >= query.Window.From));
    }

    private static bool IsLate(Recommendation recommendation, DateOnly asOf) => recommendation.DueOn < asOf && !(recommendation.End?.On <= asOf);

    private static InspectionRow RowOf(Inspection inspection, PartQuery query) => new(
        query.Agencies[inspection.AgencyId].RefOn(query.AsOf).Name, inspection.Title, inspection.PlannedOn, inspection.HeldOn, inspection.Findings,
        inspection.Recommendations.Count == 0 ? null : string.Join('\n', inspection.Recommendations.Select((r, index) =>
            $"{index + 1}. {r.Text} (hạn {r.DueOn:dd/MM/yyyy}; {(r.End is null && IsLate(r, query.AsOf) ? "quá hạn" : InspectionWords.StateOf(r, query.AsOf).ToLowerInvariant())})")),
        InspectionWords.NameOf(inspection.State));
}
