using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PlanTracker.Reports.Form;

/// <summary>A sheet ready to be written.</summary>
/// <param name="Name">Name of the sheet.</param>
/// <param name="Builder">Its rows.</param>
/// <param name="Rules">Its drawn lines.</param>
/// <param name="HeadFirst">First row repeated on each page.</param>
/// <param name="HeadLast">Last row repeated on each page.</param>
/// <param name="Breaks">Rows before which a page ends.</param>
/// <param name="TextThatLooksLikeNumbers">Cells that no program should mark as numbers kept as text.</param>
internal sealed record FinishedSheet(
    string Name, SheetBuilder Builder, RuleLines Rules, int HeadFirst, int HeadLast, IReadOnlyList<int> Breaks, string TextThatLooksLikeNumbers);

/// <summary>Puts sheets together as an .xlsx. Nothing of the machine or of the account that runs it goes into the file.</summary>
internal static class WorkbookFile
{
    private const string CoreNamespace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(string title, string author, PageMarks marks, StyleBook styles, IReadOnlyList<FinishedSheet> sheets)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var texts = new TextTable();
            var list = new Sheets();
            var names = new DefinedNames();
            for (var index = 0; index < sheets.Count; index++)
            {
                var part = workbook.AddNewPart<WorksheetPart>(string.Create(CultureInfo.InvariantCulture, $"rId{index + 1}"));
                WriteSheet(part, sheets[index], marks, texts, index == 0);
                list.Append(new Sheet { Name = sheets[index].Name, SheetId = (uint)index + 1, Id = workbook.GetIdOfPart(part) });
                names.Append(NamesOf(sheets[index], (uint)index));
            }
            texts.WriteTo(workbook);
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = styles.Stylesheet();
            workbook.Workbook = new Workbook(
                new BookViews(new WorkbookView { XWindow = 0, YWindow = 0, WindowWidth = 24_000, WindowHeight = 12_000 }), list, names);
            WriteProperties(document.AddCoreFilePropertiesPart(), title, author);
        }
        return bytes.ToArray();
    }

    private static void WriteSheet(WorksheetPart part, FinishedSheet sheet, PageMarks marks, TextTable texts, bool first)
    {
        var builder = sheet.Builder;
        if (sheet.Rules.Any)
            part.AddNewPart<DrawingsPart>("rId1").WorksheetDrawing = sheet.Rules.Drawing();
        using var stream = new SheetStream(part, texts);
        stream.Write(
            Paper.Properties(), new SheetDimension { Reference = Area(builder, "") }, Paper.Views(first, first ? null : sheet.HeadLast),
            new SheetFormatProperties { DefaultRowHeight = 15.75 },
            new Columns(Enumerable.Range(0, builder.Grid.Count).Select(column => new Column
            {
                Min = (uint)column + 1,
                Max = (uint)column + 1,
                Width = builder.Grid.Units(column),
                CustomWidth = true,
            })));
        stream.Rows(builder);
        stream.Write(
            new MergeCells(builder.Merges) { Count = (uint)builder.Merges.Count },
            Paper.Options(), Paper.Margins(), Paper.Setup(), Paper.Header(marks), Paper.Breaks(sheet.Breaks),
            new IgnoredErrors(new IgnoredError
            {
                SequenceOfReferences = new ListValue<StringValue>([sheet.TextThatLooksLikeNumbers]),
                NumberStoredAsText = true,
            }),
            sheet.Rules.Any ? new Drawing { Id = "rId1" } : null);
    }

    private static IEnumerable<DefinedName> NamesOf(FinishedSheet sheet, uint index) =>
    [
        new($"'{sheet.Name}'!{Area(sheet.Builder, "$")}") { Name = "_xlnm.Print_Area", LocalSheetId = index },
        new(string.Create(CultureInfo.InvariantCulture, $"'{sheet.Name}'!${sheet.HeadFirst}:${sheet.HeadLast}"))
        {
            Name = "_xlnm.Print_Titles",
            LocalSheetId = index,
        },
    ];

    private static string Area(SheetBuilder builder, string fixing) => string.Create(
        CultureInfo.InvariantCulture, $"{fixing}A{fixing}1:{fixing}{Grid.Letters(builder.Grid.Last)}{fixing}{builder.LastRow}");

    /// <summary>Title and author of the file; never those of the machine.</summary>
    public static void WriteProperties(CoreFilePropertiesPart part, string title, string author)
    {
        using var writer = XmlWriter.Create(part.GetStream(FileMode.Create));
        writer.WriteStartElement("cp", "coreProperties", CoreNamespace);
        writer.WriteElementString("dc", "title", DublinCore, SheetText.Safe(title));
        writer.WriteElementString("dc", "creator", DublinCore, SheetText.Safe(author));
        writer.WriteElementString("dc", "language", DublinCore, "vi-VN");
        writer.WriteEndElement();
    }
}
