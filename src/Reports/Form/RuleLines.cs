using System.Globalization;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using A = DocumentFormat.OpenXml.Drawing;

namespace PlanTracker.Reports.Form;

/// <summary>The rules under the lines of the head: drawn lines of a measured length, never underscores.</summary>
internal sealed class RuleLines(SheetBuilder sheet)
{
    /// <summary>Height of the empty row that a rule stands in.</summary>
    public const double RowHeight = 7.5;

    private const int EmuPerPoint = 12_700;
    private const double Below = 2.25;
    private const int Thickness = 9_525;

    private readonly List<(int Row, double From, double Length)> lines = [];

    /// <summary>Whether there are any.</summary>
    public bool Any => lines.Count > 0;

    /// <summary>A row with a rule in the middle of some columns.</summary>
    public void Row(params ReadOnlySpan<(int First, int Last, double Length)> rules)
    {
        var row = sheet.Space(RowHeight);
        foreach (var (first, last, length) in rules)
            lines.Add((row, sheet.Grid.Middle(first, last) - (length / 2), length));
    }

    /// <summary>The drawing of the sheet.</summary>
    public WorksheetDrawing Drawing()
    {
        var drawing = new WorksheetDrawing();
        for (var index = 0; index < lines.Count; index++)
            drawing.Append(Anchor(lines[index], index + 1));
        return drawing;
    }

    private TwoCellAnchor Anchor((int Row, double From, double Length) line, int number)
    {
        var top = sheet.Heights.Take(line.Row - 1).Sum() + Below;
        return new TwoCellAnchor(
            new FromMarker(Marker(line.From, line.Row)),
            new ToMarker(Marker(line.From + line.Length, line.Row)),
            new ConnectionShape(
                new NonVisualConnectionShapeProperties(
                    new NonVisualDrawingProperties { Id = (uint)number + 1, Name = $"Đường kẻ {number}" },
                    new NonVisualConnectorShapeDrawingProperties()),
                new ShapeProperties(
                    new A.Transform2D(
                        new A.Offset { X = Emu(line.From), Y = Emu(top) },
                        new A.Extents { Cx = Emu(line.Length), Cy = 0 }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Line },
                    new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = "000000" })) { Width = Thickness }))
            { Macro = "" },
            new ClientData())
        { EditAs = EditAsValues.OneCell };
    }

    private DocumentFormat.OpenXml.OpenXmlElement[] Marker(double points, int row)
    {
        var (column, offset) = sheet.Grid.At(points);
        return
        [
            new ColumnId(Text(column)), new ColumnOffset(Text(Emu(offset))),
            new RowId(Text(row - 1)), new RowOffset(Text(Emu(Below))),
        ];
    }

    private static long Emu(double points) => (long)Math.Round(points * EmuPerPoint);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
