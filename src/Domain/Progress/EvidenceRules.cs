namespace PlanTracker.Domain.Progress;

/// <summary>What a piece of evidence may be.</summary>
internal static class EvidenceRules
{
    /// <summary>Most pieces of one entry.</summary>
    public const int Most = 100;

    private const int MaxNumber = 100;

    /// <summary>The refusal of an unreadable or wrong piece of evidence; null when good.</summary>
    public static Refusal? Check(Result<Evidence> input, DateOnly today)
    {
        if (input.Refused(out var unreadable, out var evidence))
            return unreadable;
        if (evidence.Purpose is { } purpose && !Enum.IsDefined(purpose))
            return Refusal.Invalid("purpose", "Loại minh chứng không có trong danh mục.");
        return evidence.Kind switch
        {
            EvidenceKind.Link => EvidenceLinks.Wrong(evidence.Url) is { } wrong ? Refusal.Invalid("url", wrong) : null,
            EvidenceKind.Document => CheckDocument(evidence, today),
            // A file gets here only from where files are judged.
            _ => evidence.File is null ? Refusal.Invalid("kind", "Tệp được gửi ở dạng multipart/form-data, trường file.") : null,
        };
    }

    private static Refusal? CheckDocument(Evidence evidence, DateOnly today)
    {
        if (VietnameseText.Clean(evidence.Number) is not { Length: <= MaxNumber } number || !VietnameseText.IsClean(number))
            return Refusal.Invalid("number", "Cần ghi số, ký hiệu văn bản, dài tối đa 100 ký tự.");
        if (evidence.Date is not { } date)
            return Refusal.Invalid("date", "Cần ghi ngày của văn bản.");
        return date > today ? Refusal.Invalid("date", $"Ngày của văn bản không được ở tương lai (hôm nay là {today:dd/MM/yyyy}).") : null;
    }
}
