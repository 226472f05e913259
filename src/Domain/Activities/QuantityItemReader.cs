using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Activities;

/// <summary>What of a wording could not be read, and why.</summary>
internal sealed record UnreadPiece(string Piece, string Why);

/// <summary>Reads one item of a wording: words before the number, the number, its unit, its rhythm.</summary>
internal sealed class QuantityItemReader(QuantityItem item, string text, PlanTime time)
{
    private const decimal MaxValue = 1_000_000_000;
    private const int MaxUnit = 50;
    private static readonly (string Phrase, Comparison Comparison)[] Comparisons =
    [
        ("tối thiểu", Comparison.AtLeast), ("ít nhất", Comparison.AtLeast), ("không ít hơn", Comparison.AtLeast), ("không dưới", Comparison.AtLeast),
        ("tối đa", Comparison.AtMost), ("nhiều nhất", Comparison.AtMost), ("không quá", Comparison.AtMost), ("không vượt quá", Comparison.AtMost),
    ];
    private static readonly string[] Spoken = ["đạt", "đảm bảo", "bảo đảm", "số lượng", "là"];
    // Words that change what a number means, in a way that is not known here.
    private static readonly string[] Unclear =
        ["mỗi", "từng", "khoảng", "gần", "hơn", "dưới", "dự kiến", "hoặc", "đến", "tới", "trở", "theo", "trong", "thường xuyên", "liên tục", "tối thiểu",
         "tối đa", "ít nhất", "nhiều nhất", "không", "định kỳ", "hằng", "trước", "sau", "từ", "hàng ngày", "hàng tuần", "hàng tháng", "hàng quý", "hàng năm"];
    private static readonly string[] Spans = ["tuần", "tháng", "quý", "năm", "ngày"];

    private readonly IReadOnlyList<Piece> pieces = item.Pieces;
    private int at;
    private Comparison comparison;
    private string? part;
    private string? per;
    private bool mustGoUp;

    /// <summary>The target, or what could not be read.</summary>
    public UnreadPiece? Read(out ParsedTarget? target)
    {
        target = null;
        if (!item.HasNumber)
            return ReadWords(out target);
        if (ReadBefore() is { } unread)
            return unread;
        var number = pieces[at];
        if (VietnameseNumber.Parse(number.Text) is not { } value)
            return new(number.Text, "Số này đọc được theo nhiều cách hoặc không phải là số; viết 15.000, 1,5 hoặc 01.");
        if (value is <= 0 or > MaxValue)
            return new(number.Text, "Số lượng phải lớn hơn 0 và không quá 1.000.000.000.");
        at++;
        return at < pieces.Count && pieces[at].Kind is PieceKind.Percent ? ReadSet(value, out target) : ReadUnit(value, out target);
    }

    private UnreadPiece? ReadWords(out ParsedTarget? target)
    {
        var ongoing = Match("thường xuyên") > 0 || Match("liên tục") > 0;
        var done = Match("hoàn thành") > 0 || Match("ban hành") > 0;
        target = ongoing ? new(TargetKind.Ongoing, null, "") : done ? new(TargetKind.DoneNotDone, 1, "") : null;
        string[] besides = ongoing ? ["thường", "xuyên", "liên", "tục", "và", "trong", "cả", "năm", "suốt"] : [];
        for (; at < pieces.Count && target is not null; at++)
        {
            var piece = pieces[at];
            var passes = ongoing
                ? besides.Any(piece.Is) || piece.Kind is PieceKind.Break
                : piece.Kind is PieceKind.Word or PieceKind.Break && !piece.Is("mỗi") && !piece.Is("từng") && Rhythm() == 0;
            if (!passes)
                target = null;
        }
        return target is null ? new(item.Wording(text), "Không thấy số lượng, cũng không phải “thường xuyên” hay “hoàn thành”.") : null;
    }

    private UnreadPiece? ReadBefore()
    {
        var from = -1;
        while (pieces[at].Kind is not PieceKind.Number)
        {
            var start = at;
            if (Comparisons.FirstOrDefault(c => Match(c.Phrase) > 0) is { Phrase: { } phrase } compared)
            {
                comparison = compared.Comparison;
                at += Match(phrase);
            }
            else if (pieces[at].Text is "≥" or "≤")
                comparison = pieces[at++].Text == "≥" ? Comparison.AtLeast : Comparison.AtMost;
            else if (Rhythm() is > 0 and var length)
                (per, at) = (Span(pieces[at + length - 1]), at + length);
            else if (Match("từ") > 0 && pieces[at + 1].Kind is PieceKind.Number)
                (mustGoUp, at) = (true, at + 1);
            else if (Spoken.FirstOrDefault(s => Match(s) > 0) is { } spoken)
                at += Match(spoken);
            else if (pieces[at].Kind is PieceKind.Colon or PieceKind.Break)
                at++;
            else if (pieces[at].Kind is PieceKind.Word && !IsUnclear() && Match("trên") == 0)
            {
                from = from < 0 ? at : from;
                at++;
                part = Joined(pieces[from].From, pieces[start].To);
            }
            else
                return Unclearly(at);
        }
        if (part?.Length > MaxUnit)
            return new(part, "Phần chữ trước số quá dài.");
        part = part is null ? null : char.ToUpperInvariant(part[0]) + part[1..];
        return null;
    }

