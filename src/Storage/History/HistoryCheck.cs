using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace PlanTracker.Storage.History;

/// <summary>What is wrong with a row of history.</summary>
public enum HistoryFlawKind
{
    /// <summary>Its text is not what was written.</summary>
    Edited,
    /// <summary>It stands where another row stood: rows were swapped, or one was taken out or put in before it.</summary>
    Misplaced,
    /// <summary>There is no row with this number, but later ones.</summary>
    Missing,
    /// <summary>It is not linked to the row before it: put in, or written over with a hash of its own.</summary>
    Inserted,
}

/// <summary>The first row that is wrong.</summary>
public sealed record HistoryFlaw(long Number, HistoryFlawKind Kind);

/// <summary>What the check of a history found.</summary>
/// <param name="Rows">Rows that are right, from the first on.</param>
/// <param name="LastHash">The chain up to the last of them: to be noted outside. Null without rows.</param>
/// <param name="Flaw">The first row that is wrong; null when none is.</param>
/// <param name="NotedIsThere">Whether a hash noted earlier is still in the chain; true when none was given.</param>
public sealed record HistoryVerdict(long Rows, string? LastHash, HistoryFlaw? Flaw, bool NotedIsThere);

/// <summary>Walks the history from its first row and computes every hash anew; only reads, also beside a running server.</summary>
public static class HistoryCheck
{
    /// <summary>Checks the history of a database; <paramref name="noted"/> is the last hash of an earlier check.</summary>
    /// <exception cref="DatabaseRefusedException">The database cannot be read; the message is one line for the operator.</exception>
    public static async Task<HistoryVerdict> Run(StorageOptions options, string? noted = null, CancellationToken cancel = default)
    {
        try
        {
            await using var db = ReadOnlyDb.Open(options);
            if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
                throw new DatabaseRefusedException("Cơ sở dữ liệu do bản cũ hơn tạo ra: hãy khởi động máy chủ bản này một lần rồi kiểm tra lại.");
            return await Walk(db, noted, cancel);
        }
        catch (Exception fault) when (fault is DbException or System.Net.Sockets.SocketException)
        {
            throw new DatabaseRefusedException($"Không đọc được lịch sử: {fault.GetBaseException().Message.Split('\n')[0].Trim()}", fault);
        }
    }

    private static async Task<HistoryVerdict> Walk(PlanDb db, string? noted, CancellationToken cancel)
    {
        var (rows, chain, found) = (0L, HistoryChain.Start, noted is null);
        HistoryVerdict Verdict(HistoryFlaw? flaw) => new(rows, rows == 0 ? null : chain, flaw, found);
        try
        {
            await foreach (var row in db.Changes.Linked().OrderBy(c => c.Number).AsAsyncEnumerable().WithCancellation(cancel))
            {
                if (FlawOf(row, rows + 1, chain) is { } flaw)
                    return Verdict(flaw);
                rows++;
                chain = row.ChainHash!;
                found = found || chain.Equals(noted, StringComparison.OrdinalIgnoreCase);
            }
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or InvalidOperationException or OverflowException)
        {
            // Not an instant, not an id, not a door: nothing that the program wrote.
            return Verdict(new(rows + 1, HistoryFlawKind.Edited));
        }
        return Verdict(null);
    }

    private static HistoryFlaw? FlawOf(LinkedChange row, long expected, string chain)
    {
        if (row.Number != expected)
            return row.Number > expected ? new(expected, HistoryFlawKind.Missing) : new(row.Number, HistoryFlawKind.Inserted);
        if (row.RowHash is null || row.ChainHash is null)
            return new(expected, HistoryFlawKind.Inserted);
        if (HistoryChain.HashOf(row.Change, expected) is var own && own == row.RowHash)
            return HistoryChain.Linked(chain, own) == row.ChainHash ? null : new(expected, HistoryFlawKind.Inserted);
        return new(expected, WasElsewhere(row) ? HistoryFlawKind.Misplaced : HistoryFlawKind.Edited);
    }

    /// <summary>Whether the row is whole, but was written under a number nearby.</summary>
    private static bool WasElsewhere(LinkedChange row)
    {
        const int Near = 20;
        for (var number = Math.Max(1, row.Number - Near); number <= row.Number + Near; number++)
        {
            if (HistoryChain.HashOf(row.Change, number) == row.RowHash)
                return true;
        }
        return false;
    }
}
