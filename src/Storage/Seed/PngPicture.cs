using System.Buffers.Binary;
using System.IO.Compression;

namespace PlanTracker.Storage.Seed;

/// <summary>A small picture to paint boxes and discs on, written as .png.</summary>
internal sealed class PngPicture
{
    private const int Bytes3 = 3;
    private readonly int width;
    private readonly int height;
    private readonly byte[] pixels;

    public PngPicture(int width, int height, int colour)
    {
        (this.width, this.height) = (width, height);
        pixels = new byte[width * height * Bytes3];
        Box(0, 0, width, height, colour);
    }

    /// <summary>A box; what leaves the picture is cut.</summary>
    public void Box(int left, int top, int wide, int high, int colour)
    {
        for (var y = Math.Max(0, top); y < Math.Min(height, top + high); y++)
        {
            for (var x = Math.Max(0, left); x < Math.Min(width, left + wide); x++)
                Set(x, y, colour);
        }
    }

    /// <summary>A disc.</summary>
    public void Disc(int centre, int middle, int radius, int colour)
    {
        for (var y = -radius; y <= radius; y++)
        {
            var half = (int)Math.Sqrt((radius * radius) - (y * y));
            Box(centre - half, middle + y, (2 * half) + 1, 1, colour);
        }
    }

    /// <summary>The file.</summary>
    public byte[] Bytes()
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                deflate.WriteByte(0);
                deflate.Write(pixels, y * width * Bytes3, width * Bytes3);
            }
        }
        return [0x89, .. "PNG\r\n\u001A\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private void Set(int x, int y, int colour)
    {
        var at = ((y * width) + x) * Bytes3;
        (pixels[at], pixels[at + 1], pixels[at + 2]) = ((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        name.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), Check(chunk.AsSpan(4, content.Length + 4)));
        return chunk;
    }

    /// <summary>CRC-32, as PNG asks for each chunk.</summary>
    private static uint Check(ReadOnlySpan<byte> bytes)
    {
        var check = 0xFFFFFFFF;
        foreach (var one in bytes)
        {
            check ^= one;
            for (var bit = 0; bit < 8; bit++)
                check = (check & 1) != 0 ? (check >> 1) ^ 0xEDB88320 : check >> 1;
        }
        return ~check;
    }
}
