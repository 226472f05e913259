using System.Collections.Frozen;
using System.Text;

namespace PlanTracker.Reports.Measure;

/// <summary>A face of the one font of an official document: size in points, bold, italic.</summary>
internal readonly record struct Face(double Size, bool Bold = false, bool Italic = false);

/// <summary>
/// Widths of Times New Roman, so that a server without the font knows how long a line is. A Vietnamese letter is as wide as its base
/// letter; only the horned ones (ơ, ư) are wider.
/// </summary>
internal static class TimesNewRoman
{
    private const char Horn = '\u031B';
    private const int Unknown = 1000;
    private const int Cached = 0x2100;

    private static readonly FrozenDictionary<char, int> Regular = Table(
        (180, "'"), (200, "|"), (250, " .,\u00A0"), (278, "ijlt;:/\\"), (333, "frI()-!`[]‘’"), (389, "sJ"), (408, "\""), (444, "acez?“”"), (469, "^"),
        (480, "{}"), (500, "0123456789bdghknopquvxy*#$_đ–"), (541, "~"), (556, "FPS"), (564, "+<=>"), (611, "ELTZ"), (667, "BCR"),
        (722, "wADGHKNOQUVXYĐ"), (778, "m&"), (833, "%"), (889, "M"), (921, "@"), (944, "W"), (1000, "—…"));

    private static readonly FrozenDictionary<char, int> Bold = Table(
        (220, "|"), (250, " .,\u00A0"), (278, "il/\\'"), (333, "fjt;:()-!`[]‘’"), (389, "sI"), (394, "{}"), (444, "cerz"), (500, "0123456789agovxyJ*#$_?“”–"),
        (520, "~"), (555, "\""), (556, "bdhknpquSđ"), (570, "+<=>"), (581, "^"), (611, "FP"), (667, "BELTZ"), (722, "wACDNRUVXYĐ"),
        (778, "GHKOQ"), (833, "m&"), (930, "@"), (944, "M"), (1000, "W%—…"));

    private static readonly short[] RegularByLetter = ByLetter(Regular, horned: (529, 542, 722));
    private static readonly short[] BoldByLetter = ByLetter(Bold, horned: (552, 608, 778));

    /// <summary>Width of a text on one line, in points.</summary>
    public static double Width(ReadOnlySpan<char> text, Face face)
    {
        var widths = face.Bold ? BoldByLetter : RegularByLetter;
        var thousandths = 0;
        foreach (var letter in text)
            thousandths += letter < Cached ? widths[letter] : Unknown;
        // The italic cut is wider in a and r, narrower in most others: never more than the upright one on a whole line.
        return thousandths * face.Size / 1000;
    }

    private static FrozenDictionary<char, int> Table(params ReadOnlySpan<(int Width, string Letters)> rows)
    {
        var table = new Dictionary<char, int>();
        foreach (var (width, letters) in rows)
        {
            foreach (var letter in letters)
                table[letter] = width;
        }
        return table.ToFrozenDictionary();
    }

    private static short[] ByLetter(FrozenDictionary<char, int> table, (int O, int U, int Capital) horned)
    {
        var widths = new short[Cached];
        for (var code = 0; code < Cached; code++)
            widths[code] = (short)Of((char)code);
        return widths;

        int Of(char letter)
        {
            if (table.TryGetValue(letter, out var width))
                return width;
            var parts = letter.ToString().Normalize(NormalizationForm.FormD);
            if (parts.Contains(Horn, StringComparison.Ordinal))
                return parts[0] switch { 'o' => horned.O, 'u' => horned.U, _ => horned.Capital };
            if (letter is >= '\u0300' and <= '\u036F')
                return 0;
            return table.GetValueOrDefault(parts[0], Unknown);
        }
    }
}
