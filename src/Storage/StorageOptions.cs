namespace PlanTracker.Storage;

/// <summary>Which database.</summary>
public enum StorageProvider
{
    /// <summary>One file, one server.</summary>
    Sqlite,
    /// <summary>A server, which several instances may share.</summary>
    PostgreSql,
}

/// <summary>Where the data is.</summary>
/// <param name="Provider">Which database.</param>
/// <param name="ConnectionString">The provider's own connection string; paths in it are absolute.</param>
public sealed record StorageOptions(StorageProvider Provider, string ConnectionString);
