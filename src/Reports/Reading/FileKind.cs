using System.Text;

namespace PlanTracker.Reports.Reading;

/// <summary>Tells by its content what a file that is no workbook is, so that the person knows what to do.</summary>
internal static class FileKind
{
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Whether bytes begin like a zip.</summary>
    public static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith(Zip);

    /// <summary>Refuses what does not begin as a zip, by what it is.</summary>
    public static void Demand(Stream file, OfficeFile wanted)
    {
        if (file.Length == 0)
            throw new UnreadableFileException("files.empty", "Tệp rỗng.");
        if (file.Length > Limits.File)
            throw new UnreadableFileException("files.too-large", $"Tệp lớn hơn {Limits.File / 1024 / 1024} MB.");
        file.Position = 0;
        var start = new byte[1024];
        var bytes = start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        file.Position = 0;
        if (IsZip(bytes))
            return;
        if (bytes.StartsWith(Compound))
            throw Holds(file, EncryptedPackage) ? Encrypted() : Other($"Tệp là tài liệu Office kiểu cũ (.xls, .doc), dù tên có thể ghi khác. {wanted.SaveAs}");
        if (bytes.StartsWith("%PDF"u8))
            throw Other($"Tệp là PDF, không phải {wanted.Name}.");
        if (bytes.Contains((byte)0) && !bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) && !bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw Other($"Tệp không phải {wanted.Name}.");
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        throw text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || text.StartsWith('<')
            ? Other($"Tệp là trang web (.html) hoặc XML, dù tên có thể ghi khác. {wanted.SaveAs}")
            : Other($"Tệp là văn bản (.csv, .txt), dù tên có thể ghi khác. {wanted.SaveAs}");
    }

    /// <summary>Not a workbook.</summary>
    public static UnreadableFileException Other(string message) => new("files.wrong-kind", message);

    /// <summary>A workbook that asks for a password.</summary>
    public static UnreadableFileException Encrypted() =>
        new("files.encrypted", "Tệp có mật khẩu. Hãy bỏ mật khẩu mở tệp rồi gửi lại.");

    private static bool Holds(Stream file, byte[] wanted)
    {
        var all = new byte[file.Length];
        file.ReadExactly(all);
        file.Position = 0;
        return all.AsSpan().IndexOf(wanted) >= 0;
    }
}
