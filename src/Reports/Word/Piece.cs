using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Word;

/// <summary>The pieces a document is put together from; every look is a style.</summary>
internal static class Piece
{
    /// <summary>A paragraph of one style; line breaks in the text are kept as lines.</summary>
    public static Paragraph Text(string style, string text)
    {
        var run = new Run();
        var lines = SheetText.Readable(text).ReplaceLineEndings("\n").Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (index > 0)
                run.Append(new Break());
            run.Append(new Text(lines[index]) { Space = SpaceProcessingModeValues.Preserve });
        }
        return new(new ParagraphProperties(new ParagraphStyleId { Val = style }), run);
    }

    /// <summary>An empty paragraph of a style.</summary>
    public static Paragraph Empty(string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }));

    /// <summary>A drawn rule of a length, in the middle of a width; both in twentieths of a point.</summary>
    public static Paragraph Rule(int width, double length)
    {
        var indent = Math.Max(0, (int)Math.Round((width - length) / 2)).ToString(CultureInfo.InvariantCulture);
        return new(new ParagraphProperties(new ParagraphStyleId { Val = StyleBook.Rule }, new Indentation { Left = indent, Right = indent }));
    }

    /// <summary>A paragraph per line of an author's text.</summary>
    public static IEnumerable<Paragraph> Author(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)
        .Select(line => Text(StyleBook.Text, line));

    /// <summary>Room for the author's text: a content control with a tag that programs find it by.</summary>
    /// <param name="tag">causes, plan, proposals.</param>
    /// <param name="name">Its name for the author.</param>
    /// <param name="text">What is written; null shows the hint.</param>
    /// <param name="hint">What belongs here.</param>
    public static SdtBlock Room(string tag, string name, string? text, string hint)
    {
        var content = new SdtContentBlock();
        content.Append(text is null ? [Text(StyleBook.Hint, hint)] : Author(text));
        return new(new SdtProperties(new SdtAlias { Val = name }, new Tag { Val = tag }), content);
    }

    /// <summary>A table without lines that puts paragraphs side by side.</summary>
    public static Table SideBySide(int left, int right, params (OpenXmlElement[] Left, OpenXmlElement[] Right)[] rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Of(left + right), Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(new GridColumn { Width = Of(left) }, new GridColumn { Width = Of(right) }));
        foreach (var row in rows)
        {
            table.Append(new TableRow(
                new TableRowProperties(new CantSplit()), Cell(left, row.Left), Cell(right, row.Right)));
        }
        return table;
    }

    /// <summary>A table of figures: the head is repeated on each page, no row is torn apart, the last row stands out when it is a sum.</summary>
    /// <param name="widths">Of the columns, in twentieths of a point.</param>
    /// <param name="heads">The head.</param>
    /// <param name="rows">The rows; one column is text, the others are centred.</param>
    /// <param name="hasSum">Whether the last row is a sum.</param>
    /// <param name="textColumn">The column of text.</param>
    public static Table Figures(
        IReadOnlyList<int> widths, IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows, bool hasSum, int textColumn = 0)
    {
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = StyleBook.FiguresTable }, new TableWidth { Width = Of(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(w => new GridColumn { Width = Of(w) })));
        table.Append(new TableRow(
            [new TableRowProperties(new CantSplit(), new TableHeader()),
                .. heads.Select((head, column) => FigureCell(widths[column], StyleBook.TableHead, head, centred: false, grey: true))]));
        for (var index = 0; index < rows.Count; index++)
        {
            var sum = hasSum && index == rows.Count - 1;
            table.Append(new TableRow(
                [new TableRowProperties(new CantSplit()),
                    .. rows[index].Select((text, column) => FigureCell(
                        widths[column], sum && column > 0 ? StyleBook.TableHead : StyleBook.TableText, text, centred: column != textColumn, grey: sum))]));
        }
        return table;
    }

    private static TableCell FigureCell(int width, string style, string text, bool centred, bool grey)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Of(width), Type = TableWidthUnitValues.Dxa });
        if (grey)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "F2F2F2" });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var paragraph = Text(style, text);
        if (centred && style == StyleBook.TableText)
            paragraph.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Center });
        return new(properties, paragraph);
    }

    private static TableCell Cell(int width, OpenXmlElement[] content) =>
        new([new TableCellProperties(new TableCellWidth { Width = Of(width), Type = TableWidthUnitValues.Dxa }), .. content.Length > 0 ? content : [new Paragraph()]]);

    private static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
}
