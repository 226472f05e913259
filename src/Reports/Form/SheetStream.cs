using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace PlanTracker.Reports.Form;

/// <summary>
/// Writes a sheet straight into its part: what stands around the rows as elements of the SDK, the rows themselves cell by cell without an
/// object each. A year of 50,000 results has 450,000 cells.
/// </summary>
internal sealed class SheetStream : IDisposable
{
    private const string Main = TextTable.Main;

    private readonly XmlWriter writer;
    private readonly TextTable texts;

    /// <summary>Begins the sheet.</summary>
    public SheetStream(WorksheetPart part, TextTable texts)
    {
        this.texts = texts;
        writer = XmlWriter.Create(part.GetStream(FileMode.Create, FileAccess.Write), new XmlWriterSettings { CloseOutput = true });
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement("", "worksheet", Main);
        // The SDK writes its elements with this prefix: declared once for all of them.
        writer.WriteAttributeString("xmlns", "x", null, Main);
    }

    /// <summary>Elements before or after the rows; the format fixes their order.</summary>
    public void Write(params ReadOnlySpan<OpenXmlElement?> elements)
    {
        foreach (var element in elements)
            element?.WriteTo(writer);
    }

    /// <summary>The rows.</summary>
    public void Rows(SheetBuilder sheet)
    {
        var letters = Enumerable.Range(0, sheet.Grid.Count).Select(Grid.Letters).ToArray();
        writer.WriteStartElement("", "sheetData", Main);
        for (var row = 1; row <= sheet.LastRow; row++)
        {
            var number = row.ToString(CultureInfo.InvariantCulture);
            writer.WriteStartElement("", "row", Main);
            writer.WriteAttributeString("r", number);
            writer.WriteAttributeString("ht", sheet.Heights[row - 1].ToString(CultureInfo.InvariantCulture));
            writer.WriteAttributeString("customHeight", "1");
            foreach (var piece in sheet.PiecesOf(row))
                Cells(piece, sheet.Styles, letters, number);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    /// <summary>Ends the sheet.</summary>
    public void Dispose()
    {
        writer.WriteEndElement();
        writer.Dispose();
    }

    /// <summary>A piece over several columns is its first cell and empty ones of the same look.</summary>
    private void Cells(in Piece piece, StyleBook styles, string[] letters, string row)
    {
        var style = styles.Name(piece.Look, piece.Format, SheetText.LooksLikeFormula(piece.Text));
        Start(letters[piece.First], row, style);
        if (piece.Number is { } number)
            writer.WriteElementString("", "v", Main, number.ToString("0.############################", CultureInfo.InvariantCulture));
        else if (piece.Text.Length > 0)
            Text(piece.Text);
        writer.WriteEndElement();
        for (var column = piece.First + 1; column <= piece.Last; column++)
        {
            Start(letters[column], row, styles.Name(piece.Look, piece.Format));
            writer.WriteEndElement();
        }
    }

    private void Start(string column, string row, string style)
    {
        writer.WriteStartElement("", "c", Main);
        writer.WriteStartAttribute("r");
        writer.WriteString(column);
        writer.WriteString(row);
        writer.WriteEndAttribute();
        writer.WriteAttributeString("s", style);
    }

    private void Text(string text)
    {
        writer.WriteAttributeString("t", "s");
        writer.WriteElementString("", "v", Main, texts.NumberOf(text));
    }
}
