using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Tasks;

namespace PlanTracker.Storage.Tasks;

/// <summary>Reads what was said of tasks.</summary>
internal sealed class TaskBook(IDbContextFactory<PlanDb> factory) : ITaskBook
{
    public async Task<IReadOnlyList<TaskUpdate>> Updates(Guid planId, Guid? periodId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.TaskUpdates.AsNoTracking().Where(u => u.PlanId == planId && (periodId == null || u.PeriodId == periodId))
            .OrderBy(u => u.SaidAt).ThenBy(u => u.Id).ToListAsync(cancel);
    }

    public async Task<TaskUpdate?> Update(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.TaskUpdates.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancel);
    }

    public async Task<Guid?> PlanOf(Guid taskId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<PlanTask>().Where(t => t.Id == taskId).Select(t => (Guid?)t.PlanId).FirstOrDefaultAsync(cancel);
    }

    public async Task<IReadOnlyList<Preparation>> Preparations(Guid? planId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Preparations.AsNoTracking().Where(p => planId == null || p.PlanId == planId).OrderBy(p => p.DueOn).ThenBy(p => p.Id).ToListAsync(cancel);
    }

    public async Task<Preparation?> Preparation(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Preparations.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel);
    }
}

/// <summary>Tasks inside a write.</summary>
internal sealed class TaskChanges(PlanDb db) : ITaskChanges
{
    private static readonly PreparationState[] Open = [PreparationState.Waiting, PreparationState.Sent, PreparationState.Objected];

    public async Task<TaskUpdate?> Load(Guid id, CancellationToken cancel) => await db.TaskUpdates.FindAsync([id], cancel);

    public Task<TaskUpdate?> Load(Guid taskId, Guid agencyId, Guid periodId, CancellationToken cancel) =>
        db.TaskUpdates.AsTracking().FirstOrDefaultAsync(u => u.TaskId == taskId && u.AgencyId == agencyId && u.PeriodId == periodId, cancel);

    public void Add(TaskUpdate update) => db.TaskUpdates.Add(update);

    public async Task<Preparation?> LoadPreparation(Guid id, CancellationToken cancel) => await db.Preparations.FindAsync([id], cancel);

    public async Task<IReadOnlyList<Preparation>> OpenPreparations(IReadOnlySet<Guid> agencies, CancellationToken cancel) =>
        await db.Preparations.AsTracking().Where(p => agencies.Contains(p.AgencyId) && Open.Contains(p.State)).OrderBy(p => p.DueOn).ThenBy(p => p.Id).ToListAsync(cancel);

    public void Add(Preparation preparation) => db.Preparations.Add(preparation);
}
