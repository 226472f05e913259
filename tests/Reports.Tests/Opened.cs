using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Reports.Tests;

/// <summary>A written workbook, read back.</summary>
internal sealed class Opened : IDisposable
{
    private readonly SpreadsheetDocument document;

    private readonly string? name;

    public Opened(byte[] bytes, string? name = null) =>
        (document, this.name) = (SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false), name);

    public static Opened Of(PlanReport report) => new(new ReportWriter().Workbook(report));

    public WorkbookPart Workbook => document.WorkbookPart!;

    /// <summary>The sheet that was asked for; otherwise the only one.</summary>
    public WorksheetPart Part => name is null
        ? Workbook.WorksheetParts.Single()
        : (WorksheetPart)Workbook.GetPartById(Workbook.Workbook.Descendants<Sheet>().Single(s => s.Name == name).Id!.Value!);

    public Worksheet Sheet => Part.Worksheet;

    public Stylesheet Styles => Workbook.WorkbookStylesPart!.Stylesheet;

    public string CoreProperties
    {
        get
        {
            using var reader = new StreamReader(document.CoreFilePropertiesPart!.GetStream());
            return reader.ReadToEnd();
        }
    }

    public IReadOnlyList<Row> Rows => [.. Sheet.Descendants<Row>()];

    /// <summary>The row that holds the head of the table.</summary>
    public Row Head => Rows.First(r => TextOf(r.Elements<Cell>().FirstOrDefault()) == "TT");

    public IReadOnlyList<string> Heads => [.. Head.Elements<Cell>().Select(TextOf)];

    /// <summary>A cell of the table by its row (from 0) and the words its head begins with.</summary>
    public Cell Body(int row, string head) =>
        Rows[(int)Head.RowIndex!.Value + row].Elements<Cell>().ElementAt(Heads.ToList().FindIndex(h => h.StartsWith(head, StringComparison.Ordinal)));

    public CellFormat FormatOf(Cell cell) => Styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    public string NumberFormatOf(Cell cell) => FormatOf(cell).NumberFormatId!.Value switch
    {
        0 => "",
        3 => "#,##0",
        var id => Styles.NumberingFormats!.Elements<NumberingFormat>().Single(f => f.NumberFormatId! == id).FormatCode!.Value!,
    };

    public Font FontOf(Cell cell) => Styles.Fonts!.Elements<Font>().ElementAt((int)FormatOf(cell).FontId!.Value);

    public string? FillOf(Cell cell) =>
        Styles.Fills!.Elements<Fill>().ElementAt((int)FormatOf(cell).FillId!.Value).PatternFill?.ForegroundColor?.Rgb?.Value;

    public bool IsQuoted(Cell cell) => FormatOf(cell).QuotePrefix?.Value == true;

    /// <summary>All text of the sheet, a line each cell.</summary>
    public string AllText => string.Join('\n', Sheet.Descendants<Cell>().Select(TextOf).Where(t => t.Length > 0));

    /// <summary>The texts that cells name by number.</summary>
    public IReadOnlyList<string> Texts => [.. document.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().Select(i => i.Text!.Text)];

    public IReadOnlyList<string> Faults() =>
    [
        .. new[] { FileFormatVersions.Office2019, FileFormatVersions.Microsoft365 }
            .SelectMany(version => new OpenXmlValidator(version).Validate(document))
            .Select(e => $"{e.Path?.XPath}: {e.Description}"),
    ];

    public static bool IsText(Cell cell) => cell.DataType?.Value == CellValues.SharedString;

    public static string TextOf(Cell? cell) => cell is null || !IsText(cell) ? "" : TextsOf(cell).ElementAt(int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)).Text!.Text;

    private static IEnumerable<SharedStringItem> TextsOf(Cell cell) =>
        ((SpreadsheetDocument)cell.Ancestors<Worksheet>().Single().WorksheetPart!.OpenXmlPackage).WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>();

    public static bool IsNumber(Cell cell) => cell.DataType is null && cell.CellValue is not null;

    public void Dispose() => document.Dispose();
}
