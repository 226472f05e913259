using Microsoft.EntityFrameworkCore;

namespace PlanTracker.Storage.Files;

/// <summary>Takes away what uploads left behind: half-received files, and kept files that no entry, no news item and nothing else has.</summary>
public sealed class EvidenceSweep
{
    private static readonly TimeSpan LongestUpload = TimeSpan.FromHours(1);
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private readonly IDbContextFactory<PlanDb> factory;
    private readonly EvidenceFolder folder;
    private readonly StorageOptions options;
    private readonly TimeProvider time;

    internal EvidenceSweep(IDbContextFactory<PlanDb> factory, EvidenceFolder folder, StorageOptions options, TimeProvider time) =>
        (this.factory, this.folder, this.options, this.time) = (factory, folder, options, time);

    /// <summary>Sweeps once; the answer is how many files went.</summary>
    /// <param name="atStart">Nothing is being received yet: what looks so was broken off. Not said of PostgreSQL, whose instances may share a folder.</param>
    /// <param name="cancel">Ends when the host stops.</param>
    public async Task<int> Run(bool atStart, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var isAlone = atStart && options.Provider is StorageProvider.Sqlite;
        var gone = folder.DeleteIncoming(isAlone ? DateTime.MaxValue : now - LongestUpload);
        await using var db = await factory.CreateDbContextAsync(cancel);
        foreach (var some in folder.KeptBefore(now - Grace).Chunk(200))
        {
            var marks = some.Select(s => $"sha256:{s}").ToList();
            var known = (await db.EvidenceMarks.Where(m => marks.Contains(m.Mark!)).Select(m => m.Mark!).Distinct().ToListAsync(cancel)).ToHashSet();
            var pictures = (await db.NewsImages.Where(i => some.Contains(i.Sha256)).Select(i => i.Sha256).Distinct().ToListAsync(cancel)).ToHashSet();
            var attached = (await db.Attachments.Where(a => some.Contains(a.Sha256)).Select(a => a.Sha256!).Distinct().ToListAsync(cancel)).ToHashSet();
            foreach (var sha256 in some.Where(s => !known.Contains($"sha256:{s}") && !pictures.Contains(s) && !attached.Contains(s)))
            {
                folder.Delete(sha256, unlessGivenSince: now - Grace);
                gone++;
            }
        }
        return gone;
    }
}
