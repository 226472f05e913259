using System.Globalization;
using System.Text;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Activities;

/// <summary>
/// Reads the wording of a quantity ("52 số (01 số/tuần)", "tối thiểu 02 tin/tháng", "100% cơ quan", "thường xuyên") into targets.
/// What can be read two ways is not read: the piece is named, and a person says what it means.
/// </summary>
public static class QuantityParser
{
    /// <summary>Wordings longer than this are not quantities.</summary>
    public const int MaxLength = 500;

    private const int MaxTargets = 5;
    private static readonly QuantityReading Empty = new([new(TargetKind.Ongoing, null, "")], null, null, ToConfirm: true);

    /// <summary>Reads the wording; a rhythm without a total is counted over the plan's time, which its note says.</summary>
    /// <param name="wording">As in the plan; null and empty mean ongoing, to be confirmed.</param>
    /// <param name="time">The plan's time.</param>
    public static QuantityReading Parse(string? wording, PlanTime time)
    {
        if (VietnameseText.Clean(wording) is not { } clean)
            return Empty;
        if (clean.Length > MaxLength || !VietnameseText.IsClean(clean))
            return Not("Cả ô", "Phần số lượng quá dài hoặc có ký tự không đọc được.");
        var text = Tidy(clean);
        if (text.All(c => c is '-' or '–' or '.' or '…' or '\n' or ' '))
            return Empty;
        var items = QuantityItems.Cut(QuantityScanner.Scan(text));
        if (items.Count == 0)
            return Not(text, "Không thấy số lượng nào.");
        var targets = new List<ParsedTarget>();
        foreach (var item in items)
        {
            if (new QuantityItemReader(item, text, time).Read(out var target) is { } unread)
                return Not(unread.Piece, unread.Why);
            if (targets.Count > 0 && target!.Cadence is { } cadence && IsRhythmOf(targets[^1], target))
            {
                if (targets[^1].Value > cadence.Count * (decimal)(time.Count(cadence.Per) + 1))
                    return Not(text, "Tổng số lớn hơn nhịp nhân với thời gian của kế hoạch.");
                targets[^1] = targets[^1] with { Cadence = cadence, Note = null };
            }
            else if (targets.Count > 0 && !StandsBeside(targets[^1], target!, item))
                return Not(item.Wording(text), "Chưa rõ phần này là một chỉ tiêu riêng hay lời giải thích.");
            else
                targets.Add(target!);
        }
        return targets.Count > MaxTargets
            ? Not(text, $"Một hoạt động có nhiều nhất {MaxTargets} chỉ tiêu.")
            : new([.. targets.Select(t => targets.Count == 1 ? t with { Part = null } : t)], null, null, ToConfirm: false);
    }

    // "52 số (01 số/tuần)": the same unit again, with a rhythm.
    private static bool IsRhythmOf(ParsedTarget total, ParsedTarget rhythm) =>
        total is { Kind: TargetKind.Count, Cadence: null } && rhythm is { Comparison: Comparison.Exactly, Part: null }
        && total.Unit.Equals(rhythm.Unit, StringComparison.OrdinalIgnoreCase);

    // "02 tranh (phát hành 4.000 tờ)" are two; "02 cuộc (01 cuộc trực tuyến)" may be one and a part of it, "10 tin; thường xuyên" is unclear.
    private static bool StandsBeside(ParsedTarget before, ParsedTarget target, QuantityItem item)
    {
        var counted = new[] { before, target }.All(t => t.Kind is TargetKind.Count or TargetKind.Percentage);
        var sameThing = FirstWord(before.Unit + before.Set).Equals(FirstWord(target.Unit + target.Set), StringComparison.OrdinalIgnoreCase);
        return counted && !(item.InBrackets && (target.Cadence is not null || sameThing)) && !(sameThing && before.Part == target.Part);
    }

    private static string FirstWord(string text) => text.Split(' ', 2)[0];

    private static QuantityReading Not(string piece, string why) => new([], piece.Trim(), why, ToConfirm: false);

    // Runs of white space become one space, or one line break if they hold one; marks of a list and zero-width marks go.
    private static string Tidy(string clean)
    {
        var tidy = new StringBuilder(clean.Length);
        foreach (var line in clean.Split(['\n', '\r', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries))
        {
            var visible = string.Concat(line.Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.Format));
            var words = string.Join(' ', visible.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            words = words.StartsWith("- ", StringComparison.Ordinal) || words.StartsWith("• ", StringComparison.Ordinal) ? words[2..] : words;
            if (words.Length > 0)
                tidy.Append(tidy.Length > 0 ? "\n" : "").Append(words);
        }
        return tidy.ToString();
    }
}
