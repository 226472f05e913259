using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Tests.Access;

public sealed class SettingsAdministrationTests
{
    private static readonly AccessSettings Longer = new() { IdleMinutes = 30 };
    private readonly Kept kept = new();

    private static Actor Administrator { get; } =
        new(Guid.CreateVersion7(), "admin", "Quản trị", new HashSet<Role> { Role.Administrator }, null, Door.Page);

    private SettingsAdministration Settings => new(kept, kept, kept, new BusinessClock(TimeProvider.System));

    [Fact]
    public async Task Settings_that_nobody_changed_are_those_of_the_configuration() =>
        Assert.Equal(new SettingsView(new(), 0), (await Settings.Read(Administrator, default)).Value);

    [Fact]
    public async Task A_change_holds_at_once_and_history_keeps_old_and_new()
    {
        var changed = await Settings.Change(Administrator, ExpectedVersion.Of(0), Longer, default);

        Assert.Equal(new SettingsView(Longer, 1), changed.Value);
        Assert.Equal(1, kept.Forgotten);
        var row = Assert.Single(kept.History);
        Assert.Equal(("settings", "edit"), (row.Entity, row.What));
        Assert.Contains("\"idleMinutes\":15", row.Old, StringComparison.Ordinal);
        Assert.Contains("\"idleMinutes\":30", row.New, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_nothing_leaves_no_history()
    {
        Assert.Null((await Settings.Change(Administrator, ExpectedVersion.Of(0), new AccessSettings(), default)).Refusal);
        Assert.Empty(kept.History);
    }

    [Fact]
    public async Task Of_two_who_change_at_once_the_second_is_refused()
    {
        await Settings.Change(Administrator, ExpectedVersion.Of(0), Longer, default);
        Assert.Equal(RefusalKind.Stale, (await Settings.Change(Administrator, ExpectedVersion.Of(0), new AccessSettings { IdleMinutes = 20 }, default)).Refusal?.Kind);
        Assert.Equal(RefusalKind.VersionMissing, (await Settings.Change(Administrator, ExpectedVersion.Missing, Longer, default)).Refusal?.Kind);
    }

    [Fact]
    public void Every_number_has_its_range()
    {
        foreach (var (least, most) in new (AccessSettings, AccessSettings)[]
        {
            (new() { IdleMinutes = 1, AdministratorIdleMinutes = 1, AbsoluteHours = 1, WrongUntilLocked = 3, LockedMinutes = 1, LinkHours = 1 },
             new() { IdleMinutes = 480, AdministratorIdleMinutes = 480, AbsoluteHours = 24, WrongUntilLocked = 10, LockedMinutes = 1440, LinkHours = 720 }),
        })
        {
            Assert.Empty(AccessSettingsRules.Check(least));
            Assert.Empty(AccessSettingsRules.Check(most));
        }
        Assert.Equal(6, AccessSettingsRules.Check(new() { IdleMinutes = 0, AdministratorIdleMinutes = 0, AbsoluteHours = 0, WrongUntilLocked = 2, LockedMinutes = 0, LinkHours = 0 }).Count);
        Assert.Equal(6, AccessSettingsRules.Check(new() { IdleMinutes = 481, AdministratorIdleMinutes = 481, AbsoluteHours = 25, WrongUntilLocked = 11, LockedMinutes = 1441, LinkHours = 721 }).Count);
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Leader)]
    public async Task Only_administrators_see_and_change_them(Role role)
    {
        var actor = Administrator with { Roles = new HashSet<Role> { role } };
        Assert.Equal(RefusalKind.NotAllowed, (await Settings.Read(actor, default)).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await Settings.Change(actor, ExpectedVersion.Any, Refusal.Invalid("a", "b"), default)).Refusal?.Kind);
    }

    /// <summary>The settings' row in memory.</summary>
    private sealed class Kept : IStore, IChanges, ISettingsChanges, ISettingsBook, IAccessSettings
    {
        private SystemSettings? row;

        public List<Change> History { get; } = [];

        public int Forgotten { get; private set; }

        public ISettingsChanges Settings => this;

        public IEntryChanges Entries => throw new NotSupportedException();

        public IAccountChanges Accounts => throw new NotSupportedException();

        public IAgencyChanges Agencies => throw new NotSupportedException();

        public IFundingChanges Funding => throw new NotSupportedException();
        public PlanTracker.Domain.Tasks.ITaskChanges Tasks => throw new NotSupportedException();
        public PlanTracker.Domain.Difficulties.IDifficultyChanges Difficulties => throw new NotSupportedException();
        public PlanTracker.Domain.Inspections.IInspectionChanges Inspections => throw new NotSupportedException();
        PlanTracker.Domain.UnitPlans.IUnitPlanChanges IChanges.UnitPlans => throw new NotSupportedException();
        public PlanTracker.Domain.Attachments.IAttachmentChanges Attachments => throw new NotSupportedException();
        public PlanTracker.Domain.Displays.IDisplayChanges Displays => throw new NotSupportedException();

        public IPlanChanges Plans => throw new NotSupportedException();

        public IPlanDraftChanges PlanDrafts => throw new NotSupportedException();

        PlanTracker.Domain.Reporting.IReportChanges IChanges.Reports => throw new NotSupportedException();
        public IObligationChanges Obligations => throw new NotSupportedException();

        PlanTracker.Domain.AgencyReports.IAgencyReportChanges IChanges.AgencyReports => throw new NotSupportedException();

        PlanTracker.Domain.AgencyReports.IIndicatorChanges IChanges.Indicators => throw new NotSupportedException();

        public ICalendarChanges Calendar => throw new NotSupportedException();

        public PlanTracker.Domain.Reminders.IReminderChanges Reminders => throw new NotSupportedException();
        Domain.Progress.IChannelChanges IChanges.Channels => throw new NotSupportedException();
        Domain.Imports.IImportChanges IChanges.Imports => throw new NotSupportedException();
        public PlanTracker.Domain.News.INewsChanges News => throw new NotSupportedException();

        public Task<Result<T>> Write<T>(Actor actor, Func<IChanges, Task<Result<T>>> work, CancellationToken cancel) => work(this);

        public void Record(Change change) => History.Add(change);

        public Task<SystemSettings?> Load(CancellationToken cancel) => Task.FromResult(row);

        public Task<SystemSettings?> Find(CancellationToken cancel) => Task.FromResult(row);

        public void Add(SystemSettings settings) => row = settings;

        public ValueTask<AccessSettings> Current(CancellationToken cancel) => new(row?.Access ?? new());

        public void Forget() => Forgotten++;
    }
}
