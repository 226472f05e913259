using System.IO.Compression;
using System.Text;
using PlanTracker.TestKit;

namespace PlanTracker.Api.Tests.News;

/// <summary>Filled forms as people send them, and as nobody should.</summary>
internal static class WordFiles
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>A filled form of so many words with a link and a picture.</summary>
    public static byte[] Form(int words = 260, byte[]? picture = null, string pictureName = "image1.png", string link = "https://example.vn/van-ban", params (string Name, byte[] Content)[] more) =>
        SampleFiles.Zip(
        [
            ("[Content_Types].xml", Bytes($"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="{Type}"/></Types>""")),
            ("_rels/.rels", Rels($"""<Relationship Id="rId1" Type="{Office}/officeDocument" Target="word/document.xml"/>""")),
            ("word/_rels/document.xml.rels", Rels(
                $"""<Relationship Id="rId1" Type="{Office}/hyperlink" Target="{link}" TargetMode="External"/><Relationship Id="rId2" Type="{Office}/image" Target="media/{pictureName}"/>""")),
            ("word/document.xml", Bytes($"""
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{Office}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>
                {Line("Bài viết bằng tệp Word")}{Line(NewsRequests.Words(words))}
                <w:p><w:r><w:t xml:space="preserve">Xem </w:t></w:r><w:hyperlink r:id="rId1"><w:r><w:t>văn bản</w:t></w:r></w:hyperlink></w:p>
                <w:p><w:r><w:drawing><a:blip r:embed="rId2"/></w:drawing></w:r></w:p>{Line("Ảnh 1. Quang cảnh")}{Line("Nguyễn Văn A - UBND quận Ninh Kiều")}</w:body></w:document>
                """)),
            ("word/media/" + pictureName, picture ?? SampleFiles.Png()), .. more,
        ]);

    /// <summary>The form with a relationship that a program would follow when it opens the file.</summary>
    public static byte[] WithOutside(string kind) => Replaced(Form(), "word/_rels/document.xml.rels", Rels(
        $"""<Relationship Id="rId1" Type="{Office}/{kind}" Target="https://example.vn/a" TargetMode="External"/>"""));

    private static byte[] Replaced(byte[] file, string name, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)!.Delete();
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }
        return stream.ToArray();
    }

    private static string Line(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static byte[] Rels(string all) => Bytes($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>""");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
