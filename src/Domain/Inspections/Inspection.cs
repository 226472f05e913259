namespace PlanTracker.Domain.Inspections;

/// <summary>States of an inspection, told by what is recorded.</summary>
public enum InspectionState
{
    /// <summary>Theo kế hoạch.</summary>
    Planned,
    /// <summary>Đã kiểm tra, đang theo dõi kiến nghị.</summary>
    FollowUp,
    /// <summary>Đã kết thúc: carried out, nothing left to follow up.</summary>
    Closed,
    /// <summary>Không thực hiện.</summary>
    Cancelled,
}

/// <summary>What an inspected agency says it did about a recommendation.</summary>
/// <param name="Date">Day it was done.</param>
/// <param name="Text">What was done.</param>
/// <param name="Document">By which document.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="ByName">Who recorded it.</param>
public sealed record FollowUpStep(DateOnly Date, string Text, DocumentRef? Document, DateTime At, string ByName);

/// <summary>What Sở Nội vụ says of a recommendation in the end.</summary>
/// <param name="On">Day.</param>
/// <param name="Note">Ghi chú.</param>
/// <param name="ByName">Who.</param>
public sealed record RecommendationEnd(DateOnly On, string? Note, string ByName);

/// <summary>A recommendation (kiến nghị) of an inspection, with what was done about it. Replaced whole by a change.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Text">What is recommended.</param>
/// <param name="DueOn">Last day, inclusive.</param>
public sealed record Recommendation(Guid Id, string Text, DateOnly DueOn)
{
    /// <summary>What the agency did, in order.</summary>
    public IReadOnlyList<FollowUpStep> FollowUps { get; init; } = [];

    /// <summary>Set when Sở Nội vụ holds it for done.</summary>
    public RecommendationEnd? End { get; init; }

    /// <summary>Whether it is late on a day: open and its last day has passed.</summary>
    public bool IsLateOn(DateOnly day) => End is null && day > DueOn;
}

/// <summary>One check of the communication work (kiểm tra, VI.2.e): planned, carried out, its recommendations followed up.</summary>
public sealed class Inspection
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The agency that is inspected.</summary>
    public required Guid AgencyId { get; set; }

    /// <summary>Who follows up since a succession; null while it is the inspected agency.</summary>
    public Guid? FollowedById { get; set; }

    /// <summary>Nội dung kiểm tra.</summary>
    public required string Title { get; set; }

    /// <summary>Ngày dự kiến.</summary>
    public required DateOnly PlannedOn { get; set; }

    /// <summary>Kế hoạch or quyết định kiểm tra.</summary>
    public DocumentRef? Document { get; set; }

    /// <summary>Day it was carried out; null before.</summary>
    public DateOnly? HeldOn { get; set; }

    /// <summary>Kết quả, nhận xét.</summary>
    public string? Findings { get; set; }

    /// <summary>Thông báo kết luận.</summary>
    public DocumentRef? Conclusion { get; set; }

    /// <summary>Kiến nghị.</summary>
    public List<Recommendation> Recommendations { get; init; } = [];

    /// <summary>Why it is not carried out; null when it is, or is to be.</summary>
    public string? CancelledReason { get; set; }

    /// <summary>Raised by every change; what If-Match compares.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Its words without marks and case, for search.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>Whose matter the follow-up is.</summary>
    public Guid OwnerId => FollowedById ?? AgencyId;

    /// <summary>State.</summary>
    public InspectionState State => CancelledReason is not null ? InspectionState.Cancelled
        : HeldOn is null ? InspectionState.Planned
        : Recommendations.Exists(r => r.End is null) ? InspectionState.FollowUp : InspectionState.Closed;

    /// <summary>Whether the check itself is late on a day: its day has passed and nothing is recorded.</summary>
    public bool IsOverdueOn(DateOnly day) => State is InspectionState.Planned && day > PlannedOn;

    /// <summary>How many of its recommendations are late on a day.</summary>
    public int LateOn(DateOnly day) => State is InspectionState.Cancelled ? 0 : Recommendations.Count(r => r.IsLateOn(day));

    internal void KeepSearchText() =>
        SearchText = VietnameseText.Fold($"{Title} {Document?.Number} {Findings} {Conclusion?.Number} {string.Join(' ', Recommendations.Select(r => r.Text))}");
}

/// <summary>A check as it is planned.</summary>
public sealed record InspectionOrder(Guid PlanId, Guid AgencyId, string? Title, DateOnly PlannedOn, DocumentRef? Document = null);

/// <summary>What a check found.</summary>
public sealed record InspectionResult(DateOnly HeldOn, string? Findings, DocumentRef? Conclusion, IReadOnlyList<RecommendationOrder> Recommendations);

/// <summary>A recommendation as it is made.</summary>
public sealed record RecommendationOrder(string? Text, DateOnly DueOn);

/// <summary>What was done about a recommendation.</summary>
public sealed record FollowUpOrder(DateOnly Date, string? Text, DocumentRef? Document = null);

/// <summary>Inspections in Vietnamese.</summary>
public static class InspectionWords
{
    /// <summary>The word of a state.</summary>
    public static string NameOf(InspectionState state) => state switch
    {
        InspectionState.Planned => "Theo kế hoạch",
        InspectionState.FollowUp => "Đang theo dõi kiến nghị",
        InspectionState.Closed => "Đã kết thúc",
        _ => "Không thực hiện",
    };

    /// <summary>How a recommendation stands on a day.</summary>
    public static string StateOf(Recommendation recommendation, DateOnly day) => recommendation switch
    {
        { End: not null } => "Đã thực hiện",
        _ when recommendation.IsLateOn(day) => "Quá hạn",
        { FollowUps.Count: > 0 } => "Đã báo cáo, chờ xác nhận",
        _ => "Đang thực hiện",
    };
}

/// <summary>Which inspections are asked for.</summary>
/// <param name="PlanId">Of a plan.</param>
/// <param name="AgencyIds">Of one of these agencies, or followed up by one.</param>
public sealed record InspectionFilter(Guid? PlanId = null, IReadOnlyCollection<Guid>? AgencyIds = null);

/// <summary>Reads inspections. A plan has some dozens of them: lists are cut and sorted by whoever asks.</summary>
public interface IInspectionBook
{
    /// <summary>Those of a filter, by planned day.</summary>
    Task<IReadOnlyList<Inspection>> Of(InspectionFilter filter, CancellationToken cancel);

    /// <summary>One; null when not there.</summary>
    Task<Inspection?> Find(Guid id, CancellationToken cancel);
}

/// <summary>Inspections inside a write.</summary>
public interface IInspectionChanges
{
    /// <summary>The inspection, tracked; null when not there.</summary>
    Task<Inspection?> Load(Guid id, CancellationToken cancel);

    /// <summary>Those that are the matter of one of the agencies, tracked.</summary>
    Task<IReadOnlyList<Inspection>> Of(IReadOnlySet<Guid> agencies, CancellationToken cancel);

    /// <summary>Adds one.</summary>
    void Add(Inspection inspection);
}
