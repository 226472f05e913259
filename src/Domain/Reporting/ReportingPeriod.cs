using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Reporting;

/// <summary>A period of a regime (kỳ báo cáo): data, never derived from calendar quarters.</summary>
public sealed class ReportingPeriod
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>The plan whose calendar it is part of.</summary>
    public required Guid PlanId { get; init; }
    /// <summary>Regime: <c>CCHC</c>.</summary>
    public required string Regime { get; init; }
    /// <summary>Code: <c>2024-Q3</c>.</summary>
    public required string Code { get; init; }
    /// <summary>Name: Quý III.</summary>
    public required string Name { get; set; }
    /// <summary>First day, inclusive.</summary>
    public required DateOnly From { get; set; }
    /// <summary>Cut-off, inclusive.</summary>
    public required DateOnly To { get; set; }
    /// <summary>Kind: decides what the annual report adds.</summary>
    public required PeriodKind Kind { get; init; }
    /// <summary>Due day per level of agency; <c>Coordinator</c> is Sở Nội vụ itself.</summary>
    public List<PeriodDueDate> DueDates { get; init; } = [];
    /// <summary>Version, for concurrency.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The due day of a level; null when it owes no report of this period.</summary>
    public DateOnly? DueDateOf(AgencyLevel level) => DueDates.Find(d => d.Level == level.ToString())?.DueOn;
}

/// <summary>Kinds of period.</summary>
public enum PeriodKind
{
    /// <summary>Quý.</summary>
    Quarter,
    /// <summary>6 tháng.</summary>
    HalfYear,
    /// <summary>Năm.</summary>
    Year,
    /// <summary>The plan's own closing.</summary>
    Closing,
    /// <summary>A free range.</summary>
    Custom,
    /// <summary>Tháng.</summary>
    Month,
}

/// <summary>The due day of a level: an <see cref="AgencyLevel"/> by name, or <c>Coordinator</c>.</summary>
public sealed record PeriodDueDate(string Level, DateOnly DueOn);

/// <summary>Reads the calendar.</summary>
public interface IReportingCalendar
{
    /// <summary>The periods of a plan, by cut-off and then by first day.</summary>
    Task<IReadOnlyList<ReportingPeriod>> Of(Guid planId, CancellationToken cancel);

    /// <summary>One period by id; null when not there.</summary>
    Task<ReportingPeriod?> Find(Guid periodId, CancellationToken cancel);
}
