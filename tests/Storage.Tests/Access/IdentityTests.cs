using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;
using PlanTracker.Storage.Access;
using PlanTracker.Storage.Seed;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Access;

public sealed class IdentityTests(PostgresCluster postgres)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Identity_finds_accounts_and_roles_in_the_schema_of_the_migrations(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        await using var host = Host(store.Options);
        await using var scope = host.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await users.FindByNameAsync("dieuphoi"))!;

        Assert.False(scope.ServiceProvider.GetRequiredService<PlanDb>().Database.HasPendingModelChanges());
        Assert.True(await users.CheckPasswordAsync(account, Demo.Password));
        Assert.Equal([nameof(Role.Coordinator)], await users.GetRolesAsync(account));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_identity_holds_unsaved_is_saved_with_its_history(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        await using var host = Host(store.Options);
        await using var scope = host.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanDb>();
        var account = await db.Users.SingleAsync(a => a.UserName == "admin");
        account.LastSignInAt = Given.Noon;
        var actor = Given.Actor(Role.Administrator);
        await scope.ServiceProvider.GetRequiredService<IHistoryLog>().Append(
            new Change { At = Given.Noon, AccountId = actor.AccountId, AccountName = actor.FullName, Door = Door.Page, Entity = "account", EntityId = account.Id, What = "sign-in" },
            default);

        await using var fresh = await store.Context();
        Assert.Equal(Given.Noon, (await fresh.Users.SingleAsync(a => a.UserName == "admin")).LastSignInAt);
        Assert.True(await fresh.Changes.AnyAsync(c => c.What == "sign-in" && c.EntityId == account.Id));
    }

    private static ServiceProvider Host(StorageOptions options)
    {
        var services = new ServiceCollection().AddLogging().AddPlanStorage(options);
        services.AddIdentityCore<Account>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .AddRoles<IdentityRole<Guid>>().AddEntityFrameworkStores<PlanDb>();
        // A model of its own: the cached one would be that of the other tests.
        services.ConfigureDbContext<SqlitePlanDb>(db => db.EnableServiceProviderCaching(false));
        services.ConfigureDbContext<PostgresPlanDb>(db => db.EnableServiceProviderCaching(false));
        return services.BuildServiceProvider();
    }
}
