using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Word;

/// <summary>Puts a document together as a .docx: A4 portrait, pages numbered in the top margin from the second on. Nothing of the machine goes into the file.</summary>
internal static class WordFile
{
    /// <summary>The bytes of the file.</summary>
    /// <param name="title">Title of the file.</param>
    /// <param name="author">Who issues it.</param>
    /// <param name="marks">What every page says at its right top.</param>
    /// <param name="body">Everything on the pages.</param>
    public static byte[] Write(string title, string author, PageMarks marks, IEnumerable<OpenXmlElement> body)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = StyleBook.Styles();
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = new Settings(
                new Compatibility(new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }));
            main.AddNewPart<HeaderPart>("rIdHeader").Header = new Header(PageHeader(marks, numbered: true));
            main.AddNewPart<HeaderPart>("rIdFirst").Header = new Header(PageHeader(marks, numbered: false));
            main.Document = new Document(new Body([.. body, Section()]));
            WorkbookFile.WriteProperties(document.AddCoreFilePropertiesPart(), title, author);
        }
        return bytes.ToArray();
    }

    private static SectionProperties Section() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdHeader" },
        new HeaderReference { Type = HeaderFooterValues.First, Id = "rIdFirst" },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1134, Right = 850, Bottom = 1134, Left = 1701, Header = 567, Footer = 567, Gutter = 0 },
        new PageNumberType { Start = 1 },
        new TitlePage());

    private static Paragraph PageHeader(PageMarks marks, bool numbered)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = StyleBook.Header }), new Run(new TabChar()));
        if (numbered)
            paragraph.Append(new SimpleField(new Run(new Text("2"))) { Instruction = " PAGE " });
        if (marks.Text.Length > 0)
        {
            paragraph.Append(new Run(new TabChar()), new Run(
                new RunProperties(new Italic(), new FontSize { Val = "22" }), new Text(marks.Text) { Space = SpaceProcessingModeValues.Preserve }));
        }
        return paragraph;
    }
}
