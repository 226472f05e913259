using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;

namespace PlanTracker.Storage;

/// <summary>
/// The write door. On SQLite the gate of the process and BEGIN IMMEDIATE, on PostgreSQL a transaction with an advisory lock: either way
/// what is read inside is what is there at the commit.
/// </summary>
internal sealed class Store(IDbContextFactory<PlanDb> factory, StorageOptions options, WriteGate gate) : IStore
{
    private const long WriterLock = 0x506C616E5472;

    public async Task<Result<T>> Write<T>(Actor actor, Func<IChanges, Task<Result<T>>> work, CancellationToken cancel)
    {
        try
        {
            using var turn = options.Provider is StorageProvider.Sqlite ? await gate.Enter(cancel) : null;
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (options.Provider is StorageProvider.PostgreSql)
                await Lock(db, cancel);
            var changes = new Changes(db);
            var result = await work(changes);
            if (result.Refusal is not null)
                return result;
            if (db.ChangeTracker.HasChanges() && !changes.AnyRecorded)
                throw new InvalidOperationException($"A change by {actor.UserName} was not recorded in history.");
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale();
        }
        catch (Exception fault) when (StorageFaults.Typed(fault) is { } typed)
        {
            throw typed;
        }
    }

    private static async Task Lock(PlanDb db, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlRawAsync("SET LOCAL lock_timeout = '5s'", cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WriterLock})", cancel);
    }
}
