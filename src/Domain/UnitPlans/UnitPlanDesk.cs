using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.UnitPlans;

/// <summary>
/// Use cases of the heads of agencies' own plans: drafted by the agency, or by Sở Nội vụ for it; issued by its number and day; changed with a
/// reason after that. One plan per agency and city plan.
/// </summary>
public sealed class UnitPlanDesk(IStore store, IPlanLibrary plans, IAgencyRegister register, BusinessClock clock)
{
    /// <summary>Begins an agency's plan under a city plan.</summary>
    public async Task<Result<UnitPlan>> Draft(Actor actor, Guid planId, Result<UnitPlanOrder> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } noReader)
            return noReader;
        if (await plans.Find(planId, cancel) is not { } city)
            return PlanReading.UnknownPlan;
        if (actor.Demand(Operation.KeepUnitPlans) is { } notAllowed)
            return notAllowed;
        if (input.Refused(out var unreadable, out var typed))
            return unreadable;
        var order = UnitPlanRules.Clean(typed);
        var agencyId = order.AgencyId ?? actor.Agency?.Id ?? Guid.Empty;
        var agency = (await register.All(cancel)).GetValueOrDefault(agencyId);
        if (agency is not null && !actor.MayKeep(agencyId))
            return Rights.NotAllowed();
        return await store.Write(actor, async changes =>
        {
            if (UnitPlanRules.Check(order, city, agency, null, await Around(changes, agency, order.ParentId, cancel), clock.Today) is { } invalid)
                return invalid;
            if ((await changes.UnitPlans.OfAgencies(new HashSet<Guid> { agencyId }, cancel)).Any(p => p.PlanId == planId))
                return Refusal.Conflict("unit-plans.there", $"Đơn vị đã có kế hoạch thực hiện Kế hoạch {city.Number}. Mỗi đơn vị có một kế hoạch cho mỗi kế hoạch của thành phố.");
            var plan = new UnitPlan { PlanId = planId, AgencyId = agencyId, Title = order.Title!, ParentId = order.ParentId, Note = order.Note };
            plan.KeepSearchText();
            changes.UnitPlans.Add(plan);
            changes.Record(UnitPlanHistory.Row(actor, clock.UtcNow, plan, "draft", null, UnitPlanHistory.Head(plan)));
            return (Result<UnitPlan>)plan;
        }, cancel);
    }

    /// <summary>Changes title, parent and note; after issue with a reason.</summary>
    public Task<Result<UnitPlan>> Edit(Actor actor, Guid id, ExpectedVersion version, Result<UnitPlanOrder> input, CancellationToken cancel)
    {
        UnitPlanOrder? order = null;
        return Change(actor, id, UnitPlanVerb.Edit, version, "edit", async (changes, plan, city) =>
        {
            if (input.Refused(out var unreadable, out var typed))
                return unreadable;
            order = UnitPlanRules.Clean(typed);
            if (order.AgencyId is { } other && other != plan.AgencyId)
                return Refusal.Invalid("agencyId", "Không đổi được đơn vị của kế hoạch.");
            var agency = (await register.All(cancel))[plan.AgencyId];
            return UnitPlanRules.Check(order, city, agency, plan, await Around(changes, agency, order.ParentId, cancel), clock.Today);
        }, (_, plan) =>
        {
            (plan.Title, plan.ParentId, plan.Note) = (order!.Title!, order.ParentId, order.Note);
            return Task.FromResult<Refusal?>(null);
        }, () => order?.Reason, cancel);
    }

    /// <summary>Records number and day of issue. The same agency has no two plans of one number in a year. Of an issued plan it mends them, with a reason.</summary>
    public Task<Result<UnitPlan>> Issue(Actor actor, Guid id, ExpectedVersion version, Result<UnitPlanNumber> input, string? reason, CancellationToken cancel)
    {
        UnitPlanNumber? number = null;
        reason = VietnameseText.Clean(reason);
        return Change(actor, id, UnitPlanVerb.Issue, version, "issue", (_, plan, city) =>
        {
            if (input.Refused(out var unreadable, out var typed))
                return Task.FromResult<Refusal?>(unreadable);
            number = typed with { Number = VietnameseText.Clean(typed.Number) };
            if (UnitPlanRules.Check(number, city, clock.Today) is { } invalid)
                return Task.FromResult<Refusal?>(invalid);
            var errors = new FieldErrors();
            if (reason is not null)
                errors.Text("reason", reason, "Lý do thay đổi");
            return Task.FromResult(errors.Refusal);
        }, async (changes, plan) =>
        {
            if (plan.Status is UnitPlanStatus.Issued && reason is null)
                return Refusal.Conflict("unit-plans.issued", "Kế hoạch đã ban hành. Sửa số, ngày thì cần ghi lý do. Chưa có gì thay đổi.");
            if (plan.Activities.Count == 0)
                return Refusal.Conflict("unit-plans.empty", "Kế hoạch chưa có hoạt động nào nên chưa ban hành được.");
            var own = await changes.UnitPlans.OfAgencies(new HashSet<Guid> { plan.AgencyId }, cancel);
            if (own.Any(p => p.Id != plan.Id && p.IssuedOn?.Year == number!.IssuedOn.Year && VietnameseText.Fold(p.Number ?? "") == VietnameseText.Fold(number.Number!)))
                return Refusal.Conflict("unit-plans.number-taken", $"Số {number!.Number} năm {number.IssuedOn.Year} đã ghi cho một kế hoạch khác của đơn vị. Chưa có gì thay đổi.");
            (plan.Number, plan.IssuedOn, plan.Status) = (number!.Number, number.IssuedOn, UnitPlanStatus.Issued);
            return null;
        }, () => reason, cancel);
    }

    /// <summary>Lets others copy the activities of an issued plan, or no longer.</summary>
    public Task<Result<UnitPlan>> Mark(Actor actor, Guid id, ExpectedVersion version, Result<bool> isModel, CancellationToken cancel) =>
        Change(actor, id, UnitPlanVerb.Model, version, "model", (_, _, _) => Task.FromResult(isModel.Refusal), (_, plan) =>
        {
            plan.IsModel = isModel.Value;
            return Task.FromResult<Refusal?>(null);
        }, null, cancel);

    /// <summary>Throws a draft away.</summary>
    public Task<Result<UnitPlan>> Discard(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel) =>
        Change(actor, id, UnitPlanVerb.Discard, version, "discard", (_, _, _) => Task.FromResult<Refusal?>(null), (changes, plan) =>
        {
            changes.UnitPlans.Remove(plan);
            return Task.FromResult<Refusal?>(null);
        }, null, cancel);

    private async Task<Result<UnitPlan>> Change(
        Actor actor, Guid id, UnitPlanVerb verb, ExpectedVersion version, string what, Func<IChanges, UnitPlan, Plan, Task<Refusal?>> check,
        Func<IChanges, UnitPlan, Task<Refusal?>> apply, Func<string?>? reason, CancellationToken cancel) =>
        actor.Demand(Operation.ReadFigures) is { } noReader ? noReader : await store.Write(actor, async changes =>
        {
            if (await changes.UnitPlans.Load(id, cancel) is not { } plan || !actor.Sees(plan))
                return UnitPlanAccess.Unknown;
            if (!actor.May(plan, verb))
                return Rights.NotAllowed();
            if ((await check(changes, plan, (await plans.Find(plan.PlanId, cancel))!) ?? version.Check(plan.Version)) is { } refused)
                return refused;
            if (!UnitPlanAccess.Fits(plan, verb))
                return UnitPlanAccess.WrongState(plan);
            var before = UnitPlanHistory.Head(plan);
            if (await apply(changes, plan) is { } forbidden)
                return forbidden;
            plan.KeepSearchText();
            plan.Version++;
            changes.Record(UnitPlanHistory.Row(actor, clock.UtcNow, plan, what, before, verb is UnitPlanVerb.Discard ? null : UnitPlanHistory.Head(plan), reason?.Invoke()));
            return (Result<UnitPlan>)plan;
        }, cancel);

    // What a parent is judged by: the plans of the agency, of the ones above it, and the one that was named.
    private async Task<IReadOnlyList<UnitPlan>> Around(IChanges changes, Agency? agency, Guid? parentId, CancellationToken cancel)
    {
        if (agency is null || parentId is null)
            return [];
        var agencies = await register.All(cancel);
        var around = new HashSet<Guid> { agency.Id };
        for (var above = agency.ParentOn(clock.Today); above is { } id && around.Add(id); above = agencies[id].ParentOn(clock.Today))
        {
        }
        var found = (await changes.UnitPlans.OfAgencies(around, cancel)).ToList();
        if (found.TrueForAll(p => p.Id != parentId) && await changes.UnitPlans.Load(parentId.Value, cancel) is { } named)
            found.Add(named);
        return found;
    }
}
