using System.Globalization;

namespace PlanTracker.Domain.Activities;

internal enum PieceKind
{
    Word,
    Number,
    Percent,
    Slash,
    Open,
    Close,
    Break,
    Colon,
    Other,
}

/// <summary>A word, number or mark of a wording.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written, NFC.</param>
/// <param name="From">Place of its first character.</param>
/// <param name="To">Place after its last character.</param>
internal readonly record struct Piece(PieceKind Kind, string Text, int From, int To)
{
    /// <summary>Whether it is this word; one typed wholly without marks is taken for it too ("toi thieu"), one with other marks is not.</summary>
    public bool Is(string word) =>
        Kind is PieceKind.Word && (Text.Equals(word, StringComparison.OrdinalIgnoreCase) || Text.Equals(VietnameseText.Fold(word), StringComparison.OrdinalIgnoreCase));
}

/// <summary>Cuts the wording of a quantity into words, numbers and marks.</summary>
internal static class QuantityScanner
{
    public static List<Piece> Scan(string text)
    {
        var pieces = new List<Piece>();
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            var end = at + 1;
            if (c is '\n')
                pieces.Add(new(PieceKind.Break, "\n", at, end));
            else if (char.IsDigit(c))
                pieces.Add(new(PieceKind.Number, text[at..(end = EndOfNumber(text, at))], at, end));
            else if (IsOfWord(c))
                pieces.Add(new(PieceKind.Word, text[at..(end = EndOfWord(text, at))], at, end));
            else if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.Format)
                pieces.Add(new(KindOf(c), c.ToString(), at, end));
            at = end;
        }
        return pieces;
    }

    private static PieceKind KindOf(char c) => c switch
    {
        '%' => PieceKind.Percent,
        '/' => PieceKind.Slash,
        '(' or '[' => PieceKind.Open,
        ')' or ']' => PieceKind.Close,
        ',' or ';' or '+' => PieceKind.Break,
        ':' => PieceKind.Colon,
        _ => PieceKind.Other,
    };

    // Letters that follow a digit belong to it, so that "1e3" and "52số" are no numbers.
    private static int EndOfNumber(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsMark(text[at]) || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsDigit(text[at + 1]))))
            at++;
        return at;
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && (IsOfWord(text[at]) || char.IsDigit(text[at]) || IsHyphen(text, at)))
            at++;
        return at;
    }

    private static bool IsHyphen(string text, int at) => text[at] is '-' or '–' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static bool IsOfWord(char c) => char.IsLetter(c) || IsMark(c) || c is '“' or '”' or '"' or '\'' or '’' or '&';

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
