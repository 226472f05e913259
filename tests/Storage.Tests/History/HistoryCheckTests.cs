using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.History;
using PlanTracker.Storage.History;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.History;

public sealed class HistoryCheckTests(PostgresCluster postgres)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task A_history_that_nobody_touched_is_whole(StorageProvider provider)
    {
        await using var store = await GivenHistory.Of(3, provider, postgres);
        await GivenHistory.Record(store, GivenHistory.Row(4), GivenHistory.Row(5));
        await Task.WhenAll(Enumerable.Range(6, 8).Select(n => Task.Run(() => GivenHistory.Record(store, GivenHistory.Row(n)))));

        var verdict = await HistoryCheck.Run(store.Options);

        Assert.Equal((13, null), (verdict.Rows, verdict.Flaw));
        Assert.Matches("^[0-9a-f]{64}$", verdict.LastHash);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_sample_year_has_a_whole_history(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);

        var verdict = await HistoryCheck.Run(store.Options);

        Assert.Null(verdict.Flaw);
        Assert.InRange(verdict.Rows, 50, long.MaxValue);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_edited_field_is_found_whichever_it_is(StorageProvider provider)
    {
        await using var store = await GivenHistory.Of(4, provider, postgres);
        var other = "'01a2012a-0000-7000-8000-000000000001'";
        foreach (var (column, value) in new[]
        {
            ("At", "'2024-09-10 01:02:04'"), ("AccountId", other), ("AccountName", "'Người khác'"), ("AgencyId", "NULL"), ("Door", "'Api'"),
            ("Entity", "'plan'"), ("EntityId", other), ("What", "'log'"), ("Old", "'[]'"), ("Door", "'Else'"), ("New", "NULL"), ("Reason", "''"), ("Id", other),
        })
        {
            await GivenHistory.Sql(store, "CREATE TABLE aside AS SELECT * FROM \"Changes\"", $"UPDATE \"Changes\" SET \"{column}\" = {value} WHERE \"Sequence\" = 3");

            Assert.Equal(new HistoryFlaw(3, HistoryFlawKind.Edited), (await HistoryCheck.Run(store.Options)).Flaw);
            await GivenHistory.Sql(
                store, $"UPDATE \"Changes\" SET \"{column}\" = (SELECT \"{column}\" FROM aside WHERE \"Sequence\" = 3) WHERE \"Sequence\" = 3", "DROP TABLE aside");
        }

        Assert.Null((await HistoryCheck.Run(store.Options)).Flaw);
    }

    [Fact]
    public async Task A_field_that_cannot_even_be_read_is_an_edited_row()
    {
        await using var store = await GivenHistory.Of(3, StorageProvider.Sqlite, postgres);
        await GivenHistory.Sql(store, "UPDATE \"Changes\" SET \"At\" = 'yesterday' WHERE \"Sequence\" = 2");

        Assert.Equal(new HistoryFlaw(2, HistoryFlawKind.Edited), (await HistoryCheck.Run(store.Options)).Flaw);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_row_taken_out_of_the_middle_is_found(StorageProvider provider)
    {
        await using var store = await GivenHistory.Of(5, provider, postgres);
        await GivenHistory.Sql(store, Delete(3));
        Assert.Equal(new HistoryFlaw(3, HistoryFlawKind.Missing), (await HistoryCheck.Run(store.Options)).Flaw);

        await GivenHistory.Sql(store, Renumber(4, 3), Renumber(5, 4));
        Assert.Equal(new HistoryFlaw(3, HistoryFlawKind.Misplaced), (await HistoryCheck.Run(store.Options)).Flaw);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_row_put_in_is_found_even_with_a_right_hash_of_its_own(StorageProvider provider)
    {
        await using var store = await GivenHistory.Of(4, provider, postgres);
        await GivenHistory.Sql(store, Renumber(4, 5), Renumber(3, 4));
        await Insert(store, GivenHistory.Row(9), 3, HistoryChain.HashOf(GivenHistory.Row(9), 3));
        Assert.Equal(3, (await HistoryCheck.Run(store.Options)).Flaw!.Number);

        await GivenHistory.Sql(store, Delete(3));
        var row = GivenHistory.Row(9);
        await Insert(store, row, 3, HistoryChain.HashOf(row, 3));
        Assert.Equal(new HistoryFlaw(3, HistoryFlawKind.Inserted), (await HistoryCheck.Run(store.Options)).Flaw);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Two_rows_that_changed_places_are_found(StorageProvider provider)
    {
        await using var store = await GivenHistory.Of(5, provider, postgres);
        await GivenHistory.Sql(store, Renumber(2, 99), Renumber(4, 2), Renumber(99, 4));

        Assert.Equal(new HistoryFlaw(2, HistoryFlawKind.Misplaced), (await HistoryCheck.Run(store.Options)).Flaw);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_tail_cut_off_is_found_by_a_hash_that_was_noted(StorageProvider provider)
    {
        await using var store = await GivenHistory.Of(4, provider, postgres);
        var noted = (await HistoryCheck.Run(store.Options)).LastHash;
        await GivenHistory.Record(store, GivenHistory.Row(5));
        Assert.True((await HistoryCheck.Run(store.Options, noted)).NotedIsThere);

        await GivenHistory.Sql(store, Delete(5), Delete(4));

        var verdict = await HistoryCheck.Run(store.Options, noted);
        Assert.Equal((null, false), (verdict.Flaw, verdict.NotedIsThere));
    }

    [Fact]
    public void Line_breaks_and_quotes_do_not_let_one_field_pass_for_another()
    {
        var row = GivenHistory.Row(1) with { AccountName = "Bình\r\n\",\"", Reason = null };
        var moved = row with { AccountName = "Bình", Reason = "\r\n\",\"" };

        Assert.NotEqual(HistoryChain.HashOf(row, 1), HistoryChain.HashOf(moved, 1));
    }

    private static string Delete(int number) => $"DELETE FROM \"Changes\" WHERE \"Sequence\" = {number}";

    private static string Renumber(int from, int to) => $"UPDATE \"Changes\" SET \"Sequence\" = {to} WHERE \"Sequence\" = {from}";

    private static async Task Insert(PlanStore store, Change row, long number, string own)
    {
        await using var db = await store.Context();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Changes" ("Sequence", "Id", "At", "AccountId", "AccountName", "AgencyId", "Door", "Entity", "EntityId", "What", "Old", "New", "Reason", "RowHash", "ChainHash")
            VALUES ({number}, {row.Id}, {row.At}, {row.AccountId}, {row.AccountName}, {row.AgencyId}, {row.Door.ToString()}, {row.Entity}, {row.EntityId}, {row.What}, {row.Old}, {row.New}, {row.Reason}, {own}, {own})
            """);
    }
}
