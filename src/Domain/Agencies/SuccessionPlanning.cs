using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.Agencies;

/// <summary>What a succession would move, per area.</summary>
/// <param name="Order">The order, its texts trimmed.</param>
/// <param name="Areas">Areas in their order.</param>
public sealed record SuccessionPreview(SuccessionOrder Order, IReadOnlyList<SuccessionArea> Areas)
{
    /// <summary>The things of an area; none for an area that is not there.</summary>
    public IReadOnlyList<MovedThing> Of(string area) => Areas.FirstOrDefault(a => a.Area == area)?.Things ?? [];
}

/// <summary>The things of one area.</summary>
public sealed record SuccessionArea(string Area, IReadOnlyList<MovedThing> Things)
{
    /// <summary>How many go to another agency, or to one that is still to be named.</summary>
    public int Count => Things.Count(t => t.Moves);
}

/// <summary>Use cases that plan and record successions of agencies: a preview first, then once and for all.</summary>
public sealed class SuccessionPlanning(IStore store, IEnumerable<ISuccessionMover> movers, BusinessClock clock)
{
    /// <summary>What the order would move; nothing is changed. What has no heir yet is listed without one.</summary>
    public async Task<Result<SuccessionPreview>> Preview(Actor actor, Result<SuccessionOrder> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageAgencies) is { } refusal)
            return refusal;
        return await store.Write(actor, async changes =>
            (await Judge(input, changes, cancel)).Refused(out var refused, out var judged)
                ? refused : (Result<SuccessionPreview>)new SuccessionPreview(judged.Context.Order, judged.Areas), cancel);
    }

    /// <summary>Records the succession and moves, from its day on, all that it moves: in one transaction, once.</summary>
    public async Task<Result<Succession>> Apply(Actor actor, Result<SuccessionOrder> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageAgencies) is { } refusal)
            return refusal;
        return await store.Write(actor, async changes =>
        {
            if ((await Judge(input, changes, cancel)).Refused(out var refused, out var judged))
                return refused;
            if (Homeless(judged) is { } homeless)
                return homeless;
            return (Result<Succession>)await Record(actor, judged, changes, cancel);
        }, cancel);
    }

    private async Task<Result<Judged>> Judge(Result<SuccessionOrder> input, IChanges changes, CancellationToken cancel)
    {
        if (input.Refused(out var unreadable, out var asked))
            return unreadable;
        var order = SuccessionRules.Clean(asked);
        var agencies = await changes.Agencies.All(cancel);
        var rules = new SuccessionRules(agencies, await changes.Agencies.Successions(cancel));
        if (rules.Check(order) is { } invalid)
            return invalid;
        var context = new SuccessionContext(order, changes, agencies);
        var areas = new List<SuccessionArea>();
        foreach (var mover in movers)
            areas.Add(new(mover.Area, await mover.Find(context, cancel)));
        if (UnknownChoice(order, areas) is { } unknown)
            return unknown;
        var children = areas.FirstOrDefault(a => a.Area == "children")?.Things ?? [];
        return children.All(c => c.To is not null) && rules.CheckTree(order, children) is { } fault ? fault : new Judged(context, areas);
    }

    private static Refusal? UnknownChoice(SuccessionOrder order, List<SuccessionArea> areas)
    {
        var errors = new FieldErrors();
        foreach (var (area, choices) in order.Choices)
        {
            var things = areas.FirstOrDefault(a => a.Area == area)?.Things.Where(t => !t.Follows).Select(t => t.Id).ToHashSet() ?? [];
            if (choices.Any(c => !things.Contains(c.Id)))
                errors.Add(area, "Có mục được chọn không thuộc các đơn vị được sắp xếp.");
        }
        return errors.Refusal;
    }

    private static Refusal? Homeless(Judged judged)
    {
        var errors = new FieldErrors();
        foreach (var area in judged.Areas.Where(a => a.Things.Any(t => t.To is null && !t.Follows)))
        {
            var homeless = area.Things.Where(t => t.To is null).Select(t => t.Name).ToList();
            var rest = homeless.Count > 3 ? $" và {homeless.Count - 3} mục khác" : "";
            errors.Add(area.Area, $"Chưa có đơn vị tiếp nhận: {string.Join("; ", homeless.Take(3))}{rest}.");
        }
        return errors.Refusal;
    }

    private async Task<Succession> Record(Actor actor, Judged judged, IChanges changes, CancellationToken cancel)
    {
        var (context, areas) = judged;
        var order = context.Order;
        var concerned = order.From.Concat(order.To.Select(t => t.AgencyId)).Distinct().Select(id => context.Agencies[id]).ToList();
        var before = concerned.ToDictionary(a => a.Id, AgencyHistory.Fields);
        var succession = new Succession
        {
            Kind = order.Kind,
            EffectiveOn = order.EffectiveOn,
            From = [.. order.From],
            To = order.Kind is SuccessionKind.Rename ? [new(order.From[0], 1)] : [.. order.To],
            Document = order.Document,
            Moved = [.. areas.Select(a => new SuccessionMove(a.Area, a.Count))],
            RecordedAt = clock.UtcNow,
            RecordedBy = actor.FullName,
        };
        foreach (var mover in movers)
        {
            var things = areas.First(a => a.Area == mover.Area).Things.Where(t => t.Moves).ToList();
            await mover.Apply(context, things, cancel);
            foreach (var thing in things)
                changes.Record(Moved(actor, mover, thing, succession));
        }
        Date(order, context.Agencies);
        changes.Agencies.Add(succession);
        changes.Record(Row(actor, "succession", succession.Id, null, "record", null, AgencyHistory.Write(new
        {
            succession.Kind,
            succession.EffectiveOn,
            succession.From,
            succession.To,
            succession.Document,
            succession.Moved,
            order.Name,
        }), succession));
        foreach (var agency in concerned)
        {
            agency.Version++;
            changes.Record(Row(
                actor, AgencyHistory.Entity, agency.Id, agency.Id, "succession", before[agency.Id], AgencyHistory.Fields(agency), succession));
        }
        return succession;
    }

    private static void Date(SuccessionOrder order, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        foreach (var ended in order.Ended)
            agencies[ended].ValidTo = order.EffectiveOn.AddDays(-1);
        if (order is { Kind: SuccessionKind.Rename, Name: { } name })
        {
            var agency = agencies[order.From[0]];
            agency.Names.Add(new(name.Name, name.ShortName ?? name.Name, order.EffectiveOn, name.Kind));
            agency.SearchText = AgencyRules.SearchTextOf(agency);
        }
    }

    private Change Moved(Actor actor, ISuccessionMover mover, MovedThing thing, Succession succession) => Row(
        actor, mover.Entity, thing.Id, thing.From, "move", AgencyHistory.Write(new { AgencyId = thing.From }),
        AgencyHistory.Write(new { AgencyId = thing.To, From = succession.EffectiveOn, Succession = succession.Id }), succession);

    private Change Row(
        Actor actor, string entity, Guid id, Guid? agencyId, string what, string? old, string? now, Succession succession) => AgencyHistory.Row(
            actor, clock.UtcNow, entity, id, agencyId, what, old, now, Door.Succession,
            $"{succession.Document.Number} ngày {succession.Document.Date:dd/MM/yyyy}");

    private sealed record Judged(SuccessionContext Context, IReadOnlyList<SuccessionArea> Areas);
}
