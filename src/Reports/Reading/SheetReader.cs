using PlanTracker.Domain;

namespace PlanTracker.Reports.Reading;

/// <summary>
/// Reads the first visible sheet of a workbook that somebody sent. Formulas are never calculated: the value that the sender's program kept is
/// taken. Of merged cells only the first holds a value. Hidden rows are read and marked.
/// </summary>
internal static class SheetReader
{
    /// <summary>The sheet; refused when the file is no workbook, is hostile or too large. The stream must be seekable and stays the caller's.</summary>
    public static Result<ReadSheet> Read(Stream file)
    {
        if (SafePackage.Check(file, OfficeFile.Workbook).Refused(out var refusal, out var package))
            return refusal;
        using (package)
        {
            try
            {
                return Read(package);
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

    private static ReadSheet Read(SafePackage package)
    {
        var links = Relationships.Of(package, package.Main);
        var (name, part, from1904) = FirstSheet(package, links);
        var shared = PartOf("sharedStrings") is { } texts ? SharedTexts.Read(package, texts) : [];
        var formats = PartOf("styles") is { } styles ? DateFormats.Read(package, styles) : [];
        return new(name, new SheetRows(package, part, new CellValues(shared, formats, from1904)).Read());

        string? PartOf(string type) => links.FirstOrDefault(l => l.Type == type).Target;
    }

    private static (string Name, string Part, bool From1904) FirstSheet(SafePackage package, IReadOnlyList<Relationship> links)
    {
        var sheets = links.Where(l => l is { Type: "worksheet", Target: not null }).GroupBy(l => l.Id).ToDictionary(l => l.Key, l => l.First().Target!);
        (string Name, string Part)? first = null;
        var from1904 = false;
        using var reader = package.Read(package.Main);
        while (reader.Read())
        {
            if (!reader.IsStart)
                continue;
            if (reader.Name == "workbookPr")
                from1904 = reader.Attribute("date1904") is "1" or "true";
            else if (first is null && reader.Name == "sheet" && reader.Attribute("state") is null or "visible"
                && reader.Name == "sheet" && reader.RelationshipId() is { } id && sheets.TryGetValue(id, out var part))
                first = (reader.Attribute("name") ?? "", part);
        }
        return first is { } found ? (found.Name, found.Part, from1904)
            : throw new UnreadableFileException("files.missing-part", "Tệp không có trang tính nào đọc được.");
    }
}
