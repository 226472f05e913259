namespace PlanTracker.Domain.Agencies;

/// <summary>Kinds of succession (sắp xếp tổ chức).</summary>
public enum SuccessionKind
{
    /// <summary>Sáp nhập: several into one, new or old.</summary>
    Merge,
    /// <summary>Chia, tách: one into several, by shares.</summary>
    Split,
    /// <summary>Đổi tên: the same agency under another name.</summary>
    Rename,
    /// <summary>Giải thể, kết thúc hoạt động.</summary>
    Dissolve,
}

/// <summary>
/// A change of agencies by a document (rules of agencies over time): recorded once, never undone. Everything it moves is dated, so it may
/// be recorded before its day and takes effect at midnight; history is not rewritten.
/// </summary>
public sealed class Succession
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Key of the start-up data; null for one recorded by a person.</summary>
    public string? SeedKey { get; init; }

    /// <summary>Kind.</summary>
    public required SuccessionKind Kind { get; init; }

    /// <summary>First day of the new order; ended agencies exist to the day before.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Agencies that end, or the one that is renamed.</summary>
    public required List<Guid> From { get; init; }

    /// <summary>Agencies that take over, with their shares; empty when nobody does.</summary>
    public required List<SuccessionShare> To { get; init; }

    /// <summary>The document it rests on.</summary>
    public required DocumentRef Document { get; init; }

    /// <summary>What was moved, per area, as counted when it was recorded.</summary>
    public List<SuccessionMove> Moved { get; init; } = [];

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string RecordedBy { get; init; }
}

/// <summary>An agency that takes over, and which part: shares of one succession add up to 1.</summary>
public sealed record SuccessionShare(Guid AgencyId, decimal Share);

/// <summary>How many things of an area a succession moves.</summary>
/// <param name="Area">Area: <c>users</c>, <c>leads</c>, <c>children</c>.</param>
/// <param name="Count">How many.</param>
public sealed record SuccessionMove(string Area, int Count);
