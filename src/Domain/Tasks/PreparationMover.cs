using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Tasks;

/// <summary>Preparations that are still owed: the heir, or the agency chosen, brings them. What has no heir stays. Tasks themselves need no mover: who they are given to is told by date.</summary>
public sealed class PreparationMover : ISuccessionMover
{
    /// <inheritdoc />
    public string Area => "preparations";

    /// <inheritdoc />
    public string Entity => "preparation";

    /// <inheritdoc />
    public async Task<IReadOnlyList<MovedThing>> Find(SuccessionContext context, CancellationToken cancel) =>
    [
        .. (await Open(context, cancel)).Select(p => new MovedThing(
            p.Id, $"{PreparationWords.NameOf(p.Kind)}, hạn {p.DueOn:dd/MM/yyyy}: {context.Agencies[p.AgencyId].NameOn(p.DueOn).Name}", p.AgencyId,
            context.DestinationOf(Area, p.Id, p.AgencyId))).Where(t => t.To is not null),
    ];

    /// <inheritdoc />
    public async Task Apply(SuccessionContext context, IReadOnlyList<MovedThing> things, CancellationToken cancel)
    {
        var open = (await Open(context, cancel)).ToDictionary(p => p.Id);
        foreach (var thing in things)
        {
            open[thing.Id].AgencyId = thing.To!.Value;
            open[thing.Id].Version++;
        }
    }

    private static async Task<IReadOnlyList<Preparation>> Open(SuccessionContext context, CancellationToken cancel) =>
        context.Sources.Count == 0 ? [] : await context.Changes.Tasks.OpenPreparations(context.Sources, cancel);
}
