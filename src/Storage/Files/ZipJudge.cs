using System.IO.Compression;
using System.Text;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Storage.Files;

/// <summary>
/// Judges a zip, or a document that is one, by unpacking it into nowhere: bytes are counted as they come, what headers tell of sizes has to
/// agree, and nothing is written anywhere.
/// </summary>
internal sealed class ZipJudge
{
    private const int MaxEntries = 200;
    private const int MaxParts = 2000;
    private const int MaxRatio = 100;
    private const long MaxUnpacked = 512L * 1024 * 1024;

    // Text of a few kilobytes may shrink to almost nothing and harms nobody.
    private const long RatioFrom = 64 * 1024;
    private const long RatioOfPartsFrom = 1024 * 1024;

    private readonly NamedFile named;
    private readonly Stream file;
    private readonly byte[] buffer = new byte[64 * 1024];

    private ZipJudge(NamedFile named, Stream file) => (this.named, this.file) = (named, file);

    private bool IsDocument => named.Type is not EvidenceFileType.Zip;

    /// <summary>Judges it.</summary>
    public static Result<JudgedFile> Judge(NamedFile named, Stream file) => new ZipJudge(named, file).Judge() is { } refusal ? refusal : new JudgedFile();

    private Refusal? Judge()
    {
        if (ZipDirectory.Read(file) is not { } entries)
            return Damaged();
        if (entries.Count == 0 || entries.All(e => e.IsFolder))
            return No("empty", "không có tệp nào bên trong");
        if (entries.Count > (IsDocument ? MaxParts : MaxEntries))
            return No("too-many-entries", $"có hơn {(IsDocument ? MaxParts : MaxEntries)} tệp bên trong");
        if (entries.Select(JudgeEntry).FirstOrDefault(r => r is not null) is { } wrong)
            return wrong;
        if (entries.DistinctBy(e => VietnameseText.Fold(e.Name.TrimEnd('/'))).Count() < entries.Count)
            return No("duplicate-names", "có hai tệp trùng tên bên trong");
        return JudgePlaces(entries) ?? JudgeBytes(entries) ?? (IsDocument ? OfficeParts.Judge(named, entries, Text) : null);
    }

    private Refusal? JudgeEntry(ZipEntry entry)
    {
        if (entry.IsEncrypted)
            return No("encrypted", "được đặt mật khẩu");
        if (entry.Method is not (0 or 8))
            return No("method", "được nén bằng cách không mở được");
        if (entry.UnixKind is not (0 or 8 or 4))
            return No("link", "có tệp liên kết (symlink) bên trong");
        if (!IsSafe(entry.Name))
            return No("unsafe-name", "có tên tệp dẫn ra ngoài thư mục");
        if (entry.IsFolder)
            return entry.Unpacked == 0 ? null : Damaged();
        if (IsDocument)
            return null;
        return FileNames.TypeOf(entry.Name) switch
        {
            EvidenceFileType.Zip => No("nested", "có tệp nén khác bên trong"),
            null => No("entry-type", $"có tệp “{FileNames.Clean(entry.Name)}” không thuộc loại được nhận (pdf, docx, xlsx, pptx, jpg, png)"),
            _ when FileNames.Judge(entry.Name).Refusal is not null => No("entry-type", $"có tệp “{FileNames.Clean(entry.Name)}” với hai phần mở rộng"),
            _ => null,
        };
    }

    /// <summary>A relative name that stays below its folder, in writing that hides nothing.</summary>
    private static bool IsSafe(string name) =>
        name.Length is > 0 and <= 500 && name[0] != '/' && !name.Contains('\\') && !name.Contains(':') && name.All(c => !char.IsControl(c))
        && VietnameseText.IsClean(name) && !name.TrimEnd('/').Split('/').Any(part => part.Trim() is "" or "." or "..");

    /// <summary>The first entry begins the file, and no two share bytes.</summary>
    private Refusal? JudgePlaces(List<ZipEntry> entries)
    {
        long end = 0;
        foreach (var entry in entries.OrderBy(e => e.HeaderAt))
        {
            if ((end == 0 && entry.HeaderAt != 0) || entry.HeaderAt < end || ZipDirectory.DataOf(file, entry) is not { } data)
                return Damaged();
            end = data + entry.Packed;
        }
        return null;
    }

    private Refusal? JudgeBytes(List<ZipEntry> entries)
    {
        long total = 0;
        foreach (var entry in entries.Where(e => !e.IsFolder))
        {
            if (Unpack(entry, out var unpacked) is { } refusal)
                return refusal;
            if ((total += unpacked) > MaxUnpacked || TooDense(total, file.Length))
                return Bomb();
        }
        return null;
    }

    private Refusal? Unpack(ZipEntry entry, out long unpacked)
    {
        unpacked = 0;
        try
        {
            using var content = Open(entry);
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                if (unpacked == 0 && !IsDocument && !Begins(entry, buffer.AsSpan(0, read)))
                    return No("entry-type", $"có tệp “{FileNames.Clean(entry.Name)}” với nội dung không đúng phần mở rộng");
                unpacked += read;
                if (unpacked > MaxUnpacked || TooDense(unpacked, entry.Packed))
                    return Bomb();
                if (unpacked > entry.Unpacked)
                    return Lying();
            }
        }
        catch (InvalidDataException)
        {
            return Damaged();
        }
        return unpacked == entry.Unpacked ? null : Lying();
    }

    private Stream Open(ZipEntry entry)
    {
        var packed = new Part(file, ZipDirectory.DataOf(file, entry)!.Value, entry.Packed);
        return entry.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    /// <summary>The text of a small part; null when it is too large.</summary>
    private string? Text(ZipEntry entry)
    {
        if (entry.Unpacked > RatioOfPartsFrom)
            return null;
        using var reader = new StreamReader(Open(entry), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static bool Begins(ZipEntry entry, ReadOnlySpan<byte> head) => FileNames.TypeOf(entry.Name) is { } type && FileJudge.Begins(type, head);

    private bool TooDense(long unpacked, long packed) => unpacked > (IsDocument ? RatioOfPartsFrom : RatioFrom) && unpacked / MaxRatio > packed;

    private Refusal Damaged() => FileJudge.Refused("evidence.damaged", $"Tệp “{named.Name}” bị hỏng hoặc không trọn.");

    private Refusal Bomb() => No("bomb", "nở ra quá lớn khi giải nén");

    private Refusal Lying() => No("lying-sizes", "ghi sai kích thước các tệp bên trong");

    private Refusal No(string code, string why) => FileJudge.Refused($"evidence.zip-{code}", $"Tệp “{named.Name}” {why} nên không nhận.");

    /// <summary>Some bytes of a file.</summary>
    private sealed class Part(Stream file, long from, long length) : Stream
    {
        private long at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            file.Position = from + at;
            var read = file.Read(buffer, offset, (int)Math.Min(count, length - at));
            at += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
