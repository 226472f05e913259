using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using Xdr = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace PlanTracker.Reports.Tests;

/// <summary>A sheet as text: what a reader of a difference wants to see, in the order of the sheet.</summary>
internal static class SheetDump
{
    public static string Of(Opened opened)
    {
        var dump = new StringBuilder();
        foreach (var name in opened.Workbook.Workbook.Descendants<DefinedName>())
            dump.Append(CultureInfo.InvariantCulture, $"{name.Name} {name.Text}\n");
        dump.Append(CultureInfo.InvariantCulture, $"widths {string.Join(' ', opened.Sheet.Descendants<Column>().Select(c => c.Width!.Value))}\n");
        foreach (var row in opened.Rows)
        {
            dump.Append(CultureInfo.InvariantCulture, $"row {row.RowIndex!.Value} height {row.Height!.Value}\n");
            foreach (var cell in row.Elements<Cell>().Where(c => c.CellValue is not null || Opened.TextOf(c).Length > 0))
                dump.Append(CultureInfo.InvariantCulture, $"  {cell.CellReference!.Value} {Value(cell)} [{Look(opened, cell)}]\n");
        }
        dump.Append(CultureInfo.InvariantCulture, $"merged {string.Join(' ', opened.Sheet.Descendants<MergeCell>().Select(m => m.Reference!.Value))}\n");
        foreach (var line in opened.Part.DrawingsPart?.WorksheetDrawing.Elements<Xdr.TwoCellAnchor>() ?? [])
        {
            dump.Append(CultureInfo.InvariantCulture, $"rule in row {int.Parse(line.FromMarker!.RowId!.Text, CultureInfo.InvariantCulture) + 1} {Place(line.FromMarker.ColumnId!, line.FromMarker.ColumnOffset!)} to {Place(line.ToMarker!.ColumnId!, line.ToMarker.ColumnOffset!)}\n");
        }
        foreach (var part in opened.Sheet.ChildElements.Where(e => e is SheetProperties or SheetViews or PrintOptions or PageMargins or PageSetup or HeaderFooter or RowBreaks))
            dump.Append(CultureInfo.InvariantCulture, $"{part.LocalName} {Attributes(part)} {part.InnerXml.Replace(" xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"", "", StringComparison.Ordinal)}\n");
        return dump.ToString();
    }

    private static string Value(Cell cell) => Opened.IsNumber(cell) ? $"number {cell.CellValue!.Text}" : $"text \"{Opened.TextOf(cell)}\"";

    private static string Look(Opened opened, Cell cell)
    {
        var font = opened.FontOf(cell);
        var format = opened.FormatOf(cell);
        string?[] words =
        [
            font.FontName!.Val, font.FontSize!.Val!.Value.ToString(CultureInfo.InvariantCulture), font.Bold is null ? null : "bold", font.Italic is null ? null : "italic",
            format.Alignment!.Horizontal!.InnerText, format.Alignment.Vertical!.InnerText, opened.FillOf(cell), opened.NumberFormatOf(cell),
            format.BorderId! == 0u ? null : "bordered", opened.IsQuoted(cell) ? "quoted" : null,
        ];
        return string.Join(' ', words.Where(w => !string.IsNullOrEmpty(w)));
    }

    private static string Place(Xdr.ColumnId column, Xdr.ColumnOffset offset) => $"{column.Text}+{offset.Text}";

    private static string Attributes(DocumentFormat.OpenXml.OpenXmlElement element) =>
        string.Join(' ', element.GetAttributes().Select(a => $"{a.LocalName}={a.Value}"));
}
