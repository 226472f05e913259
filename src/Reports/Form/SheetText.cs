using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PlanTracker.Reports.Form;

/// <summary>Text on its way into a cell: always text, whatever it looks like.</summary>
internal static partial class SheetText
{
    private const int Longest = 32_767;

    /// <summary>Whether a program could take the text for a formula when the cell is edited or copied out.</summary>
    public static bool LooksLikeFormula(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    /// <summary>The text as the file wants it: no character XML forbids, no sequence that the format would read as an escape.</summary>
    public static string Safe(string text)
    {
        var clean = Readable(text);
        if (clean.Contains('_', StringComparison.Ordinal))
            clean = Escape().Replace(clean, "_x005F$0");
        return clean.Length <= Longest ? clean : string.Concat(clean.AsSpan(0, Longest - 1), "…");
    }

    /// <summary>The text without characters that XML forbids.</summary>
    public static string Readable(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '\uD7FF') || text.All(c => !char.IsSurrogate(c) && XmlConvert.IsXmlChar(c)))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
