using Microsoft.Data.Sqlite;
using Npgsql;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests;

public sealed class DatabasesForTestsTests(PostgresCluster postgres)
{
    [Fact]
    public async Task Every_test_gets_a_postgres_database_of_its_own()
    {
        var first = await postgres.NewDatabase();
        var second = await postgres.NewDatabase();

        await using var connection = new NpgsqlConnection(first);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "create table only_here (n int); select current_setting('server_encoding')";

        Assert.NotEqual(first, second);
        Assert.Equal("UTF8", await command.ExecuteScalarAsync());
        Assert.Equal(0L, await TablesOf(second));
        Assert.Equal(1L, await TablesOf(first));
    }

    [Fact]
    public async Task A_sqlite_file_goes_with_its_test()
    {
        string path;
        using (var file = new SqliteFile())
        {
            path = file.FilePath;
            await using var connection = new SqliteConnection(file.ConnectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "create table t (n int)";
            await command.ExecuteNonQueryAsync();
            Assert.True(File.Exists(path));
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    private static async Task<object?> TablesOf(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from information_schema.tables where table_name = 'only_here'";
        return await command.ExecuteScalarAsync();
    }
}
