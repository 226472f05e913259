using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>
/// Use cases that change agency reports: the reporter saves, the head submits (that is the approval), the level above accepts or returns. What
/// the period's issued report has locked is changed no more.
/// </summary>
public sealed class AgencyReportFiling(
    IStore store, IObligationBook obligations, IAgencyReportBook book, IIndicatorBook indicators, IReportingCalendar calendar,
    IAgencyRegister register, AgencyReportReading reading, ReportMaking making, BusinessClock clock)
{
    /// <summary>Saves a draft or a returned report; the first saving makes it. The same content again changes nothing.</summary>
    public async Task<Result<AgencyReportView>> Save(
        Actor actor, Guid obligationId, ExpectedVersion version, Result<ReportContent> input, CancellationToken cancel)
    {
        var known = await indicators.All(cancel);
        ReportContent? content = null;
        return await Change(actor, obligationId, ReportVerb.Edit, version, checks: (_, report) =>
        {
            if (input.Refused(out var unreadable, out var given))
                return unreadable;
            content = ReportRules.Clean(given);
            return ReportRules.Check(content, known, report?.Content ?? ReportContent.Empty);
        }, async (changes, obligation, report) =>
        {
            if (await Locked(changes, obligation, cancel) is { } locked)
                return locked;
            if (report is not null && report.Content == content)
                return report;
            var before = report is null ? null : ReportHistory.Fields(report);
            if (report is null)
            {
                report = new AgencyReport
                {
                    ObligationId = obligation.Id, AgencyId = obligation.AgencyId, Content = content!, SavedByName = actor.FullName, SavedAt = clock.UtcNow,
                };
                changes.AgencyReports.Add(report);
            }
            else
            {
                report.Content = content!;
                (report.SavedByName, report.SavedAt) = (actor.FullName, clock.UtcNow);
                report.Version++;
            }
            if (!report.DraftedBy.Contains(actor.AccountId))
                report.DraftedBy.Add(actor.AccountId);
            changes.Record(ReportHistory.Row(actor, clock.UtcNow, report, before is null ? "draft" : "edit", before));
            return report;
        }, cancel);
    }

    /// <summary>Approves and submits: by a head who saved none of it. What is submitted is frozen with the reports from below as they stand.</summary>
    public Task<Result<AgencyReportView>> Submit(Actor actor, Guid obligationId, ExpectedVersion version, CancellationToken cancel) =>
        Change(actor, obligationId, ReportVerb.Submit, version,
            checks: (view, report) => report is null ? null : ReportRules.Submittable(report.Content, view.Made.Children.Any(c => c.State is ChildState.Accepted)),
            async (changes, obligation, report) =>
            {
                if (report is null)
                    return Refusal.Conflict("reports.not-drafted", "Chưa có bản nháp: cán bộ báo cáo của đơn vị cần nhập và lưu trước. Chưa có gì thay đổi.");
                if (await Locked(changes, obligation, cancel) is { } locked)
                    return locked;
                if (obligation.Submit(clock.UtcNow, report.Content.NothingToReport) is { } refused)
                    return refused;
                var period = (await calendar.Find(obligation.PeriodId, cancel))!;
                var (made, content) = await making.Make(obligation, period, report.Content, cancel);
                var submission = new ReportSubmission
                {
                    ObligationId = obligation.Id, Number = report.Steps.Count(s => s.Kind is ReportStepKind.Submission) + 1, At = clock.UtcNow,
                    ById = actor.AccountId, ByName = actor.FullName, Snapshot = new(content, made.Figures, made.Children),
                };
                changes.AgencyReports.Add(submission);
                await Difficulties.ReportedDifficulties.Keep(actor, changes, obligation, period.Name, submission, cancel);
                return Moved(changes, actor, report, AgencyReportStatus.Submitted, ReportStepKind.Submission, null, [], new { submission = submission.Number });
            }, cancel);

    /// <summary>Accepts what was submitted; also after the period was locked, like a result that was waiting then.</summary>
    public Task<Result<AgencyReportView>> Accept(Actor actor, Guid obligationId, ExpectedVersion version, CancellationToken cancel) =>
        Change(actor, obligationId, ReportVerb.Accept, version, checks: (_, _) => null, (changes, obligation, report) => Task.FromResult<Result<AgencyReport>>(
            obligation.Accept(clock.UtcNow) is { } refused ? refused
                : Moved(changes, actor, report!, AgencyReportStatus.Accepted, ReportStepKind.Acceptance, null, [], null)), cancel);

    /// <summary>
    /// Returns a report with a reason, which may name indicators and parts: a submitted one, or an accepted one that turned out wrong while its
    /// period is open. A report above that already has its figures keeps them, and shows that they have changed.
    /// </summary>
    public async Task<Result<AgencyReportView>> Return(
        Actor actor, Guid obligationId, ExpectedVersion version, Result<ReportReason> input, CancellationToken cancel)
    {
        var known = await indicators.All(cancel);
        return await Change(actor, obligationId, ReportVerb.Return, version, checks: (_, _) => ReportRules.Check(input, known), async (changes, obligation, report) =>
        {
            if (report!.Status is AgencyReportStatus.Accepted && await Locked(changes, obligation, cancel) is { } locked)
                return locked;
            if (obligation.Return(clock.UtcNow) is { } refused)
                return refused;
            return Moved(changes, actor, report, AgencyReportStatus.Returned, ReportStepKind.Return,
                VietnameseText.Clean(input.Value!.Reason), input.Value.Fields, null);
        }, cancel);
    }

    private static async Task<Refusal?> Locked(IChanges changes, Obligation obligation, CancellationToken cancel) =>
        await changes.Entries.LockedUntil(obligation.PlanId, cancel) is { } until && obligation.CutOff <= until
            ? Refusal.Conflict("reports.period-locked", $"Báo cáo tổng hợp đến hết ngày {until:dd/MM/yyyy} đã ban hành nên báo cáo của kỳ này không đổi được. Sở Nội vụ cần mở lại trước.")
            : null;

    private AgencyReport Moved(
        IChanges changes, Actor actor, AgencyReport report, AgencyReportStatus status, ReportStepKind kind, string? reason, IReadOnlyList<string> fields,
        object? filed)
    {
        var before = ReportHistory.State(report);
        report.Status = status;
        report.Steps.Add(new(kind, clock.UtcNow, actor.AccountId, actor.FullName, reason, [.. fields.Distinct()]));
        report.Version++;
        changes.Record(ReportHistory.Row(actor, clock.UtcNow, report, ReportHistory.NameOf(kind), before, filed, reason));
        return report;
    }

    private async Task<Result<AgencyReportView>> Change(
        Actor actor, Guid obligationId, ReportVerb verb, ExpectedVersion version, Func<AgencyReportView, AgencyReport?, Refusal?> checks,
        Func<IChanges, Obligation, AgencyReport?, Task<Result<AgencyReport>>> apply, CancellationToken cancel)
    {
        if ((await reading.Find(actor, obligationId, cancel)).Refused(out var notThere, out var seen))
            return notThere;
        var receiver = (await register.All(cancel))[seen.Obligation.ReceiverId];
        var written = await store.Write(actor, async changes =>
        {
            if (await changes.Obligations.Load(obligationId, cancel) is not { } obligation)
                return AgencyReportReading.UnknownReport;
            var access = new ReportAccess(obligation, receiver);
            var report = await changes.AgencyReports.Load(obligationId, cancel);
            var status = report?.Status ?? AgencyReportStatus.Draft;
            if (!access.CanSee(actor, status))
                return AgencyReportReading.UnknownReport;
            if ((access.Demand(actor, verb, report) ?? checks(seen, report) ?? version.Check(report?.Version ?? 0)) is { } refusal)
                return refusal;
            if (!ReportAccess.Fits(verb, status))
                return Refusal.Conflict("reports.wrong-state",
                    $"Báo cáo đang ở trạng thái “{ReportWords.NameOf(status)}” nên không làm được việc này. Chưa có gì thay đổi.");
            return obligation.IsExpected ? await apply(changes, obligation, report) : NotOwed(obligation);
        }, cancel);
        if (written.Refused(out var refused, out var kept))
            return refused;
        return await reading.ViewOf(actor, new((await obligations.Find(obligationId, cancel))!, receiver), await book.Find(obligationId, cancel) ?? kept, cancel);
    }

    private static Refusal NotOwed(Obligation obligation) => obligation.Waiver is null
        ? Refusal.Conflict("obligations.transferred", "Nghĩa vụ báo cáo này đã chuyển cho cơ quan kế thừa. Chưa có gì thay đổi.")
        : Refusal.Conflict("obligations.waived", "Đơn vị đã được miễn báo cáo của kỳ này. Chưa có gì thay đổi.");
}
