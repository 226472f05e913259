using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.News;

/// <summary>A picture of an item; judged as evidence is, seen by whoever sees the item.</summary>
public sealed class NewsImage
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }
    /// <summary>Place among its pictures, from 0.</summary>
    public required int Order { get; set; }
    /// <summary>The file as it was judged and kept: .jpg or .png.</summary>
    public required EvidenceFile File { get; init; }
    /// <summary>SHA-256 of the file, beside it for the store to look for.</summary>
    public required string Sha256 { get; init; }
    /// <summary>Chú thích, at most 300 characters.</summary>
    public string? Caption { get; set; }
}

/// <summary>Kinds of step in an item's life.</summary>
public enum NewsStepKind
{
    /// <summary>Duyệt và gửi, by the head.</summary>
    Submission,
    /// <summary>Chọn.</summary>
    Selection,
    /// <summary>Đề nghị sửa.</summary>
    Return,
    /// <summary>Không chọn.</summary>
    Decline,
    /// <summary>Sửa khi biên tập.</summary>
    DeskEdit,
}

/// <summary>What happened to an item: who, when, why.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ById">Account.</param>
/// <param name="ByName">Name at the time.</param>
/// <param name="Reason">Why, for returns and refusals.</param>
/// <param name="Words">Of a submission: words approved.</param>
/// <param name="Images">Of a submission: pictures approved.</param>
public sealed record NewsStep(NewsStepKind Kind, DateTime At, Guid ById, string ByName, string? Reason = null, int? Words = null, int? Images = null);

/// <summary>That an item was published: where, under which link, on which day.</summary>
/// <param name="Place">Where.</param>
/// <param name="Link">http or https link.</param>
/// <param name="Date">The day.</param>
/// <param name="IssueId">The issue that carries it.</param>
/// <param name="ByName">Who recorded it, by name at the time.</param>
/// <param name="At">When it was recorded, UTC.</param>
public sealed record Publication(NewsPlace Place, string Link, DateOnly Date, Guid? IssueId, string ByName, DateTime At);

/// <summary>Where and when the desk means to publish an item.</summary>
public sealed record NewsSchedule(NewsPlace Place, DateOnly Date);
