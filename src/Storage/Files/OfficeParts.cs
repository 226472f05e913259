using System.Xml;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Storage.Files;

/// <summary>Judges the parts of a Word, Excel or PowerPoint document: the main part of its kind is there, and no macros are.</summary>
internal static class OfficeParts
{
    private const string Types = "[Content_Types].xml";
    private const string Prefix = "application/vnd.openxmlformats-officedocument.";

    private static readonly XmlReaderSettings Settings =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 4 * 1024 * 1024 };

    /// <summary>The refusal; null when it is what its name says.</summary>
    public static Refusal? Judge(NamedFile named, List<ZipEntry> entries, Func<ZipEntry, string?> text)
    {
        if (entries.Any(e => e.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            return Macros(named);
        if (entries.Find(e => e.Name == Types) is not { } types || !entries.Exists(e => e.Name == "_rels/.rels") || text(types) is not { } xml)
            return Wrong(named);
        var main = Prefix + named.Type switch
        {
            EvidenceFileType.Word => "wordprocessingml.document.main+xml",
            EvidenceFileType.Excel => "spreadsheetml.sheet.main+xml",
            _ => "presentationml.presentation.main+xml",
        };
        var isThere = false;
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), Settings);
            while (reader.Read())
            {
                if (reader.NodeType is not XmlNodeType.Element || reader.GetAttribute("ContentType") is not { } type)
                    continue;
                if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
                    return Macros(named);
                isThere |= type == main && (reader.GetAttribute("PartName") is not { } part || entries.Exists(e => "/" + e.Name == part));
            }
        }
        catch (XmlException)
        {
            return Wrong(named);
        }
        return isThere ? null : Wrong(named);
    }

    private static Refusal Wrong(NamedFile named) => FileJudge.Refused("evidence.wrong-type", $"Tệp “{named.Name}” không phải tài liệu {named.Type switch
    {
        EvidenceFileType.Word => "Word",
        EvidenceFileType.Excel => "Excel",
        _ => "PowerPoint",
    }} đúng dạng.");

    private static Refusal Macros(NamedFile named) =>
        FileJudge.Refused("evidence.macros", $"Tệp “{named.Name}” có macro nên không nhận. Hãy lưu lại thành tệp không có macro.");
}
