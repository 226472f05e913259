using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Difficulties;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reporting;

/// <summary>What the overview is asked for.</summary>
/// <param name="AsOf">The day; default min(cut-off of the period, today).</param>
/// <param name="Period">Code of a period; null for none.</param>
/// <param name="AgencyId">Only what concerns an agency; null for the whole plan.</param>
public sealed record OverviewRequest(DateOnly? AsOf = null, string? Period = null, Guid? AgencyId = null);

/// <summary>What an overview of one agency shows: what it leads; of one that leads nothing, what it supports, by name or by its group.</summary>
/// <param name="Agency">The agency, by the name of the day.</param>
/// <param name="Level">Its level on the day.</param>
/// <param name="Leads">Whether the activities shown are its own; otherwise it supports them.</param>
public sealed record OverviewScope(AgencyRef Agency, AgencyLevel Level, bool Leads);

/// <summary>Everything the front page says of a plan.</summary>
/// <param name="Overview">Activities with their figures, counts, days to come, change.</param>
/// <param name="Periods">The plan's calendar.</param>
/// <param name="Period">The period asked for; null for none.</param>
/// <param name="Scope">The agency asked for; null for the whole plan.</param>
/// <param name="Outlook">The forecast.</param>
/// <param name="Late">What is behind or overdue, the worst first, and why.</param>
/// <param name="Sending">The reports of units: of the period that matters, then of the one before it.</param>
/// <param name="Money">Money of all sources of the activities shown; null while nothing was recorded.</param>
public sealed record OverviewBoard(
    Overview Overview, IReadOnlyList<ReportingPeriod> Periods, ReportingPeriod? Period, OverviewScope? Scope, PlanOutlook Outlook,
    IReadOnlyList<LateTarget> Late, IReadOnlyList<SendingLine> Sending, FundingTotal? Money)
{
    /// <summary>Agencies that it can be narrowed to: the leads of the day, then the districts.</summary>
    public IReadOnlyList<AgencyRef> Agencies { get; init; } = [];
}

/// <summary>Use case: the front page, the same on page and API.</summary>
public sealed class OverviewReading(
    IPlanLibrary plans, PlanProgress progress, IProgressBook book, IReportingCalendar calendar, IAgencyRegister register,
    DifficultyReading difficulties, FundingReading funding, ObligationReading obligations, BusinessClock clock)
{
    /// <summary>Reads it; what is wrong is named by field: <c>period</c>, <c>asOf</c>, <c>agency</c>.</summary>
    public async Task<Result<OverviewBoard>> Read(Actor actor, Guid planId, OverviewRequest request, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        var periods = await calendar.Of(planId, cancel);
        var period = periods.FirstOrDefault(p => p.Code == request.Period);
        var agencies = await register.All(cancel);
        if (Wrong(request, periods, period, agencies) is { } wrong)
            return wrong;
        var day = request.AsOf ?? (period?.To < clock.Today ? period.To : clock.Today);
        var agency = request.AgencyId is { } id ? agencies[id] : null;
        var leads = agency is not null && plan.Activities.Exists(a => a.IsPartOn(day) && a.LeadOn(day) == agency.Id);
        if ((await progress.Overview(actor, planId, day, agency is null ? null : a => IsShown(a, agency, leads), cancel)).Refused(out var refused, out var overview))
            return refused;
        var money = await funding.OfPlan(actor, planId, day, null, cancel);
        var shown = overview.Activities.Select(a => a.Activity.Id).ToHashSet();
        IReadOnlyList<ActivityMoney> standing = [.. (money.Value?.Standing ?? []).Where(m => shown.Contains(m.Progress.Activity.Id))];
        return new OverviewBoard(
            overview, periods, period, agency is null ? null : new(agency.RefOn(day), agency.LevelOn(day), leads), PlanOutlook.Of(plan, overview.Activities),
            LateReasons.Of(plan, overview.Activities, await Evidence(actor, plan.Id, overview, standing, cancel)),
            await Sending(actor, planId, period, request.AsOf ?? clock.Today, agency?.Id, cancel),
            FundingReading.Totals(standing) is [.., var all] ? all : null)
        {
            Agencies = Choices(plan, agencies, day),
        };
    }

    private static IReadOnlyList<AgencyRef> Choices(Plan plan, IReadOnlyDictionary<Guid, Agency> agencies, DateOnly day)
    {
        var leads = plan.Activities.Where(a => a.IsPartOn(day)).Select(a => a.LeadOn(day)).ToHashSet();
        return
        [
            .. agencies.Values.Where(a => leads.Contains(a.Id) || (a.LevelOn(day) is AgencyLevel.District && a.ExistsOn(day)))
                .OrderBy(a => leads.Contains(a.Id) ? 0 : 1).ThenBy(a => a.NameOn(day).ShortName, VietnameseText.Order).Select(a => a.RefOn(day)),
        ];
    }

    private static Refusal? Wrong(
        OverviewRequest request, IReadOnlyList<ReportingPeriod> periods, ReportingPeriod? period, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var errors = new Dictionary<string, string[]>();
        if (request.Period is not null && period is null)
            errors["period"] = [$"Không có kỳ báo cáo này. Các kỳ của kế hoạch: {string.Join(", ", periods.Select(p => p.Code))}."];
        if (request.AsOf is { } day && period is not null && (day < period.From || day > period.To))
            errors["asOf"] = [$"Ngày {day:dd/MM/yyyy} nằm ngoài kỳ {period.Name} ({period.From:dd/MM/yyyy} - {period.To:dd/MM/yyyy}). Hãy chọn một ngày trong kỳ, hoặc không chọn kỳ."];
        if (request.AgencyId is { } agency && !agencies.ContainsKey(agency))
            errors["agency"] = ["Không có cơ quan này."];
        return errors.Count > 0 ? Refusal.Invalid(errors) : null;
    }

    private static bool IsShown(ActivityProgress activity, Agency agency, bool leads) => leads
        ? activity.Lead.Id == agency.Id
        : activity.Supporting.Any(s => s.AgencyId == agency.Id || (s.Group is { } group && agency.Groups.Contains(group)));

    private async Task<LateEvidence> Evidence(Actor actor, Guid planId, Overview overview, IReadOnlyList<ActivityMoney> money, CancellationToken cancel)
    {
        var late = LateReasons.LateOf(overview.Activities).Select(x => x.Target.Target.Id).ToList();
        if (late.Count == 0)
            return LateEvidence.None;
        var open = (await difficulties.List(actor, new DifficultyFilter(planId), new ListQuery(PageSize: ListQuery.MaxPageSize), cancel)).Value?.Items ?? [];
        return new(await book.Slots(late, overview.AsOf, actor, cancel), open, money);
    }

    private async Task<IReadOnlyList<SendingLine>> Sending(
        Actor actor, Guid planId, ReportingPeriod? period, DateOnly day, Guid? agencyId, CancellationToken cancel) =>
        (await obligations.Board(actor, planId, null, cancel)).Value is { } board ? SendingLines.Of(board, period, day, agencyId) : [];
}
