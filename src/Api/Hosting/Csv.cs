using System.Globalization;

namespace PlanTracker.Api.Hosting;

/// <summary>Lines of CSV: every text in quotes, and none that a spreadsheet would take for a formula.</summary>
internal static class Csv
{
    /// <summary>A line of texts, numbers and nothings.</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="keepLines">Whether line breaks stay as they are inside the quotes; otherwise they are blanks, so that a row is a line.</param>
    public static string Line(IEnumerable<object?> cells, bool keepLines = false) => string.Join(',', cells.Select(c => Cell(c, keepLines)));

    private static string Cell(object? value, bool keepLines) => value switch
    {
        null or "" => "",
        string text => Text(text, keepLines),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Text(value.ToString() ?? "", keepLines),
    };

    private static string Text(string text, bool keepLines)
    {
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;
        if (!keepLines)
            safe = safe.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\r', ' ').Replace('\n', ' ');
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
