using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Storage.Imports;

/// <summary>A file that was sent to be imported, with what was made of it. Lists read the narrow columns only.</summary>
internal sealed class KeptImport
{
    public Guid Id { get; init; }
    public required string Kind { get; init; }
    public required Guid PlanId { get; init; }
    public required Guid OwnerId { get; init; }
    public required string FileName { get; init; }
    public required DateTime CreatedAt { get; init; }
    public ImportState State { get; set; }
    public string? Counts { get; set; }
    public ImportMode? Mode { get; set; }
    public string? Message { get; set; }
    public required byte[] Content { get; init; }

    /// <summary>What became of each row: JSON, packed.</summary>
    public byte[]? Outcome { get; set; }
}

/// <summary>Imports that are kept for a while.</summary>
internal sealed class KeptImportMapping : IEntityTypeConfiguration<KeptImport>
{
    public void Configure(EntityTypeBuilder<KeptImport> import)
    {
        import.ToTable("Imports");
        import.Property(i => i.Id).ValueGeneratedNever();
        import.HasIndex(i => new { i.OwnerId, i.Kind, i.CreatedAt });
    }
}
