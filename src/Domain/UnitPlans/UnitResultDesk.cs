using PlanTracker.Domain.Access;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.UnitPlans;

/// <summary>
/// Use cases of results of agencies' own activities: recorded by the agency or by Sở Nội vụ for it, confirmed by the agency's head or by Sở Nội vụ,
/// never by who recorded it. Days of issued reports are locked as they are for the city's entries.
/// </summary>
public sealed class UnitResultDesk(IStore store, IPlanLibrary plans, BusinessClock clock)
{
    /// <summary>Records a result; it waits for confirmation.</summary>
    public async Task<Result<UnitResult>> Log(Actor actor, Guid planId, Guid activityId, Result<UnitResultOrder> input, CancellationToken cancel) =>
        actor.Demand(Operation.ReadFigures) is { } noReader ? noReader : await store.Write(actor, async changes =>
        {
            if (await changes.UnitPlans.Load(planId, cancel) is not { } plan || !actor.Sees(plan))
                return UnitPlanAccess.Unknown;
            if (plan.Activities.Find(a => a.Id == activityId) is not { } activity)
                return UnitPlanAccess.UnknownActivity;
            if (!actor.May(plan, UnitPlanVerb.Log))
                return Rights.NotAllowed();
            if (input.Refused(out var unreadable, out var typed))
                return unreadable;
            var order = UnitPlanRules.Clean(typed);
            var city = (await plans.Find(plan.PlanId, cancel))!;
            if (UnitPlanRules.Check(order, activity, city, clock.Today) is { } invalid)
                return invalid;
            if (!UnitPlanAccess.Fits(plan, UnitPlanVerb.Log))
                return UnitPlanAccess.WrongState(plan);
            if (await Forbidden(changes, plan, activity, order, null, cancel) is { } conflict)
                return conflict;
            var result = new UnitResult
            {
                PlanId = plan.PlanId,
                UnitPlanId = plan.Id,
                UnitActivityId = activity.Id,
                Date = order.Date,
                CountedOn = order.Date,
                Title = order.Title!,
                CreatedById = actor.AccountId,
                CreatedByName = actor.FullName,
                CreatedAt = clock.UtcNow,
                IsOnBehalf = !actor.WorksFor(plan.AgencyId),
            };
            Fill(result, order);
            changes.UnitPlans.Add(result);
            changes.Record(UnitPlanHistory.Row(actor, clock.UtcNow, plan, "log", null, UnitPlanHistory.Of(result), null, result));
            Prove(changes, actor, result, order);
            return (Result<UnitResult>)result;
        }, cancel);

    /// <summary>Changes a result that waits or was returned; it waits again.</summary>
    public Task<Result<UnitResult>> Edit(Actor actor, Guid id, ExpectedVersion version, Result<UnitResultOrder> input, CancellationToken cancel)
    {
        UnitResultOrder? order = null;
        return Change(actor, id, UnitResultVerb.Edit, version, "edit", async (changes, plan, activity, result) =>
        {
            if (input.Refused(out var unreadable, out var typed))
                return unreadable;
            order = UnitPlanRules.Clean(typed);
            return UnitPlanRules.Check(order, activity, (await plans.Find(plan.PlanId, cancel))!, clock.Today, await changes.Attachments.CountOf(id, cancel) > 0);
        }, async (changes, plan, activity, result) =>
        {
            if (await Locked(changes, plan.PlanId, result.Date, cancel) is { } locked && result.Status is not UnitResultStatus.Returned)
                return locked;
            if (await Forbidden(changes, plan, activity, order!, result, cancel) is { } conflict)
                return conflict;
            (result.Date, result.CountedOn, result.Title, result.Status) = (order!.Date, order.Date, order.Title!, UnitResultStatus.Submitted);
            Fill(result, order);
            Prove(changes, actor, result, order);
            return null;
        }, null, cancel);
    }

    /// <summary>Confirms a result; it counts from now on, on the first open day if its date was locked meanwhile.</summary>
    public Task<Result<UnitResult>> Confirm(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel) =>
        Change(actor, id, UnitResultVerb.Confirm, version, "confirm", (_, _, _, _) => Task.FromResult<Refusal?>(null), async (changes, plan, activity, result) =>
        {
            if (result.Quantity is < 0 and var less
                && (await changes.UnitPlans.Done(plan.PlanId, DateOnly.MaxValue, cancel)).GetValueOrDefault(activity.Id, UnitDone.None).ToDate + less < 0)
                return BelowZero;
            result.CountedOn = await changes.Entries.LockedUntil(plan.PlanId, cancel) is { } locked && result.Date <= locked ? locked.AddDays(1) : result.Date;
            Decide(result, actor, UnitResultStatus.Confirmed, null);
            return null;
        }, null, cancel);

    /// <summary>Returns a result with a reason.</summary>
    public Task<Result<UnitResult>> Return(Actor actor, Guid id, ExpectedVersion version, Result<EntryReason> input, CancellationToken cancel) =>
        Change(actor, id, UnitResultVerb.Return, version, "return", (_, _, _, _) => Task.FromResult(EntryReason.Check(input)), (_, _, _, result) =>
        {
            Decide(result, actor, UnitResultStatus.Returned, input.Value!.Reason);
            return Task.FromResult<Refusal?>(null);
        }, () => input.Value?.Reason, cancel);

