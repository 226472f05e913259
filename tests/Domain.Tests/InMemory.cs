using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests;

/// <summary>The domain's ports over lists: the same words as the store, without a database.</summary>
internal sealed class InMemory(Plan plan, DateOnly today)
    : IPlanLibrary, IProgressBook, IAgencyRegister, IReportingCalendar, IStore, IChanges, IEntryChanges, IPlanChanges, IPlanDrafts, IPlanDraftChanges,
    IChannelList, IChannelChanges, IFundingBook, IFundingChanges
{
    public List<ProgressEntry> Entries { get; } = [];
    public List<Change> History { get; } = [];
    public List<ReportingPeriod> Periods { get; } = [];
    public DateOnly? Locked { get; set; }
    public BusinessClock Clock { get; set; } = new(TimeProvider.System, today);

    public EntryReading Reading => new(this, this, this, this, Clock);
    public EntryLog Log => new(this, this, this, Reading, Clock);
    public PlanProgress Progress => new(this, this, this, this, Clock);
    public ProgressCharts Charts => new(Progress, this, this, this, Clock);
    public ReportShelf Shelf { get; } = new();
    public PlanReports Reports => new(this, this, new EventsOf(Entries), this, this, Shelf, Shelf, [new EventsPart(new EventsOf(Entries))], Clock);
    public UnitPlanShelf Units => field ??= new();
    public PlanTracker.Domain.UnitPlans.UnitProgress UnitProgress => new(this, Units, this, this, Clock);
    public FigureExplanation Explanation => new(this, Reports, Progress, Reading, this, UnitProgress, this, Clock);

    PlanTracker.Domain.UnitPlans.IUnitPlanChanges IChanges.UnitPlans => Units;

    IEntryChanges IChanges.Entries => this;

    IAccountChanges IChanges.Accounts => throw new NotSupportedException();

    IObligationChanges IChanges.Obligations => throw new NotSupportedException();

    PlanTracker.Domain.AgencyReports.IAgencyReportChanges IChanges.AgencyReports => throw new NotSupportedException();

    PlanTracker.Domain.AgencyReports.IIndicatorChanges IChanges.Indicators => throw new NotSupportedException();

    ICalendarChanges IChanges.Calendar => new PeriodsOf(Periods);

    PlanTracker.Domain.Reminders.IReminderChanges IChanges.Reminders => throw new NotSupportedException();
    public InMemoryImports Imports => field ??= new(this);

    IImportChanges IChanges.Imports => Imports;

    IPlanChanges IChanges.Plans => this;

    Task<Plan?> IPlanChanges.Load(Guid id, CancellationToken cancel) => Task.FromResult(id == plan.Id ? plan : null);

    Task<Plan?> IPlanChanges.LoadByActivity(Guid activityId, CancellationToken cancel) => FindByActivity(activityId, cancel);

    void IPlanChanges.Add(Plan added) => Issued.Add(added);

    public List<Plan> Issued { get; } = [];

    public List<PlanDraft> Drafts { get; } = [];

    public PlanDraftReading DraftReading => new(this, this);

    public PlanDrafting Drafting => new(this, this, this, DraftReading, Clock);

    IPlanDraftChanges IChanges.PlanDrafts => this;

    Task<IReadOnlyList<PlanDraft>> IPlanDrafts.All(CancellationToken cancel) => Task.FromResult<IReadOnlyList<PlanDraft>>(Drafts);

    Task<PlanDraft?> IPlanDrafts.Find(Guid id, CancellationToken cancel) => Task.FromResult(Drafts.Find(d => d.Id == id));

    Task<PlanDraft?> IPlanDraftChanges.Load(Guid id, CancellationToken cancel) => Task.FromResult(Drafts.Find(d => d.Id == id));

    Task<PlanDraft?> IPlanDrafts.FindFollowing(Guid planId, CancellationToken cancel) => Task.FromResult(Drafts.Find(d => d.FollowsPlanId == planId));

    Task<PlanDraft?> IPlanDraftChanges.LoadFollowing(Guid planId, CancellationToken cancel) => Task.FromResult(Drafts.Find(d => d.FollowsPlanId == planId));

    public Task<Plan?> FindFollowing(Guid planId, CancellationToken cancel) => Task.FromResult(Issued.Find(p => p.FollowsPlanId == planId));

    void IPlanDraftChanges.Add(PlanDraft draft) => Drafts.Add(draft);

    void IPlanDraftChanges.Remove(PlanDraft draft) => Drafts.Remove(draft);

    IAgencyChanges IChanges.Agencies => throw new NotSupportedException("See AgencyBook.");

    public List<Channel> ChannelRows { get; } = [.. Channels.Default.Select((c, index) => new Channel { Code = c.Code, Name = c.Name, Order = index + 1 })];

    public ChannelAdministration ChannelAdministration => new(this, this, Clock);

    IChannelChanges IChanges.Channels => this;

    Task<IReadOnlyList<Channel>> IChannelList.All(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Channel>>(ChannelRows);

    Task<IReadOnlyList<Channel>> IChannelChanges.All(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Channel>>(ChannelRows);

    void IChannelChanges.Add(Channel channel) => ChannelRows.Add(channel);

    Task<ProgressEntry?> IEntryChanges.LoadByClientKey(Guid createdById, Guid clientKey, CancellationToken cancel) =>
        Task.FromResult(Entries.Find(e => e.CreatedById == createdById && e.ClientKey == clientKey));
    PlanTracker.Domain.News.INewsChanges IChanges.News => throw new NotSupportedException();

    ISettingsChanges IChanges.Settings => throw new NotSupportedException();

    IReportChanges IChanges.Reports => throw new NotSupportedException("Issuing is told with a database.");
    public List<FundingStep> Money { get; } = [];

    public FundingReading FundingReading => new(this, this, Progress, Clock);

    public FundingLedger Ledger => new(this, Clock);

    IFundingChanges IChanges.Funding => this;

    public InMemoryMatters Matters { get; } = new();

    PlanTracker.Domain.Tasks.ITaskChanges IChanges.Tasks => Matters;

    PlanTracker.Domain.Difficulties.IDifficultyChanges IChanges.Difficulties => Matters;

    PlanTracker.Domain.Inspections.IInspectionChanges IChanges.Inspections => Matters;

    PlanTracker.Domain.Attachments.IAttachmentChanges IChanges.Attachments => Matters;
    PlanTracker.Domain.Displays.IDisplayChanges IChanges.Displays => throw new NotSupportedException();


    Task<IReadOnlyList<FundingStep>> IFundingChanges.OfActivity(Guid activityId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<FundingStep>>([.. Money.Where(s => s.ActivityId == activityId)]);

    Task<FundingAsItStands> IFundingBook.Standing(Guid planId, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        Task.FromResult(new FundingAsItStands([.. Money.Where(s => s.PlanId == planId)], Money.Where(s => s.PlanId != planId && ids.Contains(s.Id)).Select(s => s.Id).ToHashSet()));

    Task<FundingAsItStands> IFundingChanges.Standing(Guid planId, IReadOnlyCollection<Guid> ids, CancellationToken cancel) => ((IFundingBook)this).Standing(planId, ids, cancel);

    void IFundingChanges.Add(FundingStep step) => Money.Add(step);

    Task<IReadOnlyList<FundingStep>> IFundingBook.OfPlan(Guid planId, DateOnly asOf, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<FundingStep>>([.. Money.Where(s => s.Date <= asOf)]);

    Task<IReadOnlyList<SpentMoney>> IFundingBook.Spent(Guid planId, DateOnly asOf, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<SpentMoney>>([.. Entries.Where(e => e.Status is EntryStatus.Confirmed && e.CountedOn <= asOf)
            .SelectMany(e => e.Content.Spent.Select(s => new SpentMoney(e.ActivityId, s.Source, s.Amount)))]);

    public Task<PageOf<Plan>> List(int? year, ListQuery query, CancellationToken cancel) => Task.FromResult(new PageOf<Plan>([plan], 1, 1, 25));

    Task<Plan?> IPlanLibrary.Find(Guid id, CancellationToken cancel) => Task.FromResult(id == plan.Id ? plan : null);

    public Task<Plan?> FindByActivity(Guid activityId, CancellationToken cancel) =>
        Task.FromResult(plan.Activities.Exists(a => a.Id == activityId) ? plan : null);

    public Task<Plan?> FindByTarget(Guid targetId, CancellationToken cancel) =>
        Task.FromResult(plan.Activities.Exists(a => a.Targets.Exists(t => t.Id == targetId)) ? plan : null);

    public Task<DayTotals> Daily(Guid planId, Guid? activityId, DateOnly asOf, CancellationToken cancel)
    {
        var counted = Entries.Where(e => e.PlanId == planId && (activityId is null || e.ActivityId == activityId) && e.Status is EntryStatus.Confirmed && e.CountedOn <= asOf).ToList();
        return Task.FromResult(new DayTotals(
            counted.GroupBy(e => (e.Content.TargetId, e.CountedOn)).Select(g => new DaySum(g.Key.TargetId, g.Key.CountedOn, g.Sum(e => e.Content.Quantity), g.Count())),
            counted.Where(e => e.Content.MemberId is not null).GroupBy(e => (e.Content.TargetId, e.Content.MemberId!.Value)).Select(g => new MemberDay(g.Key.TargetId, g.Key.Value, g.Min(e => e.CountedOn)))));
    }

    public Task<IReadOnlyList<SlotEntry>> Slots(IReadOnlyCollection<Guid> targetIds, DateOnly asOf, Actor actor, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<SlotEntry>>([]);

    public Task<Plan?> FindBySeedKey(string seedKey, CancellationToken cancel) => Task.FromResult<Plan?>(null);

    public Task<ProgressEntry?> Find(Guid id, Actor actor, CancellationToken cancel) =>
        Task.FromResult(Entries.Find(e => e.Id == id && actor.CanSee(e)));

    public Task<PageOf<ProgressEntry>> List(EntryFilter filter, ListQuery query, Actor actor, CancellationToken cancel)
    {
        var seen = Entries.Where(actor.CanSee)
            .Where(e => filter.Status is null || e.Status == filter.Status)
            .Where(e => filter.AnyOf is null || filter.AnyOf.Contains(e.Status))
            .Where(e => filter.HasEvidence is null || e.Evidence.Count > 0 == filter.HasEvidence)
            .Where(e => filter.OfAgencies is not { } own || own.Contains(e.AgencyId) || (e.OnBehalfByAgencyId is { } by && own.Contains(by)))
            .Where(e => filter.TargetId is null || e.Content.TargetId == filter.TargetId)
            .Where(e => filter.CountedFrom is null || e.CountedOn >= filter.CountedFrom)
            .Where(e => filter.CountedTo is null || e.CountedOn <= filter.CountedTo).ToList();
        return Task.FromResult(new PageOf<ProgressEntry>(
            [.. seen.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize)], seen.Count, query.Page, query.PageSize));
    }

    public Task<IReadOnlyDictionary<Guid, TargetTotals>> Totals(Guid planId, TotalsWindow window, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, TargetTotals>>(Entries.GroupBy(e => e.Content.TargetId).ToDictionary(g => g.Key, g => Of(g, window)));

    public Task<int> CountSubmitted(Guid planId, CancellationToken cancel) =>
        Task.FromResult(Entries.Count(e => e.Status is EntryStatus.Submitted));

    public Task<IReadOnlyDictionary<Guid, Agency>> All(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, Agency>>(
            new[] { Given.SoNoiVu, Given.SoVanHoa, Given.NinhKieu }.ToDictionary(a => a.Id));

    public List<Succession> Recorded { get; } = [];

    public Task<IReadOnlyList<Succession>> Successions(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Succession>>(Recorded);

    public NextYearReading NextYear => new(this, this, this, Progress, FundingReading, DraftReading, Clock);

    public NextYearPlanning NextYearPlanning => new(this, this, this, NextYear, FundingReading, Clock);

    public Task<IReadOnlyList<ReportingPeriod>> Of(Guid planId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<ReportingPeriod>>(Periods);

    Task<ReportingPeriod?> IReportingCalendar.Find(Guid periodId, CancellationToken cancel) => Task.FromResult(Periods.Find(p => p.Id == periodId));

    public async Task<Result<T>> Write<T>(Actor actor, Func<IChanges, Task<Result<T>>> work, CancellationToken cancel)
    {
        var before = (Entries.Count, History.Count);
        var result = await work(this);
        if (result.Refused(out _, out _) || Imports.ChangedNothing(before))
            Assert.Equal(before, (Entries.Count, History.Count));
        else
            Assert.True(History.Count > before.Item2 || Entries.Count == before.Item1, "A change without a history row.");
        return result;
    }

    public void Record(Change change) => History.Add(change);

    public Task<ProgressEntry?> Load(Guid id, CancellationToken cancel) => Task.FromResult(Entries.Find(e => e.Id == id));

    public void Add(ProgressEntry entry) => Entries.Add(entry);

    public Task<decimal> CorrectedSum(Guid entryId, Guid? except, CancellationToken cancel) => Task.FromResult(Entries
        .Where(e => (e.Id == entryId || e.Content.CorrectsEntryId == entryId) && e.Id != except && e.Status is not EntryStatus.Withdrawn)
        .Sum(e => e.Content.Quantity));

    public Task<DateOnly?> LockedUntil(Guid planId, CancellationToken cancel) => Task.FromResult(Locked);

    public Task<Guid?> EntryWithEvidence(Guid evidenceId, CancellationToken cancel) =>
        Task.FromResult(Entries.Find(e => e.Evidence.Exists(v => v.Id == evidenceId))?.Id);

    public Task<IReadOnlyDictionary<Guid, SameEvidence>> SameElsewhere(IReadOnlyCollection<Guid> entryIds, Actor actor, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, SameEvidence>>(new Dictionary<Guid, SameEvidence>());

    private static TargetTotals Of(IEnumerable<ProgressEntry> entries, TotalsWindow window)
    {
        var toDate = entries.Where(e => e.CountedOn <= window.AsOf).ToLookup(e => e.Status);
        var inPeriod = toDate[EntryStatus.Confirmed].Where(e => window.From <= e.CountedOn && e.CountedOn <= window.To).ToList();
        return new(inPeriod.Sum(e => e.Content.Quantity), toDate[EntryStatus.Confirmed].Sum(e => e.Content.Quantity),
            toDate[EntryStatus.Submitted].Sum(e => e.Content.Quantity), toDate[EntryStatus.Submitted].Count(), inPeriod.Count,
            inPeriod.Count(e => e.Evidence.Count > 0),
            inPeriod.Where(e => e.Content.Mode is not null).CountBy(e => e.Content.Mode!.Value).ToDictionary());
    }
}
