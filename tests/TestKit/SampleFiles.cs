using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PlanTracker.TestKit;

/// <summary>Files as people send them, and as nobody should.</summary>
public static class SampleFiles
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    public static byte[] Pdf(string text = "Hợp đồng") => Encoding.UTF8.GetBytes($"%PDF-1.7\n1 0 obj\n({text})\nendobj\ntrailer\n<<>>\n%%EOF\n");

    /// <summary>A JPEG by its headers; nothing decodes it.</summary>
    public static byte[] Jpeg(int width = 800, int height = 600)
    {
        byte[] head = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(25), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(27), (ushort)width);
        return [.. head, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xFF, 0xD9];
    }

    /// <summary>A PNG that browsers show when it is small: grey, with true checks.</summary>
    public static byte[] Png(int width = 8, int height = 8)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        using var pixels = new MemoryStream();
        using (var deflate = new ZLibStream(pixels, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(new byte[width > 1000 ? 16 : (width + 1) * height]);
        return [0x89, .. "PNG\r\n\u001A\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", [])];
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }

    public static byte[] Word(params (string Name, byte[] Content)[] more) => Document("wordprocessingml.document.main+xml", "word/document.xml", more);

    public static byte[] Excel(params (string Name, byte[] Content)[] more) => Document("spreadsheetml.sheet.main+xml", "xl/workbook.xml", more);

    public static byte[] PowerPoint(params (string Name, byte[] Content)[] more) =>
        Document("presentationml.presentation.main+xml", "ppt/presentation.xml", more);

    private static byte[] Document(string type, string part, (string Name, byte[] Content)[] more) => Zip(
    [
        ("[Content_Types].xml", Encoding.UTF8.GetBytes(
            $"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/{part}" ContentType="{Office}{type}"/></Types>""")),
        ("_rels/.rels", "<Relationships/>"u8.ToArray()), (part, "<a/>"u8.ToArray()), .. more,
    ]);

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. content];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Crc(body));
        return chunk;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFF;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
