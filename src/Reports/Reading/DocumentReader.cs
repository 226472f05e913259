using PlanTracker.Domain;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Reports.Reading;

/// <summary>Reads the tables of a Word document, part by part and within limits; no library ever sees the file.</summary>
public sealed class DocumentReader : IDocumentReader
{
    /// <inheritdoc/>
    public Result<IReadOnlyList<ImportTable>> Read(Stream file)
    {
        using var seekable = file.CanSeek ? null : Kept.InMemory(file);
        if (SafePackage.Check(seekable ?? file, OfficeFile.Document).Refused(out var refusal, out var package))
            return refusal;
        using (package)
        {
            try
            {
                var tables = new WordTables(package).Read();
                return tables.Count == 0 ? Refusal.Unreadable("files.no-table", "Văn bản không có bảng nào.") : tables;
            }
            catch (UnreadableFileException refused)
            {
                return refused.Refusal;
            }
            catch (Exception broken) when (SafePackage.IsBrokenZip(broken))
            {
                return PartReader.Damaged(package.Main).Refusal;
            }
        }
    }
}
