using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Obligations;

/// <summary>How many obligations were made or put right.</summary>
public sealed record KeptObligations(int Added, int Rerouted, int Transferred, int Dropped, int Resumed)
{
    /// <summary>None.</summary>
    public static KeptObligations None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Both.</summary>
    public static KeptObligations operator +(KeptObligations a, KeptObligations b) => new(
        a.Added + b.Added, a.Rerouted + b.Rerouted, a.Transferred + b.Transferred, a.Dropped + b.Dropped, a.Resumed + b.Resumed);
}

/// <summary>
/// Makes the obligations of periods that have opened, and puts open ones right after agencies, duties or the calendar changed. Doing it
/// again changes nothing; missed runs are caught up by the next. A period that an issued report has locked gets none: nobody could send for it.
/// </summary>
public sealed class ObligationKeeping(
    IStore store, IPlanLibrary plans, IReportingCalendar calendar, IAgencyRegister register, IObligationBook book, IReportArchive archive,
    BusinessClock clock)
{
    /// <summary>Of all plans, by the program itself.</summary>
    public async Task<KeptObligations> KeepAll(CancellationToken cancel)
    {
        var kept = KeptObligations.None;
        for (var page = 1; ; page++)
        {
            var list = await plans.List(null, new ListQuery(page, ListQuery.MaxPageSize), cancel);
            foreach (var plan in list.Items)
                kept += await Keep(Actor.System, plan, cancel);
            if (list.Items.Count < ListQuery.MaxPageSize)
                return kept;
        }
    }

    /// <summary>Of one plan, on demand.</summary>
    public async Task<Result<KeptObligations>> Keep(Actor actor, Guid planId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageObligations) is { } refusal)
            return refusal;
        return await plans.Find(planId, cancel) is { } plan ? await Keep(actor, plan, cancel) : PlanReading.UnknownPlan;
    }

    private async Task<KeptObligations> Keep(Actor actor, Plan plan, CancellationToken cancel)
    {
        var kept = KeptObligations.None;
        var locked = await archive.LockedUntil(plan.Id, cancel);
        foreach (var period in (await calendar.Of(plan.Id, cancel)).Where(p => p.From <= clock.Today))
        {
            var wanted = ObligationSchedule.Of(
                period, await Receiving(plan, period, cancel), await book.Duties(plan.Id, cancel), await register.Successions(cancel));
            if (ObligationDifference.Between(await book.Of(new ObligationFilter(PeriodId: period.Id), cancel), wanted).Within(period, locked).IsNothing)
                continue;
            var written = await store.Write<KeptObligations>(actor, async changes => await Keep(actor, plan, period, changes, cancel), cancel);
            kept += written.Value ?? KeptObligations.None;
        }
        return kept;
    }

    /// <summary>Of one period, inside a write; with a duty that was given in the same write.</summary>
    internal async Task<KeptObligations> Keep(
        Actor actor, Plan plan, ReportingPeriod period, IChanges changes, CancellationToken cancel, ReportingDuty? given = null)
    {
        var duties = await changes.Obligations.Duties(plan.Id, cancel);
        if (given is not null && duties.All(d => d.Id != given.Id))
            duties = [.. duties, given];
        var agencies = await changes.Agencies.All(cancel);
        var successions = await changes.Agencies.Successions(cancel);
        var receiving = Obligations.Receiving.Of(plan, agencies, successions, period.To);
        var difference = ObligationDifference.Between(
            await changes.Obligations.OfPeriod(period.Id, cancel),
            ObligationSchedule.Of(period, receiving, duties, successions)).Within(period, await changes.Entries.LockedUntil(plan.Id, cancel));
        if (difference.IsNothing)
            return KeptObligations.None;
        Apply(difference, plan, period, changes);
        var kept = new KeptObligations(
            difference.Added.Count, difference.Rerouted.Count, difference.Transferred.Count, difference.Dropped.Count, difference.Resumed.Count);
        changes.Record(ObligationHistory.Row(actor, clock.UtcNow, ObligationHistory.Period, period.Id, null, "keep-obligations", null, kept));
        return kept;
    }

    private void Apply(ObligationDifference difference, Plan plan, ReportingPeriod period, IChanges changes)
    {
        foreach (var wanted in difference.Added)
        {
            var obligation = new Obligation
            {
                PlanId = plan.Id,
                PeriodId = period.Id,
                AgencyId = wanted.AgencyId,
                ReceiverId = wanted.ReceiverId,
                Duty = wanted.Kind,
                DutyId = wanted.DutyId,
                CutOff = period.To,
                DueOn = wanted.DueOn,
            };
            if (wanted.Heir is { } heir)
                obligation.Transfer(heir, wanted.HeirFrom!.Value);
            changes.Obligations.Add(obligation);
        }
        foreach (var (obligation, receiver) in difference.Rerouted)
        {
            obligation.ReceiverId = receiver;
            obligation.Version++;
        }
        foreach (var (obligation, wanted) in difference.Transferred)
            obligation.Transfer(wanted.Heir!.Value, wanted.HeirFrom!.Value);
        foreach (var obligation in difference.Dropped)
            obligation.Waive(new Waiver(Actor.System.FullName, clock.UtcNow, ObligationSchedule.NoLongerAsked));
        foreach (var obligation in difference.Resumed)
            obligation.Resume();
    }

    private async Task<Receiving> Receiving(Plan plan, ReportingPeriod period, CancellationToken cancel) =>
        Obligations.Receiving.Of(plan, await register.All(cancel), await register.Successions(cancel), period.To);
}
