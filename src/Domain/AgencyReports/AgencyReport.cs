namespace PlanTracker.Domain.AgencyReports;

/// <summary>What an agency files to meet an obligation (báo cáo của đơn vị): one per obligation, made by its first saving.</summary>
public sealed class AgencyReport
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The obligation it meets.</summary>
    public required Guid ObligationId { get; init; }

    /// <summary>The agency whose report it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>What stands in it now; what was submitted is kept apart.</summary>
    public required ReportContent Content { get; set; }

    /// <summary>State.</summary>
    public AgencyReportStatus Status { get; set; }

    /// <summary>Everybody who ever saved it: none of them approves it.</summary>
    public List<Guid> DraftedBy { get; init; } = [];

    /// <summary>Name of who saved it last.</summary>
    public required string SavedByName { get; set; }

    /// <summary>When it was saved last, UTC.</summary>
    public required DateTime SavedAt { get; set; }

    /// <summary>Submissions, acceptances and returns, in order.</summary>
    public List<ReportStep> Steps { get; init; } = [];

    /// <summary>Raised by every change; what If-Match compares.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The last step of a kind; null when it never happened.</summary>
    public ReportStep? Last(ReportStepKind kind) => Steps.LastOrDefault(s => s.Kind == kind);
}

/// <summary>States of an agency's report.</summary>
public enum AgencyReportStatus
{
    /// <summary>Bản nháp.</summary>
    Draft,
    /// <summary>Đã gửi: waits for the level above.</summary>
    Submitted,
    /// <summary>Trả lại.</summary>
    Returned,
    /// <summary>Đã tiếp nhận.</summary>
    Accepted,
}

/// <summary>Kinds of step in a report's life.</summary>
public enum ReportStepKind
{
    /// <summary>Duyệt và gửi, by the head.</summary>
    Submission,
    /// <summary>Tiếp nhận.</summary>
    Acceptance,
    /// <summary>Trả lại.</summary>
    Return,
}

/// <summary>What happened to a report, who, when, why.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ById">Account.</param>
/// <param name="ByName">Name at the time.</param>
/// <param name="Reason">Why, for a return.</param>
/// <param name="Fields">What a return asks to mend: parts, and indicators as <c>figures.Code</c>.</param>
public sealed record ReportStep(ReportStepKind Kind, DateTime At, Guid ById, string ByName, string? Reason, IReadOnlyList<string> Fields);

/// <summary>What was submitted, as it was: written once, never altered (the store refuses), whatever becomes of the report and of those below.</summary>
public sealed class ReportSubmission
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The obligation.</summary>
    public required Guid ObligationId { get; init; }

    /// <summary>1 for the first, then 2, 3.</summary>
    public required int Number { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who approved and submitted it.</summary>
    public required Guid ById { get; init; }

    /// <summary>Name at the time.</summary>
    public required string ByName { get; init; }

    /// <summary>What it said.</summary>
    public required ReportSnapshot Snapshot { get; init; }

    /// <summary>Its totals by indicator; those without a figure are absent.</summary>
    public IReadOnlyDictionary<string, decimal> Totals() =>
        Snapshot.Figures.Where(f => f.Total is not null).ToDictionary(f => f.Code, f => f.Total!.Value);
}

/// <summary>A report as it stood at a submission.</summary>
/// <param name="Content">What the agency wrote.</param>
/// <param name="Figures">The figures, with the names of then.</param>
/// <param name="Children">The reports from below, and what of them was in it.</param>
public sealed record ReportSnapshot(ReportContent Content, IReadOnlyList<ReportFigure> Figures, IReadOnlyList<ChildReport> Children);

/// <summary>The report of an agency below.</summary>
/// <param name="ObligationId">Its obligation.</param>
/// <param name="AgencyId">The agency.</param>
/// <param name="Name">Its name on the cut-off day.</param>
/// <param name="ShortName">For screens.</param>
/// <param name="State">How it stands.</param>
/// <param name="SubmissionId">The submission that is in the figures; null unless accepted.</param>
/// <param name="NothingToReport">Không phát sinh.</param>
public sealed record ChildReport(
    Guid ObligationId, Guid AgencyId, string Name, string ShortName, ChildState State, Guid? SubmissionId, bool NothingToReport);

/// <summary>How a report from below stands.</summary>
public enum ChildState
{
    /// <summary>Đã tiếp nhận: in the figures.</summary>
    Accepted,
    /// <summary>Chờ tiếp nhận.</summary>
    Waiting,
    /// <summary>Đã trả lại.</summary>
    Returned,
    /// <summary>Chưa gửi.</summary>
    Missing,
}
