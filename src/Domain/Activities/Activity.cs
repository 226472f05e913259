namespace PlanTracker.Domain.Activities;

/// <summary>One row of the plan's table (hoạt động): wording kept verbatim, targets parsed.</summary>
public sealed class Activity
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plan it belongs to.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The activity of the plan before that it goes on with; null for a new one.</summary>
    public Guid? FollowsActivityId { get; init; }

    /// <summary>TT in the plan's table, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>Hình thức tuyên truyền, verbatim.</summary>
    public required string Title { get; init; }

    /// <summary>Short name for screens.</summary>
    public required string ShortTitle { get; init; }

    /// <summary>Số lượng/tần suất, verbatim.</summary>
    public required string QuantityWording { get; init; }

    /// <summary>Rows marked (*): entries say whether it was in person, online or both.</summary>
    public bool DeliveryModeAsked { get; init; }

    /// <summary>Cơ quan chủ trì as the plan names it; see <see cref="LeadOn"/>.</summary>
    public required Guid LeadAgencyId { get; init; }

    /// <summary>Later leads, by first day: chosen when a succession ended the one before.</summary>
    public List<ActivityLead> Leads { get; init; } = [];

    /// <summary>Cơ quan phối hợp, verbatim.</summary>
    public required string SupportingWording { get; init; }

    /// <summary>Cơ quan phối hợp: agencies, groups and plain wording, in the plan's order.</summary>
    public List<SupportingParty> Supporting { get; init; } = [];

    /// <summary>Thời gian thực hiện, verbatim.</summary>
    public required string Time { get; init; }

    /// <summary>The due date: the end of the plan's time unless an earlier one was set.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>The first day it counts, when it was added mid-year; null for the plan's own rows.</summary>
    public DateOnly? AddedOn { get; init; }

    /// <summary>The first day it no longer counts, when it was stopped mid-year.</summary>
    public DateOnly? CancelledOn { get; set; }

    /// <summary>Why it was stopped.</summary>
    public string? CancelledReason { get; set; }

    /// <summary>What was changed after the plan was issued, in order: added, stopped, due date moved; who, why, by which document.</summary>
    public List<Amendment> Amendments { get; init; } = [];

    /// <summary>Whether results of agencies' own plans count in its figures: decisions, dated, in the order recorded; without one they never do.</summary>
    public List<UnitPlans.UnitDecision> UnitDecisions { get; init; } = [];

    /// <summary>Whether such a decision was ever made: what sums look at first.</summary>
    public bool HasUnitDecisions { get; set; }

    /// <summary>What its entries are asked to be proved by; shown as a list to tick off, not forced.</summary>
    public List<Progress.EvidencePurpose> EvidenceAsked { get; init; } = [];

    /// <summary>Targets, in order; never added up.</summary>
    public List<Target> Targets { get; init; } = [];

    /// <summary>Raised by every change of the activity or its targets; what If-Match compares.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Title and short title without marks and case, for search.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>Whether it is a row of the plan on the day.</summary>
    public bool IsPartOn(DateOnly day) => AddedOn is null || AddedOn <= day;

    /// <summary>The targets it is measured by on the day, in order.</summary>
    public IEnumerable<Target> TargetsOn(DateOnly day) =>
        Targets.Where(t => t.OpenedOn is null || t.OpenedOn <= day).OrderBy(t => t.Order);

    /// <summary>The lead on the day: a report of before a succession names the lead of before.</summary>
    public Guid LeadOn(DateOnly day) => Leads.Where(l => l.From <= day).MaxBy(l => l.From)?.AgencyId ?? LeadAgencyId;
}

/// <summary>A lead and the first day it leads.</summary>
public sealed record ActivityLead(Guid AgencyId, DateOnly From);

/// <summary>A supporting party: exactly one of agency, group or neither (free wording).</summary>
public sealed record SupportingParty(Guid? AgencyId, Agencies.AgencyGroup? Group, string Wording);

