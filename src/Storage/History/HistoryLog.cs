using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.History;

namespace PlanTracker.Storage.History;

/// <summary>Writes with the request's own context: what Identity's stores hold unsaved there is saved in the same transaction.</summary>
internal sealed class HistoryLog(PlanDb db, WriteDoor door) : IHistoryLog
{
    public async Task Append(Change change, CancellationToken cancel)
    {
        db.Add(change);
        if (db.Database.CurrentTransaction is not null)
        {
            await db.SaveChangesAsync(cancel);
            return;
        }
        try
        {
            await using var turn = await door.Enter(db, cancel);
            await db.SaveChangesAsync(cancel);
            await turn.Commit();
        }
        catch (DbUpdateConcurrencyException fault)
        {
            throw new StorageBusyException(fault); // the account was changed by somebody else at this moment: nothing is lost by trying again
        }
        catch (Exception fault) when (StorageFaults.Typed(fault) is { } typed)
        {
            throw typed;
        }
    }
}
