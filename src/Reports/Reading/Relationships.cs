namespace PlanTracker.Reports.Reading;

/// <summary>One relationship of a part.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Last word of its type: <c>worksheet</c>.</param>
/// <param name="Target">Name of the part it leads to; null when it leads out of the package.</param>
/// <param name="Address">Where a link leads that a person may follow: http, https or mailto; null for the others.</param>
internal readonly record struct Relationship(string Id, string Type, string? Target, string? Address = null);

/// <summary>Reads relationships and refuses those that lead out of the package.</summary>
internal static class Relationships
{
    private static readonly string[] Schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto];

    /// <summary>The relationships of a part; none when it has none.</summary>
    public static IReadOnlyList<Relationship> Of(SafePackage package, string part)
    {
        var slash = part.LastIndexOf('/');
        var rels = $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
        return package.Has(rels) ? In(package, rels) : [];
    }

    /// <summary>The relationships in a <c>.rels</c> part, each one checked.</summary>
    public static IReadOnlyList<Relationship> In(SafePackage package, string rels)
    {
        // xl/_rels/workbook.xml.rels speaks from xl.
        var folder = rels[..Math.Max(0, rels.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase))];
        var found = new List<Relationship>();
        using var reader = package.Read(rels);
        while (reader.Read())
        {
            if (!reader.IsStart || reader.Name != "Relationship")
                continue;
            if (found.Count >= Limits.Relationships)
                throw new UnreadableFileException("files.too-many-relationships", $"Phần {rels} của tệp có quá nhiều liên kết.");
            found.Add(Read(reader, rels, folder));
        }
        return found;
    }

    private static Relationship Read(PartReader reader, string rels, string folder)
    {
        var type = reader.Attribute("Type") ?? "";
        var kind = type[(type.LastIndexOf('/') + 1)..];
        var target = reader.Attribute("Target") ?? throw Bad(rels);
        var isOutside = string.Equals(reader.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
        if (!isOutside)
            return new(reader.Attribute("Id") ?? "", kind, PartNames.Resolve(folder, target) ?? throw Bad(rels));

        // A link that a person may click is only text here: Excel makes one of every e-mail address that is typed. Anything else that
        // leads out would be fetched by a program that opens the file.
        if (kind != "hyperlink")
            throw External();
        return Uri.TryCreate(target, UriKind.Absolute, out var address) && Schemes.Contains(address.Scheme)
            ? new(reader.Attribute("Id") ?? "", kind, null, address.AbsoluteUri) : throw Bad(rels);
    }

    /// <summary>Data from elsewhere.</summary>
    public static UnreadableFileException External() => new(
        "files.external", "Tệp lấy dữ liệu hoặc tài liệu từ nơi khác (liên kết ngoài). Hãy nhúng ảnh vào tệp, ngắt liên kết (Excel: Data > Edit Links; Word: File > Info > Edit Links to Files) rồi gửi lại.");

    private static UnreadableFileException Bad(string rels) =>
        new("files.bad-relationship", $"Phần {rels} của tệp có địa chỉ liên kết sai hoặc dẫn ra ngoài tệp.");
}
