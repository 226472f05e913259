namespace PlanTracker.Domain.Progress;

/// <summary>Why an entry is returned or withdrawn; a return may name the fields to mend.</summary>
public sealed record EntryReason(string Reason, IReadOnlyList<string> Fields)
{
    private const int MaxReason = 2000;

    private static readonly HashSet<string> KnownFields =
    [
        "targetId", "memberId", "date", "quantity", "title", "place", "mode", "peopleReached", "attendances", "cadenceSlot", "supporting", "spent",
        "themes", "form", "channel", "note", "evidence", "noEvidenceReason",
    ];

    /// <summary>The refusal of an unreadable, empty or overlong reason, or of an unknown field; null when good.</summary>
    public static Refusal? Check(Result<EntryReason> input)
    {
        if (input.Refused(out var refusal, out var given))
            return refusal;
        if (VietnameseText.Clean(given.Reason) is not { } text)
            return Refusal.Invalid("reason", "Cần nêu lý do.");
        if (text.Length > MaxReason || !VietnameseText.IsClean(text))
            return Refusal.Invalid("reason", "Lý do dài tối đa 2.000 ký tự, không có ký tự điều khiển.");
        return given.Fields.Any(f => !KnownFields.Contains(f)) ? Refusal.Invalid("fields", "Có trường không thuộc kết quả thực hiện.") : null;
    }
}
