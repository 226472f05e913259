namespace PlanTracker.Domain.Reporting;

/// <summary>
/// What is kept of the plan's report for one period: whether it is issued, what its author wrote, what happened to it. There is none until
/// something is kept; figures of a preview are never kept.
/// </summary>
public sealed class PeriodReport
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>Plan.</summary>
    public required Guid PlanId { get; init; }
    /// <summary>Code of the period: <c>2024-Q3</c>.</summary>
    public required string Code { get; init; }
    /// <summary>Cut-off of what was issued last; while it is issued, days up to it are locked.</summary>
    public required DateOnly To { get; set; }
    /// <summary>State.</summary>
    public ReportState State { get; set; }
    /// <summary>What the author wrote, kept until the next issue.</summary>
    public ReportTexts Texts { get; set; } = ReportTexts.None;
    /// <summary>Raised by every change; what the texts' If-Match compares.</summary>
    public int Version { get; set; } = 1;
    /// <summary>Issues, numbers, reopenings, in order.</summary>
    public List<IssueStep> Steps { get; init; } = [];

    /// <summary>The last step of a kind; null when it never happened.</summary>
    public IssueStep? Last(IssueStepKind kind) => Steps.LastOrDefault(s => s.Kind == kind);
}

/// <summary>The parts of the report that its author writes (lời văn), kept with the period.</summary>
/// <param name="Causes">Tồn tại, hạn chế và nguyên nhân.</param>
/// <param name="Plan">Phương hướng, nhiệm vụ thời gian tới.</param>
/// <param name="Proposals">Đề xuất, kiến nghị.</param>
public sealed record ReportTexts(string? Causes, string? Plan, string? Proposals)
{
    /// <summary>The longest text of one part, in characters.</summary>
    public const int Longest = 20_000;

    /// <summary>Nothing written yet.</summary>
    public static ReportTexts None { get; } = new(null, null, null);

    /// <summary>NFC, trimmed, empty to nothing; or what is wrong, by field.</summary>
    internal static Result<ReportTexts> Clean(ReportTexts texts)
    {
        var clean = new ReportTexts(VietnameseText.Clean(texts.Causes), VietnameseText.Clean(texts.Plan), VietnameseText.Clean(texts.Proposals));
        var errors = new FieldErrors();
        foreach (var (field, text, name) in new[] { ("causes", clean.Causes, "Tồn tại, nguyên nhân"), ("plan", clean.Plan, "Phương hướng"), ("proposals", clean.Proposals, "Đề xuất, kiến nghị") })
        {
            if (text is not null)
                errors.Text(field, text, name, Longest);
        }
        return errors.Refusal is { } refusal ? refusal : clean;
    }
}

/// <summary>Kinds of step in a report's life.</summary>
public enum IssueStepKind
{
    /// <summary>Ban hành.</summary>
    Issue,
    /// <summary>Ghi số, ngày văn bản.</summary>
    Numbering,
    /// <summary>Mở lại.</summary>
    Reopening,
}

/// <summary>What happened to a report: who, when, why.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ById">Account.</param>
/// <param name="ByName">Name at the time.</param>
/// <param name="Reason">Why, of a reopening.</param>
/// <param name="Revision">The revision it made, or that was the last.</param>
public sealed record IssueStep(IssueStepKind Kind, DateTime At, Guid ById, string ByName, string? Reason, int Revision);

/// <summary>What was issued, frozen: the figures as canonical JSON and the files as bytes. Never altered; a later number makes another.</summary>
public sealed class ReportRevision
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>The report.</summary>
    public required Guid ReportId { get; init; }
    /// <summary>1, 2, 3.</summary>
    public required int Number { get; init; }
    /// <summary>When it was frozen, UTC.</summary>
    public required DateTime At { get; init; }
    /// <summary>Account.</summary>
    public required Guid ById { get; init; }
    /// <summary>Name at the time.</summary>
    public required string ByName { get; init; }
    /// <summary>The day of its figures.</summary>
    public required DateOnly AsOf { get; init; }
    /// <summary>Number of the document, without its symbol; null until given.</summary>
    public string? DocumentNumber { get; init; }
    /// <summary>Day of signing.</summary>
    public DateOnly? SignedOn { get; init; }
    /// <summary>Who signs.</summary>
    public string? Signer { get; init; }
    /// <summary>The whole report as canonical JSON, see <see cref="FrozenReport"/>.</summary>
    public required string Content { get; init; }
    /// <summary>Its files.</summary>
    public List<ReportFile> Files { get; init; } = [];
}

/// <summary>Formats of a report's file.</summary>
public enum ReportFormat
{
    /// <summary>Excel, .xlsx: the appendices.</summary>
    Excel,
    /// <summary>Word, .docx: the report.</summary>
    Word,
}

/// <summary>A file as it was issued: given out again byte by byte.</summary>
public sealed class ReportFile
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>The revision.</summary>
    public required Guid RevisionId { get; init; }
    /// <summary>Format.</summary>
    public required ReportFormat Format { get; init; }
    /// <summary>Name for downloads.</summary>
    public required string Name { get; init; }
    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }
    /// <summary>How many bytes.</summary>
    public required long Size { get; init; }
    /// <summary>The bytes.</summary>
    public required byte[] Bytes { get; init; }
}
