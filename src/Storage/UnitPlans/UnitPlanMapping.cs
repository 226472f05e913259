using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.UnitPlans;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.UnitPlans;

/// <summary>One plan per agency and city plan; activities and results are rows, so that the database adds up what was done.</summary>
internal sealed class UnitPlanMapping : IEntityTypeConfiguration<UnitPlan>, IEntityTypeConfiguration<UnitActivity>, IEntityTypeConfiguration<UnitResult>
{
    public void Configure(EntityTypeBuilder<UnitPlan> plan)
    {
        plan.ToTable("UnitPlans");
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.Property(p => p.Version).IsConcurrencyToken();
        plan.HasOne<Plan>().WithMany().HasForeignKey(p => p.PlanId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<Agency>().WithMany().HasForeignKey(p => p.AgencyId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<UnitPlan>().WithMany().HasForeignKey(p => p.ParentId).OnDelete(DeleteBehavior.Restrict);
        plan.HasMany(p => p.Activities).WithOne().HasForeignKey(a => a.UnitPlanId).OnDelete(DeleteBehavior.Cascade);
        plan.HasIndex(p => new { p.PlanId, p.AgencyId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<UnitActivity> activity)
    {
        activity.ToTable("UnitActivities");
        activity.Property(a => a.Id).ValueGeneratedNever();
        activity.Property(a => a.Quantities).HasJsonList();
        activity.HasOne<Activity>().WithMany().HasForeignKey(a => a.CityActivityId).OnDelete(DeleteBehavior.Restrict);
        activity.HasOne<Target>().WithMany().HasForeignKey(a => a.CityTargetId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<UnitResult> result)
    {
        result.ToTable("UnitResults");
        result.Property(r => r.Id).ValueGeneratedNever();
        result.Property(r => r.Quantity).HasConversion<Scaled>();
        result.Property(r => r.Version).IsConcurrencyToken();
        result.HasOne<UnitPlan>().WithMany().HasForeignKey(r => r.UnitPlanId).OnDelete(DeleteBehavior.Restrict);
        result.HasOne<UnitActivity>().WithMany().HasForeignKey(r => r.UnitActivityId).OnDelete(DeleteBehavior.Restrict);
        result.HasIndex(r => new { r.PlanId, r.Status, r.CountedOn });
        result.HasIndex(r => new { r.UnitPlanId, r.Status });
    }
}
