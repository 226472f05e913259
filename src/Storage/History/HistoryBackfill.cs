using Microsoft.EntityFrameworkCore;

namespace PlanTracker.Storage.History;

/// <summary>
/// Links the history of a database that was made before rows carried hashes: once, in order, without gaps, all or nothing. A history of
/// which any row is linked is left as it is, so that rows whose hashes were taken away stay visible to the check.
/// </summary>
internal static class HistoryBackfill
{
    private const int AtOnce = 500;

    /// <summary>Links every row, if none is linked yet.</summary>
    public static async Task Run(PlanDb db, WriteDoor door, CancellationToken cancel)
    {
        if (!await IsNeeded(db, cancel))
            return;
        await using var turn = await door.Enter(db, cancel);
        if (!await IsNeeded(db, cancel)) // another server may have been faster
            return;
        var (number, read, chain) = (0L, 0L, HistoryChain.Start);
        while (await Next(db, read, cancel) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                var own = HistoryChain.HashOf(row.Change, ++number);
                (read, chain) = (row.Number, HistoryChain.Linked(chain, own));
                await db.Database.ExecuteSqlAsync(
                    $"""UPDATE "Changes" SET "Sequence" = {number}, "RowHash" = {own}, "ChainHash" = {chain} WHERE "Sequence" = {read}""", cancel);
            }
        }
        await turn.Commit();
    }

    private static async Task<bool> IsNeeded(PlanDb db, CancellationToken cancel) =>
        await db.Changes.AnyAsync(cancel) && !await db.Changes.AnyAsync(c => EF.Property<string?>(c, ChangeMapping.ChainHash) != null, cancel);

    private static Task<List<LinkedChange>> Next(PlanDb db, long after, CancellationToken cancel) =>
        db.Changes.Linked().Where(c => c.Number > after).OrderBy(c => c.Number).Take(AtOnce).ToListAsync(cancel);
}
