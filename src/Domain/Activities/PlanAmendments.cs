using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Activities;

/// <summary>
/// Use cases that change an issued plan (điều chỉnh): versions of targets, phasing, due dates, activities added and stopped. What was
/// reported stays as it was: every amendment has its first day, and figures of earlier days do not see it.
/// </summary>
public sealed class PlanAmendments(IStore store, IProgressBook book, IAgencyRegister register, BusinessClock clock)
{
    /// <summary>The refusal for a target that is not there.</summary>
    public static Refusal UnknownTarget { get; } = Refusal.NotFound("targets.unknown", "Không có chỉ tiêu này trong hoạt động.");

    /// <summary>
    /// Records a new value of a target. Another unit closes the target and opens a new one. Less than is done already is refused
    /// (<c>targets.below-done</c>) unless confirmed.
    /// </summary>
    public Task<Result<Activity>> AddVersion(
        Actor actor, Guid activityId, Guid targetId, Result<NewTargetVersion> input, CancellationToken cancel) =>
        Amend(actor, activityId, ExpectedVersion.Any, "change-target", async (plan, activity) =>
        {
            if (activity.Targets.Find(t => t.Id == targetId) is not { } target)
                return UnknownTarget;
            if (actor.Demand(Operation.ChangeTargets) is { } notAllowed)
                return notAllowed;
            if (input.Refused(out var unreadable, out var typed))
                return unreadable;
            var version = Clean(typed);
            if (TargetRules.Check(version, plan, target, clock.Today) is { } invalid)
                return invalid;
            if (target.ClosedOn is not null)
                return Refusal.Conflict("targets.closed", "Chỉ tiêu này đã được thay bằng chỉ tiêu có đơn vị tính khác.");
            var isOtherUnit = VietnameseText.Fold(version.Unit) != VietnameseText.Fold(target.Unit) && version.Unit.Length > 0;
            if (!isOtherUnit && !version.ConfirmBelowDone && version.Value < await Done(plan, target, cancel))
                return Refusal.Conflict("targets.below-done", $"Đã thực hiện {VietnameseNumber.Show(await Done(plan, target, cancel))} {target.Unit}, nhiều hơn chỉ tiêu mới. Hãy xác nhận nếu đúng là như vậy.");
            if (isOtherUnit)
                Replace(activity, target, version, actor);
            else
                target.Versions.Add(new(target.Versions.Max(v => v.Number) + 1, version.Value, version.EffectiveOn, version.Document, version.Reason, actor.FullName, clock.UtcNow));
            return null;
        }, () => input.Value?.Reason, cancel);

    /// <summary>Sets dated cumulative amounts of a target: by its lead or by Sở Nội vụ.</summary>
    public Task<Result<Activity>> Phase(
        Actor actor, Guid activityId, Guid targetId, ExpectedVersion expected, Result<Phasing> input, CancellationToken cancel) =>
        Amend(actor, activityId, expected, "phase", (plan, activity) =>
        {
            if (activity.Targets.Find(t => t.Id == targetId) is not { } target)
                return Task.FromResult<Refusal?>(UnknownTarget);
            if (LeadOnly(actor, activity) is { } notAllowed)
                return Task.FromResult<Refusal?>(notAllowed);
            if (input.Refused(out var unreadable, out var phasing))
                return Task.FromResult<Refusal?>(unreadable);
            phasing = phasing with { Reason = VietnameseText.Clean(phasing.Reason) ?? "" };
            if (TargetRules.Check(phasing, plan, target, clock.Today) is { } invalid)
                return Task.FromResult<Refusal?>(invalid);
            target.Milestones.Clear();
            target.Milestones.AddRange(phasing.Milestones);
            activity.Amendments.Add(Note(actor, AmendmentKind.Phased, clock.Today, null, phasing.Reason));
            return Task.FromResult<Refusal?>(null);
        }, () => input.Value?.Reason, cancel);

    /// <summary>Moves the due date within the plan's time: by the lead or by Sở Nội vụ, with who and why.</summary>
    public Task<Result<Activity>> MoveDueDate(
        Actor actor, Guid activityId, ExpectedVersion expected, Result<NewDueDate> input, CancellationToken cancel) =>
        Amend(actor, activityId, expected, "move-due-date", (plan, activity) =>
        {
            if (LeadOnly(actor, activity) is { } notAllowed)
                return Task.FromResult<Refusal?>(notAllowed);
            if (input.Refused(out var unreadable, out var due))
                return Task.FromResult<Refusal?>(unreadable);
            due = due with { Reason = VietnameseText.Clean(due.Reason) ?? "" };
            if (TargetRules.Check(due, plan) is { } invalid)
                return Task.FromResult<Refusal?>(invalid);
            activity.Amendments.Add(Note(actor, AmendmentKind.DueDateMoved, clock.Today, null, due.Reason, activity.DueOn));
            activity.DueOn = due.DueOn;
            return Task.FromResult<Refusal?>(null);
        }, () => input.Value?.Reason, cancel);

    /// <summary>Stops an activity from a day on; what was done stays.</summary>
    public Task<Result<Activity>> Stop(Actor actor, Guid activityId, ExpectedVersion expected, Result<ActivityStop> input, CancellationToken cancel) =>
        Amend(actor, activityId, expected, "stop", (plan, activity) =>
        {
            if (actor.Demand(Operation.ChangeTargets) is { } notAllowed)
                return Task.FromResult<Refusal?>(notAllowed);
            if (input.Refused(out var unreadable, out var stop))
                return Task.FromResult<Refusal?>(unreadable);
            stop = stop with { Document = Clean(stop.Document), Reason = VietnameseText.Clean(stop.Reason) ?? "" };
            if (TargetRules.Check(stop, plan, clock.Today) is { } invalid)
                return Task.FromResult<Refusal?>(invalid);
            if (activity.CancelledOn is not null)
                return Task.FromResult<Refusal?>(Refusal.Conflict("activities.stopped", "Hoạt động này đã dừng thực hiện."));
            (activity.CancelledOn, activity.CancelledReason) = (stop.On, stop.Reason);
            activity.Amendments.Add(Note(actor, AmendmentKind.Cancelled, stop.On, stop.Document, stop.Reason));
            return Task.FromResult<Refusal?>(null);
        }, () => input.Value?.Reason, cancel);

