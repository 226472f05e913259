namespace PlanTracker.Reports.Reading;

/// <summary>What is in the package: a workbook or document, without programs and without data from elsewhere.</summary>
internal static class PackageContent
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string RootRelationships = "_rels/.rels";

    private static readonly string[] Programs = ["vbaProject", "vbaData", "xlMacrosheet", "xlIntlMacrosheet", "macrosheet", "activeXControl", "activeXControlBinary", "control"];
    private static readonly string[] Elsewhere = ["externalLink", "externalLinkPath", "connections", "queryTable"];
    private static readonly string[] Embedded = ["oleObject", "package"];

    /// <summary>Refuses other content; gives the name of the main part.</summary>
    public static string Check(SafePackage package, OfficeFile wanted)
    {
        if (!package.Has(ContentTypes))
            throw package.Has("mimetype") || package.Has("META-INF/manifest.xml")
                ? FileKind.Other($"Tệp là tài liệu OpenDocument (.ods, .odt). {wanted.SaveAs}")
                : FileKind.Other($"Tệp là tệp nén, không phải {wanted.Name}.");
        var types = TypesOf(package);
        if (types.Values.Any(IsProgram) || package.Names.Any(name => name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
            throw Macros();
        if (package.Names.Any(name => name.Contains("externalLinks/", StringComparison.OrdinalIgnoreCase)))
            throw Relationships.External();
        CheckRelationships(package);

        var main = Relationships.In(package, RootRelationships).FirstOrDefault(r => r.Type == "officeDocument").Target
            ?? throw new UnreadableFileException("files.missing-part", $"Tệp không có {wanted.Name} bên trong.");
        var type = types.GetValueOrDefault("/" + main) ?? types.GetValueOrDefault(Path.GetExtension(main).TrimStart('.')) ?? "";
        if (!type.Contains(wanted.ContentType, StringComparison.OrdinalIgnoreCase))
            throw FileKind.Other($"Tệp không phải {wanted.Name}; có thể là tài liệu Word, Excel hoặc PowerPoint khác.");
        if (!package.Has(main))
            throw new UnreadableFileException("files.missing-part", $"Tệp thiếu phần {main}.");
        return main;
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
        new("files.macro", "Tệp có macro hoặc điều khiển chạy chương trình. Hãy lưu thành kiểu không có macro (.xlsx, .docx) rồi gửi lại.");
}
