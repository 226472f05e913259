using PlanTracker.Storage.History;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.History;

public sealed class HistoryBackfillTests(PostgresCluster postgres)
{
    private const string Unlink = "UPDATE \"Changes\" SET \"RowHash\" = NULL, \"ChainHash\" = NULL";

    [Theory, ClassData(typeof(Providers))]
    public async Task A_history_written_before_rows_were_linked_is_linked_at_the_next_start(StorageProvider provider)
    {
        await using var store = await GivenHistory.Of(6, provider, postgres);
        await GivenHistory.Sql(store, Unlink, "DELETE FROM \"Changes\" WHERE \"Sequence\" = 2");
        Assert.NotNull((await HistoryCheck.Run(store.Options)).Flaw);

        await Database.Prepare(store.Services, demo: false);
        await GivenHistory.Record(store, GivenHistory.Row(7));

        var verdict = await HistoryCheck.Run(store.Options);
        Assert.Equal((6, null), (verdict.Rows, verdict.Flaw));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Linking_again_gives_the_same_hashes(StorageProvider provider)
    {
        await using var store = await GivenHistory.Of(3, provider, postgres);
        var before = (await HistoryCheck.Run(store.Options)).LastHash;
        await GivenHistory.Sql(store, Unlink);

        await Database.Prepare(store.Services, demo: false);

        Assert.Equal(before, (await HistoryCheck.Run(store.Options)).LastHash);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Hashes_taken_away_from_some_rows_are_not_given_back(StorageProvider provider)
    {
        await using var store = await GivenHistory.Of(3, provider, postgres);
        await GivenHistory.Sql(store, Unlink + " WHERE \"Sequence\" = 2");

        await Database.Prepare(store.Services, demo: false);

        Assert.Equal(new HistoryFlaw(2, HistoryFlawKind.Inserted), (await HistoryCheck.Run(store.Options)).Flaw);
    }
}