    /// <summary>Takes stopping back.</summary>
    public Task<Result<Activity>> Resume(Actor actor, Guid activityId, ExpectedVersion expected, Result<EntryReason> input, CancellationToken cancel) =>
        Amend(actor, activityId, expected, "resume", (_, activity) =>
        {
            if (actor.Demand(Operation.ChangeTargets) is { } notAllowed)
                return Task.FromResult<Refusal?>(notAllowed);
            if (EntryReason.Check(input) is { } invalid)
                return Task.FromResult<Refusal?>(invalid);
            if (activity.CancelledOn is null)
                return Task.FromResult<Refusal?>(Refusal.Conflict("activities.not-stopped", "Hoạt động này không ở trạng thái dừng thực hiện."));
            (activity.CancelledOn, activity.CancelledReason) = (null, null);
            activity.Amendments.Add(Note(actor, AmendmentKind.Resumed, clock.Today, null, input.Value!.Reason));
            return Task.FromResult<Refusal?>(null);
        }, () => input.Value?.Reason, cancel);

    /// <summary>Adds an activity to an issued plan: its number is the next one.</summary>
    public async Task<Result<Activity>> Add(Actor actor, Guid planId, Result<NewActivity> input, CancellationToken cancel) =>
        actor.Demand(Operation.ReadFigures) is { } refusal ? refusal : await store.Write(actor, async changes =>
        {
            if (await changes.Plans.Load(planId, cancel) is not { } plan || plan.Status is PlanStatus.Draft)
                return PlanReading.UnknownPlan;
            if (actor.Demand(Operation.ChangeTargets) is { } notAllowed)
                return notAllowed;
            if (input.Refused(out var unreadable, out var typed))
                return unreadable;
            var agencies = await register.All(cancel);
            var clean = NewActivities.Clean(typed);
            if (TargetRules.Check(clean, plan, clock.Today, id => agencies.TryGetValue(id, out var a) && a.ExistsOn(clean.On)) is { } invalid)
                return invalid;
            var activity = NewActivities.Make(plan, clean);
            activity.Amendments.Add(Note(actor, AmendmentKind.Added, clean.On, clean.Document, clean.Reason));
            plan.Activities.Add(activity);
            changes.Record(ActivityHistory.Row(actor, clock.UtcNow, activity, "add", null, clean.Reason));
            return (Result<Activity>)activity;
        }, cancel);

    private async Task<Result<Activity>> Amend(
        Actor actor, Guid activityId, ExpectedVersion expected, string what, Func<Plan, Activity, Task<Refusal?>> apply,
        Func<string?> reason, CancellationToken cancel) =>
        actor.Demand(Operation.ReadFigures) is { } refusal ? refusal : await store.Write(actor, async changes =>
        {
            if (await changes.Plans.LoadByActivity(activityId, cancel) is not { } plan || plan.Status is PlanStatus.Draft)
                return PlanProgress.UnknownActivity;
            var activity = plan.Activities.First(a => a.Id == activityId);
            var before = ActivityHistory.Fields(activity);
            if (await apply(plan, activity) is { } refused)
                return refused.Kind is RefusalKind.Conflict && expected.Check(activity.Version) is { } stale ? stale : refused;
            if (expected.Check(activity.Version) is { } wrongVersion)
                return wrongVersion;
            activity.Version++;
            changes.Record(ActivityHistory.Row(actor, clock.UtcNow, activity, what, before, reason()));
            return (Result<Activity>)activity;
        }, cancel);

    private async Task<decimal> Done(Plan plan, Target target, CancellationToken cancel)
    {
        var totals = await book.Totals(plan.Id, new TotalsWindow(plan.From, clock.Today, clock.Today), cancel);
        return totals.GetValueOrDefault(target.Id, TargetTotals.None).Resolve(target, await register.All(cancel), clock.Today).ToDate;
    }

    private Refusal? LeadOnly(Actor actor, Activity activity) =>
        actor.May(Operation.ChangeTargets) || (actor.May(Operation.PhaseOwnTargets) && actor.WorksFor(activity.LeadOn(clock.Today)))
            ? null : Rights.NotAllowed();

    private void Replace(Activity activity, Target target, NewTargetVersion version, Actor actor)
    {
        target.ClosedOn = version.EffectiveOn;
        activity.Targets.Add(NewActivities.Successor(activity, target, version, actor.FullName, clock.UtcNow));
    }

    private Amendment Note(Actor actor, AmendmentKind kind, DateOnly on, DocumentRef? document, string reason, DateOnly? oldDueOn = null) =>
        new(kind, on, document, reason, actor.FullName, clock.UtcNow, oldDueOn);

    private static NewTargetVersion Clean(NewTargetVersion version) => version with
    {
        Unit = VietnameseText.Clean(version.Unit) ?? "",
        Document = Clean(version.Document),
        Reason = VietnameseText.Clean(version.Reason) ?? "",
    };

    private static DocumentRef Clean(DocumentRef document) => document with { Number = VietnameseText.Clean(document.Number) ?? "" };
}
