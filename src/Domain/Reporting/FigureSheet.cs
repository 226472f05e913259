namespace PlanTracker.Domain.Reporting;

/// <summary>A table of figures to be had as a workbook: real numbers, ready to be printed.</summary>
/// <param name="Name">Name of the sheet, up to 31 characters.</param>
/// <param name="Title">Title above the table.</param>
/// <param name="Remark">What the figures are of and of which day.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Note">What stands below it.</param>
/// <param name="IsSample">Made-up data.</param>
public sealed record FigureSheet(
    string Name, string Title, string Remark, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<FigureRow> Rows, string Note, bool IsSample);

/// <summary>A column of figures.</summary>
/// <param name="Head">Heading.</param>
/// <param name="Millimetres">Width on paper.</param>
/// <param name="Kind">What its cells hold.</param>
public sealed record FigureColumn(string Head, double Millimetres, ColumnKind Kind = ColumnKind.Text);

/// <summary>What the cells of a column hold.</summary>
public enum ColumnKind
{
    /// <summary>Words.</summary>
    Text,
    /// <summary>Short words, such as a label or a status.</summary>
    Mark,
    /// <summary>A number, as it is.</summary>
    Number,
    /// <summary>Percent with one decimal.</summary>
    Percent,
}

/// <summary>A row of figures.</summary>
/// <param name="Cells">By column.</param>
/// <param name="IsTotal">Set off as a total.</param>
public sealed record FigureRow(IReadOnlyList<FigureCell> Cells, bool IsTotal = false);

/// <summary>Words or a number; "-" where a number is missing.</summary>
/// <param name="Text">Words.</param>
/// <param name="Number">A number.</param>
public readonly record struct FigureCell(string? Text, decimal? Number)
{
    /// <summary>Words.</summary>
    public static implicit operator FigureCell(string? text) => new(text ?? "", null);

    /// <summary>A number, or none.</summary>
    public static implicit operator FigureCell(decimal? number) => new(null, number);
}

/// <summary>Writes tables of figures.</summary>
public interface IFigureSheetWriter
{
    /// <summary>The bytes of an .xlsx file.</summary>
    byte[] Write(FigureSheet sheet);
}
