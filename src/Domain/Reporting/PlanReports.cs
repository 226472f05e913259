using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Jobs;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reporting;

/// <summary>Use cases that read the plan report: calendar, preview, and what was issued, which stays as it was.</summary>
public sealed class PlanReports(
    IPlanLibrary plans, IProgressBook book, IEventBook events, IAgencyRegister register, IReportingCalendar calendar, IReportArchive archive,
    ILetterheads letterheads, IEnumerable<IReportPart> parts, BusinessClock clock)
{
    private readonly EventRows rows = new(events);

    /// <summary>The refusal for a revision that is not there.</summary>
    public static Refusal UnknownRevision { get; } = Refusal.NotFound("reports.unknown-revision", "Báo cáo này không có bản ban hành với số thứ tự đó.");

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
        return await calendar.Find(periodId, cancel) is { } period ? period : ReportWindows.UnknownPeriod("");
    }

    /// <summary>What is kept of the reports of a plan: states, steps, texts, by code.</summary>
    public async Task<Result<IReadOnlyDictionary<string, PeriodReport>>> Kept(Actor actor, Guid planId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return Result<IReadOnlyDictionary<string, PeriodReport>>.Of((await archive.Of(planId, cancel)).ToDictionary(r => r.Code));
    }

    /// <summary>
    /// The report of a plan for a period or a free range, as of min(its last day, today) or the day asked for; after issue, the frozen one.
    /// </summary>
    public async Task<Result<PlanReport>> Report(Actor actor, Guid planId, ReportRequest request, CancellationToken cancel)
    {
        if ((await Frame(actor, planId, request, cancel)).Refused(out var refusal, out var frame))
            return refusal;
        return await Read(frame, request, cancel);
    }

    /// <summary>The same with the appendices behind it; with the events only for who prints them all, for a year can have tens of thousands.</summary>
    public async Task<Result<PlanReport>> Whole(Actor actor, Guid planId, ReportRequest request, CancellationToken cancel, bool withEvents = false)
    {
        if ((await Frame(actor, planId, request, cancel)).Refused(out var refusal, out var frame))
            return refusal;
        return (await Read(frame, request, cancel)).Refused(out var wrong, out var report) ? wrong : await WithContent(report, frame.Plan, withEvents, cancel);
    }

    /// <summary>A page of Phụ lục III: after issue, of the frozen events.</summary>
    public async Task<Result<PageOf<EventRow>>> Events(Actor actor, Guid planId, ReportRequest request, ListQuery list, CancellationToken cancel)
    {
        if ((await Frame(actor, planId, request, cancel)).Refused(out var refusal, out var frame))
            return refusal;
        var agencies = await register.All(cancel);
        if (Judged(request, agencies) is { } wrong)
            return wrong;
        if (await Frozen(frame, request, cancel) is { } issued)
            return EventRows.Cut(issued.Content.Events ?? [], list);
        var asOf = AsOf(frame, request.AsOf);
        return await rows.Page(new(frame.Plan, frame.Window, asOf, ScopeOf(request, agencies, asOf), agencies), list, cancel);
    }

    /// <summary>What a report is called, "Quý III, UBND quận Ninh Kiều", once it is clear that there can be one; or why there can be none.</summary>
    public async Task<Result<string>> NameOf(Actor actor, Guid planId, ReportRequest request, CancellationToken cancel)
    {
        if ((await Frame(actor, planId, request, cancel)).Refused(out var refusal, out var frame))
            return refusal;
        var agencies = await register.All(cancel);
        if (Judged(request, agencies) is { } wrong)
            return wrong;
        var name = request.Code == ReportRequest.Custom ? $"{frame.Window.From:dd/MM/yyyy} – {frame.Window.To:dd/MM/yyyy}" : frame.Window.Name;
        return ScopeOf(request, agencies, AsOf(frame, request.AsOf)) is { } scope ? $"{name}, {scope.Name}" : name;
    }

    /// <summary>A file of the report: the issued bytes after issue, otherwise written now.</summary>
    public async Task<Result<ReportDownload>> File(
        Actor actor, Guid planId, ReportRequest request, ReportFormat format, IReportWriter writer, bool sectionOnly, CancellationToken cancel,
        JobProgress? tell = null)
    {
        if ((await Frame(actor, planId, request, cancel)).Refused(out var refusal, out var frame))
            return refusal;
        tell?.Invoke(ReportSteps.Figures);
        if ((await Read(frame, request, cancel)).Refused(out var wrong, out var head))
            return wrong;
        if (head.State is ReportState.Issued && !sectionOnly)
        {
            var last = (await archive.Revisions(planId, request.Code, cancel))[^1].Number;
            return new ReportDownload(head, Download((await archive.File(planId, request.Code, last, format, cancel))!));
        }
        var report = await WithContent(head, frame.Plan, withEvents: format is ReportFormat.Excel, cancel, tell);
        tell?.Invoke(ReportSteps.Writing(format));
        return new ReportDownload(report, new(
            ReportNames.File(report, format, sectionOnly), format is ReportFormat.Excel ? writer.Workbook(report) : writer.Document(report, sectionOnly)));
    }

    /// <summary>What was issued of a period, the first revision first; empty while nothing was.</summary>
    public async Task<Result<IReadOnlyList<RevisionRef>>> Revisions(Actor actor, Guid planId, string code, CancellationToken cancel)
    {
        if ((await Frame(actor, planId, new(code), cancel)).Refused(out var refusal, out _))
            return refusal;
        return Result<IReadOnlyList<RevisionRef>>.Of(await archive.Revisions(planId, code, cancel));
    }

    /// <summary>A file of a revision, byte by byte as it was issued.</summary>
    public async Task<Result<FileContent>> RevisionFile(
        Actor actor, Guid planId, string code, int number, ReportFormat format, CancellationToken cancel)
    {
        if ((await Frame(actor, planId, new(code), cancel)).Refused(out var refusal, out _))
            return refusal;
        return await archive.File(planId, code, number, format, cancel) is { } file ? Download(file) : UnknownRevision;
    }

    /// <summary>The plan and the window that a report is asked of.</summary>
    internal async Task<Result<ReportFrame>> Frame(Actor actor, Guid planId, ReportRequest request, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        return (await ReportWindows.Of(calendar, plan, request, cancel)).Refused(out var noWindow, out var window) ? noWindow : new ReportFrame(plan, window);
    }

    /// <summary>The report as it would be now, whatever was issued.</summary>
    internal async Task<PlanReport> Live(ReportFrame frame, PeriodReport? kept, DateOnly? day, ReportRequest? request, CancellationToken cancel)
    {
        var (plan, window) = frame;
        var asOf = AsOf(frame, day);
        var totals = new TotalsWindow(window.From, window.To, asOf);
        var agencies = await register.All(cancel);
        var special = (await events.Special(plan.Id, totals, cancel)).ToLookup(s => s.TargetId);
        var letterhead = (await letterheads.OfPlanReports(cancel))?.ToLetterhead() ?? ReportWording.DefaultLetterhead;
        var report = ReportAssembly.Of(
            plan, window, asOf, await book.Totals(plan.Id, totals, cancel), special, agencies, letterhead, ScopeOf(request, agencies, asOf));
        return report.Scope is not null || kept is null
            ? report : report with { State = kept.State is ReportState.Issued ? ReportState.Preview : kept.State, Texts = kept.Texts };
    }

    /// <summary>The same of everybody, with its appendices.</summary>
    internal async Task<PlanReport> LiveWhole(ReportFrame frame, PeriodReport? kept, CancellationToken cancel) =>
        await WithContent(await Live(frame, kept, null, null, cancel), frame.Plan, withEvents: false, cancel);

    /// <summary>A live report with its appendices and what has changed; one that was frozen has them already.</summary>
    internal async Task<PlanReport> WithContent(PlanReport report, Plan plan, bool withEvents, CancellationToken cancel, JobProgress? tell = null)
    {
        if (report.State is ReportState.Issued)
            return report;
        var query = await QueryOf(report, plan, cancel);
        var content = ReportAppendices.Empty;
        foreach (var (done, part) in parts.Where(p => withEvents || p is not EventsPart).Index())
        {
            tell?.Invoke(ReportSteps.Of(part, done));
            content = await part.Fill(content, query, cancel);
        }
        if (report.Scope is null && await Before(report, cancel) is { } before)
            content = content with { Changes = ReportDifferences.Between(before, report, await rows.Special(query, cancel)) };
        return report with { Content = content };
    }

    private async Task<PartQuery> QueryOf(PlanReport report, Plan plan, CancellationToken cancel) =>
        new(plan, report.Period, report.AsOf, report.Scope, await register.All(cancel));

    private async Task<Result<PlanReport>> Read(ReportFrame frame, ReportRequest request, CancellationToken cancel)
    {
        if (Judged(request, await register.All(cancel)) is { } wrong)
            return wrong;
        return await Frozen(frame, request, cancel)
            ?? await Live(frame, await archive.Find(frame.Plan.Id, frame.Window.Code, cancel), request.AsOf, request, cancel);
    }

    /// <summary>What was issued of the window; null when nothing is, or only a part of the plan is asked for.</summary>
    private async Task<PlanReport?> Frozen(ReportFrame frame, ReportRequest request, CancellationToken cancel) =>
        !request.IsScoped && await archive.Find(frame.Plan.Id, frame.Window.Code, cancel) is { State: ReportState.Issued }
            ? FrozenReport.Read((await archive.Content(frame.Plan.Id, frame.Window.Code, cancel))!) : null;

    private static Refusal? Judged(ReportRequest request, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        if (request is { AgencyId: not null, LeadId: not null })
            return Refusal.Invalid("lead", "Chỉ chọn một: báo cáo của cơ quan (agency) hoặc của cơ quan chủ trì (lead).");
        return (request.AgencyId ?? request.LeadId) is { } of && !agencies.ContainsKey(of)
            ? Refusal.Invalid(request.AgencyId is not null ? "agency" : "lead", "Không có cơ quan này.") : null;
    }

    private DateOnly AsOf(ReportFrame frame, DateOnly? asked) => asked ?? (frame.Window.To < clock.Today ? frame.Window.To : clock.Today);

    /// <summary>What a report is compared with: what was issued of the same period before, otherwise the last issued with an earlier cut-off.</summary>
    private async Task<PlanReport?> Before(PlanReport report, CancellationToken cancel)
    {
        var own = await archive.Content(report.Plan.Id, report.Period.Code, cancel);
        if (own is not null)
            return FrozenReport.Read(own);
        var earlier = (await archive.Of(report.Plan.Id, cancel))
            .Where(r => r.State is ReportState.Issued && r.To <= report.Period.To && r.Code != report.Period.Code).MaxBy(r => (r.To, r.Id));
        return earlier is null ? null : FrozenReport.Read((await archive.Content(report.Plan.Id, earlier.Code, cancel))!);
    }

    private static ReportScope? ScopeOf(ReportRequest? request, IReadOnlyDictionary<Guid, Agency> agencies, DateOnly asOf) =>
        (request?.AgencyId ?? request?.LeadId) is { } id
            ? ReportAssembly.ScopeOf(request!.AgencyId is not null ? ScopeKind.Agency : ScopeKind.Lead, agencies[id], agencies, asOf) : null;

    private static FileContent Download(ReportFile file) => new(file.Name, file.Bytes);
}

/// <summary>The plan and the window that a report is asked of.</summary>
internal sealed record ReportFrame(Plan Plan, ReportWindow Window);

/// <summary>A file to hand out.</summary>
public sealed record FileContent(string Name, byte[] Bytes);

/// <summary>A file of a report, and the report it is of.</summary>
public sealed record ReportDownload(PlanReport Report, FileContent File)
{
    /// <summary>What history says when it is taken.</summary>
    public object Noted => new { plan = Report.Plan.Number, period = Report.Period.Code, Report.Period.From, Report.Period.To, Report.AsOf, file = File.Name };
}
