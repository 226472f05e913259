namespace PlanTracker.Reports.Reading;

/// <summary>What is in the package: a workbook, without programs and without data from elsewhere.</summary>
internal static class PackageContent
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string RootRelationships = "_rels/.rels";
    private const string Spreadsheet = "spreadsheetml.";

    private static readonly string[] Programs = ["vbaProject", "vbaData", "xlMacrosheet", "xlIntlMacrosheet", "macrosheet", "activeXControl", "activeXControlBinary", "control"];
    private static readonly string[] Elsewhere = ["externalLink", "externalLinkPath", "connections", "queryTable"];
    private static readonly string[] Embedded = ["oleObject", "package"];

    /// <summary>Refuses other content; gives the name of the workbook's part.</summary>
    public static string Check(SafePackage package)
    {
        if (!package.Has(ContentTypes))
            throw package.Has("mimetype") || package.Has("META-INF/manifest.xml")
                ? FileKind.Other("Tệp là tài liệu OpenDocument (.ods, .odt). Hãy lưu thành kiểu Excel (.xlsx) rồi gửi lại.")
                : FileKind.Other("Tệp là tệp nén, không phải sổ tính Excel (.xlsx).");
        var types = TypesOf(package);
        if (types.Values.Any(IsProgram) || package.Names.Any(name => name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
            throw Macros();
        if (package.Names.Any(name => name.Contains("externalLinks/", StringComparison.OrdinalIgnoreCase)))
            throw Relationships.External();
        CheckRelationships(package);

        var workbook = Relationships.In(package, RootRelationships).FirstOrDefault(r => r.Type == "officeDocument").Target
            ?? throw new UnreadableFileException("files.missing-part", "Tệp không có sổ tính bên trong.");
        var type = types.GetValueOrDefault("/" + workbook) ?? types.GetValueOrDefault(Path.GetExtension(workbook).TrimStart('.')) ?? "";
        if (!type.Contains(Spreadsheet, StringComparison.OrdinalIgnoreCase))
            throw FileKind.Other("Tệp không phải sổ tính Excel (.xlsx); có thể là tài liệu Word hoặc PowerPoint.");
        if (!package.Has(workbook))
            throw new UnreadableFileException("files.missing-part", $"Tệp thiếu phần {workbook}.");
        return workbook;
    }

    private static void CheckRelationships(SafePackage package)
    {
        foreach (var rels in package.Names.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var relationship in Relationships.In(package, rels))
            {
                if (Programs.Contains(relationship.Type, StringComparer.OrdinalIgnoreCase))
                    throw Macros();
                if (Elsewhere.Contains(relationship.Type, StringComparer.OrdinalIgnoreCase))
                    throw Relationships.External();
                if (Embedded.Contains(relationship.Type, StringComparer.OrdinalIgnoreCase))
                    throw PartWalk.Nested();
            }
        }
    }

    /// <summary>Content types by part name (with a leading slash) and by extension.</summary>
    private static Dictionary<string, string> TypesOf(SafePackage package)
    {
        var types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using var reader = package.Read(ContentTypes);
        while (reader.Read())
        {
            if (!reader.IsStart || (reader.Attribute("PartName") ?? reader.Attribute("Extension")) is not { } key)
                continue;
            if (types.Count > 2 * Limits.Parts)
                throw PartReader.Damaged(ContentTypes);
            types[key] = reader.Attribute("ContentType") ?? "";
        }
        return types;
    }

    private static bool IsProgram(string type) =>
        type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || type.Contains("macrosheet", StringComparison.OrdinalIgnoreCase) || type.Contains("activeX", StringComparison.OrdinalIgnoreCase);

    private static UnreadableFileException Macros() =>
        new("files.macro", "Tệp có macro hoặc điều khiển chạy chương trình. Hãy lưu thành kiểu Excel Workbook (.xlsx) không có macro rồi gửi lại.");
}
