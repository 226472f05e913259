using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Calendar;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Calendar;

internal sealed class CalendarMapping : IEntityTypeConfiguration<ReportingRegime>, IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<ReportingRegime> regime)
    {
        regime.ToTable("ReportingRegimes");
        regime.HasKey(r => r.Code);
        regime.Property(r => r.Code).HasMaxLength(32);
        regime.Property(r => r.Periods).HasJsonList();
    }

    public void Configure(EntityTypeBuilder<Holiday> holiday)
    {
        holiday.ToTable("Holidays");
        holiday.Property(h => h.Id).ValueGeneratedNever();
        holiday.Property(h => h.Version).IsConcurrencyToken();
        holiday.HasIndex(h => h.Day).IsUnique();
    }
}
