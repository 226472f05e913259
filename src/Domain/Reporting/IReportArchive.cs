namespace PlanTracker.Domain.Reporting;

/// <summary>A file of a revision, without its bytes.</summary>
public sealed record ReportFileRef(ReportFormat Format, string Name, string Sha256, long Size);

/// <summary>A revision as lists show it: everything but its content and bytes.</summary>
public sealed record RevisionRef(
    int Number, DateTime At, string ByName, DateOnly AsOf, string? DocumentNumber, DateOnly? SignedOn, string? Signer, IReadOnlyList<ReportFileRef> Files);

/// <summary>Reads what is kept of reports.</summary>
public interface IReportArchive
{
    /// <summary>What is kept of a plan's reports.</summary>
    Task<IReadOnlyList<PeriodReport>> Of(Guid planId, CancellationToken cancel);

    /// <summary>What is kept of one; null when nothing is.</summary>
    Task<PeriodReport?> Find(Guid planId, string code, CancellationToken cancel);

    /// <summary>The revisions of a report, the first first.</summary>
    Task<IReadOnlyList<RevisionRef>> Revisions(Guid planId, string code, CancellationToken cancel);

    /// <summary>The content of the last revision; null when there is none.</summary>
    Task<string?> Content(Guid planId, string code, CancellationToken cancel);

    /// <summary>A file with its bytes; null when there is no such revision.</summary>
    Task<ReportFile?> File(Guid planId, string code, int number, ReportFormat format, CancellationToken cancel);

    /// <summary>The stamp of <see cref="IReportChanges.Stamp"/>, outside a write.</summary>
    Task<long> Stamp(CancellationToken cancel);
}

/// <summary>Reports inside a write.</summary>
public interface IReportChanges
{
    /// <summary>What is kept of a report, tracked; null when nothing is.</summary>
    Task<PeriodReport?> Load(Guid planId, string code, CancellationToken cancel);

    /// <summary>Adds it.</summary>
    void Add(PeriodReport report);

    /// <summary>Adds a revision with its files.</summary>
    void Add(ReportRevision revision);

    /// <summary>The content of the last revision and its number; null when there is none.</summary>
    Task<(int Number, string Content)?> LastRevision(Guid planId, string code, CancellationToken cancel);

    /// <summary>Grows with every write of anybody: two equal stamps say that nothing was written between them.</summary>
    Task<long> Stamp(CancellationToken cancel);

    /// <summary>An agency's head of documents, tracked; null while it has none of its own.</summary>
    Task<LetterheadSetting?> Letterhead(Guid agencyId, CancellationToken cancel);

    /// <summary>Adds one.</summary>
    void Add(LetterheadSetting letterhead);
}

/// <summary>Which state of a report a change is based on: the tag of the report as it was read.</summary>
/// <param name="Tag">The tag; null when none or any was named.</param>
/// <param name="IsAny"><c>*</c>: whatever is there.</param>
public readonly record struct ExpectedTag(string? Tag, bool IsAny)
{
    /// <summary>Nothing was said: refused with 428.</summary>
    public static ExpectedTag Missing => new(null, false);

    /// <summary><c>*</c>: whatever is there.</summary>
    public static ExpectedTag Any => new(null, true);

    /// <summary>The refusal, if what is there is not what was meant.</summary>
    public Refusal? Check(string current) => IsAny || Tag == current ? null : Tag is null ? Refusal.VersionMissing() : Refusal.Stale();
}
