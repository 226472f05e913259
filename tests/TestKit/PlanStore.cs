using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports;
using PlanTracker.Storage;

namespace PlanTracker.TestKit;

/// <summary>A prepared database of one test's own, on the provider asked for, with every port that Storage offers.</summary>
public sealed class PlanStore : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<bool, Lazy<Task<byte[]>>> SqliteTemplates = new();

    private readonly SqliteFile? file;
    private readonly ServiceProvider services;

    private PlanStore(SqliteFile? file, StorageOptions options)
    {
        this.file = file;
        Options = options;
        services = new ServiceCollection().AddPlanStorage(options).BuildServiceProvider(validateScopes: true);
    }

    public StorageOptions Options { get; }

    public IServiceProvider Services => services;

    /// <summary>
    /// A database with the start-up data; with <paramref name="demo"/> the sample year too. It is prepared once for all tests of the
    /// assembly and copied for each.
    /// </summary>
    public static async Task<PlanStore> Open(StorageProvider provider, PostgresCluster postgres, bool demo = false)
    {
        if (provider is StorageProvider.PostgreSql)
            return new(null, new(provider, await postgres.NewCopy(demo ? "demo" : "real", connection => Prepare(new(provider, connection), demo))));
        var file = new SqliteFile();
        await File.WriteAllBytesAsync(file.FilePath, await SqliteTemplates.GetOrAdd(demo, d => new(() => SqliteTemplate(d))).Value);
        return new(file, new(provider, file.ConnectionString));
    }

    /// <summary>The sample year as a file that a host of its own starts on: played once for all tests of the assembly.</summary>
    public static Task<byte[]> DemoFile() => SqliteTemplates.GetOrAdd(true, d => new(() => SqliteTemplate(d))).Value;

    /// <summary>A port or another service that lives as long as the host.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Puts things straight into the database, past every rule.</summary>
    public async Task Add(params object[] things)
    {
        await using var db = await Context();
        db.AddRange(things);
        await db.SaveChangesAsync();
    }

    /// <summary>A context to look with.</summary>
    public Task<PlanDb> Context() => Get<IDbContextFactory<PlanDb>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        file?.Dispose();
    }

    private static async Task<byte[]> SqliteTemplate(bool demo)
    {
        using var file = new SqliteFile();
        await Prepare(new(StorageProvider.Sqlite, file.ConnectionString), demo);
        return await File.ReadAllBytesAsync(file.FilePath);
    }

    private static async Task Prepare(StorageOptions options, bool demo)
    {
        await using var services = new ServiceCollection().AddPlanStorage(options).AddSingleton<IReportWriter, ReportWriter>().BuildServiceProvider();
        await Database.Prepare(services, demo);
    }
}
