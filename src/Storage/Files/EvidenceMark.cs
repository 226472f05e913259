using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Storage.Files;

/// <summary>A row for each piece of evidence of an entry: finds its entry, and others with the same file or link.</summary>
internal sealed class EvidenceMark
{
    public required Guid EvidenceId { get; init; }

    public required Guid EntryId { get; init; }

    /// <summary>See <see cref="Evidence.Mark"/>.</summary>
    public string? Mark { get; init; }

    public static EvidenceMark Of(ProgressEntry entry, Evidence evidence) =>
        new() { EvidenceId = evidence.Id, EntryId = entry.Id, Mark = evidence.Mark };

    /// <summary>Brings the rows of a changed entry up to date with its evidence.</summary>
    public static void Keep(PlanDb db, EntityEntry<ProgressEntry> entry)
    {
        var before = entry.State is EntityState.Added ? [] : entry.Property(e => e.Evidence).OriginalValue;
        var now = entry.Entity.Evidence;
        foreach (var added in now.Where(e => !before.Exists(b => b.Id == e.Id)))
            db.EvidenceMarks.Add(Of(entry.Entity, added));
        foreach (var removed in before.Where(b => !now.Exists(e => e.Id == b.Id)))
            db.EvidenceMarks.Remove(Of(entry.Entity, removed));
    }

    /// <summary>Writes the rows of entries from before there were any.</summary>
    public static async Task Backfill(PlanDb db, CancellationToken cancel)
    {
        var old = await db.Entries.AsNoTracking()
            .Where(e => EF.Property<int>(e, Progress.EntryMapping.EvidenceCount) > 0 && !db.EvidenceMarks.Any(m => m.EntryId == e.Id))
            .ToListAsync(cancel);
        db.EvidenceMarks.AddRange(old.SelectMany(entry => entry.Evidence.Select(e => Of(entry, e))));
    }
}

internal sealed class EvidenceMarkMapping : IEntityTypeConfiguration<EvidenceMark>
{
    public void Configure(EntityTypeBuilder<EvidenceMark> mark)
    {
        mark.ToTable("EvidenceMarks");
        mark.HasKey(m => m.EvidenceId);
        mark.Property(m => m.EvidenceId).ValueGeneratedNever();
        mark.HasOne<ProgressEntry>().WithMany().HasForeignKey(m => m.EntryId).OnDelete(DeleteBehavior.Restrict);
        mark.HasIndex(m => m.Mark);
    }
}
