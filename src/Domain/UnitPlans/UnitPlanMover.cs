using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.UnitPlans;

/// <summary>
/// What remains of agencies' own plans goes to the heirs by share, from the day on, as versions of the quantities: whole units by largest
/// remainder. Who did what before stays as it was, and the sums of quantities before and after are the same. An heir without a plan gets a
/// draft to be numbered.
/// </summary>
public sealed class UnitPlanMover(BusinessClock clock) : ISuccessionMover
{
    /// <inheritdoc />
    public string Area => "unitPlans";

    /// <inheritdoc />
    public string Entity => UnitPlanHistory.Entity;

    /// <inheritdoc />
    public async Task<IReadOnlyList<MovedThing>> Find(SuccessionContext context, CancellationToken cancel)
    {
        var things = new List<MovedThing>();
        foreach (var (plan, city) in await Open(context, cancel))
        {
            var rows = await Remaining(context, plan, city, cancel);
            // Given by share and not chosen: one that goes on keeps its plan, what it gives away goes to the others.
            var to = context.Order.To.Where(t => t.AgencyId != plan.AgencyId && t.Share > 0).MaxBy(t => t.Share)?.AgencyId;
            if (rows.Count > 0 && to is not null)
                things.Add(new(plan.Id, $"Kế hoạch đơn vị {UnitPlanWords.NumberOf(plan)}: {rows.Count} hoạt động còn phải làm", plan.AgencyId, to) { Follows = true });
        }
        return things;
    }

    /// <inheritdoc />
    public async Task Apply(SuccessionContext context, IReadOnlyList<MovedThing> things, CancellationToken cancel)
    {
        var open = (await Open(context, cancel)).ToDictionary(p => p.Plan.Id);
        foreach (var thing in things)
        {
            var (plan, city) = open[thing.Id];
            var rows = await Remaining(context, plan, city, cancel);
            var heirs = context.Order.To;
            var plansOfHeirs = (await context.Changes.UnitPlans.OfAgencies(heirs.Select(h => h.AgencyId).ToHashSet(), cancel)).Where(p => p.PlanId == plan.PlanId).ToDictionary(p => p.AgencyId);
            foreach (var (row, left) in rows)
                Move(context, plan, row, left, heirs, plansOfHeirs);
            plan.Version++;
        }
    }

    private void Move(
        SuccessionContext context, UnitPlan plan, UnitActivity row, decimal left, IReadOnlyList<SuccessionShare> heirs, Dictionary<Guid, UnitPlan> plansOfHeirs)
    {
        var from = context.Order.EffectiveOn;
        var parts = row.Quantities.Count == 0 ? [.. heirs.Select(_ => 0m)] : RemainingTargets.Split(left, [.. heirs.Select(h => h.Share)], decimal.IsInteger(left));
        var reason = $"Sắp xếp đơn vị theo {context.Order.Document.Number} ngày {context.Order.Document.Date:dd/MM/yyyy}";
        foreach (var (heir, part) in heirs.Zip(parts).Where(p => p.First.AgencyId != plan.AgencyId))
        {
            if (row.Quantities.Count > 0 && part == 0)
                continue;
            var own = plansOfHeirs.GetValueOrDefault(heir.AgencyId) ?? (plansOfHeirs[heir.AgencyId] = Inherit(context, plan, heir.AgencyId));
            Give(context, own, row, part, from, reason);
        }
        if (row.Quantities.Count > 0)
            Add(row, row.QuantityOn(from)!.Value - left + heirs.Zip(parts).Where(p => p.First.AgencyId == plan.AgencyId).Sum(p => p.Second), from, reason);
        if (context.Order.Ended.Contains(plan.AgencyId))
            (row.EndedOn, row.EndedReason) = (row.EndedOn ?? from, row.EndedReason ?? reason);
    }

    private void Give(SuccessionContext context, UnitPlan heir, UnitActivity row, decimal part, DateOnly from, string reason)
    {
        var same = heir.Activities.Find(a => a.RunsOn(from) && a.CityActivityId == row.CityActivityId && VietnameseText.Fold(a.Unit) == VietnameseText.Fold(row.Unit)
            && (row.CityActivityId is not null || VietnameseText.Fold(a.Title) == VietnameseText.Fold(row.Title)));
        if (same is not null)
        {
            if (row.Quantities.Count > 0)
                Add(same, same.QuantityOn(from)!.Value + part, from, reason);
        }
        else
        {
            same = new UnitActivity
            {
                UnitPlanId = heir.Id, Order = heir.NextOrder, Title = row.Title, Channel = row.Channel, Unit = row.Unit, Time = row.Time,
                QuantityWording = row.Quantities.Count > 0 ? "" : row.QuantityWording, CityActivityId = row.CityActivityId, CityTargetId = row.CityTargetId,
            };
            if (row.Quantities.Count > 0)
                same.Quantities.Add(new(0, part, from, reason, "PlanTracker", clock.UtcNow));
            context.Changes.UnitPlans.Add(heir, same);
        }
        heir.Version++;
        context.Changes.Record(UnitPlanHistory.Row(
            Access.Actor.System with { Door = Access.Door.Succession }, clock.UtcNow, heir, "inherit", null, UnitPlanHistory.Of(heir, same), reason));
    }

    private static UnitPlan Inherit(SuccessionContext context, UnitPlan plan, Guid heir)
    {
        var made = new UnitPlan
        {
            PlanId = plan.PlanId, AgencyId = heir, Title = plan.Title,
            Note = $"Nhận phần còn lại của Kế hoạch {UnitPlanWords.NumberOf(plan)} của {context.Agencies[plan.AgencyId].NameOn(context.Order.EffectiveOn.AddDays(-1)).Name}.",
        };
        made.KeepSearchText();
        context.Changes.UnitPlans.Add(made);
        return made;
    }

    private void Add(UnitActivity row, decimal value, DateOnly from, string reason) =>
        row.Quantities.Add(new(row.Quantities.Max(q => q.Number) + 1, value, from, reason, "PlanTracker", clock.UtcNow));

    // Issued plans whose time is not over on the day.
    private static async Task<List<(UnitPlan Plan, Plan City)>> Open(SuccessionContext context, CancellationToken cancel)
    {
        var open = new List<(UnitPlan, Plan)>();
        if (context.Sources.Count == 0)
            return open;
        foreach (var plan in (await context.Changes.UnitPlans.OfAgencies(context.Sources, cancel)).Where(p => p.Status is UnitPlanStatus.Issued).OrderBy(p => p.IssuedOn).ThenBy(p => p.Id))
        {
            if (await context.Changes.Plans.Load(plan.PlanId, cancel) is { } city && city.To >= context.Order.EffectiveOn)
                open.Add((plan, city));
        }
        return open;
    }

    // Activities that go on, with what is left of their quantity on the day before; 0 of those without one.
    private static async Task<List<(UnitActivity Row, decimal Left)>> Remaining(SuccessionContext context, UnitPlan plan, Plan city, CancellationToken cancel)
    {
        var from = context.Order.EffectiveOn;
        var done = await context.Changes.UnitPlans.Done(city.Id, from.AddDays(-1), cancel);
        return
        [
            .. plan.Activities.Where(a => a.RunsOn(from)).OrderBy(a => a.Order)
                .Select(a => (a, new TargetStand(a.QuantityOn(from) ?? 0, done.GetValueOrDefault(a.Id, UnitDone.None).ToDate).Remaining))
                .Where(r => r.a.Quantities.Count == 0 ? context.Order.Ended.Contains(plan.AgencyId) : r.Remaining > 0),
        ];
    }
}
