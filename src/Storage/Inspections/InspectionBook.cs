using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Inspections;
using PlanTracker.Domain.Plans;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Inspections;

/// <summary>Recommendations and documents are JSON, read and shown whole; the state is told by them.</summary>
internal sealed class InspectionMapping : IEntityTypeConfiguration<Inspection>
{
    public void Configure(EntityTypeBuilder<Inspection> inspection)
    {
        inspection.ToTable("Inspections");
        inspection.Property(i => i.Id).ValueGeneratedNever();
        inspection.Property(i => i.Document).HasJson<DocumentRef?>();
        inspection.Property(i => i.Conclusion).HasJson<DocumentRef?>();
        inspection.Property(i => i.Recommendations).HasJsonList();
        inspection.Property(i => i.Version).IsConcurrencyToken();
        inspection.Ignore(i => i.State).Ignore(i => i.OwnerId);
        inspection.HasOne<Plan>().WithMany().HasForeignKey(i => i.PlanId).OnDelete(DeleteBehavior.Restrict);
        inspection.HasOne<Agency>().WithMany().HasForeignKey(i => i.AgencyId).OnDelete(DeleteBehavior.Restrict);
        inspection.HasOne<Agency>().WithMany().HasForeignKey(i => i.FollowedById).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Reads inspections.</summary>
internal sealed class InspectionBook(IDbContextFactory<PlanDb> factory) : IInspectionBook
{
    public async Task<IReadOnlyList<Inspection>> Of(InspectionFilter filter, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = db.Inspections.AsNoTracking().AsQueryable();
        if (filter.PlanId is { } plan)
            found = found.Where(i => i.PlanId == plan);
        if (filter.AgencyIds is { } agencies)
            found = found.Where(i => agencies.Contains(i.AgencyId) || agencies.Contains(i.FollowedById!.Value));
        return await found.OrderBy(i => i.PlannedOn).ThenBy(i => i.Id).ToListAsync(cancel);
    }

    public async Task<Inspection?> Find(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Inspections.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancel);
    }
}

/// <summary>Inspections inside a write.</summary>
internal sealed class InspectionChanges(PlanDb db) : IInspectionChanges
{
    public async Task<Inspection?> Load(Guid id, CancellationToken cancel) => await db.Inspections.FindAsync([id], cancel);

    public async Task<IReadOnlyList<Inspection>> Of(IReadOnlySet<Guid> agencies, CancellationToken cancel) =>
        [.. (await db.Inspections.AsTracking().Where(i => agencies.Contains(i.AgencyId) || agencies.Contains(i.FollowedById!.Value))
            .OrderBy(i => i.PlannedOn).ThenBy(i => i.Id).ToListAsync(cancel)).Where(i => agencies.Contains(i.OwnerId))];

    public void Add(Inspection inspection) => db.Inspections.Add(inspection);
}
