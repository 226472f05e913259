namespace PlanTracker.Domain.Imports;

/// <summary>Reads the first sheet of a workbook that somebody sent as a table of texts; what they mean is each import's to judge.</summary>
public interface ITableReader
{
    /// <summary>The table; refused (<see cref="RefusalKind.Unreadable"/>) when the file is no workbook, is hostile or too large.</summary>
    Result<ImportTable> Read(Stream file);
}

/// <summary>A table as it stands in the file.</summary>
/// <param name="Headers">Texts of the row with the headings, by column from A; "" where a cell is empty.</param>
/// <param name="Rows">The rows below that are not wholly empty.</param>
public sealed record ImportTable(IReadOnlyList<string> Headers, IReadOnlyList<ImportRow> Rows);

/// <summary>A row of a table.</summary>
/// <param name="Number">The row's number in the sheet, from 1.</param>
/// <param name="Cells">Texts by column from A, as many as there are headings or more; "" where a cell is empty.</param>
public sealed record ImportRow(int Number, IReadOnlyList<string> Cells);
