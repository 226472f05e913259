using System.IO.Compression;
using System.Text;

namespace PlanTracker.Api.Tests.Plans;

/// <summary>A Word document with a plan's table, built by hand.</summary>
internal static class PlanFiles
{
    private const string Types = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """;
    private const string Links = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
        """;

    public static byte[] Word(string title = "Nội dung")
    {
        string[][] rows =
        [
            ["STT", title, "Sản phẩm", "Đơn vị chủ trì", "Hạn hoàn thành"],
            ["1", "Tọa đàm", "03 cuộc", "Sở Nội vụ", "Quý II"],
            ["2", "Tin bài", "01 tin/tháng", "SỞ NỘI VỤ", "Trong năm 2024"],
            ["3", "Hội thi", "02-03 cuộc", "Sở Lạ", ""],
        ];
        var table = string.Concat(rows.Select(r => $"<w:tr>{string.Concat(r.Select(c => $"<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>"))}</w:tr>"));
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Put(zip, "[Content_Types].xml", Types);
            Put(zip, "_rels/.rels", Links);
            Put(zip, "word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl>{table}</w:tbl></w:body></w:document>");
        }
        return file.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
