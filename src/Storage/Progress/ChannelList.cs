using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Storage.Progress;

/// <summary>The list of channels, read.</summary>
internal sealed class ChannelList(IDbContextFactory<PlanDb> factory) : IChannelList
{
    public async Task<IReadOnlyList<Channel>> All(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Channels.AsNoTracking().OrderBy(c => c.Order).ToListAsync(cancel);
    }
}

/// <summary>The list of channels inside a write.</summary>
internal sealed class ChannelChanges(PlanDb db) : IChannelChanges
{
    public async Task<IReadOnlyList<Channel>> All(CancellationToken cancel) => await db.Channels.OrderBy(c => c.Order).ToListAsync(cancel);

    public void Add(Channel channel) => db.Channels.Add(channel);
}

internal sealed class ChannelMapping : IEntityTypeConfiguration<Channel>
{
    private const int MaxCode = 32;

    public void Configure(EntityTypeBuilder<Channel> channel)
    {
        channel.ToTable("Channels");
        channel.Property(c => c.Id).ValueGeneratedNever();
        channel.Property(c => c.Code).HasMaxLength(MaxCode);
        channel.HasIndex(c => c.Code).IsUnique();
        channel.Property(c => c.Version).IsConcurrencyToken();
    }
}
