using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>
/// The middle of the others (mức giữa): sorted, the one in the middle; of an even number the mean of the two in the middle, one decimal, half away
/// from zero. Equal figures count as often as they stand there. The unit itself is left out, so that few units do not measure themselves by
/// themselves; a unit without the figure is left out too, for nothing said is not zero.
/// </summary>
public static class Medians
{
    /// <summary>How many others must have a figure before their median is told: with fewer, one could guess whose it is.</summary>
    public const int LeastOthers = 5;

    /// <summary>The median; null of nothing.</summary>
    public static decimal? Of(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count == 0 ? null : sorted.Count % 2 == 1 ? sorted[middle] : Figures.Round((sorted[middle - 1] + sorted[middle]) / 2);
    }

    /// <summary>A unit's figure beside the median of the others.</summary>
    /// <param name="code">Code of the figure.</param>
    /// <param name="name">Its name.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="values">By agency; null for who has none.</param>
    /// <param name="own">The unit.</param>
    public static PeerFigure Figure(string code, string name, string unit, IReadOnlyDictionary<Guid, decimal?> values, Guid own)
    {
        var others = values.Where(v => v.Key != own).Select(v => v.Value).OfType<decimal>().ToList();
        return new(code, name, unit, values.GetValueOrDefault(own), others.Count < LeastOthers ? null : Of(others), others.Count);
    }
}
