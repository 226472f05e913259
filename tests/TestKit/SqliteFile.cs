using Microsoft.Data.Sqlite;

namespace PlanTracker.TestKit;

/// <summary>A SQLite database file of one test's own. Not pooled: the file can go when the test is done.</summary>
public sealed class SqliteFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-sqlite-");

    /// <summary>Where the file lies; it is made by the first connection.</summary>
    public string FilePath => Path.Combine(folder.FullName, "plan.db");

    /// <summary>Opens the file, makes it if it is missing.</summary>
    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = FilePath, Pooling = false }.ConnectionString;

    /// <summary>Removes the file with its journal; a host that is disposed twice may ask twice.</summary>
    public void Dispose()
    {
        folder.Refresh();
        if (folder.Exists)
            folder.Delete(recursive: true);
    }
}
