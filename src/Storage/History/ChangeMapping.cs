using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.History;

namespace PlanTracker.Storage.History;

/// <summary>History in the order of its sequence; the two hashes stay empty until the sealer of the chain fills them.</summary>
internal sealed class ChangeMapping : IEntityTypeConfiguration<Change>
{
    /// <summary>The order of history, given by the database.</summary>
    public const string Sequence = nameof(Sequence);

    public void Configure(EntityTypeBuilder<Change> change)
    {
        change.ToTable("Changes");
        change.Property<long>(Sequence).ValueGeneratedOnAdd();
        change.HasKey(Sequence);
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property<string?>("RowHash").HasMaxLength(64);
        change.Property<string?>("ChainHash").HasMaxLength(64);
        change.HasIndex(c => c.Id).IsUnique();
        change.HasIndex(c => new { c.Entity, c.EntityId });
    }
}
