using Microsoft.EntityFrameworkCore;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests;

public sealed class MigrationTests(PostgresCluster postgres)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Migrations_say_what_the_model_says(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        await using var db = await store.Context();

        Assert.False(db.Database.HasPendingModelChanges(), "Add a migration for both providers: see docs/operations.md.");
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }
}
