using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanTracker.Reports.Measure;

namespace PlanTracker.Reports.Form;

/// <summary>A piece of a row: one column or several in one, with text, a number or nothing.</summary>
internal readonly record struct Piece(int First, int Last, CellLook Look, string Text = "", decimal? Number = null)
{
    /// <summary>Text in one column.</summary>
    public Piece(int column, CellLook look, string text)
        : this(column, column, look, text)
    {
    }

    /// <summary>A number in one column, in a format; "-" when there is none.</summary>
    public static Piece Of(int column, CellLook look, decimal? number, string? format = null) => number is { } value
        ? new(column, column, look with { Format = format ?? (decimal.IsInteger(value) ? NumberFormats.Whole : NumberFormats.Fraction) }, "", value)
        : new(column, look, "-");

    /// <summary>A day as a date; "-" when there is none.</summary>
    public static Piece Of(int column, CellLook look, DateOnly? day) => Of(
        column, look, day is { } date ? date.DayNumber - FirstDay.DayNumber : null, NumberFormats.Day);

    /// <summary>Day 0 of spreadsheets.</summary>
    private static readonly DateOnly FirstDay = new(1899, 12, 30);
}

/// <summary>Lays out the rows of a sheet one under the other; each as high as its text needs.</summary>
internal sealed class SheetBuilder(Grid grid, StyleBook styles)
{
    private readonly List<Row> rows = [];
    private readonly List<MergeCell> merges = [];
    private readonly List<double> heights = [];

    /// <summary>The columns.</summary>
    public Grid Grid => grid;

    /// <summary>Number of the last row written, from 1; 0 before the first.</summary>
    public int LastRow => rows.Count;

    /// <summary>Height of each row in points.</summary>
    public IReadOnlyList<double> Heights => heights;

    /// <summary>The cells joined into one.</summary>
    public IReadOnlyList<MergeCell> Merges => merges;

    /// <summary>The rows as the file holds them.</summary>
    public SheetData Data() => new(rows);

    /// <summary>An empty row, or one of exactly this height.</summary>
    public int Space(double height, params ReadOnlySpan<Piece> pieces) => Append(height, pieces);

    /// <summary>A row, as high as the text needs and at least so high. Returns its number.</summary>
    public int Row(double least, params ReadOnlySpan<Piece> pieces)
    {
        var height = least;
        foreach (var piece in pieces)
            height = Math.Max(height, HeightOf(piece));
        return Append(height, pieces);
    }

    /// <summary>A line of text over the whole width.</summary>
    public int Line(CellLook look, string text) => Row(0, new Piece(0, grid.Last, look, text));

    /// <summary>Joins the cells of a column over several rows: heads of two rows.</summary>
    public void Join(int column, int firstRow, int lastRow) =>
        merges.Add(new MergeCell { Reference = $"{Address(column, firstRow)}:{Address(column, lastRow)}" });

    /// <summary>How high a row must be for a piece.</summary>
    public double HeightOf(in Piece piece) =>
        piece.Look.Turned ? 0 : piece.Number is null && piece.Text.Length > 0
            ? TextBlock.Height(TextBlock.Lines(piece.Text, grid.Points(piece.First, piece.Last), piece.Look.Face), piece.Look.Face)
            : TextBlock.Height(1, piece.Look.Face);

    private int Append(double height, ReadOnlySpan<Piece> pieces)
    {
        var number = rows.Count + 1;
        var row = new Row { RowIndex = (uint)number, Height = height, CustomHeight = true };
        foreach (var piece in pieces)
        {
            row.Append(CellOf(piece, number));
            for (var column = piece.First + 1; column <= piece.Last; column++)
                row.Append(new Cell { CellReference = Address(column, number), StyleIndex = styles.Index(piece.Look) });
            if (piece.Last > piece.First)
                merges.Add(new MergeCell { Reference = $"{Address(piece.First, number)}:{Address(piece.Last, number)}" });
        }
        rows.Add(row);
        heights.Add(height);
        return number;
    }

    private Cell CellOf(in Piece piece, int row)
    {
        var cell = new Cell { CellReference = Address(piece.First, row) };
        if (piece.Number is { } number)
        {
            cell.StyleIndex = styles.Index(piece.Look);
            cell.CellValue = new CellValue(number.ToString("0.############################", CultureInfo.InvariantCulture));
        }
        else
        {
            cell.StyleIndex = styles.Index(piece.Look, SheetText.LooksLikeFormula(piece.Text));
            if (piece.Text.Length > 0)
            {
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(SheetText.Safe(piece.Text)) { Space = SpaceProcessingModeValues.Preserve });
            }
        }
        return cell;
    }

    private static string Address(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{Grid.Letters(column)}{row}");
}
