using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace PlanTracker.Reports.Form;

/// <summary>
/// The texts of a workbook, each once: its cells name them by number. A year of results says the same agencies, places and activities
/// thousands of times; the file is half as large, and is packed and opened sooner.
/// </summary>
internal sealed class TextTable
{
    /// <summary>The namespace of spreadsheets.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Dictionary<string, string> numbers = [];
    private readonly List<string> texts = [];

    /// <summary>The number of a text, from 0 in the order they come.</summary>
    public string NumberOf(string text)
    {
        if (numbers.TryGetValue(text, out var number))
            return number;
        numbers.Add(text, number = texts.Count.ToString(CultureInfo.InvariantCulture));
        texts.Add(text);
        return number;
    }

    /// <summary>Writes the table, after all sheets.</summary>
    public void WriteTo(WorkbookPart workbook)
    {
        var part = workbook.AddNewPart<SharedStringTablePart>("rIdTexts");
        using var writer = XmlWriter.Create(part.GetStream(FileMode.Create, FileAccess.Write), new XmlWriterSettings { CloseOutput = true });
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement("", "sst", Main);
        foreach (var text in texts)
        {
            writer.WriteStartElement("", "si", Main);
            writer.WriteStartElement("", "t", Main);
            writer.WriteAttributeString("xml", "space", null, "preserve");
            writer.WriteString(SheetText.Safe(text));
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }
}
