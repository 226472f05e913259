using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Storage.Progress;

/// <summary>Reads the events of a period.</summary>
internal sealed class EventBook(IDbContextFactory<PlanDb> factory) : IEventBook
{
    public async Task<IReadOnlyList<EventFact>> Events(Guid planId, TotalsWindow window, EventSlice? slice, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = In(db, planId, window);
        return await Facts(db, slice is null
            ? found
            : found.Where(e => e.Content.TargetId == slice.TargetId).OrderBy(e => e.Content.Date).ThenBy(e => e.Id).Skip(slice.Skip).Take(slice.Take), cancel);
    }

    public async Task<IReadOnlyList<EventFact>> Special(Guid planId, TotalsWindow window, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Facts(db, In(db, planId, window).Where(e => EF.Property<bool>(e, EntryMapping.IsSpecial)), cancel);
    }

    public async Task<IReadOnlyDictionary<Guid, int>> Count(Guid planId, TotalsWindow window, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await In(db, planId, window).GroupBy(e => e.Content.TargetId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    private static async Task<IReadOnlyList<EventFact>> Facts(PlanDb db, IQueryable<ProgressEntry> found, CancellationToken cancel)
    {
        var rows = await found.Select(e => new
        {
            e.Id,
            e.AgencyId,
            e.CountedOn,
            e.Evidence,
            e.Content.TargetId,
            e.Content.Date,
            e.Content.Quantity,
            e.Content.Title,
            e.Content.Place,
            e.Content.Mode,
            e.Content.PeopleReached,
            e.Content.NoEvidenceReason,
            e.Content.Supporting,
            e.Content.CorrectsEntryId,
            e.Content.CorrectionReason,
        }).ToListAsync(cancel);
        var corrected = rows.Select(r => r.CorrectsEntryId).OfType<Guid>().Distinct().ToList();
        var dates = corrected.Count == 0 ? [] : await db.Entries.Where(e => corrected.Contains(e.Id))
            .Select(e => new { e.Id, e.Content.Date }).ToDictionaryAsync(e => e.Id, e => e.Date, cancel);
        return
        [
            .. rows.Select(r => new EventFact(
                r.Id, r.TargetId, r.AgencyId, r.Date, r.CountedOn, r.Quantity, r.Title, r.Place, r.Mode, r.PeopleReached, r.Evidence,
                r.NoEvidenceReason, r.Supporting, r.CorrectsEntryId, r.CorrectionReason,
                r.CorrectsEntryId is { } id && dates.TryGetValue(id, out var date) ? date : null)),
        ];
    }

    private static IQueryable<ProgressEntry> In(PlanDb db, Guid planId, TotalsWindow window)
    {
        var last = window.To < window.AsOf ? window.To : window.AsOf;
        return db.Entries.AsNoTracking().Where(e =>
            e.PlanId == planId && e.Status == EntryStatus.Confirmed && e.CountedOn >= window.From && e.CountedOn <= last);
    }
}
