using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Tests.Access;

/// <summary>Accounts over a list: the same words as the store, without a database.</summary>
internal sealed class InMemoryAccounts(params Agency[] agencies) : IStore, IChanges, IAccountChanges, IAccountBook, IAgencyRegister
{
    public static readonly DateOnly Today = new(2024, 9, 10);

    private readonly Dictionary<Guid, Agency> agencies = agencies.ToDictionary(a => a.Id);
    private readonly Dictionary<Guid, UserAccount> accounts = [];

    public List<Change> History { get; } = [];

    public List<Succession> Recorded { get; } = [];

    /// <summary>Whose sessions and tokens ended.</summary>
    public List<Guid> Ended { get; } = [];

    public int Writes { get; private set; }

    public AccountReading Reading => new(this, this, Clock, TimeProvider.System);

    public AccountAdministration Administration => new(this, this, Reading, Clock, TimeProvider.System);

    public AccountImport Import => new(this, this, this, Reading, Clock);

    IEntryChanges IChanges.Entries => throw new NotSupportedException();

    IPlanChanges IChanges.Plans => throw new NotSupportedException();

    IPlanDraftChanges IChanges.PlanDrafts => throw new NotSupportedException();

    PlanTracker.Domain.Reporting.IReportChanges IChanges.Reports => throw new NotSupportedException();
    IObligationChanges IChanges.Obligations => throw new NotSupportedException();

    PlanTracker.Domain.AgencyReports.IAgencyReportChanges IChanges.AgencyReports => throw new NotSupportedException();

    PlanTracker.Domain.AgencyReports.IIndicatorChanges IChanges.Indicators => throw new NotSupportedException();

    ICalendarChanges IChanges.Calendar => throw new NotSupportedException();

    PlanTracker.Domain.Reminders.IReminderChanges IChanges.Reminders => throw new NotSupportedException();
    Domain.Imports.IImportChanges IChanges.Imports => throw new NotSupportedException();

    IAccountChanges IChanges.Accounts => this;

    IAgencyChanges IChanges.Agencies => throw new NotSupportedException();

    PlanTracker.Domain.News.INewsChanges IChanges.News => throw new NotSupportedException();

    ISettingsChanges IChanges.Settings => throw new NotSupportedException();

    Domain.Progress.IChannelChanges IChanges.Channels => throw new NotSupportedException();
    IFundingChanges IChanges.Funding => throw new NotSupportedException();
    PlanTracker.Domain.Tasks.ITaskChanges IChanges.Tasks => Matters;
    PlanTracker.Domain.Difficulties.IDifficultyChanges IChanges.Difficulties => Matters;
    PlanTracker.Domain.Inspections.IInspectionChanges IChanges.Inspections => Matters;
    PlanTracker.Domain.UnitPlans.IUnitPlanChanges IChanges.UnitPlans => throw new NotSupportedException();
    PlanTracker.Domain.Attachments.IAttachmentChanges IChanges.Attachments => Matters;
    PlanTracker.Domain.Displays.IDisplayChanges IChanges.Displays => throw new NotSupportedException();
    public InMemoryMatters Matters { get; } = new();

    private static BusinessClock Clock => new(TimeProvider.System, Today);

    public UserAccount this[Guid id] => accounts[id];

    /// <summary>An account that can sign in.</summary>
    public UserAccount Given(string userName, Guid? agencyId, params Role[] roles)
    {
        var account = new UserAccount { UserName = userName, FullName = $"Người {userName}", AgencyId = agencyId, Roles = roles, HasPassword = true };
        return accounts[account.Id] = account;
    }

    public void Put(UserAccount account) => accounts[account.Id] = account;

    public async Task<Result<T>> Write<T>(Actor actor, Func<IChanges, Task<Result<T>>> work, CancellationToken cancel)
    {
        var (before, rows) = (accounts.ToDictionary(), History.Count);
        var result = await work(this);
        if (result.Refusal is null)
            Writes += History.Count > rows ? 1 : 0;
        else
            Assert.True(History.Count == rows && before.Count == accounts.Count && before.All(a => ReferenceEquals(a.Value, accounts[a.Key])));
        return result;
    }

    public void Record(Change change) => History.Add(change);

    public Task<UserAccount?> Load(Guid id, CancellationToken cancel) => Task.FromResult(accounts.GetValueOrDefault(id));

    public Task<IReadOnlyList<UserAccount>> LoadAll(CancellationToken cancel) => All(cancel);

    public Task<IReadOnlyList<UserAccount>> All(CancellationToken cancel) => Task.FromResult<IReadOnlyList<UserAccount>>([.. accounts.Values]);

    public Task<UserAccount?> Find(Guid id, CancellationToken cancel) => Load(id, cancel);

    public Task<bool> HasName(string userName, CancellationToken cancel) =>
        Task.FromResult(accounts.Values.Any(a => a.UserName.Equals(userName, StringComparison.OrdinalIgnoreCase)));

    public Task<bool> HasOtherAdministrator(Guid than, CancellationToken cancel) => Task.FromResult(
        accounts.Values.Any(a => a.Id != than && a is { IsDisabled: false, HasPassword: true } && a.Roles.Contains(Role.Administrator)));

    public Task<IReadOnlyList<OneTimeLink>> Add(IReadOnlyList<UserAccount> added, CancellationToken cancel)
    {
        foreach (var account in added)
            accounts.Add(account.Id, account);
        return Task.FromResult<IReadOnlyList<OneTimeLink>>([.. added.Select(_ => Link())]);
    }

    public Task Keep(UserAccount account, CancellationToken cancel)
    {
        accounts[account.Id] = account;
        return Task.CompletedTask;
    }

    public Task EndAccess(Guid id, CancellationToken cancel)
    {
        Ended.Add(id);
        return Task.CompletedTask;
    }

    public Task CloseLinks(Guid id, CancellationToken cancel) => Task.CompletedTask;

    public Task<OneTimeLink> OpenLink(Guid id, CancellationToken cancel) => Task.FromResult(Link());

    public Task ForgetSecondFactor(Guid id, CancellationToken cancel) => Task.CompletedTask;

    Task<IReadOnlyDictionary<Guid, Agency>> IAgencyRegister.All(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, Agency>>(agencies);

    public Task<IReadOnlyList<Succession>> Successions(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Succession>>(Recorded);

    private static OneTimeLink Link() => new(Guid.NewGuid().ToString("N"), DateTime.UnixEpoch);
}
