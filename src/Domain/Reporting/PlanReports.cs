using System.Globalization;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reporting;

/// <summary>Which report is asked for.</summary>
/// <param name="Code">Code of a period, or <c>custom</c>.</param>
/// <param name="From">First day, of <c>custom</c> only.</param>
/// <param name="To">Last day, of <c>custom</c> only.</param>
/// <param name="AsOf">The day asked for; default min(period's to, today).</param>
public sealed record ReportRequest(string Code, DateOnly? From = null, DateOnly? To = null, DateOnly? AsOf = null)
{
    /// <summary>The code of a free range.</summary>
    public const string Custom = "custom";
}

/// <summary>Use cases of the plan report: calendar and preview.</summary>
public sealed class PlanReports(
    IPlanLibrary plans, IProgressBook book, IAgencyRegister register, IReportingCalendar calendar, BusinessClock clock)
{
    /// <summary>The calendar of a plan.</summary>
    public async Task<Result<IReadOnlyList<ReportingPeriod>>> Periods(Actor actor, Guid planId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is null)
            return PlanReading.UnknownPlan;
        return Result<IReadOnlyList<ReportingPeriod>>.Of(await calendar.Of(planId, cancel));
    }

    /// <summary>One period of a calendar.</summary>
    public async Task<Result<ReportingPeriod>> Period(Actor actor, Guid periodId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return await calendar.Find(periodId, cancel) is { } period ? period : UnknownPeriod("");
    }

    /// <summary>The report of a plan for a period or a free range, as of min(its last day, today) or the day asked for.</summary>
    public async Task<Result<PlanReport>> Report(Actor actor, Guid planId, ReportRequest request, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        if ((await Window(plan, request, cancel)).Refused(out var noWindow, out var window))
            return noWindow;
        var asOf = request.AsOf ?? (window.To < clock.Today ? window.To : clock.Today);
        var totals = await book.Totals(plan.Id, new TotalsWindow(window.From, window.To, asOf), cancel);
        return Assemble(plan, window, asOf, totals, await register.All(cancel));
    }

    private async Task<Result<ReportWindow>> Window(Plan plan, ReportRequest request, CancellationToken cancel)
    {
        if (request.Code == ReportRequest.Custom)
            return CustomWindow(request);
        if (request.From is not null || request.To is not null)
            return Refusal.Invalid(request.From is not null ? "from" : "to", "Chỉ báo cáo theo khoảng tự chọn (custom) mới có ngày bắt đầu và kết thúc.");
        var periods = await calendar.Of(plan.Id, cancel);
        return periods.FirstOrDefault(p => p.Code == request.Code) is { } period
            ? new ReportWindow(period.Code, period.Name, period.From, period.To, period.Kind)
            : UnknownPeriod(string.Join(", ", periods.Select(p => p.Code).Append(ReportRequest.Custom)));
    }

    private static Result<ReportWindow> CustomWindow(ReportRequest request)
    {
        var errors = new Dictionary<string, string[]>();
        if (request.From is null)
            errors["from"] = ["Cần ngày bắt đầu của khoảng báo cáo."];
        if (request.To is null)
            errors["to"] = ["Cần ngày kết thúc của khoảng báo cáo."];
        if (request.To < request.From)
            errors["to"] = ["Ngày kết thúc phải từ ngày bắt đầu trở đi."];
        return errors.Count > 0
            ? Refusal.Invalid(errors)
            : new ReportWindow(ReportRequest.Custom, "Khoảng tự chọn", request.From!.Value, request.To!.Value, PeriodKind.Custom);
    }

    private static Refusal UnknownPeriod(string known) => Refusal.NotFound(
        "periods.unknown", known.Length == 0 ? "Không có kỳ báo cáo này." : $"Không có kỳ báo cáo này. Các kỳ của kế hoạch: {known}.");

    private static PlanReport Assemble(
        Plan plan, ReportWindow window, DateOnly asOf, IReadOnlyDictionary<Guid, TargetTotals> totals, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var rows = new List<ReportRow>();
        var statuses = new List<ProgressStatus>();
        foreach (var activity in plan.Activities.Where(a => a.IsPartOn(asOf)).OrderBy(a => a.Order))
        {
            var ofActivity = activity.TargetsOn(asOf).Select(target =>
            {
                var sums = totals.GetValueOrDefault(target.Id, TargetTotals.None).Resolve(target, agencies, asOf);
                var figures = Figures.Of(plan, activity, target, asOf, sums);
                return new ReportRow(
                    activity.Order, target.Label, activity.Id, target.Id,
                    target.Part is null ? activity.Title : $"{activity.Title}: {target.Part.ToLower(CultureInfo.GetCultureInfo("vi-VN"))}",
                    target.Part is null ? activity.ShortTitle : $"{activity.ShortTitle}: {target.Part.ToLower(CultureInfo.GetCultureInfo("vi-VN"))}",
                    activity.QuantityWording, target.Unit, figures, agencies[activity.LeadOn(asOf)].RefOn(asOf).Name,
                    activity.SupportingWording, activity.Time, activity.DeliveryModeAsked, ReportWording.Modes(sums.Modes), sums.Entries,
                    sums.WithEvidence, ReportWording.Note(target, figures, sums));
            }).ToList();
            rows.AddRange(ofActivity);
            statuses.Add(Figures.StatusOf([.. ofActivity.Select(r => r.Figures.Status)]));
        }
        return new(plan, window, asOf, ReportState.Preview, rows, StatusCounts.Of(statuses), ReportWording.DefaultLetterhead,
            totals.Values.Sum(t => t.PendingEntries));
    }
}
