namespace PlanTracker.Domain.Progress;

/// <summary>What a piece of evidence may be.</summary>
internal static class EvidenceRules
{
    private const int MaxUrl = 2000;
    private const int MaxNumber = 100;

    /// <summary>The refusal of an unreadable or wrong piece of evidence; null when good.</summary>
    public static Refusal? Check(Result<Evidence> input)
    {
        if (input.Refused(out var unreadable, out var evidence))
            return unreadable;
        return evidence.Kind is EvidenceKind.Link ? CheckLink(evidence) : CheckDocument(evidence);
    }

    private static Refusal? CheckLink(Evidence evidence) =>
        evidence.Url is { Length: <= MaxUrl } url && VietnameseText.IsClean(url) && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
            ? null : Refusal.Invalid("url", "Liên kết phải bắt đầu bằng http:// hoặc https:// và dài tối đa 2.000 ký tự.");

    private static Refusal? CheckDocument(Evidence evidence) =>
        VietnameseText.Clean(evidence.Number) is { Length: <= MaxNumber } number && VietnameseText.IsClean(number)
            ? evidence.Date is null ? Refusal.Invalid("date", "Cần ghi ngày của văn bản.") : null
            : Refusal.Invalid("number", "Cần ghi số, ký hiệu văn bản, dài tối đa 100 ký tự.");
}
