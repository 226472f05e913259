using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Access;

public sealed class SettingsBookTests(PostgresCluster postgres)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Settings_read_back_as_they_were_kept_and_of_many_changes_at_once_one_is_taken(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var (administrator, book) = (Given.Actor(Role.Administrator), store.Get<ISettingsBook>());
        var settings = new SettingsAdministration(store.Get<IStore>(), book, new Configured(), new BusinessClock(TimeProvider.System));
        Assert.Null(await book.Find(default));

        foreach (var version in new[] { 0, 1 })
        {
            var results = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => settings.Change(
                administrator, ExpectedVersion.Of(version), new AccessSettings { SecondFactorForAll = true, LinkHours = (version * 100) + i }, default)));

            var kept = Assert.Single(results, r => r.Refusal is null).Value!;
            Assert.All(results.Where(r => r.Refusal is not null), r => Assert.Equal(RefusalKind.Stale, r.Refusal!.Kind));
            Assert.Equal(version + 1, kept.Version);
            Assert.Equal(kept, (await settings.Read(administrator, default)).Value);
        }
    }

    private sealed class Configured : IAccessSettings
    {
        public ValueTask<AccessSettings> Current(CancellationToken cancel) => new(new AccessSettings());

        public void Forget()
        {
        }
    }
}
