using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.History;

namespace PlanTracker.Storage.History;

/// <summary>History in the order of its sequence, which has no gaps; each row carries its own hash and that of the chain up to it.</summary>
internal sealed class ChangeMapping : IEntityTypeConfiguration<Change>
{
    /// <summary>The order of history, given inside the write: 1, 2, 3.</summary>
    public const string Sequence = nameof(Sequence);

    /// <summary>SHA-256 of the row's own text.</summary>
    public const string RowHash = nameof(RowHash);

    /// <summary>SHA-256 of the chain hash before and the row's own.</summary>
    public const string ChainHash = nameof(ChainHash);

    public void Configure(EntityTypeBuilder<Change> change)
    {
        change.ToTable("Changes");
        change.Property<long>(Sequence).ValueGeneratedOnAdd(); // a stand-in until the chain numbers it
        change.HasKey(Sequence);
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property<string?>(RowHash).HasMaxLength(64);
        change.Property<string?>(ChainHash).HasMaxLength(64);
        change.HasIndex(c => c.Id).IsUnique();
        change.HasIndex(c => new { c.Entity, c.EntityId });
        change.HasIndex(c => c.AgencyId);
    }
}
