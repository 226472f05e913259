using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports;

/// <summary>Writes a table of figures as a workbook of one sheet. Every number is the table's own.</summary>
public sealed class FigureSheetWriter : IFigureSheetWriter
{
    private const double HeadRow = 30;
    private const double TableRow = 18;

    /// <inheritdoc/>
    public byte[] Write(FigureSheet sheet)
    {
        var styles = new StyleBook();
        var builder = new SheetBuilder(new Grid([.. sheet.Columns.Select(c => c.Millimetres)]), styles);
        builder.Line(Looks.Subject, sheet.Title);
        builder.Line(Looks.Remark, sheet.Remark);
        builder.Space(6);
        var head = builder.Row(HeadRow, [.. sheet.Columns.Select((c, column) => new Piece(column, Looks.TableHead, c.Head))]);
        foreach (var row in sheet.Rows)
            builder.Row(TableRow, [.. sheet.Columns.Select((c, column) => PieceOf(column, c.Kind, row.Cells[column], row.IsTotal))]);
        builder.Line(Looks.Note, sheet.Note);
        return WorkbookFile.Write(sheet.Title, "PlanTracker", new PageMarks(sheet.IsSample, false), styles,
            [new FinishedSheet(sheet.Name, builder, new RuleLines(builder), head, head, [], $"A{head}:A{builder.LastRow}")]);
    }

    private static Piece PieceOf(int column, ColumnKind kind, FigureCell cell, bool isTotal)
    {
        var look = isTotal ? Looks.TableTotal : Looks.TableText;
        return (kind, cell) switch
        {
            (_, { Text: { } text }) => new(column, kind is ColumnKind.Text ? look : look with { Across = Across.Centre }, text),
            (ColumnKind.Percent, _) => Piece.Of(column, look with { Across = Across.Centre }, cell.Number, NumberFormats.OneDecimal),
            _ => Piece.Of(column, look with { Across = Across.Right }, cell.Number),
        };
    }
}
