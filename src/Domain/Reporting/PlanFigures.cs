using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Reporting;

/// <summary>A target with its figures.</summary>
/// <param name="Target">The target.</param>
/// <param name="Figures">Its figures.</param>
public sealed record TargetProgress(Target Target, TargetFigures Figures)
{
    /// <summary>Of a percentage of a set: what it counts; null of every other kind.</summary>
    public SetCount? Set { get; init; }
}

/// <summary>A supporting party by name: an agency (id), a group, or wording only.</summary>
/// <param name="AgencyId">The agency, when one is named.</param>
/// <param name="Group">The group, when one is named.</param>
/// <param name="Name">The name of the day, or the plan's wording.</param>
/// <param name="Members">How many agencies the group means on the day; null when it is none.</param>
public sealed record SupportingName(Guid? AgencyId, AgencyGroup? Group, string Name, int? Members = null);

/// <summary>An activity with its figures on a day.</summary>
public sealed record ActivityProgress(
    Activity Activity, AgencyRef Lead, IReadOnlyList<SupportingName> Supporting, IReadOnlyList<TargetProgress> Targets,
    decimal? RawPercent, ProgressStatus Status, DateOnly AsOf)
{
    /// <summary>Percent, one decimal, rounded once.</summary>
    public decimal? Percent => Figures.Round(RawPercent);
}

/// <summary>How many activities have each status.</summary>
public sealed record StatusCounts(int Completed, int OnTrack, int Behind, int Overdue, int NotStarted, int Ongoing, int Cancelled)
{
    /// <summary>Counts statuses.</summary>
    public static StatusCounts Of(IEnumerable<ProgressStatus> statuses)
    {
        var by = statuses.CountBy(s => s).ToDictionary();
        int Count(ProgressStatus status) => by.GetValueOrDefault(status);
        return new(Count(ProgressStatus.Completed), Count(ProgressStatus.OnTrack), Count(ProgressStatus.Behind), Count(ProgressStatus.Overdue),
            Count(ProgressStatus.NotStarted), Count(ProgressStatus.Ongoing), Count(ProgressStatus.Cancelled));
    }

    /// <summary>The count of one status.</summary>
    public int this[ProgressStatus status] => status switch
    {
        ProgressStatus.Completed => Completed,
        ProgressStatus.OnTrack => OnTrack,
        ProgressStatus.Behind => Behind,
        ProgressStatus.Overdue => Overdue,
        ProgressStatus.NotStarted => NotStarted,
        ProgressStatus.Ongoing => Ongoing,
        _ => Cancelled,
    };

    /// <summary>Completed and on track.</summary>
    public int Good => Completed + OnTrack;

    /// <summary>Those that can be judged: ongoing and stopped ones have nothing to compare with.</summary>
    public int Judged => Total - Ongoing - Cancelled;

    /// <summary>All activities.</summary>
    public int Total => Completed + OnTrack + Behind + Overdue + NotStarted + Ongoing + Cancelled;
}

/// <summary>A lead and how its activities stand.</summary>
/// <param name="Agency">The lead, with the name of the day.</param>
/// <param name="Activities">Its activities, in the plan's order.</param>
/// <param name="Percent">Mean of its activities' unrounded percents, rounded once; null when none has a number.</param>
public sealed record LeadProgress(AgencyRef Agency, IReadOnlyList<ActivityProgress> Activities, decimal? Percent)
{
    /// <summary>How many are behind or overdue.</summary>
    public int Behind => Activities.Count(a => a.Status is ProgressStatus.Behind or ProgressStatus.Overdue);
}

/// <summary>A day to come that the overview names.</summary>
public enum DueKind
{
    /// <summary>Cut-off of a period.</summary>
    CutOff,
    /// <summary>Due day of units' reports.</summary>
    UnitReports,
    /// <summary>Due day of districts' reports.</summary>
    DistrictReports,
    /// <summary>Due day of Sở Nội vụ's report.</summary>
    PlanReport,
    /// <summary>Due day of an activity.</summary>
    Activity,
}

/// <summary>A day to come.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">What is due.</param>
/// <param name="Text">Vietnamese wording.</param>
/// <param name="DaysLeft">Days from asOf.</param>
/// <param name="PeriodCode">Period concerned.</param>
/// <param name="ActivityId">Activity concerned.</param>
public sealed record DueItem(DateOnly On, DueKind Kind, string Text, int DaysLeft, string? PeriodCode, Guid? ActivityId);

/// <summary>What the dashboard shows of a plan on a day.</summary>
public sealed record Overview(
    Plan Plan, DateOnly AsOf, StatusCounts StatusCounts, IReadOnlyList<ActivityProgress> Activities, IReadOnlyList<LeadProgress> ByLead,
    int PendingConfirmation, IReadOnlyList<DueItem> DueNext, ComparedWith? Earlier);
