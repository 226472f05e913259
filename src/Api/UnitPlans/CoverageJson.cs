using PlanTracker.Api.Agencies;
using PlanTracker.Domain;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.UnitPlans;

namespace PlanTracker.Api.UnitPlans;

/// <summary>A column of the coverage: an activity of the city, and by how many agencies it is served.</summary>
internal sealed record CoverageColumnJson(Guid ActivityId, int Order, string ShortTitle, int ServedBy);

/// <summary>How an agency's plan serves an activity of the city.</summary>
internal sealed record CoverageCellJson(Guid ActivityId, IReadOnlyList<Guid> UnitActivityIds, int Results);

/// <summary>An agency's activity of its own.</summary>
internal sealed record UnlinkedJson(Guid Id, string Title);

/// <summary>An agency of the coverage; without a plan it has issued none.</summary>
internal sealed record CoverageRowJson(
    AgencyRefJson Agency, AgencyLevel Level, AgencyRefJson? Parent, Guid? UnitPlanId, string? Number, DateOnly? IssuedOn, IReadOnlyList<CoverageCellJson> Cells, IReadOnlyList<UnlinkedJson> Unlinked)
{
    /// <summary>Of a row.</summary>
    public static CoverageRowJson Of(CoverageRow row) => new(
        AgencyRefJson.Of(row.Agency), row.Level, row.Parent is { } parent ? AgencyRefJson.Of(parent) : null, row.Plan?.Id, row.Plan?.Number, row.Plan?.IssuedOn,
        [.. row.Cells.Select(c => new CoverageCellJson(c.Key, [.. c.Value.Activities.Select(a => a.Id)], c.Value.Results))], [.. row.Unlinked.Select(a => new UnlinkedJson(a.Id, a.Title))]);
}

/// <summary>Coverage of the city's plan by agencies' own plans.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Expected">Agencies that are to have a plan.</param>
/// <param name="Issued">Of them, those that have issued one.</param>
/// <param name="Activities">Columns.</param>
/// <param name="Items">A page of agencies.</param>
/// <param name="Total">Agencies in all.</param>
/// <param name="Page">Page.</param>
/// <param name="PageSize">Agencies a page.</param>
internal sealed record CoverageJson(
    DateOnly AsOf, int Expected, int Issued, IReadOnlyList<CoverageColumnJson> Activities, IReadOnlyList<CoverageRowJson> Items, int Total, int Page, int PageSize)
{
    /// <summary>Of a coverage.</summary>
    public static CoverageJson Of(Coverage c) => new(
        c.AsOf, c.Expected, c.Issued, [.. c.Activities.Select(a => new CoverageColumnJson(a.Id, a.Order, a.ShortTitle, c.Served[a.Id]))],
        [.. c.Rows.Items.Select(CoverageRowJson.Of)], c.Rows.Total, c.Rows.Page, c.Rows.PageSize);
}

/// <summary>What an agency did of an activity that serves the city's.</summary>
internal sealed record UnitLineJson(
    AgencyRefJson Agency, Guid UnitPlanId, Guid UnitActivityId, string Title, decimal? Quantity, string? Unit, decimal ToDate, decimal Pending, int Results, decimal? Percent);

/// <summary>Sums of one unit; counted is what of it is part of the city's figure.</summary>
internal sealed record UnitSumJson(string? Unit, int Agencies, decimal Quantity, decimal ToDate, int Results, decimal Counted);

/// <summary>A decision whether agencies' results count.</summary>
internal sealed record UnitDecisionJson(bool Counts, DateOnly On, DocumentRef? Document, string Reason, string By, DateTime At);

/// <summary>What agencies did, beside the city's own figure; never added to it unless it was decided so.</summary>
internal sealed record UnitProgressJson(
    Guid ActivityId, DateOnly AsOf, bool CountsNow, IReadOnlyList<UnitDecisionJson> Decisions, IReadOnlyList<UnitSumJson> Sums, IReadOnlyList<UnitLineJson> Units, int Version)
{
    /// <summary>Of what stands beside an activity.</summary>
    public static UnitProgressJson Of(UnitsBeside beside) => new(
        beside.Activity.Id, beside.AsOf, beside.CountsNow,
        [.. beside.Activity.UnitDecisions.Select(d => new UnitDecisionJson(d.Counts, d.On, d.Document, d.Reason, d.By, d.At))],
        [.. beside.Sums.Select(s => new UnitSumJson(s.Unit.Length == 0 ? null : s.Unit, s.Agencies, s.Quantity, s.ToDate, s.Results, s.Counted))],
        [.. beside.Lines.Select(l => new UnitLineJson(
            AgencyRefJson.Of(l.Agency), l.Plan.Id, l.Activity.Id, l.Activity.Title, l.Quantity, l.Activity.Unit.Length == 0 ? null : l.Activity.Unit, l.Done.ToDate, l.Done.Pending,
            l.Done.Results, l.Percent))], beside.Activity.Version);
}
