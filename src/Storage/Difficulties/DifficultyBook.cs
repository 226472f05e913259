using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Difficulties;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Difficulties;

/// <summary>Steps are JSON; the report of an obligation raises one difficulty at most.</summary>
internal sealed class DifficultyMapping : IEntityTypeConfiguration<Difficulty>
{
    public void Configure(EntityTypeBuilder<Difficulty> difficulty)
    {
        difficulty.ToTable("Difficulties");
        difficulty.Property(d => d.Id).ValueGeneratedNever();
        difficulty.Property(d => d.Steps).HasJsonList();
        difficulty.Property(d => d.Version).IsConcurrencyToken();
        difficulty.Ignore(d => d.OwnerId).Ignore(d => d.RaisedOn);
        difficulty.HasOne<Plan>().WithMany().HasForeignKey(d => d.PlanId).OnDelete(DeleteBehavior.Restrict);
        difficulty.HasOne<Agency>().WithMany().HasForeignKey(d => d.AgencyId).OnDelete(DeleteBehavior.Restrict);
        difficulty.HasOne<Agency>().WithMany().HasForeignKey(d => d.KeptById).OnDelete(DeleteBehavior.Restrict);
        difficulty.HasOne<Activity>().WithMany().HasForeignKey(d => d.ActivityId).OnDelete(DeleteBehavior.Restrict);
        difficulty.HasOne<PlanTask>().WithMany().HasForeignKey(d => d.TaskId).OnDelete(DeleteBehavior.Restrict);
        difficulty.HasOne<Obligation>().WithMany().HasForeignKey(d => d.ObligationId).OnDelete(DeleteBehavior.Restrict);
        difficulty.HasIndex(d => d.ObligationId).IsUnique();
    }
}

/// <summary>Reads difficulties.</summary>
internal sealed class DifficultyBook(IDbContextFactory<PlanDb> factory) : IDifficultyBook
{
    public async Task<IReadOnlyList<Difficulty>> Of(DifficultyFilter filter, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = db.Difficulties.AsNoTracking().AsQueryable();
        if (filter.PlanId is { } plan)
            found = found.Where(d => d.PlanId == plan);
        if (filter.State is { } state)
            found = found.Where(d => d.State == state);
        if (filter.ActivityId is { } activity)
            found = found.Where(d => d.ActivityId == activity);
        if (filter.TaskId is { } task)
            found = found.Where(d => d.TaskId == task);
        if (filter.AgencyIds is { } agencies)
            found = found.Where(d => agencies.Contains(d.AgencyId) || agencies.Contains(d.KeptById!.Value));
        return await found.OrderByDescending(d => d.RaisedAt).ThenBy(d => d.Id).ToListAsync(cancel);
    }

    public async Task<Difficulty?> Find(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Difficulties.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancel);
    }
}

/// <summary>Difficulties inside a write.</summary>
internal sealed class DifficultyChanges(PlanDb db) : IDifficultyChanges
{
    public async Task<Difficulty?> Load(Guid id, CancellationToken cancel) => await db.Difficulties.FindAsync([id], cancel);

    public Task<Difficulty?> LoadByObligation(Guid obligationId, CancellationToken cancel) =>
        db.Difficulties.AsTracking().FirstOrDefaultAsync(d => d.ObligationId == obligationId, cancel);

    public async Task<IReadOnlyList<Difficulty>> OpenOf(IReadOnlySet<Guid> agencies, CancellationToken cancel) =>
        [.. (await db.Difficulties.AsTracking().Where(d => d.State != DifficultyState.Closed
            && (agencies.Contains(d.AgencyId) || agencies.Contains(d.KeptById!.Value))).OrderBy(d => d.RaisedAt).ThenBy(d => d.Id).ToListAsync(cancel))
            .Where(d => agencies.Contains(d.OwnerId))];

    public void Add(Difficulty difficulty) => db.Difficulties.Add(difficulty);
}
