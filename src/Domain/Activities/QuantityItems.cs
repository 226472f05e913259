namespace PlanTracker.Domain.Activities;

/// <summary>A part of a wording that says one amount, or none.</summary>
internal sealed record QuantityItem(IReadOnlyList<Piece> Pieces, bool InBrackets)
{
    public bool HasNumber => Pieces.Any(p => p.Kind is PieceKind.Number);

    public string Wording(string text) => text[Pieces[0].From..Pieces[^1].To];
}

/// <summary>Cuts scanned wording into items: at brackets, at ";" and at commas and "và" that another amount follows.</summary>
internal static class QuantityItems
{
    private static readonly string[] NumberWords = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    public static List<QuantityItem> Cut(IReadOnlyList<Piece> pieces)
    {
        var items = new List<QuantityItem>();
        var current = new List<Piece>();
        var inBrackets = false;
        for (var at = 0; at < pieces.Count; at++)
        {
            var piece = pieces[at];
            if (piece.Kind is PieceKind.Open && !inBrackets && RepeatsInWords(pieces, at))
                at += 2;
            else if (piece.Kind is PieceKind.Open && !inBrackets)
                Close(nowInBrackets: true);
            else if (piece.Kind is PieceKind.Close && inBrackets)
                Close(nowInBrackets: false);
            else if (!IsFullStop(pieces, at) && !IsBorder(pieces, at, current.Count > 0))
                current.Add(piece);
            else if (piece.Kind is PieceKind.Break || piece.Is("và"))
                Close(inBrackets);
        }
        Close(nowInBrackets: false);
        return items;

        void Close(bool nowInBrackets)
        {
            if (current.Count > 0)
                items.Add(new([.. current], inBrackets));
            current.Clear();
            inBrackets = nowInBrackets;
        }
    }

    // A break parts two items if both sides say something and the next says an amount; a comma before mere words is part of the unit ("tin, bài").
    private static bool IsBorder(IReadOnlyList<Piece> pieces, int at, bool anythingBefore)
    {
        if (pieces[at].Kind is not PieceKind.Break && !pieces[at].Is("và"))
            return false;
        if (!anythingBefore || pieces[at].Text == ";")
            return true;
        var next = at + 1;
        while (next < pieces.Count && pieces[next].Kind is not (PieceKind.Break or PieceKind.Open or PieceKind.Close) && !pieces[next].Is("và"))
        {
            if (pieces[next].Kind is PieceKind.Number)
                return true;
            next++;
        }
        return next == at + 1;
    }

    // "02 cuộc." ends with one.
    private static bool IsFullStop(IReadOnlyList<Piece> pieces, int at) =>
        pieces[at].Text == "." && (at + 1 == pieces.Count || pieces[at + 1].Kind is PieceKind.Break or PieceKind.Close);

    // "01 (một) chương trình".
    private static bool RepeatsInWords(IReadOnlyList<Piece> pieces, int at) =>
        at > 0 && at + 2 < pieces.Count && pieces[at - 1].Kind is PieceKind.Number && pieces[at + 2].Kind is PieceKind.Close
        && VietnameseNumber.Parse(pieces[at - 1].Text) is { } number and > 0 and <= 10 && decimal.IsInteger(number)
        && pieces[at + 1].Is(NumberWords[(int)number]);
}
