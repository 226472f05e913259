using System.Buffers.Binary;
using System.Text;

namespace PlanTracker.TestKit;

/// <summary>Files that have to be refused, each by name with what it is.</summary>
public static class HostileFiles
{
    /// <summary>Name of the file as sent, and its bytes, by what is wrong with it.</summary>
    public static IReadOnlyDictionary<string, (string Name, byte[] Content)> All { get; } = new Dictionary<string, (string, byte[])>
    {
        ["svg"] = ("hinh.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray()),
        ["html"] = ("trang.html", "<script>alert(1)</script>"u8.ToArray()),
        ["exe"] = ("cai-dat.exe", [.. "MZ"u8, .. new byte[60]]),
        ["html named pdf"] = ("trang.pdf", "<html><script>alert(1)</script></html>"u8.ToArray()),
        ["exe named jpg"] = ("anh.jpg", [.. "MZ"u8, .. new byte[60]]),
        ["no extension"] = ("hop-dong", SampleFiles.Pdf()),
        ["png named jpg"] = ("anh.jpg", SampleFiles.Png()),
        ["pdf named zip"] = ("goi.zip", SampleFiles.Pdf()),
        ["zip named docx"] = ("van-ban.docx", SampleFiles.Zip(("a.pdf", SampleFiles.Pdf()))),
        ["xlsx named docx"] = ("van-ban.docx", SampleFiles.Excel()),
        ["double extension"] = ("hop-dong.exe.pdf", SampleFiles.Pdf()),
        ["NUL before extension"] = ("virus.exe\0.pdf", SampleFiles.Pdf()),
        ["empty"] = ("rong.pdf", []),
        ["cut pdf"] = ("cut.pdf", SampleFiles.Pdf()[..20]),
        ["pdf with a zip behind"] = ("hai.pdf", [.. SampleFiles.Pdf(), .. SampleFiles.Zip(("a.jpg", SampleFiles.Jpeg()))]),
        ["jpg with a zip behind"] = ("hai.jpg", [.. SampleFiles.Jpeg(), .. SampleFiles.Zip(("a.jpg", SampleFiles.Jpeg()))]),
        ["png with html behind"] = ("hai.png", [.. SampleFiles.Png(), .. "<script>alert(1)</script>"u8]),
        ["jpg of 60000 x 60000"] = ("bom.jpg", SampleFiles.Jpeg(60000, 60000)),
        ["png of 60000 x 60000"] = ("bom.png", SampleFiles.Png(60000, 60000)),
        ["png of 2 x 30000"] = ("dai.png", SampleFiles.Png(2, 30000)),
        ["png of minus one"] = ("am.png", SampleFiles.Png(-1, -1)),
        ["jpg without a frame"] = ("hong.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xD9]),
        ["docx with macros"] = ("macro.docx", SampleFiles.Word(("word/vbaProject.bin", [1]))),
        ["xlsx of 100 MB"] = ("bom.xlsx", SampleFiles.Excel(("xl/worksheets/sheet1.xml", new byte[100 * 1024 * 1024]))),
        ["zip slip"] = ("goi.zip", SampleFiles.Zip(("../../etc/a.pdf", SampleFiles.Pdf()))),
        ["zip slip by backslash"] = ("goi.zip", SampleFiles.Zip(("..\\a.pdf", SampleFiles.Pdf()))),
        ["zip absolute"] = ("goi.zip", SampleFiles.Zip(("/etc/a.pdf", SampleFiles.Pdf()))),
        ["zip drive"] = ("goi.zip", SampleFiles.Zip(("C:/a.pdf", SampleFiles.Pdf()))),
        ["zip with duplicate names"] = ("goi.zip", SampleFiles.Zip(("a.pdf", SampleFiles.Pdf()), ("A.pdf", SampleFiles.Pdf("khác")))),
        ["zip of 201"] = ("goi.zip", SampleFiles.Zip([.. Enumerable.Range(1, 201).Select(i => ($"{i}.pdf", SampleFiles.Pdf()))])),
        ["zip bomb"] = ("goi.zip", SampleFiles.Zip(("a.pdf", [.. SampleFiles.Pdf(), .. new byte[10 * 1024 * 1024]]))),
        ["zip in a zip"] = ("goi.zip", SampleFiles.Zip(("b.zip", SampleFiles.Zip(("a.pdf", SampleFiles.Pdf()))))),
        ["zip in a zip by another name"] = ("goi.zip", SampleFiles.Zip(("b.pdf", SampleFiles.Zip(("a.pdf", SampleFiles.Pdf()))))),
        ["exe in a zip"] = ("goi.zip", SampleFiles.Zip(("a.exe", [.. "MZ"u8, .. new byte[60]]))),
        ["empty zip"] = ("goi.zip", SampleFiles.Zip()),
        ["cut zip"] = ("goi.zip", SampleFiles.Zip(("a.pdf", SampleFiles.Pdf()))[..60]),
        ["zip with something before"] = ("goi.zip", [.. "PK\u0003\u0004"u8, .. SampleFiles.Zip(("a.pdf", SampleFiles.Pdf()))]),
        ["encrypted zip"] = ("goi.zip", Patched(flags: 1)),
        ["symlink in a zip"] = ("goi.zip", Patched(unixKind: 0xA)),
        ["zip that tells too little"] = ("goi.zip", Patched(unpacked: 10)),
        ["zip that tells too much"] = ("goi.zip", Patched(unpacked: 100_000)),
    };

    /// <summary>A good zip with one entry whose directory tells something else.</summary>
    private static byte[] Patched(int? flags = null, int? unixKind = null, int? unpacked = null)
    {
        var zip = SampleFiles.Zip(("a.pdf", SampleFiles.Pdf(new string('x', 200))));
        var at = zip.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes("PK\u0001\u0002"));
        if (flags is { } f)
            (zip[at + 8], zip[6]) = ((byte)(zip[at + 8] | f), (byte)(zip[6] | f));
        if (unixKind is { } kind)
            (zip[at + 5], zip[at + 41]) = (3, (byte)(kind << 4));
        if (unpacked is { } told)
            BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(at + 24), told);
        return zip;
    }
}
