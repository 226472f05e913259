using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Progress;

/// <summary>Reads entries; visibility is part of every query.</summary>
internal sealed class ProgressBook(IDbContextFactory<PlanDb> factory) : IProgressBook
{
    public async Task<ProgressEntry?> Find(Guid id, Actor actor, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Entries.AsNoTracking().SeenBy(actor).FirstOrDefaultAsync(e => e.Id == id, cancel);
    }

    public async Task<PageOf<ProgressEntry>> List(EntryFilter filter, ListQuery query, Actor actor, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = db.Entries.AsNoTracking().SeenBy(actor).Matching(filter).Searched(query.Search);
        var total = await found.CountAsync(cancel);
        var items = await found.Sorted(query.Sort ?? [])
            .Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).ToListAsync(cancel);
        return new(items, total, query.Page, query.PageSize);
    }

    public async Task<IReadOnlyDictionary<Guid, TargetTotals>> Totals(Guid planId, TotalsWindow window, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Totals(db, planId, window, cancel);
    }

    /// <summary>The same on a context at hand.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, TargetTotals>> Totals(PlanDb db, Guid planId, TotalsWindow window, CancellationToken cancel)
    {
        var sums = await EntryTotals.Sums(db, planId, window).ToListAsync(cancel);
        var modes = (await EntryTotals.Modes(db, planId, window).ToListAsync(cancel)).ToLookup(m => m.TargetId);
        var members = (await EntryTotals.Members(db, planId, window).ToListAsync(cancel)).ToLookup(m => m.TargetId);
        return await UnitPlans.UnitTotals.Within(db, planId, window, sums.ToDictionary(s => s.TargetId, s => new TargetTotals(
            Scaled.FromStore(s.InPeriod), Scaled.FromStore(s.ToDate), Scaled.FromStore(s.Pending),
            s.PendingEntries, s.Entries, s.WithEvidence,
            modes[s.TargetId].ToDictionary(m => Enum.Parse<DeliveryMode>(m.Mode), m => m.Entries))
        {
            Members = [.. members[s.TargetId].Select(m => new MemberDone(m.MemberId, m.Confirmed > 0, m.InPeriod > 0))],
        }), cancel);
    }

    public async Task<DayTotals> Daily(Guid planId, Guid? activityId, DateOnly asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var sums = await EntryDays.Sums(db, planId, activityId, asOf).ToListAsync(cancel);
        var members = await EntryDays.Members(db, planId, asOf).ToListAsync(cancel);
        return new(
            sums.Select(s => new DaySum(s.TargetId, s.CountedOn, Scaled.FromStore(s.Quantity), s.Entries)),
            members.Select(m => new MemberDay(m.TargetId, m.MemberId, m.First)));
    }

    public async Task<IReadOnlyList<SlotEntry>> Slots(IReadOnlyCollection<Guid> targetIds, DateOnly asOf, Actor actor, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = await db.Entries.SeenBy(actor)
            .Where(e => targetIds.Contains(e.Content.TargetId) && e.CountedOn <= asOf && e.Content.Quantity > 0)
            .Where(e => e.Status == EntryStatus.Confirmed || e.Status == EntryStatus.Submitted)
            .Select(e => new { e.Content.TargetId, e.Content.Date, e.Content.CadenceSlot, Confirmed = e.Status == EntryStatus.Confirmed })
            .Distinct().ToListAsync(cancel);
        return [.. found.Select(e => new SlotEntry(e.TargetId, e.Date, e.CadenceSlot, e.Confirmed))];
    }

    public async Task<int> CountSubmitted(Guid planId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Entries.CountAsync(e => e.PlanId == planId && e.Status == EntryStatus.Submitted, cancel);
    }

    public async Task<Guid?> EntryWithEvidence(Guid evidenceId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.EvidenceMarks.Where(m => m.EvidenceId == evidenceId).Select(m => (Guid?)m.EntryId).FirstOrDefaultAsync(cancel);
    }

    public async Task<IReadOnlyDictionary<Guid, SameEvidence>> SameElsewhere(
        IReadOnlyCollection<Guid> entryIds, Actor actor, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var pairs = await (
            from own in db.EvidenceMarks
            where own.Mark != null && entryIds.Contains(own.EntryId)
            join other in db.EvidenceMarks on own.Mark equals other.Mark
            where other.EntryId != own.EntryId
            join entry in db.Entries on other.EntryId equals entry.Id
            where entry.Status != EntryStatus.Withdrawn
            select new { own.EvidenceId, EntryId = entry.Id }).Distinct().ToListAsync(cancel);
        if (pairs.Count == 0)
            return new Dictionary<Guid, SameEvidence>();
        var others = pairs.Select(p => p.EntryId).Distinct().ToList();
        var seen = await db.Entries.AsNoTracking().SeenBy(actor).Where(e => others.Contains(e.Id))
            .Select(e => new { e.Id, e.Content.Title, e.AgencyId, e.Content.Date }).ToDictionaryAsync(e => e.Id, cancel);
        return pairs.GroupBy(p => p.EvidenceId).ToDictionary(g => g.Key, g => new SameEvidence(
            [.. g.Where(p => seen.ContainsKey(p.EntryId)).Select(p => seen[p.EntryId]).OrderBy(e => e.Date).ThenBy(e => e.Id)
                .Select(e => (e.Id, e.Title, e.AgencyId, e.Date))],
            g.Count(p => !seen.ContainsKey(p.EntryId))));
    }
}
