using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Obligations;

/// <summary>Use cases that read who owes what, and how it stands.</summary>
public sealed class ObligationReading(
    IObligationBook book, IPlanLibrary plans, IReportingCalendar calendar, IAgencyRegister register, IReportArchive archive, BusinessClock clock)
{
    private const int AfterCutOffDays = 31;

    /// <summary>Fields a list can be ordered by.</summary>
    public static IReadOnlyList<string> SortFields { get; } = ["agency", "dueOn", "level", "state", "submittedAt"];

    /// <summary>The refusal for an obligation that is not there.</summary>
    public static Refusal Unknown { get; } = Refusal.NotFound("obligations.unknown", "Không có nghĩa vụ báo cáo này.");

    /// <summary>A page of a plan's obligations.</summary>
    public async Task<Result<PageOf<ObligationView>>> List(Actor actor, Guid planId, ObligationQuery asked, ListQuery query, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is null)
            return PlanReading.UnknownPlan;
        var periods = await calendar.Of(planId, cancel);
        if (asked.Period is { } code && periods.All(p => p.Code != code))
            return UnknownPeriod(periods);
        var all = await Views(new ObligationFilter(planId, asked.Period is { } of ? periods.First(p => p.Code == of).Id : null), periods, cancel);
        var found = Ordered(Narrowed(all, asked, query.Search), query.Sort ?? []).ToList();
        return new PageOf<ObligationView>([.. found.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize)], found.Count, query.Page, query.PageSize);
    }

    /// <summary>One obligation.</summary>
    public async Task<Result<ObligationView>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await book.Find(id, cancel) is not { } obligation)
            return Unknown;
        return (await Views([obligation], await calendar.Of(obligation.PlanId, cancel), cancel))[0];
    }

    /// <summary>Rates of a plan for a period (by code; default the one that matters today).</summary>
    public async Task<Result<PeriodRates>> Rates(Actor actor, Guid planId, string? code, RateBy by, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is null)
            return PlanReading.UnknownPlan;
        var periods = await calendar.Of(planId, cancel);
        var all = await Views(new ObligationFilter(planId), periods, cancel);
        var period = code is null ? Current(periods, all, clock.Today) : periods.FirstOrDefault(p => p.Code == code);
        if (period is null)
            return code is null ? Refusal.NotFound("periods.none", "Kế hoạch chưa có kỳ báo cáo nào phải gửi.") : UnknownPeriod(periods);
        var ofPeriod = all.Where(v => v.Period.Id == period.Id).ToList();
        return new PeriodRates(period, Line("all", period.Name, ofPeriod), await Lines(ofPeriod, by, cancel), clock.Today);
    }

    /// <summary>The sending of a plan's reports, with the period that is asked for by code or matters today.</summary>
    public async Task<Result<SendingBoard>> Board(Actor actor, Guid planId, string? code, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is null)
            return PlanReading.UnknownPlan;
        var periods = await calendar.Of(planId, cancel);
        var all = await Views(new ObligationFilter(planId), periods, cancel);
        if (code is not null && periods.All(p => p.Code != code))
            return Refusal.NotFound("periods.unknown", $"Không có kỳ báo cáo này. Các kỳ của kế hoạch: {string.Join(", ", periods.Select(p => p.Code))}.");
        var withAny = periods.Where(p => all.Any(v => v.Period.Id == p.Id)).ToList();
        var chosen = code is null ? Current(periods, all, clock.Today) : periods.First(p => p.Code == code);
        return new SendingBoard(withAny, chosen, all, [.. withAny.Select(p => Line(p.Code, p.Name, [.. all.Where(v => v.Period.Id == p.Id)]))], clock.Today)
        {
            LockedUntil = await archive.LockedUntil(planId, cancel),
        };
    }

    /// <summary>Rates of obligations in parts that add up.</summary>
    public async Task<IReadOnlyList<RateLine>> Lines(IReadOnlyCollection<ObligationView> views, RateBy by, CancellationToken cancel)
    {
        var agencies = await register.All(cancel);
        return
        [
            .. views.GroupBy(v => KeyOf(v, by, agencies)).Select(g => (g.Key.Order, Line: Line(g.Key.Key, g.Key.Name, [.. g])))
                .OrderBy(l => l.Order).ThenBy(l => l.Line.Name, VietnameseText.Order).ThenBy(l => l.Line.Key, StringComparer.Ordinal).Select(l => l.Line),
        ];
    }

    /// <summary>What the actor's own agency owes and has not sent, and what was returned to it, by due day.</summary>
    public async Task<IReadOnlyList<ObligationView>> Own(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Operation.ReadFigures) || actor.Agency is not { } agency)
            return [];
        var mine = (await book.Of(new ObligationFilter(AgencyIds: [agency.Id, .. actor.Predecessors]), cancel))
            .Where(o => o.IsOpen || (o.IsExpected && o.ReturnedAt is not null)).ToList();
        return [.. (await OfPlans(mine, cancel)).OrderBy(v => v.Obligation.DueOn).ThenBy(v => v.Obligation.Id)];
    }

    /// <summary>What waits for the actor to accept or return it, the oldest first.</summary>
    public async Task<IReadOnlyList<ObligationView>> ToReceive(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Operation.ReceiveAgencyReports))
            return [];
        IReadOnlyList<Guid>? receivers = actor.May(Operation.ReadSubmitted) ? null : actor.Agency is { } agency ? [agency.Id, .. actor.Predecessors] : [];
        var agencies = await register.All(cancel);
        var mine = (await book.Of(new ObligationFilter(ReceiverIds: receivers, IsWaiting: true), cancel))
            .Where(o => o.StateOn(clock.Today) is ObligationState.Submitted && new ReportAccess(o, agencies[o.ReceiverId]).IsReceiver(actor)).ToList();
        return [.. (await OfPlans(mine, cancel)).OrderBy(v => v.Obligation.SubmittedAt).ThenBy(v => v.Obligation.Id)];
    }

    /// <summary>What is late, of all agencies, and can still be sent; the longest overdue first. Empty for who cannot remind of it.</summary>
    public async Task<IReadOnlyList<ObligationView>> Late(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Operation.ManageReminders))
            return [];
        var open = (await book.Of(new ObligationFilter(DueTo: clock.Today.AddDays(-1)), cancel)).Where(o => o.IsOpen);
        return [.. (await OfPlans(open, cancel)).Where(v => !v.IsLocked).OrderBy(v => v.Obligation.DueOn).ThenBy(v => v.Level).ThenBy(v => v.Agency.Name, VietnameseText.Order).ThenBy(v => v.Obligation.Id)];
    }

    private async Task<List<ObligationView>> OfPlans(IEnumerable<Obligation> obligations, CancellationToken cancel)
    {
        var views = new List<ObligationView>();
        foreach (var plan in obligations.GroupBy(o => o.PlanId))
            views.AddRange(await Views([.. plan], await calendar.Of(plan.Key, cancel), cancel));
        return views;
    }

    /// <summary>
    /// The period that matters: the last one whose cut-off passed within a month, for its reports are coming in; else the first one running; else
    /// the last. Null when none has obligations.
    /// </summary>
    internal static ReportingPeriod? Current(IReadOnlyList<ReportingPeriod> periods, IReadOnlyCollection<ObligationView> all, DateOnly today)
    {
        var owed = all.Select(v => v.Period.Id).ToHashSet();
        var asked = periods.Where(p => owed.Contains(p.Id)).ToList();
        return asked.Where(p => p.To < today && today <= p.To.AddDays(AfterCutOffDays)).MaxBy(p => p.To)
            ?? asked.Where(p => p.To >= today).MinBy(p => p.To) ?? asked.MaxBy(p => p.To);
    }

    /// <summary>Obligations with names, judged today.</summary>
    internal async Task<IReadOnlyList<ObligationView>> Views(
        IReadOnlyList<Obligation> obligations, IReadOnlyList<ReportingPeriod> periods, CancellationToken cancel)
    {
        var agencies = await register.All(cancel);
        var byId = periods.ToDictionary(p => p.Id);
        var duties = new Dictionary<Guid, ReportingDuty>();
        foreach (var planId in obligations.Where(o => o.DutyId != ReportingDuty.OfRegime).Select(o => o.PlanId).Distinct())
        {
            foreach (var duty in await book.Duties(planId, cancel))
                duties[duty.Id] = duty;
        }
        var locked = new Dictionary<Guid, DateOnly?>();
        foreach (var planId in obligations.Select(o => o.PlanId).Distinct())
            locked[planId] = await archive.LockedUntil(planId, cancel);
        return
        [
            .. obligations.Select(o => View(o, byId[o.PeriodId], agencies, duties.GetValueOrDefault(o.DutyId), clock.Today) with
            {
                IsLocked = locked[o.PlanId] >= o.CutOff,
            }),
        ];
    }

    private async Task<IReadOnlyList<ObligationView>> Views(ObligationFilter filter, IReadOnlyList<ReportingPeriod> periods, CancellationToken cancel) =>
        await Views(await book.Of(filter, cancel), periods, cancel);

    private static ObligationView View(
        Obligation obligation, ReportingPeriod period, IReadOnlyDictionary<Guid, Agency> agencies, ReportingDuty? duty, DateOnly today)
    {
        var agency = agencies[obligation.AgencyId];
        return new(
            obligation, period, agency.RefOn(obligation.CutOff), agency.LevelOn(obligation.CutOff),
            Receiving.DistrictOf(agency, agencies, obligation.CutOff) is { } district ? agencies[district].RefOn(obligation.CutOff) : null,
            agencies[obligation.ReceiverId].RefOn(obligation.CutOff),
            obligation.TransferredTo is { } heir ? agencies[heir].RefOn(obligation.CutOff) : null,
            duty is null ? $"Báo cáo {period.Name}" : $"{duty.Title}, {period.Name}", today);
    }

    private static IEnumerable<ObligationView> Narrowed(IEnumerable<ObligationView> all, ObligationQuery asked, string? search)
    {
        var wanted = search is null ? null : VietnameseText.Fold(search);
        return all.Where(v =>
            (asked.State is null || v.State == asked.State)
            && (asked.Level is null || v.Level == asked.Level)
            && (asked.DistrictId is null || v.District?.Id == asked.DistrictId || v.Agency.Id == asked.DistrictId)
            && (asked.AgencyId is null || v.Agency.Id == asked.AgencyId)
            && (asked.Duty is null || v.Obligation.Duty == asked.Duty)
            && (asked.Timeliness is null || v.Timeliness == asked.Timeliness)
            && (wanted is null || VietnameseText.Fold($"{v.Agency.Name} {v.Agency.ShortName} {v.District?.Name}").Contains(wanted, StringComparison.Ordinal)));
    }

    private static IEnumerable<ObligationView> Ordered(IEnumerable<ObligationView> views, IReadOnlyList<SortBy> sort)
    {
        var ordered = views.OrderBy(_ => 0);
        foreach (var by in sort)
        {
            ordered = by.Field switch
            {
                "agency" => Then(ordered, v => v.Agency.Name, by, VietnameseText.Order),
                "level" => Then(ordered, v => v.Level, by),
                "state" => Then(ordered, v => v.State, by),
                "submittedAt" => Then(ordered, v => v.Obligation.SubmittedAt ?? DateTime.MaxValue, by),
                _ => Then(ordered, v => v.Obligation.DueOn, by),
            };
        }
        return ordered.ThenBy(v => v.Period.To).ThenBy(v => v.Level).ThenBy(v => v.District?.Name ?? "", VietnameseText.Order)
            .ThenBy(v => v.Agency.Name, VietnameseText.Order).ThenBy(v => v.Obligation.Id);
    }

    private static IOrderedEnumerable<ObligationView> Then<TKey>(
        IOrderedEnumerable<ObligationView> ordered, Func<ObligationView, TKey> key, SortBy by, IComparer<TKey>? comparer = null) =>
        by.Descending ? ordered.ThenByDescending(key, comparer) : ordered.ThenBy(key, comparer);

    private RateLine Line(string key, string name, IReadOnlyCollection<ObligationView> views) =>
        RateLine.Of(key, name, [.. views.Select(v => v.Obligation)], clock.Today);

    private static (int Order, string Key, string Name) KeyOf(ObligationView view, RateBy by, IReadOnlyDictionary<Guid, Agency> agencies) => by switch
    {
        RateBy.Agency => (0, view.Agency.Id.ToString(), view.Agency.Name),
        RateBy.Group => agencies[view.Agency.Id].Groups is [var group, ..] ? ((int)group, group.ToString(), GroupWords.NameOf(group)) : (int.MaxValue, "Other", "Cơ quan, đơn vị khác"),
        RateBy.District when (view.District ?? (view.Level is AgencyLevel.District ? view.Agency : null)) is { } district => (0, district.Id.ToString(), district.Name),
        _ => ((int)view.Level, view.Level.ToString(), LevelWords.NameOf(view.Level)),
    };

    private static Refusal UnknownPeriod(IReadOnlyList<ReportingPeriod> periods) =>
        Refusal.Invalid("period", $"Không có kỳ báo cáo này. Các kỳ của kế hoạch: {string.Join(", ", periods.Select(p => p.Code))}.");
}
