using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Agencies;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Agencies;

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> agency)
    {
        agency.ToTable("Agencies");
        agency.Property(a => a.Id).ValueGeneratedNever();
        agency.Property(a => a.Groups).HasJsonList();
        agency.Property(a => a.Names).HasJsonList();
        agency.Property(a => a.Parents).HasJsonList();
        agency.HasIndex(a => a.SeedKey).IsUnique();
    }
}