/// <summary>A target (chỉ tiêu): quantity, unit and optional cadence. Its value has versions.</summary>
public sealed class Target
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The activity it belongs to.</summary>
    public required Guid ActivityId { get; init; }

    /// <summary>Place within the activity, from 0.</summary>
    public required int Order { get; init; }

    /// <summary>TT in reports: "13a".</summary>
    public required string Label { get; init; }

    /// <summary>What part of the activity it measures ("Phát hành"); null when it is the only one.</summary>
    public string? Part { get; init; }

    /// <summary>Kind of target.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>Unit as the plan writes it: số, tờ, cuộc; empty for an ongoing target.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether parts of the unit can be counted.</summary>
    public bool AllowsDecimals { get; init; }

    /// <summary>How the value is met.</summary>
    public Comparison Comparison { get; init; }

    /// <summary>How often; null when the plan does not say.</summary>
    public Cadence? Cadence { get; init; }

    /// <summary>Of a percentage: the set it is a part of, resolved by date.</summary>
    public Agencies.AgencyGroup? Members { get; init; }

    /// <summary>The first day it counts, when it replaced one of another unit; null for the plan's own.</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>The first day it no longer counts, when its unit was changed; null while it is measured.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Versions; number 0 is the plan's own.</summary>
    public List<TargetVersion> Versions { get; init; } = [];

    /// <summary>Dated cumulative amounts set by the lead (phân kỳ).</summary>
    public List<Milestone> Milestones { get; init; } = [];

    /// <summary>The version in force: the latest effective on or before the day; on one day, the one recorded last.</summary>
    public TargetVersion VersionOn(DateOnly day) =>
        Versions.Where(v => v.EffectiveOn <= day).OrderBy(v => v.EffectiveOn).ThenBy(v => v.Number).LastOrDefault()
        ?? Versions.MinBy(v => v.Number)!;
}

/// <summary>Kinds of target.</summary>
public enum TargetKind
{
    /// <summary>A number of outputs.</summary>
    Count,
    /// <summary>Percent of a set of agencies.</summary>
    Percentage,
    /// <summary>Done or not done.</summary>
    DoneNotDone,
    /// <summary>Ongoing without a number (thường xuyên).</summary>
    Ongoing,
}

/// <summary>How a value is met.</summary>
public enum Comparison
{
    /// <summary>Met from the value on; more than asked is no fault.</summary>
    Exactly,
    /// <summary>Tối thiểu: met from the value on.</summary>
    AtLeast,
    /// <summary>Tối đa: met when the due date has passed without exceeding it.</summary>
    AtMost,
}

/// <summary>The span a cadence counts.</summary>
public enum CadencePer
{
    /// <summary>ISO week, Monday to Sunday.</summary>
    Week,
    /// <summary>Calendar month.</summary>
    Month,
    /// <summary>Calendar quarter.</summary>
    Quarter,
}

/// <summary>So many per week, month or quarter ("01 số/tuần").</summary>
public sealed record Cadence(int Count, CadencePer Per);

/// <summary>A version of a target's value: number 0 is the plan.</summary>
/// <param name="Number">0 for the plan's own, then 1, 2, in the order recorded.</param>
/// <param name="Value">The value; null for an ongoing target.</param>
/// <param name="EffectiveOn">First day in force.</param>
/// <param name="Document">Document it rests on.</param>
/// <param name="Reason">Why it was changed; null for the plan's own.</param>
/// <param name="RecordedBy">Who recorded it; null for the plan's own.</param>
/// <param name="RecordedAt">When, UTC.</param>
public sealed record TargetVersion(
    int Number, decimal? Value, DateOnly EffectiveOn, DocumentRef? Document, string? Reason, string? RecordedBy = null, DateTime? RecordedAt = null);

/// <summary>Kinds of amendment.</summary>
public enum AmendmentKind
{
    /// <summary>Bổ sung hoạt động.</summary>
    Added,
    /// <summary>Dừng thực hiện.</summary>
    Cancelled,
    /// <summary>Thời hạn thay đổi.</summary>
    DueDateMoved,
    /// <summary>Phân kỳ.</summary>
    Phased,
    /// <summary>Tiếp tục thực hiện: stopping was taken back.</summary>
    Resumed,
}

/// <summary>A change of an activity after its plan was issued.</summary>
/// <param name="Kind">What was changed.</param>
/// <param name="On">First day of it.</param>
/// <param name="Document">Document it rests on; the lead's own phasing and earlier due dates need none.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="OldDueOn">Due date before, where it was moved.</param>
public sealed record Amendment(
    AmendmentKind Kind, DateOnly On, DocumentRef? Document, string Reason, string By, DateTime At, DateOnly? OldDueOn = null);

/// <summary>A dated cumulative amount.</summary>
public sealed record Milestone(DateOnly On, decimal Amount);
