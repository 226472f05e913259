using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Jobs;

namespace PlanTracker.Domain.Reporting;

/// <summary>A report ready to be kept as a revision.</summary>
/// <param name="Report">As it is printed.</param>
/// <param name="Content">Its canonical text.</param>
/// <param name="Files">Its files.</param>
/// <param name="Tag">Of the live report it was made from.</param>
/// <param name="Stamp">What had been written when it was made.</param>
internal sealed record PreparedRevision(PlanReport Report, string Content, IReadOnlyList<(ReportFormat Format, byte[] Bytes)> Files, string Tag, long Stamp);

/// <summary>Makes revisions: freezes a report with its files, and keeps it with its row of history.</summary>
internal sealed class ReportRevisions(PlanReports reports, IReportArchive archive, ILetterheads letterheads, IReportWriter writer, BusinessClock clock)
{
    /// <summary>The live report of a period as it would be issued now.</summary>
    public async Task<PreparedRevision> Prepare(ReportFrame frame, string code, IssueOrder order, CancellationToken cancel, JobProgress? tell = null)
    {
        tell?.Invoke(ReportSteps.Figures);
        var stamp = await archive.Stamp(cancel);
        var live = await reports.Live(frame, await archive.Find(frame.Plan.Id, code, cancel), null, null, cancel);
        var whole = await reports.WithContent(live, frame.Plan, withEvents: true, cancel, tell);
        tell?.Invoke(ReportSteps.BothFiles);
        return Frozen(whole with { State = ReportState.Issued, Letterhead = await Written(whole.Letterhead, order, cancel) }, FrozenReport.TagOf(whole), stamp);
    }

    /// <summary>An issued report with what is ordered written on it.</summary>
    public async Task<PreparedRevision> Numbered(PlanReport frozen, IssueOrder order, CancellationToken cancel) =>
        Frozen(frozen with { Letterhead = await Written(frozen.Letterhead, order, cancel) }, "", 0);

    /// <summary>Keeps it as a revision of a period's report, with its row of history.</summary>
    public void Keep(IChanges changes, Actor actor, PeriodReport kept, PreparedRevision prepared, int number, string what)
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
        changes.Record(clock.RowOf(
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
            null));
    }

    private PreparedRevision Frozen(PlanReport report, string tag, long stamp)
    {
        // What is read back is what is printed: nothing that freezing would lose can reach the files.
        var content = FrozenReport.Write(report);
        var frozen = FrozenReport.Read(content);
        return new(frozen, content, [(ReportFormat.Excel, writer.Workbook(frozen)), (ReportFormat.Word, writer.Document(frozen))], tag, stamp);
    }

    private async Task<Letterhead> Written(Letterhead letterhead, IssueOrder order, CancellationToken cancel) =>
        order.WrittenOn(letterhead, (await letterheads.OfPlanReports(cancel))?.Text.Signers ?? []);
}

/// <summary>Rows of history of a report.</summary>
internal static class ReportHistoryRows
{
    /// <summary>What somebody did to a report, now.</summary>
    public static Change RowOf(this BusinessClock clock, Actor actor, PeriodReport kept, string what, object? old, object now, string? reason) => new()
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
}
