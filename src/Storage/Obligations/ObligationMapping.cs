using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Obligations;

internal sealed class ObligationMapping : IEntityTypeConfiguration<Obligation>, IEntityTypeConfiguration<ReportingDuty>
{
    public void Configure(EntityTypeBuilder<Obligation> obligation)
    {
        obligation.ToTable("Obligations");
        obligation.Property(o => o.Id).ValueGeneratedNever();
        obligation.Property(o => o.Version).IsConcurrencyToken();
        obligation.Property(o => o.Waiver).HasJson();
        obligation.HasOne<Plan>().WithMany().HasForeignKey(o => o.PlanId).OnDelete(DeleteBehavior.Restrict);
        obligation.HasOne<ReportingPeriod>().WithMany().HasForeignKey(o => o.PeriodId).OnDelete(DeleteBehavior.Restrict);
        obligation.HasOne<Agency>().WithMany().HasForeignKey(o => o.AgencyId).OnDelete(DeleteBehavior.Restrict);
        obligation.HasOne<Agency>().WithMany().HasForeignKey(o => o.ReceiverId).OnDelete(DeleteBehavior.Restrict);
        obligation.HasIndex(o => new { o.PeriodId, o.AgencyId, o.DutyId }).IsUnique();
        obligation.HasIndex(o => o.DueOn);
    }

    public void Configure(EntityTypeBuilder<ReportingDuty> duty)
    {
        duty.ToTable("ReportingDuties");
        duty.Property(d => d.Id).ValueGeneratedNever();
        duty.Property(d => d.Version).IsConcurrencyToken();
        duty.Property(d => d.Owers).HasJsonList();
        duty.Property(d => d.End).HasJson();
        duty.Property(d => d.PeriodKinds).HasJsonList();
        duty.HasOne<Plan>().WithMany().HasForeignKey(d => d.PlanId).OnDelete(DeleteBehavior.Restrict);
        duty.HasOne<Agency>().WithMany().HasForeignKey(d => d.ReceiverId).OnDelete(DeleteBehavior.Restrict);
    }
}
