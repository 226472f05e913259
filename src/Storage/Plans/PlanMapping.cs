using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Plans;

internal sealed class PlanMapping : IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<PlanTask>, IEntityTypeConfiguration<PlanDraft>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.ToTable("Plans");
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.Property(p => p.Text).HasJson();
        plan.HasIndex(p => p.SeedKey).IsUnique();
        plan.HasOne<Agency>().WithMany().HasForeignKey(p => p.IssuerAgencyId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<Plan>().WithMany().HasForeignKey(p => p.ParentPlanId).OnDelete(DeleteBehavior.Restrict);
        plan.HasIndex(p => p.FollowsPlanId).IsUnique();
        plan.Property(p => p.LeftMoney).HasJsonList();
        plan.HasMany(p => p.Activities).WithOne().HasForeignKey(a => a.PlanId).OnDelete(DeleteBehavior.Restrict);
        plan.HasMany(p => p.Tasks).WithOne().HasForeignKey(t => t.PlanId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlanTask> task)
    {
        task.ToTable("PlanTasks");
        task.Property(t => t.Id).ValueGeneratedNever();
        task.Property(t => t.Parties).HasJsonList();
    }

    // The head and the rows are JSON: nothing is asked of them but the whole, and nobody else may see them.
    public void Configure(EntityTypeBuilder<PlanDraft> draft)
    {
        draft.ToTable("PlanDrafts");
        draft.Property(d => d.Id).ValueGeneratedNever();
        draft.Property(d => d.Head).HasJson();
        draft.Property(d => d.Rows).HasJsonList();
        draft.HasIndex(d => d.FollowsPlanId).IsUnique();
        draft.Property(d => d.LeftMoney).HasJsonList();
        draft.Property(d => d.Version).IsConcurrencyToken();
        draft.Ignore(d => d.NamesOn).Ignore(d => d.Time);
    }
}
