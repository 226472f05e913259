using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanTracker.Domain.Imports;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Templates;

/// <summary>
/// Writes a workbook to be filled in: the table with its headings in row 1, a sheet of guidance, and a hidden sheet with the lists that
/// columns are chosen from.
/// </summary>
public sealed class TemplateWriter : ITemplateWriter
{
    private const string GuidanceSheet = "Hướng dẫn";
    private const string ListSheet = "Danh mục";

    private static readonly CellLook Head = Looks.TableHead with { Face = new(12, Bold: true) };
    private static readonly CellLook Typed = new(new(12), Across.Left, Format: NumberFormats.AsText);

    /// <inheritdoc/>
    public byte[] Write(ImportTemplate template)
    {
        var styles = new StyleBook();
        var table = Table(template, styles);
        var guidance = GuidancePage.Build(template, styles);
        var lists = Lists(template, styles);
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var texts = new TextTable();
            TableSheet(workbook.AddNewPart<WorksheetPart>("rId1"), template, table, styles, texts);
            PlainSheet(workbook.AddNewPart<WorksheetPart>("rId2"), guidance, texts);
            PlainSheet(workbook.AddNewPart<WorksheetPart>("rId3"), lists, texts);
            texts.WriteTo(workbook);
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = styles.Stylesheet();
            workbook.Workbook = new Workbook(
                new BookViews(new WorkbookView { XWindow = 0, YWindow = 0, WindowWidth = 24_000, WindowHeight = 12_000 }),
                new Sheets(
                    new Sheet { Name = template.Sheet, SheetId = 1, Id = "rId1" },
                    new Sheet { Name = GuidanceSheet, SheetId = 2, Id = "rId2" },
                    new Sheet { Name = ListSheet, SheetId = 3, Id = "rId3", State = SheetStateValues.Hidden }),
                new DefinedNames(new DefinedName($"'{template.Sheet}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
            WorkbookFile.WriteProperties(document.AddCoreFilePropertiesPart(), template.Title, "PlanTracker");
        }
        return bytes.ToArray();
    }

    private static SheetBuilder Table(ImportTemplate template, StyleBook styles)
    {
        var builder = new SheetBuilder(new Grid([.. template.Columns.Select(c => c.Millimetres)]), styles);
        builder.Row(24, [.. template.Columns.Select((c, column) => new Piece(column, Head, c.Header))]);
        foreach (var row in template.Rows)
            builder.Row(0, [.. row.Select((text, column) => new Piece(column, Typed, text))]);
        return builder;
    }

    /// <summary>The lists side by side, each under the heading of its column.</summary>
    private static SheetBuilder Lists(ImportTemplate template, StyleBook styles)
    {
        var lists = template.Columns.Where(c => c.Choices.Count > 0).ToList();
        var builder = new SheetBuilder(new Grid([.. lists.Select(_ => 80.0).DefaultIfEmpty(80)]), styles);
        builder.Row(0, [.. lists.Select((c, column) => new Piece(column, Head, c.Header))]);
        for (var row = 0; row < lists.Select(c => c.Choices.Count).DefaultIfEmpty(0).Max(); row++)
            builder.Row(0, [.. lists.Index().Where(c => row < c.Item.Choices.Count).Select(c => new Piece(c.Index, Typed, c.Item.Choices[row]))]);
        return builder;
    }

    private static void TableSheet(WorksheetPart part, ImportTemplate template, SheetBuilder builder, StyleBook styles, TextTable texts)
    {
        using var stream = new SheetStream(part, texts);
        stream.Write(
            Paper.Properties(),
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new ListValue<StringValue>(["A2"]) })
            {
                TabSelected = true,
                WorkbookViewId = 0,
            }),
            new SheetFormatProperties { DefaultRowHeight = 16.5 },
            ColumnsOf(builder.Grid, styles.Index(Typed), template.Columns));
        stream.Rows(builder);
        stream.Write(
            DropDowns.Of(template, ListSheet), Paper.Margins(), Paper.Setup(), Paper.Header(default),
            new IgnoredErrors(new IgnoredError
            {
                SequenceOfReferences = new ListValue<StringValue>([Area(builder.Grid, DropDowns.LastRow)]),
                NumberStoredAsText = true,
            }));
    }

    private static void PlainSheet(WorksheetPart part, SheetBuilder builder, TextTable texts)
    {
        using var stream = new SheetStream(part, texts);
        stream.Write(
            Paper.Properties(), Paper.Views(first: false), new SheetFormatProperties { DefaultRowHeight = 16.5 }, ColumnsOf(builder.Grid, null));
        stream.Rows(builder);
        stream.Write(
            builder.Merges.Count > 0 ? new MergeCells(builder.Merges) { Count = (uint)builder.Merges.Count } : null,
            Paper.Margins(), Paper.Setup(), Paper.Header(default));
    }

    private static Columns ColumnsOf(Grid grid, uint? style, IReadOnlyList<TemplateColumn>? columns = null) => new(Enumerable.Range(0, grid.Count).Select(column => new Column
    {
        Hidden = columns?[column].IsHidden == true ? true : null,
        Min = (uint)column + 1,
        Max = (uint)column + 1,
        Width = grid.Units(column),
        CustomWidth = true,
        Style = style,
    }));

    private static string Area(Grid grid, int lastRow) =>
        string.Create(CultureInfo.InvariantCulture, $"A1:{Grid.Letters(grid.Last)}{lastRow}");
}
