using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Attachments;
using PlanTracker.Domain.Progress;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Attachments;

/// <summary>The evidence is JSON; the content of a file stands beside it, so that the sweep finds what is in use.</summary>
internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("Attachments");
        attachment.Property(a => a.Id).ValueGeneratedNever();
        attachment.Property(a => a.Entity).HasMaxLength(32);
        attachment.Property(a => a.Evidence).HasJson();
        attachment.Property(a => a.Sha256).HasMaxLength(64);
        attachment.HasIndex(a => a.OwnerId);
        attachment.HasIndex(a => a.Sha256);
    }
}

/// <summary>Reads evidence on things that are no entries.</summary>
internal sealed class AttachmentBook(IDbContextFactory<PlanDb> factory) : IAttachmentBook
{
    public async Task<ILookup<Guid, Evidence>> Of(IReadOnlyCollection<Guid> owners, CancellationToken cancel)
    {
        if (owners.Count == 0)
            return Array.Empty<Attachment>().ToLookup(a => a.OwnerId, a => a.Evidence);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return (await db.Attachments.AsNoTracking().Where(a => owners.Contains(a.OwnerId)).ToListAsync(cancel))
            .OrderBy(a => a.Evidence.AddedAt).ThenBy(a => a.Id).ToLookup(a => a.OwnerId, a => a.Evidence);
    }

    public async Task<Attachment?> Find(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Attachments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel);
    }
}

/// <summary>Evidence on things that are no entries, inside a write.</summary>
internal sealed class AttachmentChanges(PlanDb db) : IAttachmentChanges
{
    public Task<int> CountOf(Guid ownerId, CancellationToken cancel) => db.Attachments.CountAsync(a => a.OwnerId == ownerId, cancel);

    public async Task<Attachment?> Load(Guid id, CancellationToken cancel) => await db.Attachments.FindAsync([id], cancel);

    public void Add(Attachment attachment) => db.Attachments.Add(attachment);

    public void Remove(Attachment attachment) => db.Attachments.Remove(attachment);
}
