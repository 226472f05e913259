using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Inspections;

/// <summary>Checks that are planned or followed up: the heir is inspected, or follows up. Who was inspected stays as it was.</summary>
public sealed class InspectionMover : ISuccessionMover
{
    /// <inheritdoc />
    public string Area => "inspections";

    /// <inheritdoc />
    public string Entity => "inspection";

    /// <inheritdoc />
    public async Task<IReadOnlyList<MovedThing>> Find(SuccessionContext context, CancellationToken cancel) =>
        [.. (await Open(context, cancel)).Select(i => new MovedThing(i.Id, i.Title, i.OwnerId, context.DestinationOf(Area, i.Id, i.OwnerId))).Where(t => t.To is not null)];

    /// <inheritdoc />
    public async Task Apply(SuccessionContext context, IReadOnlyList<MovedThing> things, CancellationToken cancel)
    {
        var open = (await Open(context, cancel)).ToDictionary(i => i.Id);
        foreach (var thing in things)
        {
            open[thing.Id].FollowedById = thing.To!.Value;
            open[thing.Id].Version++;
        }
    }

    private static async Task<IReadOnlyList<Inspection>> Open(SuccessionContext context, CancellationToken cancel) =>
        context.Sources.Count == 0 ? []
        : [.. (await context.Changes.Inspections.Of(context.Sources, cancel)).Where(i => i.State is InspectionState.Planned or InspectionState.FollowUp)];
}
