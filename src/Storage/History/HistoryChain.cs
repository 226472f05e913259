using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PlanTracker.Domain.History;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.History;

/// <summary>
/// Links history rows as they are written: each gets the next number, the hash of its own text, and the hash of the chain up to it. Writers
/// take turns anyway, so the chain is closed in the change's own transaction and no row ever waits to be sealed.
/// </summary>
internal static class HistoryChain
{
    /// <summary>What the first row is linked to.</summary>
    public const string Start = "PlanTracker";

    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Numbers and links rows that are about to be saved; the caller holds the turn to write.</summary>
    public static async Task Link(PlanDb db, IReadOnlyList<EntityEntry<Change>> added, CancellationToken cancel)
    {
        var last = await db.Changes.AsNoTracking()
            .OrderByDescending(c => EF.Property<long>(c, ChangeMapping.Sequence))
            .Select(c => new { Number = EF.Property<long>(c, ChangeMapping.Sequence), Chain = EF.Property<string?>(c, ChangeMapping.ChainHash) })
            .FirstOrDefaultAsync(cancel);
        var (number, chain) = (last?.Number ?? 0, last?.Chain ?? Start);
        foreach (var row in added)
        {
            var own = HashOf(row.Entity, ++number);
            chain = Linked(chain, own);
            var sequence = row.Property(ChangeMapping.Sequence);
            (sequence.CurrentValue, sequence.IsTemporary) = (number, false);
            row.Property(ChangeMapping.RowHash).CurrentValue = own;
            row.Property(ChangeMapping.ChainHash).CurrentValue = chain;
        }
    }

    /// <summary>The hash of a row's own text: its fields as a JSON list in a fixed order, the instant cut to milliseconds.</summary>
    public static string HashOf(Change change, long number) => Sha256(JsonSerializer.Serialize(
        new object?[]
        {
            number, change.Id, change.At.ToString(Instant, CultureInfo.InvariantCulture), change.AccountId, change.AccountName, change.AgencyId,
            change.Door.ToString(), change.Entity, change.EntityId, change.What, change.Old, change.New, change.Reason,
        }, JsonColumn.Options));

    /// <summary>The hash of the chain up to a row.</summary>
    public static string Linked(string before, string own) => Sha256(before + own);

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