    private UnreadPiece? ReadSet(decimal value, out ParsedTarget? target)
    {
        target = null;
        at++;
        SkipLineBreaks();
        var from = at;
        for (; at < pieces.Count; at++)
        {
            if (pieces[at].Kind is not (PieceKind.Word or PieceKind.Break) || (at == from && pieces[at].Kind is PieceKind.Break) || IsUnclear() || Rhythm() > 0)
                return Unclearly(at);
        }
        if (from == at)
            return new(item.Wording(text), "Chưa rõ phần trăm của tập hợp nào.");
        if (value > 100 || per is not null || mustGoUp)
            return new(item.Wording(text), "Phần trăm phải từ 0 đến 100 và không đi kèm nhịp.");
        target = new(TargetKind.Percentage, value, "%", comparison, null, part, Joined(pieces[from].From, pieces[^1].To));
        return target.Set!.Length > MaxUnit ? new(target.Set, "Tên tập hợp quá dài.") : null;
    }

    private UnreadPiece? ReadUnit(decimal value, out ParsedTarget? target)
    {
        target = null;
        SkipLineBreaks();
        var from = at;
        if (at < pieces.Count && pieces[at].Kind is PieceKind.Break)
            return Unclearly(at);
        while (at < pieces.Count && pieces[at].Kind is PieceKind.Word or PieceKind.Break && Rhythm() == 0 && !IsUnclear())
            at++;
        var unit = from == at ? "" : Joined(pieces[from].From, pieces[at - 1].To);
        if (at < pieces.Count && pieces[at].Kind is PieceKind.Slash && at + 1 < pieces.Count && Span(pieces[at + 1]) is { } after && per is null)
            (per, at) = (after, at + 2);
        else if (Rhythm() is > 0 and var length && per is null)
            (per, at) = (Span(pieces[at + length - 1]), at + length);
        else if (Match("trong năm") is > 0 and var year && per is null)
            at += year;
        if (Match("trở lên") is > 0 and var up && comparison is not Comparison.AtMost)
            (comparison, mustGoUp, at) = (Comparison.AtLeast, false, at + up);
        else if (Match("trở xuống") is > 0 and var down && comparison is Comparison.Exactly && !mustGoUp)
            (comparison, at) = (Comparison.AtMost, at + down);
        if (at < pieces.Count)
            return Unclearly(at);
        if (mustGoUp)
            return new(item.Wording(text), "“Từ” mà không có “trở lên”: chưa rõ mức.");
        if (unit.Length is 0 or > MaxUnit || Spans.Contains(unit.Split(' ')[0].ToLowerInvariant()))
            return new(item.Wording(text), unit.Length == 0 ? "Chưa có đơn vị tính." : "Đơn vị tính chưa rõ.");
        return WithRhythm(value, unit, out target);
    }

    private UnreadPiece? WithRhythm(decimal value, string unit, out ParsedTarget? target)
    {
        target = null;
        if (per is null || (per == "năm" && time.OnlyYear is not null))
            target = new(TargetKind.Count, value, unit, comparison, null, part);
        if (target is not null)
            return null;
        if (per is "năm" or "ngày" || !decimal.IsInteger(value) || value > 1000)
            return new(item.Wording(text), "Nhịp này chưa được hỗ trợ: chỉ nhận số nguyên theo tuần, tháng, quý.");
        var cadence = new Cadence((int)value, per switch { "tuần" => CadencePer.Week, "tháng" => CadencePer.Month, _ => CadencePer.Quarter });
        var spans = time.Count(cadence.Per);
        if (spans <= 0)
            return new(item.Wording(text), "Thời gian của kế hoạch chưa rõ nên chưa tính được tổng.");
        target = new(TargetKind.Count, value * spans, unit, comparison, cadence, part)
        {
            Note = $"{VietnameseNumber.Wording(value * spans)} {unit} = {VietnameseNumber.Wording(value)} {unit}/{per} × {spans} {per} của kế hoạch",
        };
        return null;
    }

    // A number may stand on the line above its unit.
    private void SkipLineBreaks()
    {
        while (at < pieces.Count && pieces[at].Text == "\n")
            at++;
    }

    private UnreadPiece Unclearly(int from)
    {
        var start = from > 0 && pieces[from].Kind is PieceKind.Other or PieceKind.Number ? from - 1 : from;
        return new(Joined(pieces[start].From, pieces[^1].To), "Phần này đọc được theo nhiều cách.");
    }

    // "mỗi tháng", "hằng quý", "một tuần": how many pieces, 0 when it is none.
    private int Rhythm() =>
        at + 1 < pieces.Count && (pieces[at].Is("mỗi") || pieces[at].Is("hằng") || pieces[at].Is("hàng") || pieces[at].Is("một")) && Span(pieces[at + 1]) is not null
            ? 2 : 0;

    private static string? Span(Piece piece) => Array.Find(Spans, piece.Is);

    private bool IsUnclear() => Array.Exists(Unclear, phrase => Match(phrase) > 0);

    private int Match(string phrase)
    {
        var words = phrase.Split(' ');
        return at + words.Length <= pieces.Count && words.Select((word, i) => pieces[at + i].Is(word)).All(same => same) ? words.Length : 0;
    }

    private string Joined(int from, int to) => text[from..to].Replace('\n', ' ');
}
