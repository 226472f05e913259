using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;
using PlanTracker.Domain.Reporting;
using PlanTracker.Storage.Access;
using PlanTracker.Storage.Files;
using PlanTracker.Storage.History;
using PlanTracker.Storage.Imports;
using PlanTracker.Storage.Mapping;
using PlanTracker.Storage.Once;
using PlanTracker.Storage.Progress;

namespace PlanTracker.Storage;

/// <summary>
/// The database. Figures and entries are reached through the ports of Domain only; the host takes this class for Identity's stores
/// and for sessions, tokens and keys. One class per provider derives from it, each with migrations of its own.
/// </summary>
public abstract class PlanDb : IdentityDbContext<Account, IdentityRole<Guid>, Guid>
{
    private protected PlanDb(DbContextOptions options)
        : base(options)
    {
    }

    /// <summary>Sign-ins to the dashboard.</summary>
    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();

    /// <summary>Tokens of programs.</summary>
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    /// <summary>Keys that protect cookies and forms.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The one-time secret of the first administrator.</summary>
    public DbSet<SetupSecret> SetupSecrets => Set<SetupSecret>();

    /// <summary>One-time links of accounts.</summary>
    public DbSet<AccountLink> AccountLinks => Set<AccountLink>();

    /// <summary>Forms that were sent after their session ran out.</summary>
    public DbSet<HeldFormRow> HeldForms => Set<HeldFormRow>();

    /// <summary>The settings, at most one row.</summary>
    public DbSet<SystemSettings> Settings => Set<SystemSettings>();

    /// <summary>History; rows are added, never altered.</summary>
    public DbSet<Change> Changes => Set<Change>();

    internal DbSet<DatabaseMark> Marks => Set<DatabaseMark>();

    internal DbSet<Agency> Agencies => Set<Agency>();

    internal DbSet<Succession> Successions => Set<Succession>();

    internal DbSet<Plan> Plans => Set<Plan>();

    internal DbSet<PlanDraft> PlanDrafts => Set<PlanDraft>();

    internal DbSet<Activity> Activities => Set<Activity>();

    internal DbSet<ProgressEntry> Entries => Set<ProgressEntry>();

    internal DbSet<EvidenceMark> EvidenceMarks => Set<EvidenceMark>();

    internal DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();

    internal DbSet<Channel> Channels => Set<Channel>();
    internal DbSet<KeptImport> Imports => Set<KeptImport>();
    internal DbSet<Jobs.KeptJob> Jobs => Set<Jobs.KeptJob>();
    internal DbSet<NewsItem> NewsItems => Set<NewsItem>();

    internal DbSet<NewsImage> NewsImages => Set<NewsImage>();

    internal DbSet<BulletinIssue> BulletinIssues => Set<BulletinIssue>();

    internal DbSet<NewsDeskSettings> NewsSettings => Set<NewsDeskSettings>();
    internal DbSet<FundingStep> FundingSteps => Set<FundingStep>();
    internal DbSet<Domain.Tasks.TaskUpdate> TaskUpdates => Set<Domain.Tasks.TaskUpdate>();
    internal DbSet<Domain.Tasks.Preparation> Preparations => Set<Domain.Tasks.Preparation>();
    internal DbSet<Domain.Difficulties.Difficulty> Difficulties => Set<Domain.Difficulties.Difficulty>();
    internal DbSet<Domain.Inspections.Inspection> Inspections => Set<Domain.Inspections.Inspection>();
    internal DbSet<Domain.UnitPlans.UnitPlan> UnitPlans => Set<Domain.UnitPlans.UnitPlan>();
    internal DbSet<Domain.UnitPlans.UnitActivity> UnitActivities => Set<Domain.UnitPlans.UnitActivity>();
    internal DbSet<Domain.UnitPlans.UnitResult> UnitResults => Set<Domain.UnitPlans.UnitResult>();
    internal DbSet<Domain.Attachments.Attachment> Attachments => Set<Domain.Attachments.Attachment>();

    internal DbSet<Domain.Displays.DisplayLink> DisplayLinks => Set<Domain.Displays.DisplayLink>();

    internal DbSet<ReportingPeriod> Periods => Set<ReportingPeriod>();

    internal DbSet<Obligation> Obligations => Set<Obligation>();

    internal DbSet<AgencyReport> AgencyReports => Set<AgencyReport>();

    internal DbSet<ReportSubmission> ReportSubmissions => Set<ReportSubmission>();

    internal DbSet<Indicator> Indicators => Set<Indicator>();

    internal DbSet<ReportingDuty> ReportingDuties => Set<ReportingDuty>();

    internal DbSet<ReportingRegime> Regimes => Set<ReportingRegime>();

    internal DbSet<Holiday> Holidays => Set<Holiday>();

    internal DbSet<Reminder> Reminders => Set<Reminder>();

    internal DbSet<ReminderMark> ReminderMarks => Set<ReminderMark>();

    internal DbSet<ReminderPreference> ReminderPreferences => Set<ReminderPreference>();

    internal DbSet<ReminderSettings> ReminderSettings => Set<ReminderSettings>();

    internal DbSet<PeriodReport> PeriodReports => Set<PeriodReport>();

    internal DbSet<ReportRevision> ReportRevisions => Set<ReportRevision>();

    internal DbSet<LetterheadSetting> Letterheads => Set<LetterheadSetting>();

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        KeepDerivedColumns();
        if (ChangeTracker.Entries<Change>().Any(e => e.State is EntityState.Added))
            throw new NotSupportedException("History is written by SaveChangesAsync, inside a transaction.");
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        KeepDerivedColumns();
        return ChangeTracker.Entries<Change>().Where(e => e.State is EntityState.Added).OrderBy(e => e.Entity.At).ToList() is { Count: > 0 } rows
            ? SaveWithHistory(rows, acceptAllChangesOnSuccess, cancellationToken)
            : base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PlanDb).Assembly);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    private async Task<int> SaveWithHistory(List<EntityEntry<Change>> rows, bool acceptAllChangesOnSuccess, CancellationToken cancel)
    {
        if (Database.CurrentTransaction is null)
            throw new InvalidOperationException("History is written in the transaction of what it tells of.");
        await HistoryChain.Link(this, rows, cancel);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
    }

    private void KeepDerivedColumns()
    {
        foreach (var entry in ChangeTracker.Entries<ProgressEntry>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList())
        {
            entry.Property(EntryMapping.EvidenceCount).CurrentValue = entry.Entity.Evidence.Count;
            entry.Property(EntryMapping.IsSpecial).CurrentValue =
                entry.Entity.CountedOn != entry.Entity.Content.Date || entry.Entity.Content.CorrectsEntryId is not null;
            EvidenceMark.Keep(this, entry);
        }
        if (ChangeTracker.Entries<Change>().Any(e => e.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("History is added to, never altered.");
        if (ChangeTracker.Entries<ReportSubmission>().Any(e => e.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("What was submitted is never altered.");
    }
}
