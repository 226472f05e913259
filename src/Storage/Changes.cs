using PlanTracker.Domain;
using PlanTracker.Domain.History;
using PlanTracker.Storage.Progress;

namespace PlanTracker.Storage;

/// <summary>What a write may load and add, on the context of its transaction.</summary>
internal sealed class Changes(PlanDb db) : IChanges
{
    public IEntryChanges Entries { get; } = new EntryChanges(db);

    public bool AnyRecorded { get; private set; }

    public void Record(Change change)
    {
        db.Changes.Add(change);
        AnyRecorded = true;
    }
}
