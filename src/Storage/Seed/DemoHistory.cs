using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.History;

namespace PlanTracker.Storage.Seed;

/// <summary>
/// Holds the history of the sample year back until all of it was played: areas are played one after another, but history is linked in the
/// order of time.
/// </summary>
internal sealed class DemoHistory(PlanDb db)
{
    private readonly List<Change> held = [];

    /// <summary>Puts what was played so far where queries find it, without its history.</summary>
    public Task Save(CancellationToken cancel)
    {
        db.ChangeTracker.DetectChanges();
        foreach (var row in db.ChangeTracker.Entries<Change>().Where(e => e.State is EntityState.Added).ToList())
        {
            held.Add(row.Entity);
            row.State = EntityState.Detached;
        }
        return db.SaveChangesAsync(cancel);
    }

    /// <summary>Gives it back, to be linked and saved with what is left.</summary>
    public void Release() => db.Changes.AddRange(held);
}
