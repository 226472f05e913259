using PlanTracker.Domain.Activities;

namespace PlanTracker.Domain.Agencies;

/// <summary>People: they work for the heir from the day on.</summary>
public sealed class PeopleMover : ISuccessionMover
{
    /// <inheritdoc />
    public string Area => "users";

    /// <inheritdoc />
    public string Entity => "account";

    /// <inheritdoc />
    public async Task<IReadOnlyList<MovedThing>> Find(SuccessionContext context, CancellationToken cancel)
    {
        var people = await context.Changes.Agencies.PeopleOf(context.Sources, context.Order.EffectiveOn, cancel);
        return [.. people.OrderBy(p => p.UserName, StringComparer.Ordinal)
            .Select(p => new MovedThing(p.AccountId, $"{p.FullName} ({p.UserName})", p.AgencyId, context.DestinationOf(Area, p.AccountId, p.AgencyId)))];
    }

    /// <inheritdoc />
    public async Task Apply(SuccessionContext context, IReadOnlyList<MovedThing> things, CancellationToken cancel)
    {
        foreach (var thing in things)
            await context.Changes.Agencies.MovePerson(thing.Id, thing.To!.Value, context.Order.EffectiveOn, cancel);
    }
}

/// <summary>
/// Leads of activities that are not over: the plan lasts to the day or beyond it, or its figures can still be reported because no issued
/// report has closed them.
/// </summary>
public sealed class LeadMover : ISuccessionMover
{
    /// <inheritdoc />
    public string Area => "leads";

    /// <inheritdoc />
    public string Entity => "activity";

    /// <inheritdoc />
    public async Task<IReadOnlyList<MovedThing>> Find(SuccessionContext context, CancellationToken cancel)
    {
        var things = new List<MovedThing>();
        foreach (var led in await Open(context, cancel))
        {
            var lead = led.Activity.LeadOn(context.Order.EffectiveOn);
            things.Add(new(led.Activity.Id, $"{led.PlanNumber}, dòng {led.Activity.Order}. {led.Activity.ShortTitle}", lead,
                context.DestinationOf(Area, led.Activity.Id, lead)));
        }
        return things;
    }

    /// <inheritdoc />
    public async Task Apply(SuccessionContext context, IReadOnlyList<MovedThing> things, CancellationToken cancel)
    {
        var activities = (await Open(context, cancel)).ToDictionary(l => l.Activity.Id, l => l.Activity);
        foreach (var thing in things)
        {
            activities[thing.Id].Leads.Add(new ActivityLead(thing.To!.Value, context.Order.EffectiveOn));
            activities[thing.Id].Version++;
        }
    }

    /// <summary>The activities that go to another lead with their agency.</summary>
    internal static async Task<List<LedActivity>> Open(SuccessionContext context, CancellationToken cancel)
    {
        var open = new List<LedActivity>();
        foreach (var plan in (await context.Changes.Agencies.LedBy(context.Sources, context.Order.EffectiveOn, cancel)).GroupBy(l => l.Activity.PlanId))
        {
            if (plan.First().PlanTo >= context.Order.EffectiveOn
                || await context.Changes.Entries.LockedUntil(plan.Key, cancel) is not { } locked || locked < plan.First().PlanTo)
                open.AddRange(plan.OrderBy(l => l.Activity.Order));
        }
        return open;
    }
}

/// <summary>Child agencies: they hang under the heir, or under the agency chosen, from the day on.</summary>
public sealed class ChildMover : ISuccessionMover
{
    /// <inheritdoc />
    public string Area => "children";

    /// <inheritdoc />
    public string Entity => "agency";

    /// <inheritdoc />
    public Task<IReadOnlyList<MovedThing>> Find(SuccessionContext context, CancellationToken cancel)
    {
        var order = context.Order;
        return Task.FromResult<IReadOnlyList<MovedThing>>([.. context.Agencies.Values
            .Where(a => !order.Ended.Contains(a.Id) && (a.ValidTo is null || a.ValidTo >= order.EffectiveOn))
            .Select(a => (Agency: a, Parent: a.ParentOn(DayOf(a, order))))
            .Where(c => c.Parent is { } parent && context.Sources.Contains(parent))
            .OrderBy(c => c.Agency.NameOn(order.EffectiveOn).Name, VietnameseText.Order)
            .Select(c => new MovedThing(
                c.Agency.Id, c.Agency.NameOn(order.EffectiveOn).Name, c.Parent!.Value, Destination(context, c.Agency.Id, c.Parent.Value)))]);
    }

    /// <inheritdoc />
    public Task Apply(SuccessionContext context, IReadOnlyList<MovedThing> things, CancellationToken cancel)
    {
        foreach (var thing in things)
        {
            var child = context.Agencies[thing.Id];
            var day = DayOf(child, context.Order);
            child.Parents.RemoveAll(p => p.From == day);
            child.Parents.Add(new AgencyParent(thing.To, day));
            child.Version++;
        }
        return Task.CompletedTask;
    }

    // The heir of an agency may be its child: it takes the place of its parent.
    private Guid? Destination(SuccessionContext context, Guid child, Guid parent) =>
        context.DestinationOf(Area, child, parent) is var to && to != child ? to : context.Agencies[parent].ParentOn(context.Order.EffectiveOn);

    /// <summary>The first day of the new order on which the child exists.</summary>
    internal static DateOnly DayOf(Agency child, SuccessionOrder order) =>
        child.ValidFrom is { } first && first > order.EffectiveOn ? first : order.EffectiveOn;
}
