using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Activities;

internal sealed class ActivityMapping : IEntityTypeConfiguration<Activity>, IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Activity> activity)
    {
        activity.ToTable("Activities");
        activity.Property(a => a.Id).ValueGeneratedNever();
        activity.Property(a => a.Supporting).HasJsonList();
        activity.Property(a => a.Leads).HasJsonList().HasDefaultValueSql("'[]'");
        activity.Property(a => a.Amendments).HasJsonList().HasDefaultValueSql("'[]'");
        activity.Property(a => a.UnitDecisions).HasJsonList().HasDefaultValueSql("'[]'");
        activity.Property(a => a.Version).IsConcurrencyToken().HasDefaultValue(1);
        activity.Property(a => a.EvidenceAsked).HasJsonList().HasDefaultValueSql("'[]'");
        activity.HasOne<Agency>().WithMany().HasForeignKey(a => a.LeadAgencyId).OnDelete(DeleteBehavior.Restrict);
        activity.HasMany(a => a.Targets).WithOne().HasForeignKey(t => t.ActivityId).OnDelete(DeleteBehavior.Restrict);
        activity.HasIndex(a => new { a.PlanId, a.Order }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Target> target)
    {
        target.ToTable("Targets");
        target.Property(t => t.Id).ValueGeneratedNever();
        target.Property(t => t.Cadence).HasJson();
        target.Property(t => t.Versions).HasJsonList();
        target.Property(t => t.Milestones).HasJsonList();
        target.HasIndex(t => new { t.ActivityId, t.Order }).IsUnique();
    }
}
