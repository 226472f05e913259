using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Storage.Reminders;

/// <summary>Reads reminders.</summary>
internal sealed class ReminderBook(IDbContextFactory<PlanDb> factory) : IReminderBook
{
    public async Task<PageOf<Reminder>> List(Guid? accountId, ReminderStatus? status, ListQuery query, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = db.Reminders.AsNoTracking().Where(r => (accountId == null || r.AccountId == accountId) && (status == null || r.Status == status));
        var items = await found.OrderByDescending(r => r.Day).ThenByDescending(r => r.Id)
            .Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).ToListAsync(cancel);
        return new(items, await found.CountAsync(cancel), query.Page, query.PageSize);
    }

    public async Task<Reminder?> Find(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Reminders.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancel);
    }

    public async Task<IReadOnlyList<Guid>> Due(DateTime now, int most, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Reminders.Where(r => r.Status == ReminderStatus.Waiting && r.NextTryAt <= now)
            .OrderBy(r => r.NextTryAt).ThenBy(r => r.Id).Select(r => r.Id).Take(most).ToListAsync(cancel);
    }

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<DateOnly>>> DaysOf(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var marks = db.ReminderMarks.Where(m => obligationIds.Contains(m.ObligationId));
        if (await marks.Select(m => new { m.DueOn, m.Step }).Distinct().ToListAsync(cancel) is not { Count: > 0 } steps)
            return new Dictionary<Guid, IReadOnlyList<DateOnly>>();

        // A digest names what its steps had reached by its day, so that none lies before the first of them: most of a year is left unread.
        var first = steps.Min(s => s.DueOn.AddDays(s.Step));
        var accounts = marks.Select(m => m.AccountId);
        var digests = await db.Reminders.AsNoTracking().Where(r => r.Day >= first && accounts.Contains(r.AccountId)).Select(r => new { r.Day, r.Items }).ToListAsync(cancel);
        var days = digests.SelectMany(d => d.Items, (d, i) => (i.ObligationId, d.Day)).Distinct().ToLookup(d => d.ObligationId, d => d.Day);
        return obligationIds.ToDictionary(id => id, id => (IReadOnlyList<DateOnly>)[.. days[id].Order()]);
    }

    public async Task<ReminderSettings?> Settings(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.ReminderSettings.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Domain.Reminders.ReminderSettings.OnlyId, cancel);
    }

    public async Task<ReminderPreference?> Preference(Guid accountId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.ReminderPreferences.AsNoTracking().FirstOrDefaultAsync(p => p.AccountId == accountId, cancel);
    }
}

/// <summary>Reminders inside a write.</summary>
internal sealed class ReminderChanges(PlanDb db) : IReminderChanges
{
    public async Task<Reminder?> Load(Guid id, CancellationToken cancel) => await db.Reminders.FindAsync([id], cancel);

    public async Task<IReadOnlySet<Guid>> RemindedOn(DateOnly day, CancellationToken cancel) =>
        await db.Reminders.Where(r => r.Day == day).Select(r => r.AccountId).ToHashSetAsync(cancel);

    public async Task<IReadOnlySet<ReminderMark>> Marks(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancel) =>
        await db.ReminderMarks.AsNoTracking().Where(m => obligationIds.Contains(m.ObligationId)).ToHashSetAsync(cancel);

    public async Task<IReadOnlyDictionary<Guid, ReminderPreference>> Preferences(CancellationToken cancel) =>
        await db.ReminderPreferences.AsNoTracking().ToDictionaryAsync(p => p.AccountId, cancel);

    public async Task<ReminderPreference?> Preference(Guid accountId, CancellationToken cancel) => await db.ReminderPreferences.FindAsync([accountId], cancel);

    public async Task<ReminderSettings?> Settings(CancellationToken cancel) => await db.ReminderSettings.FindAsync([ReminderSettings.OnlyId], cancel);

    public async Task<IReadOnlyList<Obligation>> Obligations(DateOnly dueFrom, DateOnly dueTo, CancellationToken cancel) =>
        await db.Obligations.AsTracking().Where(o => o.DueOn >= dueFrom && o.DueOn <= dueTo).OrderBy(o => o.DueOn).ThenBy(o => o.Id).ToListAsync(cancel);

    public void Add(Reminder reminder, IEnumerable<ReminderMark> marks)
    {
        db.Reminders.Add(reminder);
        db.ReminderMarks.AddRange(marks);
    }

    public void Add(ReminderPreference preference) => db.ReminderPreferences.Add(preference);

    public void Add(ReminderSettings settings) => db.ReminderSettings.Add(settings);
}
