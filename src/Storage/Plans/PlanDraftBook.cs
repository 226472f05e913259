using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Storage.Plans;

/// <summary>Reads drafts.</summary>
internal sealed class PlanDraftBook(IDbContextFactory<PlanDb> factory) : IPlanDrafts
{
    public async Task<IReadOnlyList<PlanDraft>> All(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.PlanDrafts.AsNoTracking().OrderByDescending(d => d.Id).ToListAsync(cancel);
    }

    public async Task<PlanDraft?> Find(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.PlanDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancel);
    }

    public async Task<PlanDraft?> FindFollowing(Guid planId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.PlanDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.FollowsPlanId == planId, cancel);
    }
}

/// <summary>Drafts inside a write.</summary>
internal sealed class PlanDraftChanges(PlanDb db) : IPlanDraftChanges
{
    public async Task<PlanDraft?> Load(Guid id, CancellationToken cancel) => await db.PlanDrafts.FindAsync([id], cancel);

    public Task<PlanDraft?> LoadFollowing(Guid planId, CancellationToken cancel) => db.PlanDrafts.FirstOrDefaultAsync(d => d.FollowsPlanId == planId, cancel);

    public void Add(PlanDraft draft) => db.PlanDrafts.Add(draft);

    public void Remove(PlanDraft draft) => db.PlanDrafts.Remove(draft);
}
