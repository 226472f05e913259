using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PlanTracker.Storage;

/// <summary>The configured database for commands that only read, also beside a running server.</summary>
internal static class ReadOnlyDb
{
    /// <summary>Without the interceptors of a server: reading changes nothing, not even the journal of a file that is not ours.</summary>
    /// <exception cref="DatabaseRefusedException">There is no file.</exception>
    public static PlanDb Open(StorageOptions options)
    {
        if (options.Provider is StorageProvider.PostgreSql)
            return new PostgresPlanDb(new DbContextOptionsBuilder<PostgresPlanDb>().UseNpgsql(options.ConnectionString).Options);
        var connection = new SqliteConnectionStringBuilder(options.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        if (!File.Exists(connection.DataSource))
            throw new DatabaseRefusedException($"Chưa có tệp dữ liệu {connection.DataSource}.");
        return new SqlitePlanDb(new DbContextOptionsBuilder<SqlitePlanDb>().UseSqlite(connection.ConnectionString).Options);
    }
}
