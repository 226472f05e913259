using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Funding;

/// <summary>Records of money; their number is unique in the activity, so that two at once cannot both be the next.</summary>
internal sealed class FundingMapping : IEntityTypeConfiguration<FundingStep>
{
    public void Configure(EntityTypeBuilder<FundingStep> step)
    {
        step.ToTable("FundingSteps");
        step.Property(s => s.Id).ValueGeneratedNever();
        step.Property(s => s.Document).HasJson();
        step.HasOne<Plan>().WithMany().HasForeignKey(s => s.PlanId).OnDelete(DeleteBehavior.Restrict);
        step.HasOne<Activity>().WithMany().HasForeignKey(s => s.ActivityId).OnDelete(DeleteBehavior.Restrict);
        step.HasOne<Agency>().WithMany().HasForeignKey(s => s.RecordedFor).OnDelete(DeleteBehavior.Restrict);
        step.HasIndex(s => new { s.ActivityId, s.Number }).IsUnique();
    }
}
