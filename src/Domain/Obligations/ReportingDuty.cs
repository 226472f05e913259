using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Obligations;

/// <summary>
/// A duty that a plan gives to named agencies beside the regime's own reports (data): content by cadence, or a report that a division receives
/// for its agency. It is owed for every period of its kinds in the plan's calendar.
/// </summary>
public sealed class ReportingDuty
{
    /// <summary>Stands in an obligation for the report that the regime itself asks of every agency of a level.</summary>
    public static readonly Guid OfRegime = Guid.Empty;

    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>What is owed.</summary>
    public required DutyKind Kind { get; init; }

    /// <summary>In words: "Cung cấp thông tin, nội dung tuyên truyền về CCHC".</summary>
    public required string Title { get; set; }

    /// <summary>The agencies that owe.</summary>
    public List<Guid> AgencyIds { get; init; } = [];

    /// <summary>The agency or division that receives.</summary>
    public required Guid ReceiverId { get; set; }

    /// <summary>Kinds of period it is owed for.</summary>
    public List<PeriodKind> PeriodKinds { get; init; } = [];

    /// <summary>The due day, in days after the cut-off.</summary>
    public required int DueAfterDays { get; set; }

    /// <summary>Version, for concurrency.</summary>
    public int Version { get; set; } = 1;
}