    /// <summary>Withdraws a result with a reason; a confirmed one while its day is open.</summary>
    public Task<Result<UnitResult>> Withdraw(Actor actor, Guid id, ExpectedVersion version, Result<EntryReason> input, CancellationToken cancel) =>
        Change(actor, id, UnitResultVerb.Withdraw, version, "withdraw", (_, _, _, _) => Task.FromResult(EntryReason.Check(input)), async (changes, plan, activity, result) =>
        {
            if (result.Status is UnitResultStatus.Confirmed && await Locked(changes, plan.PlanId, result.CountedOn, cancel) is { } locked)
                return locked;
            if (result is { Status: UnitResultStatus.Confirmed, Quantity: > 0 and var taken }
                && (await changes.UnitPlans.Done(plan.PlanId, DateOnly.MaxValue, cancel)).GetValueOrDefault(activity.Id, UnitDone.None).ToDate < taken)
                return BelowZero;
            Decide(result, actor, UnitResultStatus.Withdrawn, input.Value!.Reason);
            return null;
        }, () => input.Value?.Reason, cancel);

    private static Refusal BelowZero { get; } = Refusal.Conflict("unit-results.below-zero", "Tổng số lượng của hoạt động không được nhỏ hơn 0. Chưa có gì thay đổi.");

    private void Decide(UnitResult result, Actor actor, UnitResultStatus status, string? reason) =>
        (result.Status, result.DecidedByName, result.DecidedAt, result.Reason) = (status, actor.FullName, clock.UtcNow, VietnameseText.Clean(reason));

    private static void Fill(UnitResult result, UnitResultOrder order) =>
        (result.Quantity, result.Note, result.NoEvidenceReason) = (order.Quantity, order.Note, order.NoEvidenceReason);

    private void Prove(IChanges changes, Actor actor, UnitResult result, UnitResultOrder order)
    {
        var evidence = new List<Evidence>();
        if (order.Url is not null)
            evidence.Add(new() { Kind = EvidenceKind.Link, Url = order.Url });
        if (order.Document is { } document)
            evidence.Add(new() { Kind = EvidenceKind.Document, Number = document.Number, Date = document.Date });
        foreach (var piece in evidence.Select(e => e with { AddedByName = actor.FullName, AddedAt = clock.UtcNow }))
            changes.Attachments.Add(new() { Id = piece.Id, Entity = UnitPlanHistory.ResultEntity, OwnerId = result.Id, Evidence = piece });
    }

    private static async Task<Refusal?> Forbidden(IChanges changes, UnitPlan plan, UnitActivity activity, UnitResultOrder order, UnitResult? own, CancellationToken cancel)
    {
        if (await Locked(changes, plan.PlanId, order.Date, cancel) is { } locked && own?.Date != order.Date)
            return locked;
        if (order.Quantity is not < 0)
            return null;
        var done = (await changes.UnitPlans.Done(plan.PlanId, DateOnly.MaxValue, cancel)).GetValueOrDefault(activity.Id, UnitDone.None);
        var waiting = done.Pending - (own?.Status is UnitResultStatus.Submitted ? own.Quantity ?? 0 : 0);
        return done.ToDate + Math.Min(0, waiting) + order.Quantity < 0 ? BelowZero : null;
    }

    private static async Task<Refusal?> Locked(IChanges changes, Guid planId, DateOnly day, CancellationToken cancel) =>
        await changes.Entries.LockedUntil(planId, cancel) is { } until && day <= until
            ? Refusal.Conflict("progress.period-locked", $"Số liệu đến hết ngày {until:dd/MM/yyyy} đã ban hành báo cáo nên không đổi được. Hãy ghi điều chỉnh ở ngày còn mở.") : null;

    private async Task<Result<UnitResult>> Change(
        Actor actor, Guid id, UnitResultVerb verb, ExpectedVersion version, string what, Func<IChanges, UnitPlan, UnitActivity, UnitResult, Task<Refusal?>> check,
        Func<IChanges, UnitPlan, UnitActivity, UnitResult, Task<Refusal?>> apply, Func<string?>? reason, CancellationToken cancel) =>
        actor.Demand(Operation.ReadFigures) is { } noReader ? noReader : await store.Write(actor, async changes =>
        {
            if (await changes.UnitPlans.LoadResult(id, cancel) is not { } result || await changes.UnitPlans.Load(result.UnitPlanId, cancel) is not { } plan || !actor.Sees(plan, result))
                return UnitPlanAccess.UnknownResult;
            if (!actor.May(plan, result, verb))
                return Rights.NotAllowed();
            var activity = plan.Activities.First(a => a.Id == result.UnitActivityId);
            if ((await check(changes, plan, activity, result) ?? version.Check(result.Version)) is { } refused)
                return refused;
            if (!UnitPlanAccess.Fits(result, verb))
                return Refusal.Conflict("unit-results.wrong-state", $"Kết quả đang ở trạng thái “{UnitPlanWords.NameOf(result.Status)}” nên không làm được việc này. Chưa có gì thay đổi.");
            var before = UnitPlanHistory.Of(result);
            if (await apply(changes, plan, activity, result) is { } forbidden)
                return forbidden;
            result.Version++;
            changes.Record(UnitPlanHistory.Row(actor, clock.UtcNow, plan, what, before, UnitPlanHistory.Of(result), reason?.Invoke(), result));
            return (Result<UnitResult>)result;
        }, cancel);
}
