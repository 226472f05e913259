using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using PlanTracker.Storage.Progress;
using PlanTracker.Storage.Reporting;

namespace PlanTracker.Storage.Seed;

/// <summary>What the sample year is played on: the plans just loaded, and one context that is saved at the end.</summary>
internal sealed class DemoStage(PlanDb db, DemoHistory history, IChanges changes, IReadOnlyList<Plan> plans, IReadOnlyDictionary<Guid, Agency> agencies)
    : IStore, IPlanLibrary, IAgencyRegister, IProgressBook, IReportingCalendar, IReportArchive, ILetterheads, IChannelList
{
    /// <summary>Puts what was played so far where queries find it.</summary>
    public Task Save(CancellationToken cancel) => history.Save(cancel);

    public Task<Result<T>> Write<T>(Actor actor, Func<IChanges, Task<Result<T>>> work, CancellationToken cancel) => work(changes);

    public Task<Plan?> Find(Guid id, CancellationToken cancel) => Task.FromResult(plans.FirstOrDefault(p => p.Id == id));

    public Task<Plan?> FindByActivity(Guid activityId, CancellationToken cancel) =>
        Task.FromResult(plans.FirstOrDefault(p => p.Activities.Exists(a => a.Id == activityId)));

    public Task<IReadOnlyDictionary<Guid, Agency>> All(CancellationToken cancel) => Task.FromResult(agencies);

    public Task<IReadOnlyList<Succession>> Successions(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Succession>>([]);

    Task<IReadOnlyList<Channel>> IChannelList.All(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Channel>>(
        [.. Channels.Default.Select((c, index) => new Channel { Code = c.Code, Name = c.Name, Order = index + 1 })]);

    public async Task<ProgressEntry?> Find(Guid id, Actor actor, CancellationToken cancel) => await changes.Entries.Load(id, cancel);

    Task<Plan?> IPlanLibrary.FindBySeedKey(string seedKey, CancellationToken cancel) => throw NotPlayed();

    Task<Plan?> IPlanLibrary.FindFollowing(Guid planId, CancellationToken cancel) => throw NotPlayed();

    Task<Plan?> IPlanLibrary.FindByTarget(Guid targetId, CancellationToken cancel) => throw NotPlayed();

    Task<DayTotals> IProgressBook.Daily(Guid planId, Guid? activityId, DateOnly asOf, CancellationToken cancel) => throw NotPlayed();

    Task<IReadOnlyList<SlotEntry>> IProgressBook.Slots(IReadOnlyCollection<Guid> targetIds, DateOnly asOf, Actor actor, CancellationToken cancel) =>
        throw NotPlayed();

    Task<PageOf<Plan>> IPlanLibrary.List(int? year, ListQuery query, CancellationToken cancel) => throw NotPlayed();

    Task<PageOf<ProgressEntry>> IProgressBook.List(EntryFilter filter, ListQuery query, Actor actor, CancellationToken cancel) =>
        Task.FromResult(new PageOf<ProgressEntry>([], 0, query.Page, query.PageSize));

    Task<IReadOnlyDictionary<Guid, TargetTotals>> IProgressBook.Totals(Guid planId, TotalsWindow window, CancellationToken cancel) =>
        ProgressBook.Totals(db, planId, window, cancel);

    async Task<IReadOnlyList<ReportingPeriod>> IReportingCalendar.Of(Guid planId, CancellationToken cancel) =>
        await db.Periods.Where(p => p.PlanId == planId).ToListAsync(cancel);

    Task<ReportingPeriod?> IReportingCalendar.Find(Guid periodId, CancellationToken cancel) => throw NotPlayed();

    async Task<IReadOnlyList<PeriodReport>> IReportArchive.Of(Guid planId, CancellationToken cancel) =>
        await db.PeriodReports.Where(r => r.PlanId == planId).ToListAsync(cancel);

    Task<PeriodReport?> IReportArchive.Find(Guid planId, string code, CancellationToken cancel) => changes.Reports.Load(planId, code, cancel);

    Task<string?> IReportArchive.Content(Guid planId, string code, CancellationToken cancel) =>
        db.RevisionsOf(planId, code).OrderByDescending(r => r.Number).Select(r => r.Content).FirstOrDefaultAsync(cancel);

    public Task<long> Stamp(CancellationToken cancel) => changes.Reports.Stamp(cancel);

    Task<LetterheadSetting?> ILetterheads.Find(Guid agencyId, CancellationToken cancel) => Task.FromResult<LetterheadSetting?>(null);

    Task<LetterheadSetting?> ILetterheads.OfPlanReports(CancellationToken cancel) => Task.FromResult<LetterheadSetting?>(null);

    Task<IReadOnlyList<RevisionRef>> IReportArchive.Revisions(Guid planId, string code, CancellationToken cancel) => throw NotPlayed();

    Task<ReportFile?> IReportArchive.File(Guid planId, string code, int number, ReportFormat format, CancellationToken cancel) => throw NotPlayed();

    Task<int> IProgressBook.CountSubmitted(Guid planId, CancellationToken cancel) => throw NotPlayed();

    Task<Guid?> IProgressBook.EntryWithEvidence(Guid evidenceId, CancellationToken cancel) => throw NotPlayed();

    Task<IReadOnlyDictionary<Guid, SameEvidence>> IProgressBook.SameElsewhere(
        IReadOnlyCollection<Guid> entryIds, Actor actor, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, SameEvidence>>(new Dictionary<Guid, SameEvidence>());

    private static NotSupportedException NotPlayed() => new("The sample year only logs entries and issues reports.");
}

/// <summary>The time of the step being played.</summary>
internal sealed class DemoClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
