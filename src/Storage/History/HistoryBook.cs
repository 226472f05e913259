using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.History;

namespace PlanTracker.Storage.History;

/// <summary>Reads history; who may see a row is part of every query.</summary>
internal sealed class HistoryBook(IDbContextFactory<PlanDb> factory) : IHistoryBook
{
    private const int AtOnce = 1_000;

    public async Task<PageOf<HistoryRow>> List(HistoryFilter filter, HistoryScope scope, ListQuery query, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = db.Changes.AsNoTracking().SeenBy(scope).Matching(filter).Numbered();
        var oldestFirst = query.Sort is [{ Descending: false }, ..];
        if (query.Search is { } search)
            return await Searched(found, search, oldestFirst, query, cancel);
        var total = await found.CountAsync(cancel);
        var ordered = oldestFirst ? found.OrderBy(r => r.Number) : found.OrderByDescending(r => r.Number);
        return new(await ordered.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).Rows(cancel), total, query.Page, query.PageSize);
    }

    public async IAsyncEnumerable<HistoryRow> Walk(
        HistoryFilter filter, HistoryScope scope, string? search, int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        var wanted = search is null ? null : VietnameseText.Fold(search);
        var before = long.MaxValue;
        while (most > 0)
        {
            var rows = await Part(filter, scope, before, cancel);
            foreach (var row in rows.Where(r => wanted is null || HistorySearch.Finds(r.Change, wanted)).Take(most))
            {
                most--;
                yield return row;
            }
            if (rows.Count < AtOnce)
                yield break;
            before = rows[^1].Number;
        }
    }

    private async Task<List<HistoryRow>> Part(HistoryFilter filter, HistoryScope scope, long before, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Changes.AsNoTracking().SeenBy(scope).Matching(filter).Numbered()
            .Where(r => r.Number < before).OrderByDescending(r => r.Number).Take(AtOnce).Rows(cancel);
    }

    // Folding is not the databases' to do, and history keeps no column for it: a search reads the rows that the filter leaves.
    private static async Task<PageOf<HistoryRow>> Searched(
        IQueryable<NumberedChange> found, string search, bool oldestFirst, ListQuery query, CancellationToken cancel)
    {
        var wanted = VietnameseText.Fold(search);
        var numbers = new List<long>();
        await foreach (var row in found.OrderByDescending(r => r.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (HistorySearch.Finds(row.Change, wanted))
                numbers.Add(row.Number);
        }
        if (oldestFirst)
            numbers.Reverse();
        var shown = numbers.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).ToList();
        var rows = (await found.Where(r => shown.Contains(r.Number)).Rows(cancel)).ToDictionary(r => r.Number);
        return new([.. shown.Select(n => rows[n])], numbers.Count, query.Page, query.PageSize);
    }
}
