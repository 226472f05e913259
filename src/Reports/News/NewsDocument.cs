using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanTracker.Domain.News;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.News;

/// <summary>A Word document being written: A4 portrait, margins of Nghị định 30/2020/NĐ-CP, page number in the top margin from page 2.</summary>
internal sealed class NewsDocument : IDisposable
{
    private const int TextWidth = 9354;
    private const int LeftColumn = 3118;
    private const long MostDrawn = 24 * 1024 * 1024;

    private readonly MemoryStream bytes = new();
    private readonly WordprocessingDocument document;
    private readonly MainDocumentPart main;
    private readonly Body body = new();
    private long drawn;
    private uint pictures;

    public NewsDocument() => (document, main) = Create(bytes);

    /// <summary>A paragraph of a style.</summary>
    public void Add(string style, params IEnumerable<OpenXmlElement> runs) => body.Append(Paragraph(style, runs));

    /// <summary>A paragraph of plain text.</summary>
    public void Add(string style, string text) => Add(style, [Run(text)]);

    /// <summary>A run of text.</summary>
    public static Run Run(string text, bool bold = false, bool italic = false, bool caps = false)
    {
        var properties = new RunProperties();
        if (bold)
            properties.Append(new Bold());
        if (italic)
            properties.Append(new Italic());
        if (caps)
            properties.Append(new Caps());
        var run = new Run(new Text(SheetText.Safe(text)) { Space = SpaceProcessingModeValues.Preserve });
        if (properties.HasChildren)
            run.PrependChild(properties);
        return run;
    }

    /// <summary>A link that a person may follow.</summary>
    public Hyperlink Link(Uri target, IEnumerable<OpenXmlElement> runs) => new(runs) { Id = main.AddHyperlinkRelationship(target, true).Id };

    /// <summary>A picture of its own paragraph, as wide as the text at most; nothing when its bytes are not given, or when the document is full.</summary>
    public void Draw(NewsPicture picture)
    {
        if (picture is not { Open: { } open, Width: > 0, Height: > 0 } || open() is not { } content)
            return;
        using (content)
        {
            if (drawn + content.Length > MostDrawn)
                return;
            drawn += content.Length;
            var part = main.AddImagePart(picture.IsPng ? ImagePartType.Png : ImagePartType.Jpeg);
            part.FeedData(content);
            body.Append(Paragraph(NewsStyles.Drawing, [NewsDrawing.Of(main.GetIdOfPart(part), picture, ++pictures)]));
        }
    }

    /// <summary>The block "Duyệt tin" at the right, kept together.</summary>
    public void Approval(string words, string images, string? head)
    {
        Add(NewsStyles.Gap, "");
        var right = new TableCell(new TableCellProperties(Width(TextWidth - LeftColumn)),
            Paragraph(NewsStyles.Approval, [Run($"Duyệt tin: Nội dung: {words} từ     Số lượng ảnh: {images} ảnh")], before: 240),
            Paragraph(NewsStyles.Approval, [Run("(Ký tên và đóng dấu)", italic: true)]),
            Paragraph(NewsStyles.Post, [Run("Lãnh đạo cơ quan, đơn vị")], before: 120));
        for (var line = 0; line < 4; line++)
            right.Append(Paragraph(NewsStyles.Post, [Run("")]));
        right.Append(Paragraph(NewsStyles.Name, [Run(head ?? "")]));
        var left = new TableCell(new TableCellProperties(Width(LeftColumn)), Paragraph(NewsStyles.Approval, [Run("")]));
        body.Append(new Table(
            new TableProperties(
                new TableWidth { Width = Text(TextWidth), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(new GridColumn { Width = Text(LeftColumn) }, new GridColumn { Width = Text(TextWidth - LeftColumn) }),
            new TableRow(new TableRowProperties(new CantSplit()), left, right)));
        Add(NewsStyles.Gap, "");
    }

    /// <summary>A line of dots to write on.</summary>
    public void Dots() => Add(NewsStyles.Dots, [new Run(new TabChar())]);

    /// <summary>The bytes of the file.</summary>
    public byte[] Finish(string title, string marks)
    {
        var later = main.AddNewPart<HeaderPart>("rIdHeader");
        later.Header = new Header(HeaderLine(marks, numbered: true));
        var first = main.AddNewPart<HeaderPart>("rIdFirst");
        first.Header = new Header(HeaderLine(marks, numbered: false));
        body.Append(new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdHeader" }, new HeaderReference { Type = HeaderFooterValues.First, Id = "rIdFirst" },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1134, Right = 850, Bottom = 1134, Left = 1701, Header = 567, Footer = 567, Gutter = 0 },
            new PageNumberType { Start = 1 }, new TitlePage()));
        main.Document = new Document(body);
        WorkbookFile.WriteProperties(document.AddCoreFilePropertiesPart(), title, "PlanTracker");
        document.Dispose();
        return bytes.ToArray();
    }

    public void Dispose()
    {
        document.Dispose();
        bytes.Dispose();
    }

    private static (WordprocessingDocument, MainDocumentPart) Create(Stream stream)
    {
        var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        using (var styles = new MemoryStream(Encoding.UTF8.GetBytes(NewsStyles.Xml())))
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").FeedData(styles);
        main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = new Settings(
            new Zoom { Percent = "100" }, new DefaultTabStop { Val = 720 },
            new Compatibility(new CompatibilitySetting
            {
                Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15",
            }));
        return (document, main);
    }

    private static Paragraph Paragraph(string style, IEnumerable<OpenXmlElement> runs, int? before = null)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (before is { } space)
            properties.Append(new SpacingBetweenLines { Before = Text(space), After = "0" });
        var paragraph = new Paragraph(properties);
        paragraph.Append(runs);
        return paragraph;
    }

    private static Paragraph HeaderLine(string marks, bool numbered)
    {
        var line = Paragraph(NewsStyles.Header, [new Run(new TabChar())]);
        if (numbered)
        {
            line.Append(
                new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), new Run(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
                new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }), new Run(new Text("2")),
                new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
        }
        line.Append(new Run(new TabChar()), new Run(new RunProperties(new Italic(), new FontSize { Val = "22" }), new Text(marks)));
        return line;
    }

    private static TableCellWidth Width(int width) => new() { Width = Text(width), Type = TableWidthUnitValues.Dxa };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
