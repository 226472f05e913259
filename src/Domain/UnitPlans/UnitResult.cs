namespace PlanTracker.Domain.UnitPlans;

/// <summary>States of a result of an agency's own activity.</summary>
public enum UnitResultStatus
{
    /// <summary>Chờ xác nhận.</summary>
    Submitted,
    /// <summary>Đã xác nhận.</summary>
    Confirmed,
    /// <summary>Trả lại.</summary>
    Returned,
    /// <summary>Đã rút.</summary>
    Withdrawn,
}

/// <summary>What an agency did of an activity of its own plan: on this day, this much, with this evidence.</summary>
public sealed class UnitResult
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The city's plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The agency's plan.</summary>
    public required Guid UnitPlanId { get; init; }

    /// <summary>The activity of it.</summary>
    public required Guid UnitActivityId { get; init; }

    /// <summary>Day of performance.</summary>
    public required DateOnly Date { get; set; }

    /// <summary>The day it counts on: that of performance, or the first open day when it was locked while it waited.</summary>
    public required DateOnly CountedOn { get; set; }

    /// <summary>How much, in the activity's unit; null of an activity without a quantity. Negative to correct what was recorded too high.</summary>
    public decimal? Quantity { get; set; }

    /// <summary>What was done.</summary>
    public required string Title { get; set; }

    /// <summary>Ghi chú; why, of a correction.</summary>
    public string? Note { get; set; }

    /// <summary>Why there is no evidence; null when there is.</summary>
    public string? NoEvidenceReason { get; set; }

    /// <summary>State.</summary>
    public UnitResultStatus Status { get; set; }

    /// <summary>Who recorded it.</summary>
    public required Guid CreatedById { get; init; }

    /// <summary>By name.</summary>
    public required string CreatedByName { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Recorded by Sở Nội vụ for the agency (nhập thay).</summary>
    public bool IsOnBehalf { get; init; }

    /// <summary>Who confirmed, returned or withdrew it last.</summary>
    public string? DecidedByName { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    /// <summary>Why it was returned or withdrawn.</summary>
    public string? Reason { get; set; }

    /// <summary>Raised by every change; what If-Match compares.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>A result as it is recorded.</summary>
/// <param name="Date">Day of performance.</param>
/// <param name="Quantity">How much; null of an activity without a quantity.</param>
/// <param name="Title">What was done.</param>
/// <param name="Note">Ghi chú.</param>
/// <param name="Url">A link that proves it.</param>
/// <param name="Document">A document that proves it.</param>
/// <param name="NoEvidenceReason">Why nothing does yet; files are added after it was recorded.</param>
public sealed record UnitResultOrder(
    DateOnly Date, decimal? Quantity, string? Title, string? Note = null, string? Url = null, DocumentRef? Document = null, string? NoEvidenceReason = null);

/// <summary>What was done of an activity.</summary>
/// <param name="ToDate">Sum of confirmed quantities.</param>
/// <param name="Pending">Sum of those that wait, shown apart.</param>
/// <param name="Results">Number of confirmed results.</param>
public sealed record UnitDone(decimal ToDate, decimal Pending, int Results)
{
    /// <summary>Nothing yet.</summary>
    public static UnitDone None { get; } = new(0, 0, 0);
}

/// <summary>Which results are asked for; null means all.</summary>
/// <param name="UnitPlanId">Of a plan.</param>
/// <param name="UnitActivityId">Of an activity.</param>
/// <param name="CityTargetId">Of activities that are measured by a target of the city.</param>
/// <param name="AgencyIds">Of the plans of agencies.</param>
/// <param name="Status">In a state.</param>
/// <param name="From">Counted from this day.</param>
/// <param name="To">Counted up to this day.</param>
public sealed record UnitResultFilter(
    Guid? UnitPlanId = null, Guid? UnitActivityId = null, Guid? CityTargetId = null, IReadOnlyCollection<Guid>? AgencyIds = null, UnitResultStatus? Status = null,
    DateOnly? From = null, DateOnly? To = null);

/// <summary>A decision whether the results of agencies count in the city's figure of an activity.</summary>
/// <param name="Counts">Whether they do from the day on.</param>
/// <param name="On">First day: a result counts by the decision in force on the day it counts on.</param>
/// <param name="Document">The document it rests on; null when it has none.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">When, UTC.</param>
public sealed record UnitDecision(bool Counts, DateOnly On, DocumentRef? Document, string Reason, string By, DateTime At);

/// <summary>Which days' results count in the city's figure.</summary>
public static class UnitCounting
{
    /// <summary>Whether a result counted on the day is part of the city's figure: by the last decision that is in force then, of one day the one recorded last.</summary>
    public static bool CountsOn(this IReadOnlyList<UnitDecision> decisions, DateOnly day) =>
        decisions.Where(d => d.On <= day).OrderBy(d => d.On).ThenBy(d => d.At).LastOrDefault()?.Counts is true;
}
