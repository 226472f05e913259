namespace PlanTracker.Domain.Agencies;

/// <summary>A target's value and what was done of it.</summary>
public sealed record TargetStand(decimal Value, decimal Done)
{
    /// <summary>What remains, never below zero.</summary>
    public decimal Remaining => Math.Max(0, Value - Done);
}

/// <summary>The targets of both sides after a merger: the ended agency keeps what it did, its heir takes what remained.</summary>
public sealed record MergedTargets(TargetStand Ended, TargetStand Heir);

/// <summary>
/// What becomes of the remaining targets of agencies that end. Pure arithmetic: totals before and after are equal, nothing goes below zero,
/// nothing done is moved.
/// </summary>
public static class RemainingTargets
{
    private const int DecimalsKept = 4;

    /// <summary>
    /// Splits what remains by shares that add up to 1. Units that are whole (or kept to four decimals) are given by largest remainder; of
    /// equal remainders the first named is served first. The parts add up to what remained.
    /// </summary>
    public static IReadOnlyList<decimal> Split(decimal remaining, IReadOnlyList<decimal> shares, bool wholeUnits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(remaining);
        if (shares.Count == 0 || shares.Any(s => s < 0) || shares.Sum() != 1)
            throw new ArgumentException("Shares add up to 1 and none is negative.", nameof(shares));

        // A remainder of a whole-number unit that is itself not whole cannot be given out in whole units.
        var unit = wholeUnits && decimal.IsInteger(remaining) ? 1m : UnitOf(remaining);
        var parts = shares.Select(share => Math.Floor(remaining * share / unit) * unit).ToArray();
        var left = (int)((remaining - parts.Sum()) / unit);
        foreach (var index in Enumerable.Range(0, parts.Length).OrderByDescending(i => (remaining * shares[i]) - parts[i]).ThenBy(i => i).Take(left))
            parts[index] += unit;
        return parts;
    }

    /// <summary>The values after an agency went into another: its target becomes what it did, the heir's grows by what remained.</summary>
    public static MergedTargets Merge(TargetStand ended, TargetStand heir) =>
        new(ended with { Value = ended.Value - ended.Remaining }, heir with { Value = heir.Value + ended.Remaining });

    private static decimal UnitOf(decimal remaining)
    {
        var unit = 1m;
        for (var decimals = 0; decimals < DecimalsKept || !decimal.IsInteger(remaining / unit); decimals++)
            unit /= 10;
        return unit;
    }
}
