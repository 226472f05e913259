namespace PlanTracker.Domain.AgencyReports;

/// <summary>What an agency writes into its report; replaced whole by a change.</summary>
public sealed record ReportContent
{
    /// <summary>Nothing written yet.</summary>
    public static ReportContent Empty { get; } = new();

    /// <summary>Own figures, each indicator at most once; one that is not here was not typed.</summary>
    public IReadOnlyList<OwnFigure> Figures { get; init; } = [];

    /// <summary>Kết quả nổi bật.</summary>
    public string? Results { get; init; }

    /// <summary>Tồn tại, hạn chế và nguyên nhân.</summary>
    public string? Shortcomings { get; init; }

    /// <summary>Phương hướng, nhiệm vụ kỳ tới.</summary>
    public string? Directions { get; init; }

    /// <summary>Đề xuất, kiến nghị.</summary>
    public string? Proposals { get; init; }

    /// <summary>Khó khăn, vướng mắc, for Sở Nội vụ to answer.</summary>
    public string? Difficulties { get; init; }

    /// <summary>Không phát sinh: the agency did nothing in the period, and says why; then it has no figures.</summary>
    public bool NothingToReport { get; init; }

    /// <summary>Why nothing was done.</summary>
    public string? NothingReason { get; init; }

    /// <summary>The own figure of an indicator; null when none was typed.</summary>
    public decimal? Own(string code) => Figures.FirstOrDefault(f => f.Code == code)?.Value;

    /// <summary>The note beside an indicator.</summary>
    public string? Note(string code) => Figures.FirstOrDefault(f => f.Code == code)?.Note;

    /// <summary>Whether nothing at all was written.</summary>
    public bool IsEmpty => this == Empty;

    /// <inheritdoc />
    public bool Equals(ReportContent? other) => other is not null && Figures.SequenceEqual(other.Figures)
        && ReportParts.All.All(p => p.Of(this) == p.Of(other)) && NothingToReport == other.NothingToReport;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Figures.Count, Results, NothingToReport);
}

/// <summary>A figure of the agency's own.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Value">How much, 0 or more; null when only a note was written.</param>
/// <param name="Note">Why it differs from what was filled in beforehand, or what else is to be said of it.</param>
public sealed record OwnFigure(string Code, decimal? Value, string? Note = null);

/// <summary>A part of the report in words.</summary>
/// <param name="Field">Name in the API.</param>
/// <param name="Name">Heading.</param>
/// <param name="Of">Reads it.</param>
public sealed record ReportPart(string Field, string Name, Func<ReportContent, string?> Of);

/// <summary>The parts in words, in their order.</summary>
public static class ReportParts
{
    /// <summary>All.</summary>
    public static IReadOnlyList<ReportPart> All { get; } =
    [
        new("results", "Kết quả nổi bật", c => c.Results), new("shortcomings", "Tồn tại, hạn chế và nguyên nhân", c => c.Shortcomings),
        new("directions", "Phương hướng, nhiệm vụ kỳ tới", c => c.Directions), new("proposals", "Đề xuất, kiến nghị", c => c.Proposals),
        new("difficulties", "Khó khăn, vướng mắc", c => c.Difficulties), new("nothingReason", "Lý do không phát sinh", c => c.NothingReason),
    ];
}
