using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanTracker.Reports.Word;

/// <summary>The styles of a Word document in the form of Nghị định 30/2020/NĐ-CP: by id, with Vietnamese names; nothing is formatted loosely.</summary>
internal static class StyleBook
{
    public const string ParentBody = "CoQuanChuQuan";
    public const string IssuingBody = "CoQuanBanHanh";
    public const string Country = "QuocHieu";
    public const string Motto = "TieuNgu";
    public const string Rule = "DuongKe";
    public const string Number = "SoKyHieu";
    public const string LetterSubject = "TrichYeuCongVan";
    public const string PlaceAndDate = "DiaDanhNgay";
    public const string Kind = "TenLoai";
    public const string Subject = "TrichYeu";
    public const string AddressedTo = "KinhGui";
    public const string AddressedToMany = "KinhGuiNhieu";
    public const string Heading1 = "Heading1";
    public const string Heading2 = "Heading2";
    public const string Text = "NoiDung";
    public const string LastText = "NoiDungCuoi";
    public const string Hint = "GoiY";
    public const string TableHead = "DauBang";
    public const string TableText = "ChuBang";
    public const string AfterTable = "SauBang";
    public const string RecipientsHead = "NoiNhanTieuDe";
    public const string Recipient = "NoiNhan";
    public const string SignerTitle = "ChucVu";
    public const string SignerName = "HoTen";
    public const string Header = "Header";
    public const string FiguresTable = "BangSoLieu";

    private const string FontName = "Times New Roman";
    private const int FirstLine = 720;

