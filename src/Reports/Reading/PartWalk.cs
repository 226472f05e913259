using System.Buffers;
using System.IO.Compression;

namespace PlanTracker.Reports.Reading;

/// <summary>Unpacks every part once, counting, and walks those that are XML to their end.</summary>
internal static class PartWalk
{
    /// <summary>Refuses a package that unpacks too large, nests packages, or holds XML out of limits.</summary>
    public static void Check(IReadOnlyDictionary<string, ZipArchiveEntry> parts)
    {
        var total = 0L;
        foreach (var (name, entry) in parts)
        {
            using var counted = new Counted(entry, total);
            if (IsXml(name))
                Walk(name, counted);
            else
                Pass(counted);
            total = counted.Total;
        }
    }

    /// <summary>A file inside the file.</summary>
    public static UnreadableFileException Nested() =>
        new("files.nested", "Tệp có một tệp nén hoặc tài liệu khác nhúng bên trong. Hãy bỏ phần nhúng rồi gửi lại.");

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static void Walk(string name, Counted stream)
    {
        using var reader = new PartReader(name, stream);
        while (reader.Read())
        {
        }
    }

    private static void Pass(Counted stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var first = true;
            for (var read = stream.ReadAtLeast(buffer, 4, false); read > 0; read = stream.Read(buffer))
            {
                if (first && FileKind.IsZip(buffer.AsSpan(0, read)))
                    throw Nested();
                first = false;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Counts what really comes out.</summary>
    private sealed class Counted(ZipArchiveEntry entry, long before) : Stream
    {
        private readonly Stream inner = entry.Open();
        private long unpacked;

        public long Total => before + unpacked;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => unpacked; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            unpacked += read;
            var swells = unpacked > Limits.RatioFrom && unpacked > entry.CompressedLength * Limits.Ratio;
            return Total <= Limits.Unpacked && !swells ? read
                : throw new UnreadableFileException("files.unpacks-too-large", "Nội dung tệp khi giải nén quá lớn.");
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
