using System.IO.Compression;

namespace PlanTracker.Reports.Reading;

/// <summary>Names and number of the parts of a package.</summary>
internal static class PartNames
{
    private const int UnixType = 0xF000;
    private const int UnixLink = 0xA000;

    /// <summary>The parts by name; case does not tell names apart.</summary>
    public static Dictionary<string, ZipArchiveEntry> Check(IReadOnlyCollection<ZipArchiveEntry> entries)
    {
        if (entries.Count > Limits.Parts)
            throw new UnreadableFileException("files.too-many-parts", $"Tệp có quá {Limits.Parts} phần bên trong.");
        var parts = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            if (!IsPlain(entry.FullName) || ((entry.ExternalAttributes >> 16) & UnixType) == UnixLink)
                throw new UnreadableFileException("files.bad-name", "Tệp có phần bên trong mang tên hoặc đường dẫn không hợp lệ.");
            if (entry.IsEncrypted)
                throw FileKind.Encrypted();
            // Folders of their own, which some programs write.
            if (entry.FullName.EndsWith('/') && entry.Length == 0)
                continue;
            if (!parts.TryAdd(entry.FullName, entry))
                throw new UnreadableFileException("files.duplicate-part", "Tệp có hai phần bên trong trùng tên.");
        }
        return parts;
    }

    /// <summary>The part that a relationship's target means, seen from a folder; null when it leaves the package or is no address.</summary>
    public static string? Resolve(string folder, string target)
    {
        if (!Uri.TryCreate(target, UriKind.Relative, out _) || target.Contains(':', StringComparison.Ordinal))
            return null;
        var path = Uri.UnescapeDataString(target.Split('#')[0]);
        var steps = new List<string>(path.StartsWith('/') ? [] : folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                if (steps.Count == 0)
                    return null;
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step != ".")
            {
                steps.Add(step);
            }
        }
        var part = string.Join('/', steps);
        return part.Length == 0 || IsPlain(part) ? part : null;
    }

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= Limits.PartName && name[0] != '/'
        && !name.Any(c => char.IsControl(c) || c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|')
        && !name.Split('/').Any(step => step is "." or "..") && !name.Contains("//", StringComparison.Ordinal);
}
