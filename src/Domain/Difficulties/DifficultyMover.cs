using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Difficulties;

/// <summary>Difficulties that are not closed: they become the heir's matter. Who raised them stays as it was.</summary>
public sealed class DifficultyMover : ISuccessionMover
{
    /// <inheritdoc />
    public string Area => "difficulties";

    /// <inheritdoc />
    public string Entity => DifficultyHistory.Entity;

    /// <inheritdoc />
    public async Task<IReadOnlyList<MovedThing>> Find(SuccessionContext context, CancellationToken cancel) =>
        [.. (await Open(context, cancel)).Select(d => new MovedThing(d.Id, d.Title, d.OwnerId, context.DestinationOf(Area, d.Id, d.OwnerId))).Where(t => t.To is not null)];

    /// <inheritdoc />
    public async Task Apply(SuccessionContext context, IReadOnlyList<MovedThing> things, CancellationToken cancel)
    {
        var open = (await Open(context, cancel)).ToDictionary(d => d.Id);
        foreach (var thing in things)
        {
            open[thing.Id].KeptById = thing.To!.Value;
            open[thing.Id].Version++;
        }
    }

    private static async Task<IReadOnlyList<Difficulty>> Open(SuccessionContext context, CancellationToken cancel) =>
        context.Sources.Count == 0 ? [] : await context.Changes.Difficulties.OpenOf(context.Sources, cancel);
}
