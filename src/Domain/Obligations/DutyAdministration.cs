using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Obligations;

/// <summary>A duty with names.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Agencies">Who owes it today, by name.</param>
/// <param name="Receiver">Who receives.</param>
/// <param name="Warnings">Due days to come that a person should look at.</param>
public sealed record DutyView(ReportingDuty Duty, IReadOnlyList<AgencyRef> Agencies, AgencyRef Receiver, IReadOnlyList<string> Warnings);

/// <summary>
/// Use cases of the duties that a plan gives beside the regime's own reports. A change holds for periods that cut off today or later: what was
/// owed for earlier ones stays as it was.
/// </summary>
public sealed class DutyAdministration(
    IStore store, IObligationBook book, IPlanLibrary plans, IReportingCalendar calendar, ICalendarBook holidays, IAgencyRegister register,
    ObligationKeeping keeping, BusinessClock clock)
{
    /// <summary>The refusal for a duty that is not there.</summary>
    public static Refusal Unknown { get; } = Refusal.NotFound("duties.unknown", "Không có nhiệm vụ gửi báo cáo này.");

    /// <summary>The duties of a plan, those that go on first.</summary>
    public async Task<Result<IReadOnlyList<DutyView>>> List(Actor actor, Guid planId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is null)
            return PlanReading.UnknownPlan;
        var views = new List<DutyView>();
        foreach (var duty in await book.Duties(planId, cancel))
            views.Add(await View(duty, cancel));
        return Result<IReadOnlyList<DutyView>>.Of([.. views.OrderBy(v => v.Duty.End is not null).ThenBy(v => v.Duty.Title, VietnameseText.Order)]);
    }

    /// <summary>One duty.</summary>
    public async Task<Result<DutyView>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return await book.Duty(id, cancel) is { } duty ? await View(duty, cancel) : Unknown;
    }

    /// <summary>Gives a duty; it is owed for periods that cut off today or later.</summary>
    public async Task<Result<DutyView>> Create(Actor actor, Guid planId, Result<DutyInput> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } notSeen)
            return notSeen;
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        if (actor.Demand(Operation.ManageObligations) is { } refusal)
            return refusal;
        if ((await Checked(input, planId, null, cancel)).Refused(out var invalid, out var asked))
            return invalid;
        var written = await store.Write<ReportingDuty>(actor, async changes =>
        {
            var duty = new ReportingDuty
            {
                PlanId = planId, Kind = asked.Kind, Title = asked.Title!, ReceiverId = asked.ReceiverId, DueAfterDays = asked.DueAfterDays,
                PeriodKinds = [.. asked.PeriodKinds.Distinct().Order()],
            };
            duty.Give([.. asked.AgencyIds.Distinct()], clock.Today);
            changes.Obligations.Add(duty);
            changes.Record(ObligationHistory.Row(actor, clock.UtcNow, ObligationHistory.Duty, duty.Id, null, "add", null, Fields(duty)));
            await Keep(actor, plan, duty, changes, cancel);
            return duty;
        }, cancel);
        return written.Refused(out var refused, out var made) ? refused : await View(made, cancel);
    }

    /// <summary>Changes a duty: its words, who owes, who receives, the due day. What it is and for which kinds of period stays.</summary>
    public async Task<Result<DutyView>> Edit(Actor actor, Guid id, ExpectedVersion version, Result<DutyInput> input, CancellationToken cancel)
    {
        if ((await Find(actor, id, cancel)).Refused(out var notThere, out var known))
            return notThere;
        if (actor.Demand(Operation.ManageObligations) is { } refusal)
            return refusal;
        if ((await Checked(input, known.Duty.PlanId, known.Duty, cancel)).Refused(out var invalid, out var asked))
            return invalid;
        return await Change(actor, known.Duty, version, "edit", null, (duty, changes) =>
        {
            var isDueMoved = duty.DueAfterDays != asked.DueAfterDays;
            (duty.Title, duty.ReceiverId, duty.DueAfterDays) = (asked.Title!, asked.ReceiverId, asked.DueAfterDays);
            duty.Give([.. asked.AgencyIds.Distinct()], clock.Today);
            return isDueMoved ? MoveDueDays(actor, duty, changes, cancel) : Task.CompletedTask;
        }, cancel);
    }

    /// <summary>Ends a duty, with a reason: nothing is owed for cut-offs on the day or later.</summary>
    public async Task<Result<DutyView>> End(Actor actor, Guid id, ExpectedVersion version, Result<DutyEndInput> input, CancellationToken cancel)
    {
        if ((await Find(actor, id, cancel)).Refused(out var notThere, out var known))
            return notThere;
        if (actor.Demand(Operation.ManageObligations) is { } refusal)
            return refusal;
        if (input.Refused(out var unreadable, out var asked))
            return unreadable;
        var errors = new FieldErrors();
        if (asked.On < clock.Today || asked.On > clock.Today.AddYears(2))
            errors.Add("on", $"Ngày kết thúc từ hôm nay ({clock.Today:dd/MM/yyyy}) và trong vòng 2 năm.");
        var reason = VietnameseText.Clean(asked.Reason);
        errors.Text("reason", reason, "Lý do");
        if (errors.Refusal is { } invalid)
            return invalid;
        return await Change(actor, known.Duty, version, "end", reason, (duty, _) =>
        {
            duty.End = new DutyEnd(asked.On, actor.FullName, clock.UtcNow, reason!);
            return Task.CompletedTask;
        }, cancel);
    }

    private async Task<Result<DutyView>> Change(
        Actor actor, ReportingDuty known, ExpectedVersion version, string what, string? reason, Func<ReportingDuty, IChanges, Task> change, CancellationToken cancel)
    {
        var plan = (await plans.Find(known.PlanId, cancel))!;
        var written = await store.Write<ReportingDuty>(actor, async changes =>
        {
            if ((await changes.Obligations.Duties(known.PlanId, cancel)).FirstOrDefault(d => d.Id == known.Id) is not { } duty)
                return Unknown;
            if (version.Check(duty.Version) is { } stale)
                return stale;
            if (duty.End is { } end)
                return Refusal.Conflict("duties.ended", $"Nhiệm vụ này đã kết thúc từ {end.On:dd/MM/yyyy} ({end.Reason}).");
            var before = Fields(duty);
            await change(duty, changes);
            var after = Fields(duty);
            if (History.HistoryJson.Of(before) == History.HistoryJson.Of(after))
                return duty;
            duty.Version++;
            changes.Record(ObligationHistory.Row(actor, clock.UtcNow, ObligationHistory.Duty, duty.Id, null, what, before, after, reason));
            await Keep(actor, plan, duty, changes, cancel);
            return duty;
        }, cancel);
        return written.Refused(out var refused, out var kept) ? refused : await View(kept, cancel);
    }

    private async Task Keep(Actor actor, Plan plan, ReportingDuty duty, IChanges changes, CancellationToken cancel)
    {
        foreach (var period in (await changes.Calendar.OfPlan(plan.Id, cancel)).Where(p => p.From <= clock.Today && duty.PeriodKinds.Contains(p.Kind)))
            await keeping.Keep(actor, plan, period, changes, cancel, duty);
    }

    private async Task MoveDueDays(Actor actor, ReportingDuty duty, IChanges changes, CancellationToken cancel)
    {
        foreach (var period in (await changes.Calendar.OfPlan(duty.PlanId, cancel)).Where(p => p.To >= clock.Today && duty.PeriodKinds.Contains(p.Kind)))
        {
            foreach (var obligation in (await changes.Obligations.OfPeriod(period.Id, cancel)).Where(o => o.DutyId == duty.Id && o.IsOpen))
            {
                var old = new { obligation.DueOn };
                obligation.DueOn = period.To.AddDays(duty.DueAfterDays);
                obligation.Version++;
                changes.Record(ObligationHistory.Row(
                    actor, clock.UtcNow, ObligationHistory.Entity, obligation.Id, obligation.AgencyId, "move-due-date", old, new { obligation.DueOn }));
            }
        }
    }

    private async Task<Result<DutyInput>> Checked(Result<DutyInput> input, Guid planId, ReportingDuty? known, CancellationToken cancel)
    {
        if (input.Refused(out var unreadable, out var asked))
            return unreadable;
        var clean = asked with { Title = VietnameseText.Clean(asked.Title), Kind = known?.Kind ?? asked.Kind, PeriodKinds = known?.PeriodKinds ?? asked.PeriodKinds };
        var open = (await calendar.Of(planId, cancel)).Where(p => p.To >= clock.Today);
        return DutyRules.Check(clean, known is null, await register.All(cancel), open, clock.Today, new WorkingDays(await holidays.Holidays(cancel))) is { } invalid
            ? invalid : clean;
    }

    private async Task<DutyView> View(ReportingDuty duty, CancellationToken cancel)
    {
        var agencies = await register.All(cancel);
        var day = duty.End is { } end && end.On <= clock.Today ? end.On.AddDays(-1) : clock.Today;
        return new(
            duty, [.. duty.OwersOn(day).Select(id => agencies[id].RefOn(day)).OrderBy(a => a.Name, VietnameseText.Order)], agencies[duty.ReceiverId].RefOn(day),
            DutyRules.Warnings(duty, await calendar.Of(duty.PlanId, cancel), clock.Today, new WorkingDays(await holidays.Holidays(cancel))));
    }

    private static object Fields(ReportingDuty duty) => new
    {
        duty.Kind,
        duty.Title,
        Owers = duty.Owers.ToList(),
        duty.ReceiverId,
        PeriodKinds = duty.PeriodKinds.ToList(),
        duty.DueAfterDays,
        EndsOn = duty.End?.On,
    };
}
