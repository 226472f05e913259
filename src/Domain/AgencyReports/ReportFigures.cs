namespace PlanTracker.Domain.AgencyReports;

/// <summary>One row of a report's figures.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Name">Its name at the time.</param>
/// <param name="Unit">Its unit at the time.</param>
/// <param name="Own">The agency's own figure; null when not typed.</param>
/// <param name="Note">The note beside it.</param>
/// <param name="Prefilled">What the agency's results and news items give; null when they give nothing.</param>
/// <param name="Children">Sum of the accepted reports of the agencies below; null when there are none, or when the indicator is not summed over agencies.</param>
/// <param name="Waiting">Sum of the reports from below that wait to be accepted; shown apart, never inside.</param>
/// <param name="Total">Own and children's together; null when neither is known.</param>
/// <param name="YearToDate">The year's figure up to the period's end; null when nothing is known.</param>
public sealed record ReportFigure(
    string Code, string Name, string Unit, decimal? Own, string? Note, decimal? Prefilled, decimal? Children, decimal? Waiting, decimal? Total,
    decimal? YearToDate)
{
    /// <summary>Whether the typed figure is another than the one filled in beforehand.</summary>
    public bool Differs => Own is { } own && Prefilled is { } prefilled && own != prefilled;
}

/// <summary>What a report's figures are made of.</summary>
/// <param name="Content">What the agency wrote.</param>
/// <param name="Prefilled">By indicator: what its sources give.</param>
/// <param name="Accepted">By report accepted from below: its totals by indicator.</param>
/// <param name="Waiting">By report waiting from below: the same.</param>
/// <param name="Before">The totals of the periods before in the same year, in the order of time.</param>
public sealed record FigureParts(
    ReportContent Content, IReadOnlyDictionary<string, decimal> Prefilled, IReadOnlyList<IReadOnlyDictionary<string, decimal>> Accepted,
    IReadOnlyList<IReadOnlyDictionary<string, decimal>> Waiting, IReadOnlyList<IReadOnlyDictionary<string, decimal>> Before);

/// <summary>The arithmetic of agency reports (rule of agency reports): total = own + accepted from below; the year's figure is computed, never typed.</summary>
public static class ReportFigures
{
    /// <summary>
    /// The rows of the form: indicators in use, and retired ones that something was typed for or comes from below.
    /// </summary>
    public static IReadOnlyList<ReportFigure> Of(IReadOnlyList<Indicator> indicators, FigureParts parts) =>
        [.. indicators.InOrder().Select(i => Row(i, parts)).Where(r => r.IsShown).Select(r => r.Figure)];

    /// <summary>The order of the form.</summary>
    public static IReadOnlyList<Indicator> InOrder(this IEnumerable<Indicator> indicators) =>
        [.. indicators.OrderBy(i => i.Terms.Order).ThenBy(i => i.Code, StringComparer.Ordinal)];

    /// <summary>The year's figure of one indicator from those of its periods, in the order of time.</summary>
    public static decimal? Over(OverTime overTime, IEnumerable<decimal?> periods)
    {
        var known = periods.OfType<decimal>().ToList();
        return known.Count == 0 ? null : overTime switch
        {
            OverTime.Sum => known.Sum(),
            OverTime.Max => known.Max(),
            _ => known[^1],
        };
    }

    private static (ReportFigure Figure, bool IsShown) Row(Indicator indicator, FigureParts parts)
    {
        var (code, terms) = (indicator.Code, indicator.Terms);
        var own = parts.Content.NothingToReport ? null : parts.Content.Own(code);
        var children = terms.SumsOverAgencies ? Sum(parts.Accepted, code) : null;
        decimal? total = own is null && children is null ? null : (own ?? 0) + (children ?? 0);
        var figure = new ReportFigure(
            code, terms.Name, terms.Unit, own, parts.Content.Note(code), parts.Prefilled.TryGetValue(code, out var prefilled) ? prefilled : null, children,
            terms.SumsOverAgencies ? Sum(parts.Waiting, code) : null, total,
            Over(terms.OverTime, [.. parts.Before.Select(p => p.TryGetValue(code, out var past) ? past : (decimal?)null), total]));
        return (figure, terms.IsActive || own is not null || children is not null);
    }

    private static decimal? Sum(IReadOnlyList<IReadOnlyDictionary<string, decimal>> reports, string code)
    {
        decimal? sum = null;
        foreach (var report in reports)
        {
            if (report.TryGetValue(code, out var value))
                sum = (sum ?? 0) + value;
        }
        return sum;
    }
}
