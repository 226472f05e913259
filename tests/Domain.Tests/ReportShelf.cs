using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests;

/// <summary>A shelf of issued reports in memory: nothing is on it unless a test puts it there.</summary>
internal sealed class ReportShelf : IReportArchive, ILetterheads
{
    public Dictionary<string, (PeriodReport Kept, string Content)> Issued { get; } = [];

    public void Put(PlanReport report)
    {
        var kept = new PeriodReport { PlanId = report.Plan.Id, Code = report.Period.Code, To = report.Period.To, State = ReportState.Issued };
        Issued[report.Period.Code] = (kept, FrozenReport.Write(report with { State = ReportState.Issued }));
    }

    public Task<IReadOnlyList<PeriodReport>> Of(Guid planId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<PeriodReport>>([.. Issued.Values.Select(i => i.Kept)]);

    public Task<PeriodReport?> Find(Guid planId, string code, CancellationToken cancel) => Task.FromResult(Issued.TryGetValue(code, out var issued) ? issued.Kept : null);

    public Task<IReadOnlyList<RevisionRef>> Revisions(Guid planId, string code, CancellationToken cancel) => Task.FromResult<IReadOnlyList<RevisionRef>>([]);

    public Task<string?> Content(Guid planId, string code, CancellationToken cancel) => Task.FromResult(Issued.TryGetValue(code, out var issued) ? issued.Content : null);

    public Task<ReportFile?> File(Guid planId, string code, int number, ReportFormat format, CancellationToken cancel) => Task.FromResult<ReportFile?>(null);

    public Task<long> Stamp(CancellationToken cancel) => Task.FromResult(0L);

    Task<LetterheadSetting?> ILetterheads.Find(Guid agencyId, CancellationToken cancel) => Task.FromResult<LetterheadSetting?>(null);

    Task<LetterheadSetting?> ILetterheads.OfPlanReports(CancellationToken cancel) => Task.FromResult<LetterheadSetting?>(null);
}

/// <summary>Events over a list of entries.</summary>
internal sealed class EventsOf(IReadOnlyList<ProgressEntry> entries) : IEventBook
{
    public Task<IReadOnlyList<EventFact>> Events(Guid planId, TotalsWindow window, EventSlice? slice, CancellationToken cancel) => Task.FromResult(Facts(
        slice is null ? Counted(window) : Counted(window).Where(e => e.Content.TargetId == slice.TargetId).OrderBy(e => e.Content.Date).ThenBy(e => e.Id).Skip(slice.Skip).Take(slice.Take)));

    public Task<IReadOnlyList<EventFact>> Special(Guid planId, TotalsWindow window, CancellationToken cancel) =>
        Task.FromResult(Facts(Counted(window).Where(e => e.CountedOn != e.Content.Date || e.Content.CorrectsEntryId is not null)));

    public Task<IReadOnlyDictionary<Guid, int>> Count(Guid planId, TotalsWindow window, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, int>>(Counted(window).GroupBy(e => e.Content.TargetId).ToDictionary(g => g.Key, g => g.Count()));

    private IReadOnlyList<EventFact> Facts(IEnumerable<ProgressEntry> found) =>
    [
        .. found.Select(e => new EventFact(
            e.Id, e.Content.TargetId, e.AgencyId, e.Content.Date, e.CountedOn, e.Content.Quantity, e.Content.Title, e.Content.Place, e.Content.Mode,
            e.Content.PeopleReached, e.Evidence, e.Content.NoEvidenceReason, e.Content.Supporting, e.Content.CorrectsEntryId, e.Content.CorrectionReason,
            entries.FirstOrDefault(o => o.Id == e.Content.CorrectsEntryId)?.Content.Date)),
    ];

    private IEnumerable<ProgressEntry> Counted(TotalsWindow window) => entries.Where(e =>
        e.Status is EntryStatus.Confirmed && window.From <= e.CountedOn && e.CountedOn <= window.To && e.CountedOn <= window.AsOf);
}
