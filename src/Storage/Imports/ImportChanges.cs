using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Progress;
using PlanTracker.Storage.Progress;

namespace PlanTracker.Storage.Imports;

/// <summary>Imports inside a write.</summary>
internal sealed class ImportChanges(PlanDb db) : IImportChanges
{
    public IEntryImportChanges Entries { get; } = new EntryImportChanges(db);

    public async Task Finish(Guid id, ImportMode mode, ImportOutcome outcome, CancellationToken cancel)
    {
        var (packed, counts) = (PackedOutcome.Pack(outcome), PackedOutcome.Write(outcome.Counts));
        var moved = await db.Imports.Where(i => i.Id == id && i.State == ImportState.Applying).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.State, ImportState.Done).SetProperty(i => i.Mode, mode).SetProperty(i => i.Outcome, packed)
                .SetProperty(i => i.Counts, counts), cancel);
        // Decided once, written once: an import that is no longer being written takes everything back.
        if (moved != 1)
            throw new DbUpdateConcurrencyException($"Import {id} is not being written.");
    }
}
