using System.IO.Compression;
using PlanTracker.Domain;

namespace PlanTracker.Reports.Reading;

/// <summary>
/// A workbook or document that somebody sent, opened only after every part of it was walked and found harmless: no library ever sees an unchecked file.
/// Nothing is written to disk, nothing is fetched, sizes written in the file are not believed.
/// </summary>
internal sealed class SafePackage : IDisposable
{
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts;

    private SafePackage(ZipArchive zip, Dictionary<string, ZipArchiveEntry> parts) => (this.zip, this.parts) = (zip, parts);

    /// <summary>Name of the main part: the workbook, the document.</summary>
    public string Main { get; private set; } = "";

    /// <summary>Checks a file of the kind wanted and opens it; the stream must be seekable and stays the caller's.</summary>
    public static Result<SafePackage> Check(Stream file, OfficeFile wanted)
    {
        ZipArchive? zip = null;
        try
        {
            FileKind.Demand(file, wanted);
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var package = new SafePackage(zip, PartNames.Check(zip.Entries));
            PartWalk.Check(package.parts);
            package.Main = PackageContent.Check(package, wanted);
            zip = null;
            return package;
        }
        catch (UnreadableFileException refused)
        {
            return refused.Refusal;
        }
        catch (Exception broken) when (IsBrokenZip(broken))
        {
            return PartReader.Damaged("nén").Refusal;
        }
        finally
        {
            zip?.Dispose();
        }
    }

    /// <summary>Whether a zip failed in the middle: cut, lying about itself, or packed in a way nobody packs workbooks.</summary>
    public static bool IsBrokenZip(Exception exception) =>
        exception is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException;

    /// <summary>Names of all parts.</summary>
    public IEnumerable<string> Names => parts.Keys;

    /// <summary>Whether the part is there.</summary>
    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>Reads a part that must be there.</summary>
    public PartReader Read(string part) => parts.TryGetValue(part, out var entry)
        ? new PartReader(entry.FullName, entry.Open())
        : throw new UnreadableFileException("files.missing-part", $"Tệp thiếu phần {part}. Hãy mở bằng Excel hoặc LibreOffice rồi lưu lại.");

    /// <summary>The bytes of a part that is no XML and must be there; they were counted when the file was checked.</summary>
    public byte[] Bytes(string part)
    {
        if (!parts.TryGetValue(part, out var entry))
            throw new UnreadableFileException("files.missing-part", $"Tệp thiếu phần {part}. Hãy mở bằng Word hoặc LibreOffice rồi lưu lại.");
        using var bytes = new MemoryStream();
        using var content = entry.Open();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    public void Dispose() => zip.Dispose();
}
