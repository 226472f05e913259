using Microsoft.Data.Sqlite;

namespace PlanTracker.Storage;

/// <summary>Looks at a SQLite file before anything writes to it: a foreign or damaged file stays as it is.</summary>
internal static class SqliteFileCheck
{
    private const string MigrationsLock = "__EFMigrationsLock";

    public static async Task Run(string connectionString, ServerLock serverLock, CancellationToken cancel)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString);
        if (settings.Mode is SqliteOpenMode.Memory || settings.DataSource is ":memory:" or "")
            return;
        var path = Path.GetFullPath(settings.DataSource);
        serverLock.Take(path);
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0)
            return;
        await Look(settings, path, cancel);
        await ForgetStaleMigration(settings, cancel);
    }

    private static async Task Look(SqliteConnectionStringBuilder settings, string path, CancellationToken cancel)
    {
        try
        {
            await using var connection = await Open(settings, SqliteOpenMode.ReadOnly, cancel);
            if (await Scalar(connection, "PRAGMA quick_check(1)", cancel) is not "ok")
                throw new DatabaseRefusedException($"Tệp dữ liệu {path} bị hỏng: hãy khôi phục từ bản sao lưu.");
            if (await Scalar(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'", cancel) is not 1L
                && await Scalar(connection, "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name <> '__EFMigrationsLock'", cancel) is not 0L)
                throw new DatabaseRefusedException($"Tệp {path} không phải dữ liệu của chương trình này.");
        }
        catch (SqliteException reason)
        {
            throw new DatabaseRefusedException($"Tệp {path} không phải cơ sở dữ liệu SQLite, bị hỏng hoặc không đọc được.", reason);
        }
    }

    // A migration that was killed leaves its lock behind, and the next one would wait for ever. Nobody else can hold it: the file is ours.
    private static async Task ForgetStaleMigration(SqliteConnectionStringBuilder settings, CancellationToken cancel)
    {
        await using var connection = await Open(settings, SqliteOpenMode.ReadWrite, cancel);
        if (await Scalar(connection, $"SELECT COUNT(*) FROM sqlite_master WHERE name = '{MigrationsLock}'", cancel) is 1L)
            await Scalar(connection, $"DELETE FROM \"{MigrationsLock}\"", cancel);
    }

    private static async Task<SqliteConnection> Open(SqliteConnectionStringBuilder settings, SqliteOpenMode mode, CancellationToken cancel)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(settings.ConnectionString) { Mode = mode, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    private static async Task<object?> Scalar(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancel);
    }
}
