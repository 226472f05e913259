using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Funding;

/// <summary>
/// Money that an agency leaves when it ends: what was made available for its activities and is not disbursed. It hangs on the activity and
/// goes with its lead from the day on, so nothing is written but history: what was disbursed before stays the old agency's, and the sums are
/// the same before and after.
/// </summary>
public sealed class FundingMover : ISuccessionMover
{
    private const string Leads = "leads";

    /// <inheritdoc />
    public string Area => "money";

    /// <inheritdoc />
    public string Entity => "funding";

    /// <inheritdoc />
    public async Task<IReadOnlyList<MovedThing>> Find(SuccessionContext context, CancellationToken cancel)
    {
        var things = new List<MovedThing>();
        foreach (var led in await LeadMover.Open(context, cancel))
        {
            var before = context.Order.EffectiveOn.AddDays(-1);
            var left = FundingReading.LeftOn(before, await context.Changes.Funding.OfActivity(led.Activity.Id, cancel));
            var lead = led.Activity.LeadOn(context.Order.EffectiveOn);
            if (left > 0)
            {
                var name = $"{led.PlanNumber}, dòng {led.Activity.Order}. {led.Activity.ShortTitle}: còn {FundingWords.Amount(left)} chưa chi";
                things.Add(new(led.Activity.Id, name, lead, context.DestinationOf(Leads, led.Activity.Id, lead)) { Follows = true });
            }
        }
        return things;
    }

    /// <inheritdoc />
    public Task Apply(SuccessionContext context, IReadOnlyList<MovedThing> things, CancellationToken cancel) => Task.CompletedTask;
}
