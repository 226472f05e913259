using System.Globalization;
using System.Text;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Storage.Files;

/// <summary>A cleaned name and the type that it says.</summary>
internal sealed record NamedFile(string Name, EvidenceFileType Type);

/// <summary>Names of files as a sender gives them: kept as text only.</summary>
internal static class FileNames
{
    private const int MaxLength = 200;

    private static readonly Dictionary<string, EvidenceFileType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pdf"] = EvidenceFileType.Pdf,
        ["docx"] = EvidenceFileType.Word,
        ["xlsx"] = EvidenceFileType.Excel,
        ["pptx"] = EvidenceFileType.PowerPoint,
        ["jpg"] = EvidenceFileType.Jpeg,
        ["jpeg"] = EvidenceFileType.Jpeg,
        ["png"] = EvidenceFileType.Png,
        ["zip"] = EvidenceFileType.Zip,
    };

    // Types that some computer runs or a browser shows; before the last dot they are there to deceive.
    private static readonly HashSet<string> Deceiving = new(StringComparer.OrdinalIgnoreCase)
    {
        "exe", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "mjs", "wsf", "hta", "scr", "msi", "msp", "dll", "jar", "lnk", "url", "php", "phtml",
        "asp", "aspx", "jsp", "cgi", "sh", "py", "pl", "htm", "html", "xhtml", "mht", "svg", "xml", "swf", "iso", "img", "cpl", "reg",
        "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "app", "apk",
    };

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    /// <summary>The cleaned name and its type; refused when the name tells no type that is taken, or two.</summary>
    public static Result<NamedFile> Judge(string? name)
    {
        var clean = Clean(name);
        var parts = clean.Split('.');
        if (parts.Length < 2 || TypeOf(clean) is not { } type)
            return Unknown(clean);
        return parts[1..^1].Any(p => Deceiving.Contains(p.Trim()))
            ? Refusal.Unreadable("evidence.double-extension", $"Tên tệp “{clean}” có hai phần mở rộng, nên không nhận. Hãy đổi tên tệp rồi gửi lại.")
            : new NamedFile(clean, type);
    }

    /// <summary>The type that a name tells; null when none that is taken.</summary>
    public static EvidenceFileType? TypeOf(string name) =>
        Types.TryGetValue(name[(name.LastIndexOf('.') + 1)..], out var type) && name.Contains('.') ? type : null;

    /// <summary>The refusal of a type that is not taken.</summary>
    public static Refusal Unknown(string name) => Refusal.UnknownType(
        "evidence.unknown-type", $"Tệp “{name}” không thuộc loại được nhận. Chỉ nhận tệp pdf, docx, xlsx, pptx, jpg, png, zip.");

    /// <summary>The last part of a path, in NFC, without control characters and marks that turn or hide writing; at most 200 characters.</summary>
    public static string Clean(string? name)
    {
        var clean = new StringBuilder();
        foreach (var rune in (name ?? "").EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                continue;
            clean.Append(Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }
        var text = clean.ToString().Normalize(NormalizationForm.FormC);
        text = text[(text.LastIndexOfAny(['/', '\\']) + 1)..].Trim(' ').TrimEnd('.', ' ');
        if (text.Length > MaxLength)
            text = Shorten(text);
        var stem = text.Split('.')[0];
        return stem.Length == 0 || Reserved.Contains(stem.Trim()) ? "tep-" + text.TrimStart('.') : text;
    }

    private static string Shorten(string text)
    {
        var dot = text.LastIndexOf('.');
        var extension = dot >= 0 && text.Length - dot <= 10 ? text[dot..] : "";
        var length = MaxLength - extension.Length;
        if (char.IsHighSurrogate(text[length - 1]))
            length--;
        return text[..length].TrimEnd() + extension;
    }
}
