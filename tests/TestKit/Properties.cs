using System.Globalization;
using FsCheck;

namespace PlanTracker.TestKit;

/// <summary>
/// Checks a property. The same cases come each time, so that a test run says something about the change and not about luck; to look
/// further, run with <c>PROPERTY_CASES=20000 PROPERTY_SEED=random</c>, and make a test of what is found.
/// </summary>
public static class Properties
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("PROPERTY_CASES") ?? "200", CultureInfo.InvariantCulture);

    private static readonly ulong Seed = Environment.GetEnvironmentVariable("PROPERTY_SEED") switch
    {
        null => 246,
        "random" => (ulong)Random.Shared.NextInt64(),
        var seed => ulong.Parse(seed, CultureInfo.InvariantCulture),
    };

    /// <summary>Fails with the smallest case found that breaks the property, and the seed that finds it again.</summary>
    public static void Holds(this Property property) => property.Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(Seed, Gamma));
}
