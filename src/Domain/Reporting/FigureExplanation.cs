using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reporting;

/// <summary>Which figure is asked about.</summary>
/// <param name="TargetId">Of which target.</param>
/// <param name="Kind">Which.</param>
/// <param name="Report">The period and the day; null for the whole time of the plan up to <paramref name="AsOf"/>.</param>
/// <param name="AsOf">The day, when no period is named; default today.</param>
public sealed record FigureRequest(Guid TargetId, FigureKind Kind, ReportRequest? Report = null, DateOnly? AsOf = null);

/// <summary>A figure opened: formula, version in force, the entries it is made of.</summary>
/// <param name="Report">The report whose figure it is: plan, window, day.</param>
/// <param name="Row">The row with all figures of the target.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Target">The target.</param>
/// <param name="Figure">The figure asked about.</param>
/// <param name="All">All figures of the target, each with its formula.</param>
/// <param name="Entries">A page of the entries it is made of, by the day they count on; null of a figure that none goes into.</param>
/// <param name="Hidden">How many more it is made of that the reader may not see: entries of others that wait.</param>
public sealed record OpenedFigure(
    PlanReport Report, ReportRow Row, Activity Activity, Target Target, ExplainedFigure Figure, IReadOnlyList<ExplainedFigure> All,
    PageOf<EntryView>? Entries, int Hidden)
{
    /// <summary>The version in force on the day.</summary>
    public TargetVersion Version => Target.VersionOn(Report.AsOf);

    /// <summary>Results of agencies' own plans that are part of the figure, because it was decided so; empty otherwise.</summary>
    public IReadOnlyList<UnitPlans.CountedResult> Units { get; init; } = [];
}

/// <summary>A lead's figures opened.</summary>
public sealed record OpenedLead(Plan Plan, LeadProgress Lead, DateOnly AsOf);

