using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Storage;

namespace PlanTracker.TestKit;

/// <summary>A prepared database of one test's own, on the provider asked for, with every port that Storage offers.</summary>
public sealed class PlanStore : IAsyncDisposable
{
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

    /// <summary>A database with the start-up data; with <paramref name="demo"/> the sample year too.</summary>
    public static async Task<PlanStore> Open(StorageProvider provider, PostgresCluster postgres, bool demo = false)
    {
        var file = provider is StorageProvider.Sqlite ? new SqliteFile() : null;
        var store = new PlanStore(file, new StorageOptions(provider, file?.ConnectionString ?? await postgres.NewDatabase("store")));
        await Database.Prepare(store.Services, demo);
        return store;
    }

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
}
