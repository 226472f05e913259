namespace PlanTracker.Domain.Activities;

/// <summary>A target as read from the wording of a plan (số lượng/tần suất).</summary>
/// <param name="Kind">Kind of target.</param>
/// <param name="Value">The whole amount for the plan's time; null when ongoing, 1 when done or not done, percent of a set.</param>
/// <param name="Unit">Unit as the plan writes it; "%" of a percentage, empty when ongoing or done or not done.</param>
/// <param name="Comparison">How it is met.</param>
/// <param name="Cadence">How often; null when the plan does not say.</param>
/// <param name="Part">What part of the activity it measures ("Phát hành"); null when it is the only one.</param>
/// <param name="Set">Of a percentage: the set as the plan writes it ("cơ quan").</param>
public sealed record ParsedTarget(
    TargetKind Kind, decimal? Value, string Unit, Comparison Comparison = Comparison.Exactly, Cadence? Cadence = null, string? Part = null,
    string? Set = null)
{
    /// <summary>How the value came about when the plan gives only a rhythm: "12 = 01/tháng × 12 tháng"; null when the plan says the value.</summary>
    public string? Note { get; init; }
}

/// <summary>What was read from the wording of a quantity: targets, or the piece that could not be read. Nothing is guessed.</summary>
/// <param name="Targets">In the order of the wording; empty when not understood.</param>
/// <param name="Unread">The piece of wording that could not be read; null when all was.</param>
/// <param name="Why">Why not, in one Vietnamese sentence.</param>
/// <param name="ToConfirm">The wording says nothing: taken as ongoing until somebody confirms it.</param>
public sealed record QuantityReading(IReadOnlyList<ParsedTarget> Targets, string? Unread, string? Why, bool ToConfirm)
{
    /// <summary>Whether all of the wording was read.</summary>
    public bool Understood => Unread is null;
}
