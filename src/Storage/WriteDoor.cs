using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PlanTracker.Storage;

/// <summary>
/// The turn to write: on SQLite the gate of the process and BEGIN IMMEDIATE, on PostgreSQL a transaction with an advisory lock. What is
/// read inside is what is there at the commit.
/// </summary>
internal sealed class WriteDoor(StorageOptions options, WriteGate gate)
{
    private const long WriterLock = 0x506C616E5472;

    /// <summary>Takes the turn on a context that has no transaction yet; commit it, or dispose it to give the turn on with nothing changed.</summary>
    public async Task<WriteTurn> Enter(PlanDb db, CancellationToken cancel)
    {
        var turn = options.Provider is StorageProvider.Sqlite ? await gate.Enter(cancel) : null;
        try
        {
            var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (options.Provider is StorageProvider.PostgreSql)
            {
                await db.Database.ExecuteSqlRawAsync("SET LOCAL lock_timeout = '5s'", cancel);
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WriterLock})", cancel);
            }
            return new(transaction, turn);
        }
        catch
        {
            if (db.Database.CurrentTransaction is { } begun)
                await begun.DisposeAsync();
            turn?.Dispose();
            throw;
        }
    }
}

/// <summary>A turn to write.</summary>
internal sealed class WriteTurn(IDbContextTransaction transaction, IDisposable? turn) : IAsyncDisposable
{
    /// <summary>Keeps what was saved.</summary>
    public Task Commit() => transaction.CommitAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        turn?.Dispose();
    }
}
