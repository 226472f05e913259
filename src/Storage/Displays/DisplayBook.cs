using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Displays;
using PlanTracker.Domain.Plans;
using PlanTracker.Storage.Access;

namespace PlanTracker.Storage.Displays;

/// <summary>Display links are found by the hash of their secret.</summary>
internal sealed class DisplayMapping : IEntityTypeConfiguration<DisplayLink>
{
    public void Configure(EntityTypeBuilder<DisplayLink> link)
    {
        link.ToTable("DisplayLinks");
        link.Property(l => l.Id).ValueGeneratedNever();
        link.Property(l => l.SecretHash).HasMaxLength(64);
        link.Property(l => l.Name).HasMaxLength(DisplayOrder.MaxName);
        link.HasIndex(l => l.SecretHash).IsUnique();
        link.HasIndex(l => l.ExpiresAt);
        link.Property(l => l.Version).IsConcurrencyToken();
        link.HasOne<Account>().WithMany().HasForeignKey(l => l.MadeById).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Plan>().WithMany().HasForeignKey(l => l.PlanId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Reads display links.</summary>
internal sealed class DisplayBook(IDbContextFactory<PlanDb> factory, WriteGate gate, StorageOptions options) : IDisplayBook
{
    public async Task<IReadOnlyList<MadeDisplay>> Open(DateTime instant, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Made(db, db.DisplayLinks.Where(l => l.RevokedAt == null && l.ExpiresAt > instant), cancel);
    }

    public async Task<MadeDisplay?> Find(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return (await Made(db, db.DisplayLinks.Where(l => l.Id == id), cancel)).SingleOrDefault();
    }

    public async Task<MadeDisplay?> FindBySecret(string hash, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return (await Made(db, db.DisplayLinks.Where(l => l.SecretHash == hash), cancel)).SingleOrDefault();
    }

    public async Task NoteSeen(Guid id, DateTime instant, CancellationToken cancel)
    {
        try
        {
            using var turn = options.Provider is StorageProvider.Sqlite ? await gate.Enter(cancel) : null;
            await using var db = await factory.CreateDbContextAsync(cancel);
            await db.DisplayLinks.Where(l => l.Id == id).ExecuteUpdateAsync(l => l.SetProperty(x => x.LastSeenAt, instant), cancel);
        }
        catch (Exception fault) when (StorageFaults.Typed(fault) is not null || fault is StorageBusyException)
        {
            // A full or busy database leaves showing possible: when it was seen is told by the next refresh.
        }
    }

    private static async Task<IReadOnlyList<MadeDisplay>> Made(PlanDb db, IQueryable<DisplayLink> links, CancellationToken cancel)
    {
        var found = await links.AsNoTracking()
            .Join(db.Users, l => l.MadeById, a => a.Id, (link, maker) => new { link, maker.Id, maker.FullName, maker.IsDisabled })
            .Join(db.Plans, x => x.link.PlanId, p => p.Id, (x, plan) => new { x.link, x.Id, x.FullName, x.IsDisabled, plan.Number })
            .OrderByDescending(x => x.link.CreatedAt).ThenByDescending(x => x.link.Id).ToListAsync(cancel);
        var makers = found.Select(f => f.Id).Distinct().ToList();
        var roles = (await db.UserRoles.Where(r => makers.Contains(r.UserId))
            .Join(db.Roles, r => r.RoleId, r => r.Id, (row, role) => new { row.UserId, role.Name }).ToListAsync(cancel))
            .ToLookup(r => r.UserId, r => Enum.Parse<Role>(r.Name!));
        var mayMake = Permissions.RolesFor(Operation.MakeDisplays);
        return [.. found.Select(f => new MadeDisplay(f.link, f.FullName, !f.IsDisabled && roles[f.Id].Any(mayMake.Contains), f.Number))];
    }
}

/// <summary>Display links inside a write.</summary>
internal sealed class DisplayChanges(PlanDb db) : IDisplayChanges
{
    public async Task<DisplayLink?> Load(Guid id, CancellationToken cancel) => await db.DisplayLinks.FindAsync([id], cancel);

    public Task<int> CountOpen(DateTime instant, CancellationToken cancel) =>
        db.DisplayLinks.CountAsync(l => l.RevokedAt == null && l.ExpiresAt > instant, cancel);

    public void Add(DisplayLink link) => db.DisplayLinks.Add(link);
}
