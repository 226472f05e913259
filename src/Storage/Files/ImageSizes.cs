using System.Buffers.Binary;

namespace PlanTracker.Storage.Files;

/// <summary>The pixels of an image by its headers alone: a bomb is never decoded.</summary>
internal static class ImageSizes
{
    private const int MaxParts = 100_000;

    /// <summary>Width and height of a JPEG: the first frame header. Null when there is none before the image data.</summary>
    public static (int Width, int Height)? OfJpeg(Stream file)
    {
        long at = 2;
        for (var part = 0; part < MaxParts; part++)
        {
            var head = FileJudge.Read(file, at, 9);
            if (head.Length < 4 || head[0] != 0xFF)
                return null;
            switch (head[1])
            {
                case 0xFF:
                    at++;
                    continue;
                case 0x01 or (>= 0xD0 and <= 0xD7):
                    at += 2;
                    continue;
                case 0xC4 or 0xC8 or 0xCC:
                    break;
                case >= 0xC0 and <= 0xCF:
                    return head.Length < 9 ? null
                        : (BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(7)), BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(5)));
                case 0xD8 or 0xD9 or 0xDA or 0x00:
                    return null;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2));
            if (length < 2)
                return null;
            at += 2 + length;
        }
        return null;
    }

    /// <summary>Width and height of a PNG whose chunks lead to its end, and nothing after it.</summary>
    public static (int Width, int Height)? OfPng(Stream file)
    {
        var first = FileJudge.Read(file, 8, 17);
        if (first.Length < 17 || !first.AsSpan(4, 4).SequenceEqual("IHDR"u8) || BinaryPrimitives.ReadUInt32BigEndian(first) != 13)
            return null;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(first.AsSpan(8)), BinaryPrimitives.ReadUInt32BigEndian(first.AsSpan(12)));
        if (width > int.MaxValue || height > int.MaxValue)
            return null;
        long at = 8;
        for (var chunk = 0; chunk < MaxParts; chunk++)
        {
            var head = FileJudge.Read(file, at, 8);
            if (head.Length < 8)
                return null;
            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(head);
            if (head.AsSpan(4, 4).SequenceEqual("IEND"u8))
                return at == file.Length ? ((int)width, (int)height) : null;
        }
        return null;
    }
}
