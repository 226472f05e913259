using PlanTracker.Domain.Access;
using PlanTracker.Domain.Jobs;

namespace PlanTracker.Domain.Reporting;

/// <summary>
/// Use cases that issue, number and reopen the report of a period. Issuing freezes figures, target versions,
/// names and the bytes of the files in the same transaction that locks their days.
/// </summary>
public sealed class ReportIssuing(
    IStore store, PlanReports reports, IReportArchive archive, ILetterheads letterheads, IReportWriter writer, BusinessClock clock)
{
    private readonly ReportRevisions revisions = new(reports, archive, letterheads, writer, clock);

    /// <summary>
    /// Issues the report of a period: not before its cut-off; what waits for confirmation is left out and does not hinder. Of two at once, one
    /// wins and the other is told so.
    /// </summary>
    /// <param name="actor">Who issues it.</param>
    /// <param name="planId">Plan.</param>
    /// <param name="code">Code of the period.</param>
    /// <param name="tag">The tag of the report as it was read: what was seen is what is issued.</param>
    /// <param name="input">Number, day of signing, signer.</param>
    /// <param name="cancel">Ends when the caller has gone.</param>
    /// <param name="tell">Is told how far it is.</param>
    public async Task<Result<PlanReport>> Issue(
        Actor actor, Guid planId, string code, ExpectedTag tag, Result<IssueOrder> input, CancellationToken cancel, JobProgress? tell = null)
    {
        if ((await Allowed(actor, planId, code, input.Refused(out var unreadable, out var asked) ? unreadable : IssueOrder.Checked(asked), tag, cancel, WrongDay))
            .Refused(out var refusal, out var ordered))
            return refusal;
        // The files are written before the door is entered, so that nobody waits for them; inside they are written again only if
        // somebody changed something meanwhile.
        var (frame, order) = ordered;
        var prepared = await revisions.Prepare(frame, code, order, cancel, tell);
        tell?.Invoke(ReportSteps.Keeping);
        return await store.Write<PlanReport>(actor, async changes =>
        {
            var kept = await changes.Reports.Load(planId, code, cancel);
            if (kept is { State: ReportState.Issued })
                return tag.Check(FrozenReport.TagOf(FrozenReport.Read((await changes.Reports.LastRevision(planId, code, cancel))!.Value.Content))) ?? ReportRefusals.AlreadyIssued;
            if (await changes.Reports.Stamp(cancel) != prepared.Stamp)
                prepared = await revisions.Prepare(frame, code, order, cancel);
            if (tag.Check(prepared.Tag) is { } stale)
                return stale;
            if (clock.Today < frame.Window.To)
                return ReportRefusals.BeforeCutOff(frame.Window);
            if (kept is null)
                changes.Reports.Add(kept = new PeriodReport { PlanId = planId, Code = code, To = frame.Window.To });
            else
                kept.Version++;
            var number = ((await changes.Reports.LastRevision(planId, code, cancel))?.Number ?? 0) + 1;
            (kept.State, kept.To) = (ReportState.Issued, frame.Window.To);
            kept.Steps.Add(new(IssueStepKind.Issue, clock.UtcNow, actor.AccountId, actor.FullName, null, number));
            revisions.Keep(changes, actor, kept, prepared, number, "issue");
            return prepared.Report;
        }, cancel);
    }

    /// <summary>Writes the number, day and signer on an issued report: a new revision with the same figures; the old one stays.</summary>
    public async Task<Result<PlanReport>> Number(
        Actor actor, Guid planId, string code, ExpectedTag tag, Result<IssueOrder> input, CancellationToken cancel)
    {
        if ((await Allowed(actor, planId, code, input.Refused(out var unreadable, out var asked) ? unreadable : IssueOrder.Checked(asked), tag, cancel, WrongDay))
            .Refused(out var refusal, out var ordered))
            return refusal;
        var (frame, order) = ordered;
        return await store.Write<PlanReport>(actor, async changes =>
        {
            var kept = await changes.Reports.Load(planId, code, cancel);
            if (kept is not { State: ReportState.Issued })
                return await NotIssuedNow(frame, kept, tag, cancel);
            var (last, content) = (await changes.Reports.LastRevision(planId, code, cancel))!.Value;
            var frozen = FrozenReport.Read(content);
            if (tag.Check(FrozenReport.TagOf(frozen)) is { } stale)
                return stale;
            var numbered = await revisions.Numbered(frozen, order, cancel);
            kept.Version++;
            kept.Steps.Add(new(IssueStepKind.Numbering, clock.UtcNow, actor.AccountId, actor.FullName, null, last + 1));
            revisions.Keep(changes, actor, kept, numbered, last + 1, "number");
            return numbered.Report;
        }, cancel);
    }

    /// <summary>Opens an issued report again, with a reason: its figures follow the entries again, its days are open when no later report is issued.</summary>
    public async Task<Result<PlanReport>> Reopen(
        Actor actor, Guid planId, string code, ExpectedTag tag, Result<string> input, CancellationToken cancel)
    {
        if ((await Allowed(actor, planId, code, ReasonOf(input), tag, cancel)).Refused(out var refusal, out var ordered))
            return refusal;
        var (frame, reason) = ordered;
        var written = await store.Write<PeriodReport>(actor, async changes =>
        {
            var kept = await changes.Reports.Load(planId, code, cancel);
            if (kept is not { State: ReportState.Issued })
                return await NotIssuedNow(frame, kept, tag, cancel);
            var (last, content) = (await changes.Reports.LastRevision(planId, code, cancel))!.Value;
            if (tag.Check(FrozenReport.TagOf(FrozenReport.Read(content))) is { } stale)
                return stale;
            kept.State = ReportState.Reopened;
            kept.Version++;
            kept.Steps.Add(new(IssueStepKind.Reopening, clock.UtcNow, actor.AccountId, actor.FullName, reason, last));
            changes.Record(clock.RowOf(actor, kept, "reopen", new { period = code, state = ReportState.Issued }, new { period = code, state = ReportState.Reopened }, reason));
            return kept;
        }, cancel);
        return written.Refused(out var conflict, out var reopened) ? conflict : await reports.LiveWhole(frame, reopened, cancel);
    }

    /// <summary>Everything that is judged before the door: not there, not allowed, invalid, version missing, a window that is never issued.</summary>
    private async Task<Result<Ordered<T>>> Allowed<T>(Actor actor, Guid planId, string code, Result<T> input, ExpectedTag tag, CancellationToken cancel,
        Func<ReportFrame, T, Refusal?>? check = null)
    {
        // A free range has no days here; that it is never issued is said in its turn.
        var request = code == ReportRequest.Custom ? new ReportRequest(code, clock.Today, clock.Today) : new ReportRequest(code);
        if ((await reports.Frame(actor, planId, request, cancel)).Refused(out var notThere, out var frame))
            return notThere;
        if (actor.Demand(Operation.IssueReports) is { } notAllowed)
            return notAllowed;
        if (input.Refused(out var invalid, out var asked))
            return invalid;
        if (check?.Invoke(frame, asked) is { } wrong)
            return wrong;
        if (tag is { Tag: null, IsAny: false })
            return Refusal.VersionMissing();
        return code == ReportRequest.Custom ? ReportRefusals.CustomIsNotIssued : new Ordered<T>(frame, asked);
    }

    private async Task<Refusal> NotIssuedNow(ReportFrame frame, PeriodReport? kept, ExpectedTag tag, CancellationToken cancel) =>
        tag.Check(FrozenReport.TagOf(await reports.LiveWhole(frame, kept, cancel))) ?? ReportRefusals.NotIssued;

    private static Result<string> ReasonOf(Result<string> input)
    {
        if (input.Refused(out var unreadable, out var typed))
            return unreadable;
        var errors = new FieldErrors();
        var reason = VietnameseText.Clean(typed);
        errors.Text("reason", reason, "Lý do mở lại");
        return errors.Refusal is { } refusal ? refusal : reason!;
    }

    // Before the cut-off every day would be wrong: then the cut-off is what is said.
    private Refusal? WrongDay(ReportFrame frame, IssueOrder order) =>
        order.SignedOn is not { } day || clock.Today < frame.Window.To || (frame.Window.To <= day && day <= clock.Today) ? null : Refusal.Invalid(
            "signedOn", $"Ngày ký từ ngày chốt số liệu ({frame.Window.To:dd/MM/yyyy}) đến hôm nay ({clock.Today:dd/MM/yyyy}).");

    private sealed record Ordered<T>(ReportFrame Frame, T Input);
}
