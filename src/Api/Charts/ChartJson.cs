using PlanTracker.Api.Agencies;
using PlanTracker.Api.Obligations;
using PlanTracker.Domain;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Charts;

/// <summary>A point of a curve.</summary>
internal sealed record CurvePointJson(DateOnly On, decimal Planned, decimal? Actual, decimal? Forecast);

/// <summary>The curve of a target.</summary>
internal sealed record CurveJson(Guid TargetId, string Label, string Unit, IReadOnlyList<CurvePointJson> Points);

/// <summary>The curves of an activity; targets for which a sentence says more have none.</summary>
internal sealed record CurvesJson(Guid ActivityId, DateOnly AsOf, IReadOnlyList<CurveJson> Items)
{
    /// <summary>Of curves.</summary>
    public static CurvesJson Of(ActivityCurves curves) => new(curves.Activity.Activity.Id, curves.Activity.AsOf,
        [.. curves.Curves.Select(c => new CurveJson(c.Target.Target.Id, c.Target.Target.Label, c.Target.Target.Unit,
            [.. c.Points.Select(p => new CurvePointJson(p.On, p.Planned, p.Actual, p.Forecast))]))]);
}

/// <summary>A target in a month.</summary>
internal sealed record MonthCellJson(
    DateOnly From, DateOnly To, MonthState State, decimal? Done, decimal? Expected, decimal? ToDate, decimal? ExpectedToDate, int Entries)
{
    /// <summary>Of a cell.</summary>
    public static MonthCellJson Of(MonthCell c) => c.State is MonthState.Future or MonthState.Outside
        ? new(c.From, c.To, c.State, null, c.Expected, null, null, 0) : new(c.From, c.To, c.State, c.Done, c.Expected, c.ToDate, c.ExpectedToDate, c.Entries);
}

/// <summary>A target through the months.</summary>
internal sealed record MonthRowJson(
    Guid ActivityId, int Order, string ShortTitle, Guid TargetId, string Label, string Unit, AgencyRefJson Lead, decimal? Target, decimal ToDate,
    decimal? Expected, ProgressStatus Status, IReadOnlyList<MonthCellJson> Months)
{
    /// <summary>Of a row.</summary>
    public static MonthRowJson Of(MonthRow r) => new(
        r.Activity.Activity.Id, r.Activity.Activity.Order, r.Activity.Activity.ShortTitle, r.Target.Target.Id, r.Target.Target.Label, r.Target.Target.Unit,
        AgencyRefJson.Of(r.Activity.Lead), r.Target.Figures.Value, r.Target.Figures.ToDate, r.Target.Figures.Expected, r.Target.Figures.Status,
        [.. r.Cells.Select(MonthCellJson.Of)]);
}

/// <summary>A page of activities by months.</summary>
internal sealed record MonthMatrixJson(DateOnly AsOf, IReadOnlyList<DateOnly> Months, IReadOnlyList<MonthRowJson> Items, int Total, int Page, int PageSize)
{
    /// <summary>Of a page.</summary>
    public static MonthMatrixJson Of(MonthMatrix matrix, ListQuery query)
    {
        var page = query.Part(matrix.Rows);
        return new(matrix.AsOf, matrix.Months, [.. page.Items.Select(MonthRowJson.Of)], page.Total, page.Page, page.PageSize);
    }
}

/// <summary>What an agency owes in a period, and how it stands.</summary>
internal sealed record SendingCellJson(string Period, SendingMark? Mark, IReadOnlyList<Guid> ObligationIds);

/// <summary>An agency through the periods.</summary>
internal sealed record SendingRowJson(
    AgencyRefJson Agency, AgencyLevel Level, AgencyRefJson? District, int Missing, int Late, IReadOnlyList<SendingCellJson> Periods)
{
    /// <summary>Of a row.</summary>
    public static SendingRowJson Of(SendingRow r) => new(
        AgencyRefJson.Of(r.Agency), r.Level, r.District is { } d ? AgencyRefJson.Of(d) : null, r.Missing, r.Late,
        [.. r.Cells.Select(c => new SendingCellJson(c.Period.Code, c.Mark, [.. c.Views.Select(v => v.Obligation.Id)]))]);
}

/// <summary>A page of agencies by periods.</summary>
internal sealed record SendingMatrixJson(
    DateOnly AsOf, IReadOnlyList<PeriodRefJson> Periods, IReadOnlyList<SendingRowJson> Items, int Total, int Page, int PageSize)
{
    /// <summary>Of a page.</summary>
    public static SendingMatrixJson Of(SendingMatrix matrix, ListQuery query)
    {
        var page = query.Part(matrix.Rows);
        return new(matrix.Today, [.. matrix.Periods.Select(p => new PeriodRefJson(p.Id, p.Code, p.Name))], [.. page.Items.Select(SendingRowJson.Of)],
            page.Total, page.Page, page.PageSize);
    }
}

/// <summary>Money that passes from a stage to another, stays behind or comes in.</summary>
internal sealed record MoneyPassageJson(FundingStage? From, FundingStage? To, MoneyTurn Turn, long Amount);

/// <summary>The flow of a plan's money.</summary>
internal sealed record MoneyFlowJson(DateOnly AsOf, IReadOnlyList<MoneyPassageJson> Items)
{
    /// <summary>Of money.</summary>
    public static MoneyFlowJson Of(PlanMoney money) => new(money.AsOf, [.. money.Flow.Select(p => new MoneyPassageJson(p.From, p.To, p.At, p.Amount))]);
}
