using PlanTracker.Domain.Access;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Calendar;

/// <summary>A period with what a person should look at.</summary>
/// <param name="Period">The period.</param>
/// <param name="Warnings">Due days to look at.</param>
/// <param name="LockedUntil">The last locked day of the plan; null when none is.</param>
public sealed record PeriodView(ReportingPeriod Period, IReadOnlyList<PeriodWarning> Warnings, DateOnly? LockedUntil)
{
    /// <summary>Whether a report issued since has locked all of it.</summary>
    public bool IsLocked => LockedUntil >= Period.To;
}

/// <summary>Use cases of calendars: periods of a plan are made from a regime or by hand, and changed with a reason.</summary>
public sealed class PeriodAdministration(
    IStore store, IPlanLibrary plans, IReportingCalendar calendar, ICalendarBook book, IReportArchive archive, ObligationKeeping keeping,
    BusinessClock clock)
{
    private const string Own = "KHÁC";

    /// <summary>The regimes that periods can be made from.</summary>
    public async Task<IReadOnlyList<ReportingRegime>> Regimes(CancellationToken cancel) => await book.Regimes(cancel);

    /// <summary>The calendar of a plan with its warnings.</summary>
    public async Task<Result<IReadOnlyList<PeriodView>>> Calendar(Actor actor, Guid planId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is null)
            return PlanReading.UnknownPlan;
        var days = new WorkingDays(await book.Holidays(cancel));
        var locked = await archive.LockedUntil(planId, cancel);
        return Result<IReadOnlyList<PeriodView>>.Of(
            [.. (await calendar.Of(planId, cancel)).Select(p => new PeriodView(p, PeriodRules.Warnings(p, days), locked))]);
    }

    /// <summary>One period with its warnings.</summary>
    public async Task<Result<PeriodView>> Find(Actor actor, Guid periodId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return await calendar.Find(periodId, cancel) is { } period
            ? await View(period, new WorkingDays(await book.Holidays(cancel)), cancel) : UnknownPeriod;
    }

    /// <summary>Makes the periods of a regime and a report year that the plan does not have yet; doing it again adds nothing.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="input">The regime; the report year (null for the plan's own, at most the year after the plan's last); only these kinds (none for all).</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<Result<IReadOnlyList<PeriodView>>> Generate(
        Actor actor, Guid planId, Result<(string RegimeCode, int? Year, IReadOnlyList<PeriodKind> Kinds)> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } notSeen)
            return notSeen;
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        if (actor.Demand(Operation.ManageCalendar) is { } refusal)
            return refusal;
        if (input.Refused(out var unreadable, out var asked))
            return unreadable;
        var regime = (await book.Regimes(cancel)).FirstOrDefault(r => r.Code == asked.RegimeCode);
        if (regime is null)
            return Refusal.Invalid("regime", $"Chế độ báo cáo này không có. Các chế độ: {string.Join(", ", (await book.Regimes(cancel)).Select(r => r.Code))}.");
        var year = asked.Year ?? plan.Year;
        if (year < plan.From.Year || year > plan.To.Year + 1)
            return Refusal.Invalid("year", $"Năm báo cáo của kế hoạch này từ {plan.From.Year} đến {plan.To.Year + 1}.");
        var days = new WorkingDays(await book.Holidays(cancel));
        return await store.Write<IReadOnlyList<PeriodView>>(actor, async changes =>
        {
            var known = (await changes.Calendar.OfPlan(planId, cancel)).Select(p => p.Code).ToHashSet();
            var added = regime.PeriodsOf(planId, year, days)
                .Where(p => !known.Contains(p.Code) && (asked.Kinds.Count == 0 || asked.Kinds.Contains(p.Kind))).ToList();
            foreach (var period in added)
                await Add(actor, plan, period, changes, "generate", null, cancel);
            var locked = await changes.Entries.LockedUntil(planId, cancel);
            return Result<IReadOnlyList<PeriodView>>.Of([.. added.Select(p => new PeriodView(p, PeriodRules.Warnings(p, days), locked))]);
        }, cancel);
    }

    /// <summary>Adds a period by hand.</summary>
    public async Task<Result<PeriodView>> Create(Actor actor, Guid planId, Result<PeriodInput> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } notSeen)
            return notSeen;
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        if (actor.Demand(Operation.ManageCalendar) is { } refusal)
            return refusal;
        var days = new WorkingDays(await book.Holidays(cancel));
        if (Checked(input, isNew: true, days).Refused(out var invalid, out var asked))
            return invalid;
        return await store.Write<PeriodView>(actor, async changes =>
        {
            if ((await changes.Calendar.OfPlan(planId, cancel)).Any(p => p.Code == asked.Code))
                return Refusal.Conflict("periods.code-taken", $"Kế hoạch đã có kỳ mang mã {asked.Code}.");
            var period = new ReportingPeriod
            {
                PlanId = planId,
                Regime = Own,
                Code = asked.Code!,
                Name = asked.Name!,
                From = asked.From,
                To = asked.To,
                Kind = asked.Kind,
                DueDates = DueDatesOf(asked),
            };
            await Add(actor, plan, period, changes, "add", asked.Reason, cancel);
            return await View(period, days, cancel);
        }, cancel);
    }

    /// <summary>
    /// Changes a period. Its days can move only while nothing was submitted for it and no report of it was issued; due days are written anew
    /// on obligations that are open, with the reason, and stay on those that were met.
    /// </summary>
    public async Task<Result<PeriodView>> Edit(Actor actor, Guid periodId, ExpectedVersion version, Result<PeriodInput> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } notSeen)
            return notSeen;
        if (await calendar.Find(periodId, cancel) is not { } known || await plans.Find(known.PlanId, cancel) is not { } plan)
            return UnknownPeriod;
        if (actor.Demand(Operation.ManageCalendar) is { } refusal)
            return refusal;
        var days = new WorkingDays(await book.Holidays(cancel));
        if (Checked(input, isNew: false, days).Refused(out var invalid, out var asked))
            return invalid;
        return await store.Write<PeriodView>(actor, async changes =>
        {
            var period = await changes.Calendar.Period(periodId, cancel);
            if (period is null)
                return UnknownPeriod;
            var obligations = await changes.Obligations.OfPeriod(periodId, cancel);
            var isMoved = period.From != asked.From || period.To != asked.To;
            var isDueMoved = !period.DueDates.ToHashSet().SetEquals(DueDatesOf(asked));
            if (obligations.Count > 0 && (isMoved || isDueMoved) && asked.Reason is null)
                return Refusal.Invalid("reason", "Kỳ này đã có nghĩa vụ báo cáo: cần nêu lý do khi đổi ngày hoặc hạn gửi.");
            if (version.Check(period.Version) is { } stale)
                return stale;
            if (isMoved && await Fixed(period, obligations, changes, cancel) is { } conflict)
                return conflict;
            if (!isMoved && !isDueMoved && period.Name == asked.Name)
                return await View(period, days, cancel);
            await Apply(actor, plan, period, asked, obligations, changes, cancel);
            return await View(period, days, cancel);
        }, cancel);
    }

    /// <summary>The refusal for a period that is not there.</summary>
    public static Refusal UnknownPeriod { get; } = Refusal.NotFound("periods.unknown", "Không có kỳ báo cáo này.");

    private async Task<PeriodView> View(ReportingPeriod period, WorkingDays days, CancellationToken cancel) =>
        new(period, PeriodRules.Warnings(period, days), await archive.LockedUntil(period.PlanId, cancel));

    private static async Task<Refusal?> Fixed(ReportingPeriod period, IReadOnlyList<Obligation> obligations, IChanges changes, CancellationToken cancel)
    {
        if (obligations.Any(o => o.IsFiled))
            return Refusal.Conflict("periods.has-reports", "Đã có đơn vị gửi báo cáo của kỳ này nên không đổi được ngày đầu kỳ và ngày chốt. Chỉ đổi được tên và hạn gửi.");
        return await changes.Entries.LockedUntil(period.PlanId, cancel) is { } locked && locked >= period.To
            ? Refusal.Conflict("periods.report-issued", $"Đã ban hành báo cáo chốt đến {locked:dd/MM/yyyy} nên không đổi được ngày đầu kỳ và ngày chốt của kỳ này.")
            : null;
    }

    private async Task Apply(
        Actor actor, Plan plan, ReportingPeriod period, PeriodInput asked, IReadOnlyList<Obligation> obligations, IChanges changes, CancellationToken cancel)
    {
        var before = Fields(period);
        (period.Name, period.From, period.To) = (asked.Name!, asked.From, asked.To);
        period.DueDates.Clear();
        period.DueDates.AddRange(DueDatesOf(asked));
        period.Version++;
        changes.Record(ObligationHistory.Row(
            actor, clock.UtcNow, ObligationHistory.Period, period.Id, null, "edit", before, Fields(period), asked.Reason));
        var agencies = await changes.Agencies.All(cancel);
        var duties = (await changes.Obligations.Duties(plan.Id, cancel)).ToDictionary(d => d.Id);
        foreach (var obligation in obligations.Where(o => o.IsOpen))
        {
            var dueOn = duties.TryGetValue(obligation.DutyId, out var duty) ? period.To.AddDays(duty.DueAfterDays)
                : period.DueDateOf(agencies[obligation.AgencyId].LevelOn(period.To)) ?? obligation.DueOn;
            if (obligation.DueOn == dueOn && obligation.CutOff == period.To)
                continue;
            var old = new { obligation.CutOff, obligation.DueOn };
            (obligation.CutOff, obligation.DueOn) = (period.To, dueOn);
            obligation.Version++;
            changes.Record(ObligationHistory.Row(
                actor, clock.UtcNow, ObligationHistory.Entity, obligation.Id, obligation.AgencyId, "move-due-date", old,
                new { obligation.CutOff, obligation.DueOn }, asked.Reason));
        }
        if (period.From <= clock.Today)
            await keeping.Keep(actor, plan, period, changes, cancel);
    }

    private async Task Add(Actor actor, Plan plan, ReportingPeriod period, IChanges changes, string what, string? reason, CancellationToken cancel)
    {
        changes.Calendar.Add(period);
        changes.Record(ObligationHistory.Row(actor, clock.UtcNow, ObligationHistory.Period, period.Id, null, what, null, Fields(period), reason));
        if (period.From <= clock.Today)
            await keeping.Keep(actor, plan, period, changes, cancel);
    }

    private static Result<PeriodInput> Checked(Result<PeriodInput> input, bool isNew, WorkingDays days)
    {
        if (input.Refused(out var unreadable, out var asked))
            return unreadable;
        var clean = asked with
        {
            Code = VietnameseText.Clean(asked.Code),
            Name = VietnameseText.Clean(asked.Name),
            Reason = VietnameseText.Clean(asked.Reason),
        };
        if (PeriodRules.Check(clean, isNew, days) is { } invalid)
            return invalid;
        return clean.Reason is null ? clean : AccountRules.CheckReason(clean.Reason).Refusal is { } wrong ? wrong : clean;
    }

    private static List<PeriodDueDate> DueDatesOf(PeriodInput input) =>
        [.. PeriodRules.InOrder(input.DueDates.Select(d => new PeriodDueDate(d.Key, d.Value)))];

    internal static object Fields(ReportingPeriod period) => new
    {
        period.Code,
        period.Name,
        period.From,
        period.To,
        DueDates = period.DueDates.ToDictionary(d => d.Level, d => d.DueOn),
    };
}
