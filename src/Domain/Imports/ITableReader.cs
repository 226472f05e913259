namespace PlanTracker.Domain.Imports;

/// <summary>Reads the first sheet of a workbook that somebody sent as a table of texts; what they mean is each import's to judge.</summary>
public interface ITableReader
{
    /// <summary>The table; refused (<see cref="RefusalKind.Unreadable"/>) when the file is no workbook, is hostile or too large.</summary>
    Result<ImportTable> Read(Stream file);

    /// <summary>
    /// The same, but a cell that holds nothing to take over (<c>#REF!</c>, a formula never calculated, a text too long) does not refuse the
    /// file: it is empty, and <see cref="ImportRow.Wrong"/> says why.
    /// </summary>
    Result<ImportTable> ReadRows(Stream file);
}

/// <summary>A table as it stands in the file.</summary>
/// <param name="Headers">Texts of the row with the headings, by column from A; "" where a cell is empty.</param>
/// <param name="Rows">The rows below that are not wholly empty.</param>
public sealed record ImportTable(IReadOnlyList<string> Headers, IReadOnlyList<ImportRow> Rows)
{
    /// <summary>Name of the sheet; "" of a table that is no sheet.</summary>
    public string Sheet { get; init; } = "";
}

/// <summary>A row of a table.</summary>
/// <param name="Number">The row's number in the sheet, from 1.</param>
/// <param name="Cells">Texts by column from A, as many as there are headings or more; "" where a cell is empty.</param>
public sealed record ImportRow(int Number, IReadOnlyList<string> Cells)
{
    private static readonly Dictionary<int, string> Nothing = [];

    /// <summary>By column: cells that hold nothing to take over, and why.</summary>
    public IReadOnlyDictionary<int, string> Wrong { get; init; } = Nothing;

    /// <summary>Columns whose cell is a real number and not digits typed as text: it can be read in one way only.</summary>
    public IReadOnlySet<int> Numbers { get; init; } = new HashSet<int>();

    /// <summary>Hidden by hand or by a filter: it is read all the same, and said to be hidden.</summary>
    public bool IsHidden { get; init; }
}
