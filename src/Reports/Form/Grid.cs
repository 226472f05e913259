namespace PlanTracker.Reports.Form;

/// <summary>The columns of a sheet, from 0. Given in millimetres on paper, kept in whole pixels, so that nothing is scaled in print.</summary>
internal sealed class Grid
{
    private const double PixelsPerMillimetre = 96 / 25.4;
    private const double PointsPerPixel = 0.75;
    /// <summary>Width of a digit of Times New Roman 12, the unit of column widths.</summary>
    private const double DigitPixels = 8;

    private readonly int[] starts;

    public Grid(IReadOnlyList<double> millimetres)
    {
        starts = new int[millimetres.Count + 1];
        for (var column = 0; column < millimetres.Count; column++)
            starts[column + 1] = starts[column] + (int)Math.Round(millimetres[column] * PixelsPerMillimetre, MidpointRounding.AwayFromZero);
    }

    /// <summary>How many columns.</summary>
    public int Count => starts.Length - 1;

    /// <summary>The last column.</summary>
    public int Last => Count - 1;

    /// <summary>Width of a column in the unit of the file.</summary>
    public double Units(int column) => (starts[column + 1] - starts[column]) / DigitPixels;

    /// <summary>Width of columns in points.</summary>
    public double Points(int first, int last) => (starts[last + 1] - starts[first]) * PointsPerPixel;

    /// <summary>The middle of columns in points from the left edge.</summary>
    public double Middle(int first, int last) => (starts[last + 1] + starts[first]) * PointsPerPixel / 2;

    /// <summary>The first column that begins at this share of the width or after it.</summary>
    public int ColumnAt(double share) => Math.Clamp(Array.FindIndex(starts, s => s >= share * starts[^1]), 1, Last);

    /// <summary>The column under a place given in points, and how far into it the place lies.</summary>
    public (int Column, double Offset) At(double points)
    {
        var column = Math.Clamp(Array.FindLastIndex(starts, s => s * PointsPerPixel <= points), 0, Last);
        return (column, points - (starts[column] * PointsPerPixel));
    }

    /// <summary>Letters of a column: A, B, ... AA.</summary>
    public static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + Letters(column % 26);
}
