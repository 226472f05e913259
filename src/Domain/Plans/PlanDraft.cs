using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Plans;

/// <summary>
/// A plan that is not issued yet (dự thảo): only Sở Nội vụ sees it. Its rows keep the wording; targets, due dates and agencies are read from it
/// whenever it is looked at, and become an issued plan's own when it gets its number and date.
/// </summary>
public sealed class PlanDraft
{
    /// <summary>Stable id; the issued plan keeps it.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Number, title, issuer, time.</summary>
    public required PlanHead Head { get; set; }

    /// <summary>The rows of its table, in order.</summary>
    public List<DraftRow> Rows { get; set; } = [];

    /// <summary>The plan of the year before that it was made from: one plan has one next year.</summary>
    public Guid? FollowsPlanId { get; init; }

    /// <summary>What was decided about the money that the plan before it left.</summary>
    public List<UnspentDecision> LeftMoney { get; set; } = [];

    /// <summary>Version, for concurrency.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Who began it.</summary>
    public required string CreatedByName { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>The day by whose names agencies are looked up.</summary>
    public DateOnly NamesOn => Head.IssuedOn ?? Head.From;

    /// <summary>Its time.</summary>
    public PlanTime Time => new(Head.From, Head.To);
}

/// <summary>The head of a draft.</summary>
/// <param name="Number">Number and symbol; null until it has one.</param>
/// <param name="IssuedOn">Day of issue; null until it has one.</param>
/// <param name="Title">Title, verbatim.</param>
/// <param name="IssuerAgencyId">The agency that issues it; one outside the city is an agency of that level.</param>
/// <param name="Year">Plan year.</param>
/// <param name="From">First day of its time.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="ParentPlanId">The plan above it, when it is an agency's own.</param>
public sealed record PlanHead(
    string? Number, DateOnly? IssuedOn, string Title, Guid IssuerAgencyId, int Year, DateOnly From, DateOnly To, Guid? ParentPlanId = null);

/// <summary>A row of a draft: the wording, and what a person said where it could not be read.</summary>
/// <param name="Id">Stable id; the activity of the issued plan keeps it.</param>
/// <param name="Title">Wording, verbatim.</param>
/// <param name="ShortTitle">Short name for screens; null takes the wording.</param>
/// <param name="QuantityWording">Số lượng/tần suất, verbatim.</param>
/// <param name="ReadAs">How the quantity is to be read, in words the parser understands; null when the wording itself is read.</param>
/// <param name="LeadAgencyId">Cơ quan chủ trì as chosen; null when the wording is looked up.</param>
/// <param name="LeadWording">Cơ quan chủ trì, verbatim.</param>
/// <param name="SupportingWording">Cơ quan phối hợp, verbatim.</param>
/// <param name="Time">Thời gian thực hiện, verbatim.</param>
/// <param name="DueOn">Due date as chosen; null when the time's wording is read.</param>
/// <param name="DeliveryModeAsked">Row (*).</param>
public sealed record DraftRow(
    Guid Id, string Title, string? ShortTitle, string QuantityWording, string? ReadAs, Guid? LeadAgencyId, string LeadWording,
    string SupportingWording, string Time, DateOnly? DueOn, bool DeliveryModeAsked)
{
    /// <summary>The activity of the plan before that it goes on with; null for a new one.</summary>
    public Guid? FollowsActivityId { get; init; }
}

/// <summary>A row as it reads: what its wording was taken for, and what is still to be decided.</summary>
/// <param name="Row">The row.</param>
/// <param name="Order">TT, from 1.</param>
/// <param name="Quantity">Its targets, or the piece that could not be read.</param>
/// <param name="Due">Its due date, or why there is none.</param>
/// <param name="Lead">Its lead; null when to be chosen.</param>
/// <param name="LeadCandidates">Agencies of that name, when there are several.</param>
/// <param name="Supporting">Supporting parties.</param>
/// <param name="ToDecide">What keeps the plan from being issued, in words.</param>
public sealed record DraftRowView(
    DraftRow Row, int Order, QuantityReading Quantity, DueReading Due, AgencyRef? Lead, IReadOnlyList<AgencyRef> LeadCandidates,
    IReadOnlyList<SupportingParty> Supporting, IReadOnlyList<string> ToDecide);

/// <summary>A draft as it reads.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Issuer">Its issuer by the name of the day.</param>
/// <param name="Rows">Its rows, read.</param>
/// <param name="Missing">What keeps it from being issued, in words; empty when nothing does.</param>
public sealed record PlanDraftView(PlanDraft Draft, AgencyRef Issuer, IReadOnlyList<DraftRowView> Rows, IReadOnlyList<string> Missing);

/// <summary>Reads drafts.</summary>
public interface IPlanDrafts
{
    /// <summary>All drafts, the latest begun first: there are few.</summary>
    Task<IReadOnlyList<PlanDraft>> All(CancellationToken cancel);

    /// <summary>One; null when not there.</summary>
    Task<PlanDraft?> Find(Guid id, CancellationToken cancel);

    /// <summary>The draft that was made from a plan for the next year; null when there is none.</summary>
    Task<PlanDraft?> FindFollowing(Guid planId, CancellationToken cancel);
}

/// <summary>Drafts inside a write.</summary>
public interface IPlanDraftChanges
{
    /// <summary>The draft, tracked; null when not there.</summary>
    Task<PlanDraft?> Load(Guid id, CancellationToken cancel);

    /// <summary>The draft that was made from a plan for the next year, tracked; null when there is none.</summary>
    Task<PlanDraft?> LoadFollowing(Guid planId, CancellationToken cancel);

    /// <summary>Adds a new one.</summary>
    void Add(PlanDraft draft);

    /// <summary>Takes away one that became a plan, or that nobody wants.</summary>
    void Remove(PlanDraft draft);
}
