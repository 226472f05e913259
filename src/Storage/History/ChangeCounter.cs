using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.History;

namespace PlanTracker.Storage.History;

/// <summary>Reads the number of the last change from the end of history.</summary>
internal sealed class ChangeCounter(IDbContextFactory<PlanDb> factory) : IChangeCounter
{
    private static readonly string[] NoFigures = ["account", "history", "database", "reminder", "display"];

    public async Task<long> Latest(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Changes.Where(c => !NoFigures.Contains(c.Entity) && c.What != "export")
            .OrderByDescending(c => EF.Property<long>(c, ChangeMapping.Sequence))
            .Select(c => EF.Property<long>(c, ChangeMapping.Sequence)).FirstOrDefaultAsync(cancel);
    }
}
