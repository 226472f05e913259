using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Tasks;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Tasks;

/// <summary>An agency speaks once of a task in a period: the index stops two at once. Steps are JSON, read and shown whole.</summary>
internal sealed class TaskMapping : IEntityTypeConfiguration<TaskUpdate>, IEntityTypeConfiguration<Preparation>
{
    public void Configure(EntityTypeBuilder<TaskUpdate> update)
    {
        update.ToTable("TaskUpdates");
        update.Property(u => u.Id).ValueGeneratedNever();
        update.Property(u => u.Version).IsConcurrencyToken();
        update.HasOne<Plan>().WithMany().HasForeignKey(u => u.PlanId).OnDelete(DeleteBehavior.Restrict);
        update.HasOne<PlanTask>().WithMany().HasForeignKey(u => u.TaskId).OnDelete(DeleteBehavior.Restrict);
        update.HasOne<Agency>().WithMany().HasForeignKey(u => u.AgencyId).OnDelete(DeleteBehavior.Restrict);
        update.HasOne<ReportingPeriod>().WithMany().HasForeignKey(u => u.PeriodId).OnDelete(DeleteBehavior.Restrict);
        update.HasIndex(u => new { u.TaskId, u.AgencyId, u.PeriodId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Preparation> preparation)
    {
        preparation.ToTable("Preparations");
        preparation.Property(p => p.Id).ValueGeneratedNever();
        preparation.Property(p => p.Steps).HasJsonList();
        preparation.Property(p => p.Version).IsConcurrencyToken();
        preparation.Ignore(p => p.Document);
        preparation.HasOne<Plan>().WithMany().HasForeignKey(p => p.PlanId).OnDelete(DeleteBehavior.Restrict);
        preparation.HasOne<Activity>().WithMany().HasForeignKey(p => p.ActivityId).OnDelete(DeleteBehavior.Restrict);
        preparation.HasOne<PlanTask>().WithMany().HasForeignKey(p => p.TaskId).OnDelete(DeleteBehavior.Restrict);
        preparation.HasOne<Agency>().WithMany().HasForeignKey(p => p.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
