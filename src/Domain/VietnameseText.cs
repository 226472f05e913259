using System.Globalization;
using System.Text;

namespace PlanTracker.Domain;

/// <summary>Vietnamese text: folding for search, order for lists, words of a text.</summary>
public static class VietnameseText
{
    /// <summary>Orders as a Vietnamese dictionary does (Đ after D).</summary>
    public static readonly StringComparer Order = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    /// <summary>Without case and marks: NFD, marks dropped, đ -> d, lower; runs of white space become one space. What is not text stays as it is.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var pendingSpace = false;
        foreach (var c in Normalized(text, NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            if (char.IsWhiteSpace(c))
            {
                pendingSpace = folded.Length > 0;
                continue;
            }
            if (pendingSpace)
                folded.Append(' ');
            pendingSpace = false;
            folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }

    /// <summary>NFC, ends trimmed (white space and zero-width marks); null when nothing is left.</summary>
    public static string? Clean(string? text)
    {
        if (text is null)
            return null;
        var clean = Normalized(text, NormalizationForm.FormC).AsSpan();
        while (clean.Length > 0 && IsBlank(clean[0]))
            clean = clean[1..];
        while (clean.Length > 0 && IsBlank(clean[^1]))
            clean = clean[..^1];
        return clean.Length == 0 ? null : clean.ToString();
    }

    /// <summary>Whether it has no lone surrogate or noncharacter, no control character but line breaks and tabs, and no mark that turns the direction of writing.</summary>
    public static bool IsClean(string text) => IsWellFormed(text) && !text.Any(c => IsForbidden(c));

    /// <summary>Words as the news desk counts them: pieces between white space that hold a letter or a digit.</summary>
    public static int CountWords(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(piece => piece.Any(IsVisibleLetter));

    // The fillers of Korean writing are letters that nobody sees.
    private static bool IsVisibleLetter(char c) => char.IsLetterOrDigit(c) && c is not ('\u115F' or '\u1160' or '\u3164' or '\uFFA0');

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    private static bool IsForbidden(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    // The framework refuses to normalise what is not well-formed; whoever judges the text says so to its writer.
    private static string Normalized(string text, NormalizationForm form) => IsWellFormed(text) ? text.Normalize(form) : text;

    // U+FFFE and U+FFFF are no characters: neither normalisation nor XML takes them.
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\uFFFE' or '\uFFFF')
                return false;
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }
        return true;
    }
}
