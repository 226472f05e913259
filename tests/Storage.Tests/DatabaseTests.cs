using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests;

public sealed class DatabaseTests(PostgresCluster postgres)
{
    [Theory]
    [InlineData(StorageProvider.Sqlite, true)]
    [InlineData(StorageProvider.Sqlite, false)]
    [InlineData(StorageProvider.PostgreSql, true)]
    [InlineData(StorageProvider.PostgreSql, false)]
    public async Task A_demo_and_a_real_database_are_not_taken_for_each_other(StorageProvider provider, bool demo)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo);

        await Assert.ThrowsAsync<DatabaseRefusedException>(() => Database.Prepare(store.Services, !demo));
        await Database.Prepare(store.Services, demo);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_newer_database_is_refused(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        await using (var db = await store.Context())
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0')");

        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => Database.Prepare(store.Services, demo: false));
        Assert.Contains("mới hơn", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_server_on_one_file_is_refused_until_the_first_has_gone()
    {
        using var file = new SqliteFile();
        await using (var first = Server(file))
        {
            await Database.Prepare(first, demo: false);
            await using var second = Server(file);
            var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => Database.Prepare(second, demo: false));
            Assert.Contains("máy chủ khác", refused.Message, StringComparison.Ordinal);
        }

        await using var third = Server(file);
        await Database.Prepare(third, demo: false);
    }

    [Fact]
    public async Task What_a_killed_server_left_behind_does_not_keep_the_next_from_starting()
    {
        using var file = new SqliteFile();
        await using (var killed = Server(file))
        {
            await Database.Prepare(killed, demo: false);
            await using var db = await killed.GetRequiredService<IDbContextFactory<PlanDb>>().CreateDbContextAsync();
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2024-09-10')");
        }

        await File.WriteAllTextAsync(file.FilePath + ".lock", "");
        await using var next = Server(file);
        await Database.Prepare(next, demo: false);
    }

    [Theory]
    [InlineData("not a database at all, but long enough to be looked at")]
    [InlineData("SQLite format 3\0 cut off")]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is(string content)
    {
        using var file = new SqliteFile();
        await File.WriteAllTextAsync(file.FilePath, content);
        await Refused(file);

        Assert.Equal(content, await File.ReadAllTextAsync(file.FilePath));
    }

    [Fact]
    public async Task A_foreign_database_is_refused_and_left_as_it_is()
    {
        using var file = new SqliteFile();
        await using (var connection = new SqliteConnection(file.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "create table theirs (n int)";
            await command.ExecuteNonQueryAsync();
        }

        var before = await File.ReadAllBytesAsync(file.FilePath);
        await Refused(file);

        Assert.Equal(before, await File.ReadAllBytesAsync(file.FilePath));
    }

    [Fact]
    public async Task A_missing_folder_is_refused()
    {
        await using var server = Server("Data Source=/nowhere/at/all/plan.db");

        await Assert.ThrowsAsync<DatabaseRefusedException>(() => Database.Prepare(server, demo: false));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_refused_in_one_line()
    {
        await using var server = new ServiceCollection()
            .AddPlanStorage(new StorageOptions(StorageProvider.PostgreSql, "Host=127.0.0.1;Port=1;Timeout=2")).BuildServiceProvider();

        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => Database.Prepare(server, demo: false));
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task Every_commit_reaches_the_disk()
    {
        await using var store = await PlanStore.Open(StorageProvider.Sqlite, postgres);
        await using var db = await store.Context();
        var pragmas = await db.Database.SqlQuery<string>($"""
            SELECT (SELECT journal_mode FROM pragma_journal_mode) || ' ' || (SELECT synchronous FROM pragma_synchronous) || ' '
              || (SELECT foreign_keys FROM pragma_foreign_keys) AS "Value"
            """).ToListAsync();

        Assert.Equal(["wal 2 1"], pragmas);
    }

    private static async Task Refused(SqliteFile file)
    {
        await using var server = Server(file);
        await Assert.ThrowsAsync<DatabaseRefusedException>(() => Database.Prepare(server, demo: false));
    }

    private static ServiceProvider Server(SqliteFile file) => Server(file.ConnectionString);

    private static ServiceProvider Server(string connectionString) =>
        new ServiceCollection().AddPlanStorage(new StorageOptions(StorageProvider.Sqlite, connectionString)).BuildServiceProvider();
}
