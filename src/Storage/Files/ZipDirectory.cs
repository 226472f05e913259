using System.Buffers.Binary;
using System.Text;

namespace PlanTracker.Storage.Files;

/// <summary>An entry as the directory of a zip lists it.</summary>
/// <param name="Name">Its name, with forward slashes only if it was written so.</param>
/// <param name="Flags">General flags.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="Packed">Bytes in the file, as told.</param>
/// <param name="Unpacked">Bytes unpacked, as told.</param>
/// <param name="UnixKind">Kind of file where a Unix program wrote it; 0 elsewhere.</param>
/// <param name="HeaderAt">Where its own header is.</param>
internal sealed record ZipEntry(string Name, int Flags, int Method, uint Packed, uint Unpacked, int UnixKind, long HeaderAt)
{
    public bool IsEncrypted => (Flags & 0x2041) != 0;

    public bool IsFolder => Name.EndsWith('/');
}

/// <summary>Reads the directory of a zip, strictly: one that programs could read in two ways is no zip here.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int HeaderLength = 30;
    private const int MaxDirectory = 4 * 1024 * 1024;

    /// <summary>The entries; null when the directory is not there, does not end the file, or does not fit what it tells.</summary>
    public static List<ZipEntry>? Read(Stream file)
    {
        if (FindEnd(file) is not var (endAt, end))
            return null;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10));
        var length = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12));
        var start = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        var isSplit = end.AsSpan(4, 4).IndexOfAnyExcept((byte)0) >= 0 || BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(8)) != count;
        if (isSplit || length > MaxDirectory || start + (long)length != endAt)
            return null;
        var directory = FileJudge.Read(file, start, (int)length).AsSpan();
        var entries = new List<ZipEntry>();
        while (directory.Length > 0)
        {
            if (directory.Length < EntryLength || !directory.StartsWith("PK\u0001\u0002"u8))
                return null;
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var rest = BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (directory.Length < EntryLength + nameLength + rest)
                return null;
            var flags = BinaryPrimitives.ReadUInt16LittleEndian(directory[8..]);
            var isUnix = directory[5] is 3 or 19;
            entries.Add(new(
                NameOf(directory.Slice(EntryLength, nameLength), flags), flags, BinaryPrimitives.ReadUInt16LittleEndian(directory[10..]),
                BinaryPrimitives.ReadUInt32LittleEndian(directory[20..]), BinaryPrimitives.ReadUInt32LittleEndian(directory[24..]),
                isUnix ? BinaryPrimitives.ReadUInt16LittleEndian(directory[40..]) >> 12 : 0,
                BinaryPrimitives.ReadUInt32LittleEndian(directory[42..])));
            directory = directory[(EntryLength + nameLength + rest)..];
        }
        return entries.Count == count ? entries : null;
    }

    /// <summary>Where the bytes of an entry begin; null when its own header is not there or tells another name.</summary>
    public static long? DataOf(Stream file, ZipEntry entry)
    {
        var head = FileJudge.Read(file, entry.HeaderAt, HeaderLength);
        if (head.Length < HeaderLength || !head.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return null;
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6));
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(26));
        var name = FileJudge.Read(file, entry.HeaderAt + HeaderLength, nameLength);
        if ((flags & 0x2041) != (entry.Flags & 0x2041) || BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8)) != entry.Method
            || NameOf(name, entry.Flags) != entry.Name)
            return null;
        var data = entry.HeaderAt + HeaderLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(28));
        return data + entry.Packed <= file.Length ? data : null;
    }

    /// <summary>The end record whose comment ends the file.</summary>
    private static (long At, byte[] Record)? FindEnd(Stream file)
    {
        var from = Math.Max(0, file.Length - EndLength - ushort.MaxValue);
        var tail = FileJudge.Read(file, from, EndLength + ushort.MaxValue);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (tail.AsSpan(at).StartsWith("PK\u0005\u0006"u8) && at + EndLength + BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 20)) == tail.Length)
                return (from + at, tail[at..(at + EndLength)]);
        }
        return null;
    }

    // Without the flag the letters are of some old code page: what matters here (slashes, dots, endings) is the same in all of them.
    private static string NameOf(ReadOnlySpan<byte> name, int flags) => ((flags & 0x800) != 0 ? Encoding.UTF8 : Encoding.Latin1).GetString(name);
}
