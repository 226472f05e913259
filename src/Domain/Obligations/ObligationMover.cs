using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Obligations;

/// <summary>
/// Obligations whose cut-off is on or after the day: the heir owes instead (rule of agencies over time). Earlier ones, and what was
/// submitted, stay as they were, so that rates already reported do not change. Who ends without an heir is let off by the next keeping.
/// </summary>
public sealed class ObligationMover : ISuccessionMover
{
    /// <inheritdoc />
    public string Area => "obligations";

    /// <inheritdoc />
    public string Entity => ObligationHistory.Entity;

    /// <inheritdoc />
    public async Task<IReadOnlyList<MovedThing>> Find(SuccessionContext context, CancellationToken cancel)
    {
        var open = await Open(context, cancel);
        var periods = (await context.Changes.Calendar.Periods([.. open.Select(o => o.PeriodId).Distinct()], cancel)).ToDictionary(p => p.Id);
        return
        [
            .. open.Select(o => (Obligation: o, To: context.DestinationOf(Area, o.Id, o.AgencyId))).Where(o => o.To is not null).Select(o => new MovedThing(
                o.Obligation.Id,
                $"{periods[o.Obligation.PeriodId].Name}, chốt {o.Obligation.CutOff:dd/MM/yyyy}: {context.Agencies[o.Obligation.AgencyId].NameOn(o.Obligation.CutOff).Name}",
                o.Obligation.AgencyId, o.To)),
        ];
    }

    /// <inheritdoc />
    public async Task Apply(SuccessionContext context, IReadOnlyList<MovedThing> things, CancellationToken cancel)
    {
        var open = (await Open(context, cancel)).ToDictionary(o => o.Id);
        foreach (var thing in things)
            open[thing.Id].Transfer(thing.To!.Value, context.Order.EffectiveOn);
    }

    private static async Task<List<Obligation>> Open(SuccessionContext context, CancellationToken cancel) =>
        context.Sources.Count == 0 ? []
        : [.. (await context.Changes.Obligations.OwedBy(context.Sources, context.Order.EffectiveOn, cancel)).Where(o => o.IsOpen)];
}
