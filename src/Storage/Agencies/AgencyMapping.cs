using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Agencies;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Agencies;

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>, IEntityTypeConfiguration<Succession>
{
    public void Configure(EntityTypeBuilder<Agency> agency)
    {
        agency.ToTable("Agencies");
        agency.Property(a => a.Id).ValueGeneratedNever();
        agency.Property(a => a.Groups).HasJsonList();
        agency.Property(a => a.Names).HasJsonList();
        agency.Property(a => a.Parents).HasJsonList();
        agency.Property(a => a.Levels).HasJsonList().HasDefaultValueSql("'[]'");
        agency.Property(a => a.Version).IsConcurrencyToken().HasDefaultValue(1);
        agency.HasIndex(a => a.SeedKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Succession> succession)
    {
        succession.ToTable("Successions");
        succession.Property(s => s.Id).ValueGeneratedNever();
        succession.Property(s => s.From).HasJsonList();
        succession.Property(s => s.To).HasJsonList();
        succession.Property(s => s.Document).HasJson();
        succession.Property(s => s.Moved).HasJsonList();
        succession.HasIndex(s => s.SeedKey).IsUnique();
    }
}
