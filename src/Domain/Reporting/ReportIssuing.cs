using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.Reporting;

/// <summary>What is written on a report when it is issued or numbered.</summary>
/// <param name="Number">Number without its symbol; null while the clerk has given none.</param>
/// <param name="SignedOn">Day of signing.</param>
/// <param name="Signer">Who signs; one of the letterhead's signers gets the words above the name from there.</param>
public sealed record IssueOrder(string? Number = null, DateOnly? SignedOn = null, string? Signer = null);

/// <summary>
/// Use cases that issue, number and reopen the report of a period, and keep what its author writes. Issuing freezes figures, target versions,
/// names and the bytes of the files in the same transaction that locks their days.
/// </summary>
public sealed class ReportIssuing(
    IStore store, PlanReports reports, IReportArchive archive, ILetterheads letterheads, IReportWriter writer, BusinessClock clock)
{
    private const int MaxNumber = 30;
    private const int MaxSigner = 200;

    private static readonly Refusal CustomIsNotIssued = Refusal.Conflict(
        "reports.custom-not-issued", "Khoảng tự chọn chỉ để xem: chỉ báo cáo của một kỳ trong lịch mới ban hành được.");

    private static readonly Refusal NotIssued = Refusal.Conflict("reports.not-issued", "Báo cáo kỳ này chưa ban hành hoặc đang mở lại. Chưa có gì thay đổi.");

    private static readonly Refusal AlreadyIssued = Refusal.Conflict(
        "reports.already-issued", "Báo cáo kỳ này đã ban hành. Muốn thay đổi phải mở lại, có lý do.");

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
    public async Task<Result<PlanReport>> Issue(
        Actor actor, Guid planId, string code, ExpectedTag tag, Result<IssueOrder> input, CancellationToken cancel)
    {
        if ((await Allowed(actor, planId, code, input.Refused(out var unreadable, out var asked) ? unreadable : Checked(asked), tag, cancel, WrongDay))
            .Refused(out var refusal, out var ordered))
            return refusal;
        // The files are written before the door is entered, so that nobody waits for them; inside they are written again only if
        // somebody changed something meanwhile.
        var (frame, order) = ordered;
        var prepared = await Prepare(frame, code, order, cancel);
        return await store.Write<PlanReport>(actor, async changes =>
        {
            var kept = await changes.Reports.Load(planId, code, cancel);
            if (kept is { State: ReportState.Issued })
                return tag.Check(FrozenReport.TagOf(FrozenReport.Read((await changes.Reports.LastRevision(planId, code, cancel))!.Value.Content))) ?? AlreadyIssued;
            if (await changes.Reports.Stamp(cancel) != prepared.Stamp)
                prepared = await Prepare(frame, code, order, cancel);
            if (tag.Check(prepared.Tag) is { } stale)
                return stale;
            if (clock.Today < frame.Window.To)
                return BeforeCutOff(frame.Window);
            if (kept is null)
                changes.Reports.Add(kept = new PeriodReport { PlanId = planId, Code = code, To = frame.Window.To });
            else
                kept.Version++;
            var number = ((await changes.Reports.LastRevision(planId, code, cancel))?.Number ?? 0) + 1;
            (kept.State, kept.To) = (ReportState.Issued, frame.Window.To);
            kept.Steps.Add(new(IssueStepKind.Issue, clock.UtcNow, actor.AccountId, actor.FullName, null, number));
            Keep(changes, actor, kept, prepared, number, order, "issue", null);
            return prepared.Report;
        }, cancel);
    }

    /// <summary>Writes the number, day and signer on an issued report: a new revision with the same figures; the old one stays.</summary>
    public async Task<Result<PlanReport>> Number(
        Actor actor, Guid planId, string code, ExpectedTag tag, Result<IssueOrder> input, CancellationToken cancel)
    {
        if ((await Allowed(actor, planId, code, input.Refused(out var unreadable, out var asked) ? unreadable : Checked(asked), tag, cancel, WrongDay))
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
            var numbered = frozen with { Letterhead = await Written(frozen.Letterhead, order, cancel) };
            kept.Version++;
            kept.Steps.Add(new(IssueStepKind.Numbering, clock.UtcNow, actor.AccountId, actor.FullName, null, last + 1));
            Keep(changes, actor, kept, Files(numbered, "", 0), last + 1, order, "number", null);
            return numbered;
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
            changes.Record(Row(actor, kept, "reopen", new { period = code, state = ReportState.Issued }, new { period = code, state = ReportState.Reopened }, reason));
            return kept;
        }, cancel);
        return written.Refused(out var conflict, out var reopened) ? conflict : await reports.Live(frame, reopened, null, null, cancel);
    }

    /// <summary>What the author has written so far, with its version.</summary>
    public async Task<Result<PeriodReport>> Texts(Actor actor, Guid planId, string code, CancellationToken cancel)
    {
        if ((await reports.Frame(actor, planId, new(code), cancel)).Refused(out var notThere, out var frame))
            return notThere;
        return await archive.Find(planId, code, cancel) ?? new PeriodReport { PlanId = planId, Code = code, To = frame.Window.To, Version = 0 };
    }

    /// <summary>Keeps what the author writes for a period; not while it is issued.</summary>
    public async Task<Result<PeriodReport>> Write(
        Actor actor, Guid planId, string code, ExpectedVersion version, Result<ReportTexts> input, CancellationToken cancel)
    {
        if ((await reports.Frame(actor, planId, new(code), cancel)).Refused(out var notThere, out var frame))
            return notThere;
        if (actor.Demand(Operation.IssueReports) is { } notAllowed)
            return notAllowed;
        if ((input.Refused(out var unreadable, out var typed) ? unreadable : ReportTexts.Clean(typed)).Refused(out var invalid, out var texts))
            return invalid;
        return await store.Write<PeriodReport>(actor, async changes =>
        {
            var kept = await changes.Reports.Load(planId, code, cancel);
            if (version.Check(kept?.Version ?? 0) is { } stale)
                return stale;
            if (frame.Window.Code == ReportRequest.Custom)
                return CustomIsNotIssued;
            if (kept is { State: ReportState.Issued })
                return AlreadyIssued;
            var before = kept?.Texts ?? ReportTexts.None;
            if (kept is null)
                changes.Reports.Add(kept = new PeriodReport { PlanId = planId, Code = code, To = frame.Window.To });
            else
                kept.Version++;
            kept.Texts = texts;
            changes.Record(Row(actor, kept, "write", new { period = code, texts = before }, new { period = code, texts }, null));
            return kept;
        }, cancel);
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
        return code == ReportRequest.Custom ? CustomIsNotIssued : new Ordered<T>(frame, asked);
    }

    private async Task<Refusal> NotIssuedNow(ReportFrame frame, PeriodReport? kept, ExpectedTag tag, CancellationToken cancel) =>
        tag.Check(FrozenReport.TagOf(await reports.Live(frame, kept, null, null, cancel))) ?? NotIssued;

    private async Task<Prepared> Prepare(ReportFrame frame, string code, IssueOrder order, CancellationToken cancel)
    {
        var stamp = await archive.Stamp(cancel);
        var live = await reports.Live(frame, await archive.Find(frame.Plan.Id, code, cancel), null, null, cancel);
        var whole = await reports.WithContent(live, frame.Plan, cancel);
        return Files(whole with { State = ReportState.Issued, Letterhead = await Written(whole.Letterhead, order, cancel) }, FrozenReport.TagOf(live), stamp);
    }

    private Prepared Files(PlanReport report, string tag, long stamp)
    {
        // What is read back is what is printed: nothing that freezing would lose can reach the files.
        var content = FrozenReport.Write(report);
        var frozen = FrozenReport.Read(content);
        return new(frozen, content, [(ReportFormat.Excel, writer.Workbook(frozen)), (ReportFormat.Word, writer.Document(frozen))], tag, stamp);
    }

    private void Keep(IChanges changes, Actor actor, PeriodReport kept, Prepared prepared, int number, IssueOrder order, string what, string? reason)
    {
        var letterhead = prepared.Report.Letterhead;
        var revision = new ReportRevision
        {
            ReportId = kept.Id,
            Number = number,
            At = clock.UtcNow,
            ById = actor.AccountId,
            ByName = actor.FullName,
            AsOf = prepared.Report.AsOf,
            DocumentNumber = letterhead.Number,
            SignedOn = letterhead.SignedOn,
            Signer = letterhead.SignerName,
            Content = prepared.Content,
        };
        revision.Files.AddRange(prepared.Files.Select(f => new ReportFile
        {
            RevisionId = revision.Id,
            Format = f.Format,
            Name = ReportNames.File(prepared.Report, f.Format),
            Sha256 = FrozenReport.Hash(f.Bytes),
            Size = f.Bytes.Length,
            Bytes = f.Bytes,
        }));
        changes.Reports.Add(revision);
        changes.Record(Row(
            actor, kept, what, null,
            new
            {
                period = kept.Code,
                state = ReportState.Issued,
                revision = number,
                asOf = prepared.Report.AsOf,
                number = letterhead.Number,
                signedOn = letterhead.SignedOn,
                signer = letterhead.SignerName,
                content = FrozenReport.Hash(prepared.Content),
                files = revision.Files.Select(f => new { f.Name, f.Sha256 }),
            },
            reason));
    }

    private Change Row(Actor actor, PeriodReport kept, string what, object? old, object now, string? reason) => new()
    {
        At = clock.UtcNow,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        AgencyId = actor.Agency?.Id,
        Door = actor.Door,
        Entity = "report",
        EntityId = kept.PlanId,
        What = what,
        Old = old is null ? null : HistoryJson.Of(old),
        New = HistoryJson.Of(now),
        Reason = reason,
    };

    private async Task<Letterhead> Written(Letterhead letterhead, IssueOrder order, CancellationToken cancel)
    {
        var signers = (await letterheads.OfPlanReports(cancel))?.Text.Signers ?? [];
        var number = order.Number is { } typed && typed.EndsWith("/" + letterhead.Symbol, StringComparison.OrdinalIgnoreCase)
            ? typed[..^(letterhead.Symbol.Length + 1)].Trim() : order.Number;
        return letterhead with
        {
            Number = number ?? letterhead.Number,
            SignedOn = order.SignedOn ?? letterhead.SignedOn,
            SignerName = order.Signer ?? letterhead.SignerName,
            SignerTitle = signers.FirstOrDefault(s => s.Name == order.Signer)?.Title ?? letterhead.SignerTitle,
        };
    }

    private static Result<IssueOrder> Checked(IssueOrder asked)
    {
        var order = new IssueOrder(VietnameseText.Clean(asked.Number), asked.SignedOn, VietnameseText.Clean(asked.Signer));
        var errors = new FieldErrors();
        errors.Line("number", order.Number, MaxNumber, "Số báo cáo", needed: false);
        if (order.Number is { } number && !char.IsAsciiDigit(number[0]))
            errors.Add("number", "Số báo cáo bắt đầu bằng chữ số, ví dụ 125.");
        errors.Line("signer", order.Signer, MaxSigner, "Họ tên người ký", needed: false);
        return errors.Refusal is { } refusal ? refusal : order;
    }

    private static Result<string> ReasonOf(Result<string> input)
    {
        if (input.Refused(out var unreadable, out var typed))
            return unreadable;
        var errors = new FieldErrors();
        var reason = VietnameseText.Clean(typed);
        errors.Text("reason", reason, "Lý do mở lại");
        return errors.Refusal is { } refusal ? refusal : reason!;
    }

    private static Refusal BeforeCutOff(ReportWindow window) => Refusal.Conflict(
        "reports.before-cut-off", $"Kỳ {window.Name} chốt số liệu ngày {window.To:dd/MM/yyyy}: chưa ban hành được trước ngày đó. Vẫn xem trước được.");

    // Before the cut-off every day would be wrong: then the cut-off is what is said.
    private Refusal? WrongDay(ReportFrame frame, IssueOrder order) =>
        order.SignedOn is not { } day || clock.Today < frame.Window.To || (frame.Window.To <= day && day <= clock.Today) ? null : Refusal.Invalid(
            "signedOn", $"Ngày ký từ ngày chốt số liệu ({frame.Window.To:dd/MM/yyyy}) đến hôm nay ({clock.Today:dd/MM/yyyy}).");

    private sealed record Ordered<T>(ReportFrame Frame, T Input);

    private sealed record Prepared(PlanReport Report, string Content, IReadOnlyList<(ReportFormat Format, byte[] Bytes)> Files, string Tag, long Stamp);
}
