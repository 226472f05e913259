namespace PlanTracker.Domain;

/// <summary>What kind of refusal it is; the host turns it into an HTTP status, in this order of precedence.</summary>
public enum RefusalKind
{
    /// <summary>Not there, or not the actor's to see (404).</summary>
    NotFound,
    /// <summary>Seen, but not allowed (403).</summary>
    NotAllowed,
    /// <summary>What was sent is wrong; fields are named (400).</summary>
    Invalid,
    /// <summary>The change did not say which version it is based on (428).</summary>
    VersionMissing,
    /// <summary>Somebody else changed it meanwhile (412).</summary>
    Stale,
    /// <summary>The state forbids it (409).</summary>
    Conflict,
    /// <summary>A file was sent whose content is refused (422).</summary>
    Unreadable,
    /// <summary>Tried too often; it may be tried again after a while (429).</summary>
    TooOften,
    /// <summary>A file was sent that is larger than the limit (413).</summary>
    TooLarge,
    /// <summary>A file was sent of a type that is not taken (415).</summary>
    UnknownType,
}

/// <summary>A use case's "no": said plainly in Vietnamese, with a stable code for programs. Nothing was changed.</summary>
/// <param name="Kind">Which refusal.</param>
/// <param name="Code">Stable code, such as <c>progress.period-locked</c>.</param>
/// <param name="Message">One Vietnamese sentence for a person.</param>
/// <param name="Errors">Field (as in the API, camelCase) to messages; empty unless <see cref="RefusalKind.Invalid"/> or <see cref="RefusalKind.Unreadable"/>.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Message, IReadOnlyDictionary<string, string[]> Errors)
{
    private static readonly Dictionary<string, string[]> NoErrors = [];

    /// <summary>How long to wait before trying again; null when waiting does not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Not there, or not the actor's to see.</summary>
    public static Refusal NotFound(string code, string message) => new(RefusalKind.NotFound, code, message, NoErrors);

    /// <summary>Seen, but not allowed.</summary>
    public static Refusal NotAllowed(string code, string message) => new(RefusalKind.NotAllowed, code, message, NoErrors);

    /// <summary>The state forbids it.</summary>
    public static Refusal Conflict(string code, string message) => new(RefusalKind.Conflict, code, message, NoErrors);

    /// <summary>The content of a file is refused; nothing of it was taken.</summary>
    public static Refusal Unreadable(string code, string message) => new(RefusalKind.Unreadable, code, message, NoErrors);

    /// <summary>The content of a file is refused, with what is wrong by cell (<c>B7</c>).</summary>
    public static Refusal Unreadable(string code, string message, IReadOnlyDictionary<string, string[]> errors) =>
        new(RefusalKind.Unreadable, code, message, errors);

    /// <summary>Tried too often.</summary>
    public static Refusal TooOften(string code, string message, TimeSpan? retryAfter) =>
        new(RefusalKind.TooOften, code, message, NoErrors) { RetryAfter = retryAfter };

    /// <summary>A file is larger than the limit.</summary>
    public static Refusal TooLarge(string code, string message) => new(RefusalKind.TooLarge, code, message, NoErrors);

    /// <summary>A file is of no type that is taken.</summary>
    public static Refusal UnknownType(string code, string message) => new(RefusalKind.UnknownType, code, message, NoErrors);

    /// <summary>One field is wrong.</summary>
    public static Refusal Invalid(string field, string message) =>
        Invalid(new Dictionary<string, string[]> { [field] = [message] });

    /// <summary>Several fields are wrong; all are named at once.</summary>
    public static Refusal Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new(RefusalKind.Invalid, "invalid", "Dữ liệu gửi lên chưa hợp lệ. Chưa có gì thay đổi.", errors);

    /// <summary>The change names no version (If-Match).</summary>
    public static Refusal VersionMissing() =>
        new(RefusalKind.VersionMissing, "version.missing", "Thiếu If-Match: cần cho biết thay đổi dựa trên phiên bản nào.", NoErrors);

    /// <summary>The version named is not the current one.</summary>
    public static Refusal Stale() =>
        new(RefusalKind.Stale, "version.stale", "Bản ghi đã được người khác sửa. Hãy tải lại rồi thực hiện lại.", NoErrors);
}
