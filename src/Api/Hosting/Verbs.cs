using Microsoft.Data.Sqlite;
using PlanTracker.Storage;

namespace PlanTracker.Api.Hosting;

/// <summary>Work on the configured database without serving: backup, export and the check of history also beside a running server.</summary>
internal static class Verbs
{
    public const string VerifyHistory = "verify-history";

    /// <summary>Does it; the answer is the program's exit code.</summary>
    public static async Task<int> Run(string verb, string? target, HostSettings settings)
    {
        if (verb == VerifyHistory)
            return await HistoryVerb.Run(settings.Storage, target);
        if (target is null)
            throw new StartRefusedException($"Thiếu nơi ghi: {verb} {(verb == "export" ? "THƯ_MỤC" : "TỆP")}.");
        var path = Path.GetFullPath(target);
        if (verb == "export")
            return await Export(settings, path);
        if (settings.Storage.Provider is not StorageProvider.Sqlite)
        {
            await Console.Error.WriteLineAsync("Với PostgreSQL, dùng pg_dump và pg_restore của hệ quản trị.");
            return 2;
        }
        var database = new SqliteConnectionStringBuilder(settings.Storage.ConnectionString).DataSource;
        try
        {
            var done = verb == "backup" ? await Backup(database, path, settings.Evidence.Path) : await Restore(database, path, settings.Evidence.Path);
            await VerbHistory.Note(settings, verb, path);
            return done;
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Không thực hiện được {verb}: {fault.Message}");
        }
    }

    private static async Task<int> Export(HostSettings settings, string folder)
    {
        try
        {
            var done = await ExportVerb.Run(settings, folder);
            await VerbHistory.Note(settings, "export", folder);
            return done;
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Không thực hiện được export: {fault.Message}");
        }
    }

    private static async Task<int> Backup(string database, string file, string evidence)
    {
        if (!File.Exists(database))
            throw new StartRefusedException($"Chưa có tệp dữ liệu {database}.");
        if (File.Exists(file) || Directory.Exists(EvidenceCopies.Beside(file)))
            throw new StartRefusedException($"Tệp {file} đã có; không ghi đè bản sao lưu.");
        await using var connection = await Open(database);
        await using var copy = connection.CreateCommand();
        copy.CommandText = "VACUUM INTO $file";
        copy.Parameters.AddWithValue("$file", file);
        await copy.ExecuteNonQueryAsync();
        await Check(file);
        // After the database: what its rows name was there before them, and is deleted by nobody within a day.
        var files = EvidenceCopies.Copy(evidence, EvidenceCopies.Beside(file));
        await Console.Out.WriteLineAsync(files == 0 ? $"Đã sao lưu vào {file}." : $"Đã sao lưu vào {file}, cùng {files} tệp minh chứng trong {EvidenceCopies.Beside(file)}.");
        return 0;
    }

    private static async Task<int> Restore(string database, string file, string evidence)
    {
        if (!File.Exists(file))
            throw new StartRefusedException($"Không có tệp sao lưu {file}.");
        await Check(file);
        Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        // Held as a server holds it, so that no running server loses its file; what was there stays beside it.
        using var held = new FileStream(database + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        var incoming = database + ".restoring";
        File.Copy(file, incoming, overwrite: true);
        await Check(incoming);
        if (File.Exists(database))
        {
            await using (var connection = await Open(database))
            {
                await using var flush = connection.CreateCommand();
                flush.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                await flush.ExecuteNonQueryAsync();
            }
            File.Move(database, database + ".before-restore", overwrite: true);
        }
        // Before the database: no row is there without its file. Files have the names of their content, so that none is written over.
        EvidenceCopies.Copy(EvidenceCopies.Beside(file), evidence);
        File.Delete(database + "-wal");
        File.Delete(database + "-shm");
        File.Move(incoming, database);
        await Console.Out.WriteLineAsync($"Đã khôi phục từ {file}. Dữ liệu trước đó ở {database}.before-restore.");
        return 0;
    }

    private static async Task Check(string file)
    {
        await using var connection = await Open(file, SqliteOpenMode.ReadOnly);
        await using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check(1)";
        if (await check.ExecuteScalarAsync() is not "ok")
            throw new StartRefusedException($"Tệp {file} bị hỏng.");
        check.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'DatabaseMark'";
        if (await check.ExecuteScalarAsync() is not 1L)
            throw new StartRefusedException($"Tệp {file} không phải dữ liệu của chương trình này.");
    }

    private static async Task<SqliteConnection> Open(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
