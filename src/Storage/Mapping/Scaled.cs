using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PlanTracker.Storage.Mapping;

/// <summary>Quantities are kept as whole ten-thousandths, so that both databases add them up exactly.</summary>
internal sealed class Scaled() : ValueConverter<decimal, long>(quantity => ToStore(quantity), stored => FromStore(stored))
{
    private const decimal Scale = 10_000m;

    /// <summary>The quantity of a stored number.</summary>
    public static decimal FromStore(long stored) => stored / Scale;

    private static long ToStore(decimal quantity)
    {
        var scaled = quantity * Scale;
        return decimal.IsInteger(scaled)
            ? decimal.ToInt64(scaled)
            : throw new InvalidOperationException("A quantity has at most four decimals.");
    }
}
