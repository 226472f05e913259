namespace PlanTracker.Reports.Measure;

/// <summary>Rows (from 1) that must not be torn apart by the end of a page.</summary>
internal readonly record struct Together(int First, int Last);

/// <summary>
/// Where the pages of a sheet end. A spreadsheet program breaks before the row that no longer fits; a break of our own is set only
/// where it would tear apart what belongs together, or where programs could disagree by a few points.
/// </summary>
internal static class PageFilling
{
    /// <summary>Height of a landscape A4 page between its margins.</summary>
    public const double Page = 481.9;

    /// <summary>What programs may differ by.</summary>
    public const double Reserve = 10;

    /// <summary>The rows before which a page must be ended by hand.</summary>
    /// <param name="heights">Height of each row, the first row first.</param>
    /// <param name="head">The row repeated on every page after the one it stands on.</param>
    /// <param name="together">Rows kept on one page; ones that overlap are one.</param>
    public static IReadOnlyList<int> Breaks(IReadOnlyList<double> heights, int head, IEnumerable<Together> together)
    {
        var kept = Merge(together);
        var breaks = new List<int>();
        var used = 0.0;
        for (var row = 1; row <= heights.Count;)
        {
            var last = LastOf(row, kept, heights, head);
            var height = Sum(heights, row, last);
            if (used > 0 && used + height > Page - Reserve)
            {
                if (last > row || used + height <= Page + Reserve)
                    breaks.Add(row);
                used = row > head ? heights[head - 1] : 0;
            }
            used += height;
            row = last + 1;
        }
        return breaks;
    }

    /// <summary>What is higher than a page cannot stay together.</summary>
    private static int LastOf(int row, List<Together> kept, IReadOnlyList<double> heights, int head)
    {
        var group = kept.Find(g => g.First == row);
        return group.First == row && heights[head - 1] + Sum(heights, row, group.Last) <= Page - Reserve ? group.Last : row;
    }

    private static double Sum(IReadOnlyList<double> heights, int first, int last)
    {
        var sum = 0.0;
        for (var row = first; row <= last; row++)
            sum += heights[row - 1];
        return sum;
    }

    private static List<Together> Merge(IEnumerable<Together> together)
    {
        var merged = new List<Together>();
        foreach (var group in together.OrderBy(g => g.First))
        {
            if (merged.Count > 0 && group.First <= merged[^1].Last)
                merged[^1] = new(merged[^1].First, Math.Max(merged[^1].Last, group.Last));
            else
                merged.Add(group);
        }
        return merged;
    }
}
