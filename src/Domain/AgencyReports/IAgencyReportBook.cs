namespace PlanTracker.Domain.AgencyReports;

/// <summary>
/// Reads agency reports and what was submitted. It judges nobody: who may see what is the use cases' matter. Reports of the whole plan take
/// what they print from <see cref="OfPeriod"/>: the last submission of each agency, and whether it was accepted.
/// </summary>
public interface IAgencyReportBook
{
    /// <summary>The report of an obligation; null before its first saving.</summary>
    Task<AgencyReport?> Find(Guid obligationId, CancellationToken cancel);

    /// <summary>What was submitted for an obligation, the first first.</summary>
    Task<IReadOnlyList<ReportSubmission>> Submissions(Guid obligationId, CancellationToken cancel);

    /// <summary>The reports that there are of these obligations.</summary>
    Task<IReadOnlyList<FiledReport>> Of(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancel);

    /// <summary>The reports that there are of a period, drafts too.</summary>
    Task<IReadOnlyList<FiledReport>> OfPeriod(Guid periodId, CancellationToken cancel);
}

/// <summary>A report in short.</summary>
/// <param name="ObligationId">Its obligation, which says of which agency and period it is, when it came and whether in time.</param>
/// <param name="AgencyId">Its agency.</param>
/// <param name="Status">State.</param>
/// <param name="Last">What was submitted last; null when nothing was.</param>
public sealed record FiledReport(Guid ObligationId, Guid AgencyId, AgencyReportStatus Status, ReportSubmission? Last)
{
    /// <summary>What counts above: the last submission, once accepted and not returned since; null otherwise.</summary>
    public ReportSubmission? Accepted => Status is AgencyReportStatus.Accepted ? Last : null;
}

/// <summary>Agency reports inside a write.</summary>
public interface IAgencyReportChanges
{
    /// <summary>The report of an obligation, tracked; null when not there.</summary>
    Task<AgencyReport?> Load(Guid obligationId, CancellationToken cancel);

    /// <summary>Adds a new one.</summary>
    void Add(AgencyReport report);

    /// <summary>Adds what was submitted.</summary>
    void Add(ReportSubmission submission);
}

/// <summary>Reads indicators. There are a few dozen.</summary>
public interface IIndicatorBook
{
    /// <summary>All, retired ones too, in the order of the form.</summary>
    Task<IReadOnlyList<Indicator>> All(CancellationToken cancel);
}

/// <summary>Indicators inside a write.</summary>
public interface IIndicatorChanges
{
    /// <summary>All, tracked.</summary>
    Task<IReadOnlyList<Indicator>> All(CancellationToken cancel);

    /// <summary>Adds a new one.</summary>
    void Add(Indicator indicator);
}
