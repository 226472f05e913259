using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PlanTracker.Storage.Once;

/// <summary>A request that was carried out, by the key its program gave it, and what it was answered.</summary>
internal sealed class IdempotencyKey
{
    public required Guid AccountId { get; init; }
    public required string Key { get; init; }
    public required string RequestHash { get; init; }
    public required DateTime At { get; init; }

    /// <summary>What was changed first, as history names it: all that can be said when the answer was lost.</summary>
    public required string Entity { get; init; }
    public required Guid EntityId { get; init; }

    /// <summary>Status of the answer; null while there is none.</summary>
    public int? Status { get; set; }
    public string? ContentType { get; set; }
    public string? Location { get; set; }
    public string? Etag { get; set; }
    public byte[]? Body { get; set; }
}

internal sealed class IdempotencyKeyMapping : IEntityTypeConfiguration<IdempotencyKey>
{
    private const int MaxKey = 255;
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<IdempotencyKey> key)
    {
        key.ToTable("IdempotencyKeys");
        key.HasKey(k => new { k.AccountId, k.Key });
        key.Property(k => k.Key).HasMaxLength(MaxKey);
        key.Property(k => k.RequestHash).HasMaxLength(HashLength);
        key.HasIndex(k => k.At);
    }
}
