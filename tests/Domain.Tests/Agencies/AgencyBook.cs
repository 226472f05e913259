using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Tests.Agencies;

/// <summary>Agencies, people and plans over lists, with the use cases of agencies on them.</summary>
internal sealed class AgencyBook : IStore, IChanges, IAgencyChanges, IAgencyRegister, IEntryChanges
{
    private readonly BusinessClock clock = new(TimeProvider.System, new DateOnly(2025, 1, 10));

    public Dictionary<Guid, Agency> Agencies { get; } = [];

    public List<Succession> Recorded { get; } = [];

    public List<Change> History { get; } = [];

    public List<Plan> Plans { get; } = [];

    public Dictionary<Guid, List<(DateOnly? From, Guid Agency)>> People { get; } = [];

    public DateOnly? Locked { get; set; }

    public AgencyAdministration Administration => new(this, clock);

    public SuccessionPlanning Planning => new(this, [new LeadMover(), new PeopleMover(), new ChildMover()], clock);

    public AgencyReading Reading => new(this, clock);

    IEntryChanges IChanges.Entries => this;

    IAgencyChanges IChanges.Agencies => this;

    IAccountChanges IChanges.Accounts => throw new NotSupportedException();

    IPlanChanges IChanges.Plans => throw new NotSupportedException();

    PlanTracker.Domain.News.INewsChanges IChanges.News => throw new NotSupportedException();

    ISettingsChanges IChanges.Settings => throw new NotSupportedException();

    Domain.Progress.IChannelChanges IChanges.Channels => throw new NotSupportedException();
    PlanTracker.Domain.Tasks.ITaskChanges IChanges.Tasks => Matters;
    PlanTracker.Domain.Difficulties.IDifficultyChanges IChanges.Difficulties => Matters;
    PlanTracker.Domain.Inspections.IInspectionChanges IChanges.Inspections => Matters;
    PlanTracker.Domain.UnitPlans.IUnitPlanChanges IChanges.UnitPlans => throw new NotSupportedException();
    PlanTracker.Domain.Attachments.IAttachmentChanges IChanges.Attachments => Matters;
    PlanTracker.Domain.Displays.IDisplayChanges IChanges.Displays => throw new NotSupportedException();
    public InMemoryMatters Matters { get; } = new();
    IFundingChanges IChanges.Funding => new MoneyOf(Money);

    public List<FundingStep> Money { get; } = [];

    IPlanDraftChanges IChanges.PlanDrafts => throw new NotSupportedException();

    PlanTracker.Domain.Reporting.IReportChanges IChanges.Reports => throw new NotSupportedException();
    IObligationChanges IChanges.Obligations => throw new NotSupportedException();

    PlanTracker.Domain.AgencyReports.IAgencyReportChanges IChanges.AgencyReports => throw new NotSupportedException();

    PlanTracker.Domain.AgencyReports.IIndicatorChanges IChanges.Indicators => throw new NotSupportedException();

    ICalendarChanges IChanges.Calendar => throw new NotSupportedException();

    PlanTracker.Domain.Reminders.IReminderChanges IChanges.Reminders => throw new NotSupportedException();
    Domain.Imports.IImportChanges IChanges.Imports => throw new NotSupportedException();

    public Agency Add(string name, AgencyLevel level, Agency? parent = null, DateOnly? from = null, string kind = "", params AgencyGroup[] groups)
    {
        var agency = new Agency
        {
            Level = level, Kind = kind, ValidFrom = from, Names = { new(name, name, null) }, Parents = { new(parent?.Id, null) }, Groups = [.. groups],
        };
        Agencies.Add(agency.Id, agency);
        return agency;
    }

    public Guid Person(Agency agency)
    {
        var id = Guid.CreateVersion7();
        People[id] = [(null, agency.Id)];
        return id;
    }

    public Guid AgencyOf(Guid person, DateOnly day) => People[person].Last(m => m.From is null || m.From <= day).Agency;

    public async Task<Result<T>> Write<T>(Actor actor, Func<IChanges, Task<Result<T>>> work, CancellationToken cancel)
    {
        var before = (Look(), History.Count);
        var result = await work(this);
        if (result.Refusal is not null || History.Count == before.Count)
            Assert.Equal(before, (Look(), History.Count));
        return result;
    }

    public void Record(Change change) => History.Add(change);

    public Task<IReadOnlyDictionary<Guid, Agency>> All(CancellationToken cancel) => Task.FromResult<IReadOnlyDictionary<Guid, Agency>>(Agencies);

    public Task<IReadOnlyList<Succession>> Successions(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Succession>>(Recorded);

    public void Add(Agency agency) => Agencies.Add(agency.Id, agency);

    public void Add(Succession succession) => Recorded.Add(succession);

    public void Remove(Agency agency) => Agencies.Remove(agency.Id);

    public Task<IReadOnlyList<string>> WhatRefersTo(Guid agencyId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>(
        [.. Agencies.Values.Where(a => a.Parents.Exists(p => p.ParentId == agencyId)).Select(_ => "đơn vị trực thuộc").Distinct()]);

    public Task<IReadOnlyList<AgencyPerson>> PeopleOf(IReadOnlySet<Guid> agencies, DateOnly day, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<AgencyPerson>>([.. People.Keys.Where(p => agencies.Contains(AgencyOf(p, day)))
            .Select(p => new AgencyPerson(p, "user", "Người Dùng", AgencyOf(p, day)))]);

    public Task MovePerson(Guid accountId, Guid agencyId, DateOnly from, CancellationToken cancel)
    {
        People[accountId].Add((from, agencyId));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<LedActivity>> LedBy(IReadOnlySet<Guid> agencies, DateOnly day, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<LedActivity>>([.. Plans.SelectMany(p => p.Activities.Where(a => agencies.Contains(a.LeadOn(day)))
            .Select(a => new LedActivity(a, p.Number, p.To)))]);

    Task<ProgressEntry?> IEntryChanges.LoadByClientKey(Guid createdById, Guid clientKey, CancellationToken cancel) => throw new NotSupportedException();

    public Task<ProgressEntry?> Load(Guid id, CancellationToken cancel) => throw new NotSupportedException();

    public void Add(ProgressEntry entry) => throw new NotSupportedException();

    public Task<decimal> CorrectedSum(Guid entryId, Guid? except, CancellationToken cancel) => throw new NotSupportedException();

    public Task<DateOnly?> LockedUntil(Guid planId, CancellationToken cancel) => Task.FromResult(Locked);

    // Everything a succession could change, as one text.
    private string Look() => string.Join('|', Agencies.Values.Select(a => $"{a.Id}{a.ValidTo}{a.Names.Count}{a.Parents.Count}{a.Version}")
        .Concat(People.Values.Select(m => $"{m.Count}")).Concat(Plans.SelectMany(p => p.Activities).Select(a => $"{a.Leads.Count}")).Append($"{Recorded.Count}"));

    private sealed class MoneyOf(List<FundingStep> money) : IFundingChanges
    {
        public Task<IReadOnlyList<FundingStep>> OfActivity(Guid activityId, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<FundingStep>>([.. money.Where(s => s.ActivityId == activityId)]);

        public Task<FundingAsItStands> Standing(Guid planId, IReadOnlyCollection<Guid> ids, CancellationToken cancel) => throw new NotSupportedException();

        public void Add(FundingStep step) => money.Add(step);
    }
}
