using System.Globalization;
using System.Text;

namespace PlanTracker.Reports.News;

/// <summary>The styles of the form of công văn "cung cấp thông tin về lĩnh vực CCHC": Times New Roman 14, names in Vietnamese.</summary>
internal static class NewsStyles
{
    public const string Title = "TenBanTin";
    public const string Body = "NoiDung";
    public const string Heading = "DeMuc";
    public const string Picture = "AnhTin";
    public const string Drawing = "HinhAnh";
    public const string Author = "TacGia";
    public const string Example = "ViDu";
    public const string Approval = "DuyetTin";
    public const string Post = "ChucVu";
    public const string Name = "HoTen";
    public const string Dots = "DongCham";
    public const string Gap = "SauBang";
    public const string Header = "Header";
    public const string Masthead = "TenSo";

    private const string Bold = "<w:b/><w:bCs/>";
    private const string Italic13 = "<w:i/><w:iCs/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>";

    private static readonly (string Id, string Name, string Paragraph, string Run)[] Table =
    [
        (Title, "Tên bản tin", Spaced(0, 240, "<w:keepNext/>") + "<w:jc w:val=\"center\"/>", Bold),
        (Body, "Nội dung", "<w:spacing w:before=\"0\" w:after=\"120\" w:line=\"252\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>", ""),
        (Heading, "Đề mục", Spaced(120, 120, "<w:keepNext/>") + "<w:ind w:firstLine=\"720\"/>", Bold),
        (Picture, "Ảnh tin", Spaced(0, 120) + "<w:jc w:val=\"center\"/>", Italic13),
        (Drawing, "Hình ảnh", Spaced(120, 60, "<w:keepNext/>") + "<w:jc w:val=\"center\"/>", ""),
        (Author, "Tác giả", Spaced(120, 0) + "<w:jc w:val=\"right\"/>", Bold),
        (Example, "Ví dụ", "<w:jc w:val=\"right\"/>", Italic13),
        (Approval, "Duyệt tin", Spaced(0, 0, "<w:keepNext/>") + "<w:jc w:val=\"center\"/>", ""),
        (Post, "Chức vụ", "<w:keepNext/><w:jc w:val=\"center\"/>", Bold),
        (Name, "Họ tên", "<w:jc w:val=\"center\"/>", Bold),
        (Dots, "Dòng chấm", "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9354\"/></w:tabs><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"400\" w:lineRule=\"exact\"/>", ""),
        (Gap, "Khoảng sau bảng", "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>", "<w:sz w:val=\"12\"/><w:szCs w:val=\"12\"/>"),
        (Masthead, "Tên số", Spaced(0, 120, "<w:keepNext/>") + "<w:jc w:val=\"center\"/>", Bold + "<w:caps/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>"),
    ];

    /// <summary>The part's XML.</summary>
    public static string Xml()
    {
        var xml = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="center" w:pos="4677"/><w:tab w:val="right" w:pos="9354"/></w:tabs></w:pPr><w:rPr><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:style>
            """);
        foreach (var (id, name, paragraph, run) in Table)
            xml.Append(CultureInfo.InvariantCulture, $"<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>");
        return xml.Append("</w:styles>").ToString();
    }

    private static string Spaced(int before, int after, string first = "") => $"{first}<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>";
}
