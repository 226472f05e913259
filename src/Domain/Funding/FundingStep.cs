namespace PlanTracker.Domain.Funding;

/// <summary>One record of money of an activity (bước kinh phí): added, never changed; a mistake is met by a supplement or a cut.</summary>
public sealed class FundingStep
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The activity.</summary>
    public required Guid ActivityId { get; init; }

    /// <summary>The source.</summary>
    public required FundingSource Source { get; init; }

    /// <summary>The stage.</summary>
    public required FundingStage Stage { get; init; }

    /// <summary>What it does to the stage's amount.</summary>
    public required FundingStepKind Kind { get; init; }

    /// <summary>Whole đồng, 0 to <see cref="FundingRules.MaxAmount"/>; never negative, also of a cut.</summary>
    public required long Amount { get; init; }

    /// <summary>Day it was done.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The document it rests on.</summary>
    public required DocumentRef Document { get; init; }

    /// <summary>Ghi chú; needed for a supplement and a cut.</summary>
    public string? Note { get; init; }

    /// <summary>Place among the records of the activity, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>The agency of who recorded it; null when they have none.</summary>
    public Guid? RecordedFor { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>What it does to the stage's amount, with its sign.</summary>
    public long Effect => Kind is FundingStepKind.Cut ? -Amount : Amount;
}
