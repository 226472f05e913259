using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using PlanTracker.Storage.Access;
using PlanTracker.Storage.Agencies;
using PlanTracker.Storage.Files;
using PlanTracker.Storage.Funding;
using PlanTracker.Storage.History;
using PlanTracker.Storage.Plans;
using PlanTracker.Storage.Progress;
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
        services.AddSingleton<AgencyRegister>();
        services.AddSingleton<IAgencyRegister>(provider => provider.GetRequiredService<AgencyRegister>());
        services.AddSingleton<IReportingCalendar, ReportingCalendar>();
        services.AddSingleton<IFundingBook, FundingBook>();
        services.AddSingleton<ISettingsBook, SettingsBook>();
        services.AddSingleton<IHistoryBook, HistoryBook>();
        services.AddScoped<IHistoryLog, HistoryLog>();
        return services;
    }

    /// <summary>Registers where files of evidence are kept.</summary>
    public static IServiceCollection AddEvidenceFiles(this IServiceCollection services, EvidenceOptions options)
    {
        var folder = new EvidenceFolder(options.Path);
        services.AddSingleton<IEvidenceFiles>(new EvidenceFiles(options, folder));
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
