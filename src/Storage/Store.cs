using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.History;
using PlanTracker.Storage.Agencies;
using PlanTracker.Storage.Once;

namespace PlanTracker.Storage;

/// <summary>The door for changes of use cases: one turn, one transaction, and no commit without a history row.</summary>
internal sealed class Store(IDbContextFactory<PlanDb> factory, WriteDoor door, TimeProvider time, AgencyRegister register, ChangeBell bell) : IStore
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
            // Looked for once: nothing is changed behind the tracker's back from here on, and looking again takes long where thousands are added.
            db.ChangeTracker.DetectChanges();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            if (db.ChangeTracker.HasChanges() && changes.First is null)
                throw new InvalidOperationException($"A change by {actor.UserName} was not recorded in history.");
            var once = actor.Once is { IsUsed: false } key && changes.First is not null ? key : null;
            if (once is not null)
            {
                if (await once.Take(db, actor.AccountId, time, (changes.First!.Entity, changes.First.EntityId), cancel) is { } taken)
                    return taken;
            }
            var touchesAgencies = db.ChangeTracker.Entries().Any(e => e is { Entity: Agency or Succession, State: not EntityState.Unchanged });
            await db.SaveChangesAsync(cancel);
            await turn.Commit();
            once?.Use();
            bell.Ring();
            if (touchesAgencies)
                register.Forget();
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
