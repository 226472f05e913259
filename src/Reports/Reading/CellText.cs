using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PlanTracker.Reports.Reading;

/// <summary>Texts out of a file: escapes undone, NFC, one kind of line break.</summary>
internal static partial class CellText
{
    /// <summary>Said of a text that no cell can hold.</summary>
    public const string TooLong = "Ô dài quá 32.767 ký tự.";

    /// <summary>The text that a file's text stands for.</summary>
    public static string Read(string raw)
    {
        var text = raw.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(raw, Unescape) : raw;
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // A lone surrogate or a noncharacter: left for whoever judges the text.
            return text;
        }
    }

    private static string Unescape(Match escape) =>
        ((char)ushort.Parse(escape.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}

/// <summary>Gathers the pieces of a text (rich text has several), up to what a cell may hold and one more.</summary>
internal sealed class TextPieces
{
    private readonly StringBuilder pieces = new();

    public void Add(string piece) => pieces.Append(piece.AsSpan(0, Math.Min(piece.Length, Math.Max(0, (8 * Limits.CellCharacters) - pieces.Length))));

    /// <summary>The whole, and begins again.</summary>
    public string Take()
    {
        var text = pieces.ToString();
        pieces.Clear();
        return text;
    }
}
