using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PlanTracker.Storage;

/// <summary>Lets saves outside the write door (Identity's stores, sessions, tokens) on SQLite wait at the same gate.</summary>
internal sealed class GatedSaves(WriteGate gate) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, IDisposable> turns = [];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (NeedsTurn(eventData))
            turns.AddOrUpdate(eventData.Context!, await gate.Enter(cancellationToken));
        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (NeedsTurn(eventData))
            turns.AddOrUpdate(eventData.Context!, gate.Enter());
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        GiveOn(eventData);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        GiveOn(eventData);
        return ValueTask.FromResult(result);
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => GiveOn(eventData);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveOn(eventData);
        return Task.CompletedTask;
    }

    public override void SaveChangesCanceled(DbContextEventData eventData) => GiveOn(eventData);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveOn(eventData);
        return Task.CompletedTask;
    }

    // Inside a transaction the turn was taken by whoever began it.
    private static bool NeedsTurn(DbContextEventData save) => save.Context!.Database.CurrentTransaction is null;

    private void GiveOn(DbContextEventData save)
    {
        if (!turns.TryGetValue(save.Context!, out var turn))
            return;
        turns.Remove(save.Context!);
        turn.Dispose();
    }
}
