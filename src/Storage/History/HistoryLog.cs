using PlanTracker.Domain.History;

namespace PlanTracker.Storage.History;

/// <summary>Writes with the request's own context: what Identity's stores hold unsaved there is saved in the same transaction.</summary>
internal sealed class HistoryLog(PlanDb db) : IHistoryLog
{
    public async Task Append(Change change, CancellationToken cancel)
    {
        db.Add(change);
        await db.SaveChangesAsync(cancel);
    }
}
