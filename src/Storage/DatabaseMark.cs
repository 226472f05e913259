using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PlanTracker.Storage;

/// <summary>What a database was made for: written once, with its first data.</summary>
internal sealed class DatabaseMark
{
    public const string Real = "real";
    public const string Demo = "demo";

    public int Id { get; init; }

    /// <summary><see cref="Real"/> or <see cref="Demo"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Name and version of the program that made it.</summary>
    public required string MadeBy { get; init; }

    public required DateTime MadeAt { get; init; }
}

internal sealed class DatabaseMarkMapping : IEntityTypeConfiguration<DatabaseMark>
{
    public void Configure(EntityTypeBuilder<DatabaseMark> mark) => mark.ToTable("DatabaseMark").Property(m => m.Id).ValueGeneratedNever();
}
