using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Reporting;

internal sealed class PeriodMapping : IEntityTypeConfiguration<ReportingPeriod>
{
    public void Configure(EntityTypeBuilder<ReportingPeriod> period)
    {
        period.ToTable("ReportingPeriods");
        period.Property(p => p.Id).ValueGeneratedNever();
        period.Property(p => p.DueDates).HasJsonList();
        period.Property(p => p.Version).IsConcurrencyToken().HasDefaultValue(1);
        period.HasOne<Plan>().WithMany().HasForeignKey(p => p.PlanId).OnDelete(DeleteBehavior.Restrict);
        period.HasIndex(p => new { p.PlanId, p.Regime, p.Code }).IsUnique();
    }
}