    /// <summary>All styles.</summary>
    public static Styles Styles()
    {
        var styles = new Styles(Defaults());
        styles.Append(new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });
        styles.Append(new Style(
            new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new SemiHidden(),
            new StyleTableProperties(
                new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
                new TableCellMarginDefault(
                    new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = "TableNormal", Default = true });

        styles.Append(Heading(Heading1, "heading 1", 0, 120), Heading(Heading2, "heading 2", 1, 0));
        styles.Append(Paragraph(Header, "header", custom: false, size: 13, tabs: [(TabStopValues.Center, 4677), (TabStopValues.Right, 9354)]));
        styles.Append(Paragraph(ParentBody, "Cơ quan chủ quản", centred: true, size: 12));
        styles.Append(Paragraph(IssuingBody, "Cơ quan ban hành", centred: true, size: 12, bold: true));
        styles.Append(Paragraph(Country, "Quốc hiệu", centred: true, size: 12, bold: true));
        styles.Append(Paragraph(Motto, "Tiêu ngữ", centred: true, size: 13, bold: true));
        styles.Append(RuleStyle());
        styles.Append(Paragraph(Number, "Số và ký hiệu", centred: true, size: 13, before: 60));
        styles.Append(Paragraph(LetterSubject, "Trích yếu công văn", centred: true, size: 12, before: 120));
        styles.Append(Paragraph(PlaceAndDate, "Địa danh và ngày", centred: true, size: 13, italic: true, before: 60));
        styles.Append(Paragraph(Kind, "Tên loại", centred: true, bold: true, before: 360, keepNext: true));
        styles.Append(Paragraph(Subject, "Trích yếu", centred: true, bold: true, keepNext: true));
        styles.Append(Paragraph(AddressedTo, "Kính gửi", centred: true, before: 240, after: 240));
        styles.Append(Paragraph(AddressedToMany, "Kính gửi nhiều nơi"));
        styles.Append(Paragraph(Text, "Nội dung", justified: true, after: 120, line: 252, firstLine: FirstLine));
        styles.Append(Paragraph(LastText, "Nội dung (đoạn cuối)", basedOn: Text, after: 240, line: 252, keepNext: true, keepLines: true));
        styles.Append(Paragraph(Hint, "Gợi ý soạn thảo", basedOn: Text, italic: true));
        styles.Append(Paragraph(TableHead, "Đầu bảng", centred: true, size: 12, bold: true, before: 40, after: 40, keepNext: true));
        styles.Append(Paragraph(TableText, "Chữ trong bảng", size: 12, before: 30, after: 30));
        styles.Append(Paragraph(AfterTable, "Khoảng sau bảng", size: 6, exactLine: 120));
        styles.Append(Paragraph(RecipientsHead, "Nơi nhận (từ)", size: 12, bold: true, italic: true, keepNext: true));
        styles.Append(Paragraph(Recipient, "Nơi nhận", size: 11));
        styles.Append(Paragraph(SignerTitle, "Chức vụ", centred: true, bold: true, keepNext: true));
        styles.Append(Paragraph(SignerName, "Họ tên", centred: true, bold: true));
        styles.Append(FiguresTableStyle());
        return styles;
    }

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = FontName, HighAnsi = FontName, EastAsia = FontName, ComplexScript = FontName },
            new Color { Val = "000000" }, new FontSize { Val = "28" }, new FontSizeComplexScript { Val = "28" },
            new Languages { Val = "vi-VN", EastAsia = "vi-VN", Bidi = "ar-SA" })),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
            new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto })));

    private static Style Heading(string id, string name, int level, int before) => new(
        new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = Text }, new UIPriority { Val = 9 }, new PrimaryStyle(),
        new StyleParagraphProperties(
            new KeepNext(), new SpacingBetweenLines { Before = Of(before), After = "120" }, new Indentation { FirstLine = Of(FirstLine) },
            new OutlineLevel { Val = level }),
        new StyleRunProperties(new Bold(), new BoldComplexScript()))
    { Type = StyleValues.Paragraph, StyleId = id };

    /// <summary>A paragraph style. The format fixes the order of what is in it.</summary>
    private static Style Paragraph(
        string id, string name, string basedOn = "Normal", bool custom = true, bool centred = false, bool justified = false, double? size = null,
        bool bold = false, bool italic = false, int before = 0, int after = 0, int? line = null, int? exactLine = null, int? firstLine = null,
        bool keepNext = false, bool keepLines = false, (TabStopValues Kind, int At)[]? tabs = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (keepNext)
            paragraph.Append(new KeepNext());
        if (keepLines)
            paragraph.Append(new KeepLines());
        if (tabs is not null)
            paragraph.Append(new Tabs(tabs.Select(t => new TabStop { Val = t.Kind, Position = t.At })));
        if (before > 0 || after > 0 || line is not null || exactLine is not null)
        {
            var spacing = new SpacingBetweenLines { Before = Of(before), After = Of(after) };
            if ((exactLine ?? line) is { } height)
                (spacing.Line, spacing.LineRule) = (Of(height), exactLine is null ? LineSpacingRuleValues.Auto : LineSpacingRuleValues.Exact);
            paragraph.Append(spacing);
        }
        if (firstLine is { } indent)
            paragraph.Append(new Indentation { FirstLine = Of(indent) });
        if (centred || justified)
            paragraph.Append(new Justification { Val = centred ? JustificationValues.Center : JustificationValues.Both });

        var run = new StyleRunProperties();
        if (bold)
            run.Append(new Bold(), new BoldComplexScript());
        if (italic)
            run.Append(new Italic(), new ItalicComplexScript());
        if (size is { } points)
            run.Append(new FontSize { Val = Of((int)(points * 2)) }, new FontSizeComplexScript { Val = Of((int)(points * 2)) });

        var style = new Style(new StyleName { Val = name }, new BasedOn { Val = basedOn }) { Type = StyleValues.Paragraph, StyleId = id };
        if (custom)
        {
            style.CustomStyle = true;
            style.Append(new PrimaryStyle());
        }
        if (paragraph.HasChildren)
            style.Append(paragraph);
        if (run.HasChildren)
            style.Append(run);
        return style;
    }

    private static Style RuleStyle() => new(
        new StyleName { Val = "Đường kẻ" }, new BasedOn { Val = "Normal" }, new PrimaryStyle(),
        new StyleParagraphProperties(
            new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 0, Color = "000000" }),
            new SpacingBetweenLines { Before = "40", After = "0", Line = "120", LineRule = LineSpacingRuleValues.Exact }),
        new StyleRunProperties(new FontSize { Val = "8" }, new FontSizeComplexScript { Val = "8" }))
    { Type = StyleValues.Paragraph, StyleId = Rule, CustomStyle = true };

    private static Style FiguresTableStyle() => new(
        new StyleName { Val = "Bảng số liệu" }, new BasedOn { Val = "TableNormal" },
        new StyleTableProperties(
            new TableBorders(
                Line(new TopBorder()), Line(new LeftBorder()), Line(new BottomBorder()), Line(new RightBorder()), Line(new InsideHorizontalBorder()),
                Line(new InsideVerticalBorder())),
            new TableCellMarginDefault(new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa })))
    { Type = StyleValues.Table, StyleId = FiguresTable, CustomStyle = true };

    private static T Line<T>(T border)
        where T : BorderType
    {
        border.Val = BorderValues.Single;
        border.Size = 4;
        border.Space = 0;
        border.Color = "000000";
        return border;
    }

    private static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
}
