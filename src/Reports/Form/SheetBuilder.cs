using System.Globalization;
using System.Runtime.InteropServices;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanTracker.Reports.Measure;

namespace PlanTracker.Reports.Form;

/// <summary>Lays out the rows of a sheet one under the other; each as high as its text needs. What is laid out is kept as values; <see cref="SheetStream"/> writes it.</summary>
internal sealed class SheetBuilder(Grid grid, StyleBook styles)
{
    private readonly List<Piece> pieces = [];
    private readonly List<int> ends = [];
    private readonly List<MergeCell> merges = [];
    private readonly List<double> heights = [];

    /// <summary>The columns.</summary>
    public Grid Grid => grid;

    /// <summary>The looks of its cells.</summary>
    public StyleBook Styles => styles;

    /// <summary>Number of the last row written, from 1; 0 before the first.</summary>
    public int LastRow => heights.Count;

    /// <summary>Height of each row in points.</summary>
    public IReadOnlyList<double> Heights => heights;

    /// <summary>The cells joined into one.</summary>
    public IReadOnlyList<MergeCell> Merges => merges;

    /// <summary>The pieces of a row, by its number.</summary>
    public ReadOnlySpan<Piece> PiecesOf(int row)
    {
        var first = row == 1 ? 0 : ends[row - 2];
        return CollectionsMarshal.AsSpan(pieces)[first..ends[row - 1]];
    }

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

    private int Append(double height, ReadOnlySpan<Piece> added)
    {
        var number = heights.Count + 1;
        foreach (var piece in added)
        {
            pieces.Add(piece);
            if (piece.Last > piece.First)
                merges.Add(new MergeCell { Reference = $"{Address(piece.First, number)}:{Address(piece.Last, number)}" });
        }
        ends.Add(pieces.Count);
        heights.Add(height);
        return number;
    }

    private static string Address(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{Grid.Letters(column)}{row}");
}
