using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;

namespace PlanTracker.Storage;

/// <summary>The door for changes of use cases: one turn, one transaction, and no commit without a history row.</summary>
internal sealed class Store(IDbContextFactory<PlanDb> factory, WriteDoor door, TimeProvider time) : IStore
{
    public async Task<Result<T>> Write<T>(Actor actor, Func<IChanges, Task<Result<T>>> work, CancellationToken cancel)
    {
        try
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var turn = await door.Enter(db, cancel);
            var changes = new Changes(db, time);
            var result = await work(changes);
            if (result.Refusal is not null)
                return result;
            if (db.ChangeTracker.HasChanges() && !changes.AnyRecorded)
                throw new InvalidOperationException($"A change by {actor.UserName} was not recorded in history.");
            await db.SaveChangesAsync(cancel);
            await turn.Commit();
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
}
