namespace PlanTracker.Reports.Measure;

/// <summary>How many lines a text takes in a cell and how high its row must be.</summary>
internal static class TextBlock
{
    /// <summary>No row can be higher in a workbook.</summary>
    public const double Highest = 409.5;

    private const double Inset = 4.5;
    private const double Caution = 0.97;
    private const double LineSpacing = 1.275;
    private const double Step = 0.75;

    /// <summary>Lines by word wrap in a cell of the given width; a word wider than the cell is cut.</summary>
    public static int Lines(string text, double cellWidth, Face face)
    {
        var room = (cellWidth - Inset) * Caution;
        var lines = 0;
        foreach (var paragraph in text.AsSpan().EnumerateLines())
            lines += LinesOf(paragraph, room, face);
        return lines;
    }

    /// <summary>Height of a row that shows so many lines, in points.</summary>
    public static double Height(int lines, Face face) =>
        Math.Min(Highest, Math.Ceiling(((lines * face.Size * LineSpacing) + 1) / Step) * Step);

    private static int LinesOf(ReadOnlySpan<char> paragraph, double room, Face face)
    {
        if (TimesNewRoman.Width(paragraph, face) <= room)
            return 1;
        var space = TimesNewRoman.Width(" ", face);
        var lines = 1;
        var used = 0.0;
        foreach (var piece in paragraph.Split(' '))
        {
            var width = TimesNewRoman.Width(paragraph[piece], face);
            if (used > 0 && used + space + width > room)
            {
                lines++;
                used = 0;
            }
            else if (used > 0)
            {
                used += space;
            }
            var cuts = (int)Math.Max(0, Math.Ceiling(width / room) - 1);
            lines += cuts;
            used += cuts > 0 ? width - (cuts * room) : width;
        }
        return lines;
    }
}
