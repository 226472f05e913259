using PlanTracker.Domain;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Storage.Files;

/// <summary>What was found out of a file besides its type: the pixels of an image.</summary>
internal sealed record JudgedFile(int? Width = null, int? Height = null);

/// <summary>Judges a file by its bytes against the type its name tells. Nothing is decoded, run or fetched.</summary>
internal static class FileJudge
{
    private const int MaxSide = 20_000;
    private const long MaxPixels = 40_000_000;
    private const int TailLength = 64 * 1024 + 22;

    /// <summary>Judges it; the stream can seek.</summary>
    public static Result<JudgedFile> Judge(NamedFile named, Stream file)
    {
        if (file.Length == 0)
            return Refused("evidence.empty", $"Tệp “{named.Name}” rỗng.");
        var head = Read(file, 0, 16);
        if (Sniff(head) is not { } family)
            return FileNames.Unknown(named.Name);
        if (family != FamilyOf(named.Type))
            return Refused("evidence.wrong-type", $"Nội dung tệp “{named.Name}” không đúng với phần mở rộng của tên tệp.");
        return family switch
        {
            Family.Pdf => JudgePdf(named, file),
            Family.Zip => ZipJudge.Judge(named, file),
            _ => JudgeImage(named, file, family),
        };
    }

    /// <summary>Whether the first bytes are those of a type.</summary>
    public static bool Begins(EvidenceFileType type, ReadOnlySpan<byte> head) => Sniff(head) == FamilyOf(type);

    /// <summary>The refusal of content.</summary>
    public static Refusal Refused(string code, string message) => Refusal.Unreadable(code, message);

    /// <summary>Up to so many bytes from a place.</summary>
    public static byte[] Read(Stream file, long from, int count)
    {
        file.Position = from;
        var bytes = new byte[(int)Math.Min(count, Math.Max(0, file.Length - from))];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static Family? Sniff(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith("%PDF-"u8) => Family.Pdf,
        _ when head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) => Family.Zip,
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => Family.Jpeg,
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) => Family.Png,
        _ => null,
    };

    private static Family FamilyOf(EvidenceFileType type) => type switch
    {
        EvidenceFileType.Pdf => Family.Pdf,
        EvidenceFileType.Jpeg => Family.Jpeg,
        EvidenceFileType.Png => Family.Png,
        _ => Family.Zip,
    };

    private static Result<JudgedFile> JudgePdf(NamedFile named, Stream file)
    {
        var tail = Read(file, Math.Max(0, file.Length - TailLength), TailLength);
        if (tail.AsSpan().LastIndexOf("%%EOF"u8) < 0)
            return Refused("evidence.damaged", $"Tệp “{named.Name}” bị thiếu phần cuối, có thể do tải lên chưa trọn. Hãy gửi lại.");
        return EndsAsZip(tail) ? Polyglot(named) : new JudgedFile();
    }

    private static Result<JudgedFile> JudgeImage(NamedFile named, Stream file, Family family)
    {
        var size = family is Family.Jpeg ? ImageSizes.OfJpeg(file) : ImageSizes.OfPng(file);
        if (size is not var (width, height) || width == 0 || height == 0)
            return Refused("evidence.damaged", $"Ảnh “{named.Name}” bị hỏng hoặc không trọn.");
        if (width > MaxSide || height > MaxSide || (long)width * height > MaxPixels)
            return Refused("evidence.too-many-pixels", $"Ảnh “{named.Name}” quá lớn ({width} x {height} điểm ảnh): tối đa 40 triệu điểm ảnh, mỗi cạnh 20.000.");
        return EndsAsZip(Read(file, Math.Max(0, file.Length - TailLength), TailLength)) ? Polyglot(named) : new JudgedFile(width, height);
    }

    /// <summary>Whether a zip's directory ends exactly where the file does: then it is two files in one.</summary>
    private static bool EndsAsZip(ReadOnlySpan<byte> tail)
    {
        for (var rest = tail; rest.LastIndexOf("PK\u0005\u0006"u8) is >= 0 and var at; rest = rest[..at])
        {
            if (at + 22 <= tail.Length && at + 22 + (tail[at + 20] | (tail[at + 21] << 8)) == tail.Length)
                return true;
        }
        return false;
    }

    private static Refusal Polyglot(NamedFile named) =>
        Refused("evidence.two-in-one", $"Tệp “{named.Name}” chứa một tệp nén ẩn ở cuối nên không nhận.");

    private enum Family
    {
        Pdf,
        Zip,
        Jpeg,
        Png,
    }
}
