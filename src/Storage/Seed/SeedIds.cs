namespace PlanTracker.Storage.Seed;

/// <summary>Ids in the order of loading, also within one millisecond: plan 246 stays first wherever ids decide.</summary>
internal sealed class SeedIds(DateTimeOffset now)
{
    private static readonly TimeSpan Room = TimeSpan.FromMinutes(1);
    private int given;

    public Guid Next() => Guid.CreateVersion7(now - Room + TimeSpan.FromMilliseconds(given++));
}
