using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;
using PlanTracker.Domain.Reporting;
using PlanTracker.Storage.Access;
using PlanTracker.Storage.Agencies;
using PlanTracker.Storage.AgencyReports;
using PlanTracker.Storage.Calendar;
using PlanTracker.Storage.Files;
using PlanTracker.Storage.Funding;
using PlanTracker.Storage.History;
using PlanTracker.Storage.Obligations;
using PlanTracker.Storage.Once;
using PlanTracker.Storage.Imports;
using PlanTracker.Storage.News;
using PlanTracker.Storage.Plans;
using PlanTracker.Storage.Progress;
using PlanTracker.Storage.Reminders;
using PlanTracker.Storage.Reporting;

namespace PlanTracker.Storage;

/// <summary>Puts the database and Domain's ports into a host.</summary>
public static class StorageServices
{
    private const int SecondsToWait = 5;

    /// <summary>
    /// Registers contexts (a factory, and one per scope for Identity's stores) and every port of Domain that is about data.
    /// <see cref="Database.Prepare"/> has to run before the first of them is used.
    /// </summary>
    public static IServiceCollection AddPlanStorage(this IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<WriteGate>();
        services.AddSingleton<WriteDoor>();
        services.AddSingleton<ServerLock>();
        if (options.Provider is StorageProvider.Sqlite)
            services.AddSqlite(options);
        else
            services.AddPostgres(options);
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PlanDb>>().CreateDbContext());
        services.AddSingleton<IStore, Store>();
        services.AddSingleton<IAccountBook, AccountBook>();
        services.AddSingleton<IPlanLibrary, PlanLibrary>();
        services.AddSingleton<IPlanDrafts, PlanDraftBook>();
        services.AddSingleton<IProgressBook, ProgressBook>();
        services.AddSingleton<IChannelList, ChannelList>();
        services.AddSingleton<IEntryImportBook, EntryImportBook>().AddSingleton<IImportJobs, ImportJobs>();
        services.AddSingleton<Domain.Jobs.IJobBook, Jobs.JobBook>();
        services.AddSingleton<INewsBook, NewsBook>();
        services.AddSingleton<AgencyRegister>();
        services.AddSingleton<IAgencyRegister>(provider => provider.GetRequiredService<AgencyRegister>());
        services.AddSingleton<IReportingCalendar, ReportingCalendar>();
        services.AddSingleton<IObligationBook, ObligationBook>();
        services.AddSingleton<AgencyReportBook>();
        services.AddSingleton<IAgencyReportBook>(provider => provider.GetRequiredService<AgencyReportBook>());
        services.AddSingleton<IIndicatorBook>(provider => provider.GetRequiredService<AgencyReportBook>());
        services.AddSingleton<IConfirmedEntries>(provider => provider.GetRequiredService<AgencyReportBook>());
        services.AddSingleton<ICalendarBook, CalendarBook>();
        services.AddSingleton<IReminderBook, ReminderBook>();
        services.AddSingleton<IEventBook, EventBook>();
        services.AddSingleton<ReportArchive>();
        services.AddSingleton<IReportArchive>(provider => provider.GetRequiredService<ReportArchive>());
        services.AddSingleton<ILetterheads>(provider => provider.GetRequiredService<ReportArchive>());
        services.AddSingleton<IFundingBook, FundingBook>();
        services.AddSingleton<Domain.Tasks.ITaskBook, Tasks.TaskBook>();
        services.AddSingleton<Domain.Difficulties.IDifficultyBook, Difficulties.DifficultyBook>();
        services.AddSingleton<Domain.Inspections.IInspectionBook, Inspections.InspectionBook>();
        services.AddSingleton<Domain.UnitPlans.IUnitPlanBook, UnitPlans.UnitPlanBook>();
        services.AddSingleton<Domain.Attachments.IAttachmentBook, Attachments.AttachmentBook>();
        services.AddSingleton<Domain.Displays.IDisplayBook, Displays.DisplayBook>();
        services.AddSingleton<ISettingsBook, SettingsBook>();
        services.AddSingleton(provider => new IdempotencyBook(
            provider.GetRequiredService<IDbContextFactory<PlanDb>>(), provider.GetRequiredService<WriteDoor>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IHistoryBook, HistoryBook>();
        services.AddSingleton<ChangeBell>().AddSingleton<IChangeCounter, ChangeCounter>();
        services.AddScoped<IHistoryLog, HistoryLog>();
        return services;
    }

    /// <summary>Registers where files of evidence are kept.</summary>
    public static IServiceCollection AddEvidenceFiles(this IServiceCollection services, EvidenceOptions options)
    {
        var folder = new EvidenceFolder(options.Path);
        services.AddSingleton<IEvidenceFiles>(new EvidenceFiles(options, folder));
        services.AddSingleton<INewsImages, NewsImageFiles>();
        services.AddSingleton(provider => new EvidenceSweep(
            provider.GetRequiredService<IDbContextFactory<PlanDb>>(), folder, provider.GetRequiredService<StorageOptions>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static void AddSqlite(this IServiceCollection services, StorageOptions options)
    {
        var connection = new SqliteConnectionStringBuilder(options.ConnectionString) { DefaultTimeout = SecondsToWait }.ConnectionString;
        services.AddDbContextFactory<SqlitePlanDb>((provider, db) => db
            .UseSqlite(connection)
            .AddInterceptors(new SqlitePragmas(), new GatedSaves(provider.GetRequiredService<WriteGate>())));
        services.AddSingleton<IDbContextFactory<PlanDb>, Factory<SqlitePlanDb>>();
    }

    private static void AddPostgres(this IServiceCollection services, StorageOptions options)
    {
        services.AddDbContextFactory<PostgresPlanDb>(db => db.UseNpgsql(options.ConnectionString));
        services.AddSingleton<IDbContextFactory<PlanDb>, Factory<PostgresPlanDb>>();
    }

    private sealed class Factory<TDb>(IDbContextFactory<TDb> factory) : IDbContextFactory<PlanDb>
        where TDb : PlanDb
    {
        public PlanDb CreateDbContext() => factory.CreateDbContext();
    }
}
