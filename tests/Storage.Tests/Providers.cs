namespace PlanTracker.Storage.Tests;

/// <summary>Every storage test runs on both databases.</summary>
public sealed class Providers : TheoryData<StorageProvider>
{
    public Providers() => AddRange(StorageProvider.Sqlite, StorageProvider.PostgreSql);
}
