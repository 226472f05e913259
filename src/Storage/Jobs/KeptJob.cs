using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Jobs;

namespace PlanTracker.Storage.Jobs;

/// <summary>A job with the file it made. Lists read the narrow columns only.</summary>
internal sealed class KeptJob
{
    public Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required Guid OwnerId { get; init; }
    public required Door Door { get; init; }
    public required string Input { get; init; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
    public JobState State { get; set; }
    public bool WasBegun { get; set; }
    public string Scope { get; set; } = "";
    public string? Message { get; set; }
    public string? Link { get; set; }
    public string? FileName { get; set; }
    public string? ContentType { get; set; }
    public long? FileSize { get; set; }
    public byte[]? Content { get; set; }

    /// <summary>What history says when the file is taken: JSON.</summary>
    public string? Note { get; set; }
}

/// <summary>Jobs that are kept for a while.</summary>
internal sealed class KeptJobMapping : IEntityTypeConfiguration<KeptJob>
{
    private const int MaxKind = 40;
    private const int MaxTitle = 500;
    private const int MaxName = 400;
    private const int MaxType = 100;

    public void Configure(EntityTypeBuilder<KeptJob> job)
    {
        job.ToTable("Jobs");
        job.Property(j => j.Id).ValueGeneratedNever();
        job.Property(j => j.Kind).HasMaxLength(MaxKind);
        job.Property(j => j.Title).HasMaxLength(MaxTitle);
        job.Property(j => j.FileName).HasMaxLength(MaxName);
        job.Property(j => j.ContentType).HasMaxLength(MaxType);
        job.HasIndex(j => new { j.OwnerId, j.CreatedAt });
    }
}