/// <summary>Use case: where a figure comes from. What is listed adds up to the figure, by the same days.</summary>
public sealed class FigureExplanation(
    IPlanLibrary plans, PlanReports reports, PlanProgress progress, EntryReading entries, IProgressBook book, UnitPlans.UnitProgress units,
    IAgencyRegister register, BusinessClock clock)
{
    private static readonly Refusal UnknownTarget = Refusal.NotFound("targets.unknown", "Không có chỉ tiêu này trong kế hoạch.");

    private static Refusal NotYetPart(DateOnly day) => Refusal.NotFound("targets.not-yet", $"Ngày {day:dd/MM/yyyy} chỉ tiêu này chưa có trong kế hoạch.");

    /// <summary>Opens a figure of a target.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="planId">The plan; null to find it by the target.</param>
    /// <param name="request">Which figure.</param>
    /// <param name="query">Which page of its entries.</param>
    /// <param name="cancel">Ends when nobody waits any more.</param>
    public async Task<Result<OpenedFigure>> Open(Actor actor, Guid? planId, FigureRequest request, ListQuery query, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        var plan = planId is { } id ? await plans.Find(id, cancel) : await plans.FindByTarget(request.TargetId, cancel);
        if (plan is null)
            return planId is null ? UnknownTarget : PlanReading.UnknownPlan;
        if (plan.Activities.SelectMany(a => a.Targets).FirstOrDefault(t => t.Id == request.TargetId) is not { } target)
            return UnknownTarget;
        if ((await reports.Report(actor, plan.Id, request.Report ?? WholeTime(plan, request.AsOf), cancel)).Refused(out var noReport, out var report))
            return noReport;
        if (report.Rows.FirstOrDefault(r => r.TargetId == target.Id) is not { } row)
            return NotYetPart(report.AsOf);
        var activity = plan.Activities.First(a => a.Id == target.ActivityId);
        var all = FigureWords.All(plan, activity, target, row.Figures, report.Period, report.AsOf, await SetOf(target, report, cancel));
        var page = FilterOf(request.Kind, report, target.Id) is { } filter
            ? (await entries.List(actor, filter, query with { Sort = [new("countedOn", false), new("createdAt", false)], Search = null }, cancel)).Value : null;
        var hidden = request.Kind is FigureKind.Pending && page is not null
            ? Math.Max(0, (await book.Totals(plan.Id, WindowOf(report), cancel)).GetValueOrDefault(target.Id, TargetTotals.None).PendingEntries - page.Total) : 0;
        var counted = await UnitsIn(request.Kind, activity, target, report, cancel);
        all = [.. await Task.WhenAll(all.Select(async f => f.Kind is FigureKind.ToDate or FigureKind.InPeriod ? Named(f, await UnitsIn(f.Kind, activity, target, report, cancel)) : f))];
        return new OpenedFigure(report, row, activity, target, all.First(f => f.Kind == request.Kind), all, page, hidden) { Units = counted };
    }

    /// <summary>Opens the percent of a lead.</summary>
    public async Task<Result<OpenedLead>> Lead(Actor actor, Guid planId, Guid agencyId, DateOnly? asOf, CancellationToken cancel)
    {
        if ((await progress.Overview(actor, planId, asOf, cancel)).Refused(out var refusal, out var overview))
            return refusal;
        return overview.ByLead.FirstOrDefault(l => l.Agency.Id == agencyId) is { } lead
            ? new OpenedLead(overview.Plan, lead, overview.AsOf)
            : Refusal.NotFound("figures.no-lead", "Cơ quan này không chủ trì hoạt động nào của kế hoạch vào ngày này.");
    }

    /// <summary>The entries that a figure is made of; null of one that none goes into.</summary>
    internal static EntryFilter? FilterOf(FigureKind kind, PlanReport report, Guid targetId)
    {
        var last = report.AsOf < report.Period.To ? report.AsOf : report.Period.To;
        return kind switch
        {
            FigureKind.InPeriod => new(report.Plan.Id, TargetId: targetId, Status: EntryStatus.Confirmed, CountedFrom: report.Period.From, CountedTo: last),
            FigureKind.Pending => new(report.Plan.Id, TargetId: targetId, Status: EntryStatus.Submitted, CountedTo: report.AsOf),
            FigureKind.Value or FigureKind.Expected => null,
            _ => new(report.Plan.Id, TargetId: targetId, Status: EntryStatus.Confirmed, CountedTo: report.AsOf),
        };
    }

    // Their days are those of the sums: what was decided or recorded since an issue lies on open days, and issued figures do not see it.
    private async Task<IReadOnlyList<UnitPlans.CountedResult>> UnitsIn(FigureKind kind, Activity activity, Target target, PlanReport report, CancellationToken cancel) =>
        kind is FigureKind.Value or FigureKind.Expected or FigureKind.Pending ? []
        : kind is FigureKind.InPeriod ? await units.Counted(activity, target.Id, report.Period.From, report.AsOf < report.Period.To ? report.AsOf : report.Period.To, cancel)
        : await units.Counted(activity, target.Id, null, report.AsOf, cancel);

    private static ExplainedFigure Named(ExplainedFigure figure, IReadOnlyList<UnitPlans.CountedResult> counted) => counted.Count == 0 ? figure : figure with
    {
        Formula = $"{figure.Formula} Trong đó của các đơn vị, tính theo quyết định của Sở Nội vụ: {VietnameseNumber.Show(counted.Sum(c => c.Result.Quantity ?? 0))} ({counted.Count} kết quả).",
    };

    private static TotalsWindow WindowOf(PlanReport report) => new(report.Period.From, report.Period.To, report.AsOf);

    private ReportRequest WholeTime(Plan plan, DateOnly? asOf)
    {
        var day = asOf ?? clock.Today;
        var to = day < plan.To ? day : plan.To;
        return new(ReportRequest.Custom, plan.IssuedOn < to ? plan.IssuedOn : to, to, day);
    }

    private async Task<SetCount?> SetOf(Target target, PlanReport report, CancellationToken cancel)
    {
        if (target.Kind is not TargetKind.Percentage)
            return null;
        var totals = await book.Totals(report.Plan.Id, WindowOf(report), cancel);
        return totals.GetValueOrDefault(target.Id, TargetTotals.None).SetOf(target, await register.All(cancel), report.AsOf);
    }
}
