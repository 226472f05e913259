using System.Text.RegularExpressions;

namespace PlanTracker.Domain.Imports;

/// <summary>A column that an import knows.</summary>
/// <param name="Column">Which.</param>
/// <param name="Words">Words its heading is known by, without marks, the most telling first; "=tt" must be the whole heading.</param>
public sealed record KnownColumn<T>(T Column, params string[] Words)
    where T : struct, Enum;

/// <summary>A table whose columns are known.</summary>
/// <param name="Columns">Place of each column that was found, from 0.</param>
/// <param name="Unused">Headings that no column is known by.</param>
/// <param name="Rows">The rows below the headings, without repeated headings and rows of column numbers.</param>
public sealed record HeadedTable<T>(IReadOnlyDictionary<T, int> Columns, IReadOnlyList<string> Unused, IReadOnlyList<ImportRow> Rows)
    where T : struct, Enum
{
    /// <summary>The text of a cell, trimmed; "" where the column or the cell is not there.</summary>
    public string Cell(ImportRow row, T column) =>
        Columns.TryGetValue(column, out var place) && place < row.Cells.Count ? VietnameseText.Clean(row.Cells[place]) ?? "" : "";
}

/// <summary>Finds the table whose headings fit best, by words and without marks: every import of a table goes through here.</summary>
public static partial class TableHeadings
{
    /// <summary>Headings are looked for in so many first rows.</summary>
    private const int HeadingRows = 15;
    private const int MaxHeading = 120;

    /// <summary>The best fit over all tables and their first rows; null when no row of headings passes.</summary>
    /// <param name="tables">Tables as read.</param>
    /// <param name="known">Columns, those that are asked first take a heading first.</param>
    /// <param name="fits">Whether the columns found are enough.</param>
    public static HeadedTable<T>? Find<T>(
        IEnumerable<ImportTable> tables, IReadOnlyList<KnownColumn<T>> known, Func<IReadOnlyDictionary<T, int>, bool> fits)
        where T : struct, Enum
    {
        HeadedTable<T>? best = null;
        foreach (var table in tables)
        {
            var rows = table.Rows.Prepend(new ImportRow(0, table.Headers)).ToList();
            for (var at = 0; at < Math.Min(rows.Count, HeadingRows); at++)
            {
                var headings = rows[at].Cells.Select(c => Folded(c)).ToList();
                var columns = ColumnsOf(headings, known);
                if (!fits(columns) || columns.Count <= (best?.Columns.Count ?? 0))
                    continue;
                var unused = rows[at].Cells.Where((c, place) => headings[place].Length > 0 && !columns.ContainsValue(place));
                best = new(columns, [.. unused.Select(c => c.Trim()).Distinct()], [.. rows.Skip(at + 1).Where(r => !IsHeading(r, headings))]);
            }
        }
        return best;
    }

    private static Dictionary<T, int> ColumnsOf<T>(List<string> headings, IReadOnlyList<KnownColumn<T>> known)
        where T : struct, Enum
    {
        var columns = new Dictionary<T, int>();
        foreach (var column in known)
        {
            foreach (var word in column.Words)
            {
                var place = Enumerable.Range(0, headings.Count)
                    .FirstOrDefault(i => headings[i].Length is > 0 and <= MaxHeading && Says(headings[i], word) && !columns.ContainsValue(i), -1);
                if (place >= 0 && columns.TryAdd(column.Column, place))
                    break;
            }
        }
        return columns;
    }

    private static bool Says(string heading, string word) =>
        word[0] == '=' ? heading == word[1..] : $" {heading} ".Contains($" {word} ", StringComparison.Ordinal);

    // Headings repeated on a new page, a second row of merged headings, and "(1) (2) (3)".
    private static bool IsHeading(ImportRow row, List<string> headings)
    {
        var filled = row.Cells.Select((text, place) => (Text: Folded(text), Place: place)).Where(c => c.Text.Length > 0).ToList();
        return filled.Count == 0
            || (filled.Count > 1 && filled.All(c => c.Place < headings.Count && c.Text == headings[c.Place]))
            || (filled.Count > 2 && filled.All(c => ColumnNumber().IsMatch(c.Text)));
    }

    // "Số lượng/ tần suất" and "SỐ LƯỢNG, TẦN SUẤT" are the same words.
    private static string Folded(string text) => Marks().Replace(VietnameseText.Fold(VietnameseText.IsClean(text) ? text : ""), " ").Trim();

    [GeneratedRegex("[^\\p{L}\\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(?:[0-9]{1,2}|[a-e])\z", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnNumber();
}
