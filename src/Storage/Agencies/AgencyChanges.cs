using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Agencies;
using PlanTracker.Storage.Access;

namespace PlanTracker.Storage.Agencies;

/// <summary>Agencies inside a write. There are a few hundred of them, of accounts and of activities: dated lists are looked into here.</summary>
internal sealed class AgencyChanges(PlanDb db) : IAgencyChanges
{
    private Dictionary<Guid, Agency>? all;

    public async Task<IReadOnlyDictionary<Guid, Agency>> All(CancellationToken cancel) => all ??= await db.Agencies.ToDictionaryAsync(a => a.Id, cancel);

    public async Task<IReadOnlyList<Succession>> Successions(CancellationToken cancel) =>
        await db.Successions.AsNoTracking().OrderBy(s => s.EffectiveOn).ThenBy(s => s.RecordedAt).ToListAsync(cancel);

    public void Add(Agency agency) => db.Agencies.Add(agency);

    public void Add(Succession succession) => db.Successions.Add(succession);

    // What it only owed goes with it; WhatRefersTo has told of what it filed.
    public void Remove(Agency agency)
    {
        db.Obligations.RemoveRange(db.Obligations.Where(o => o.AgencyId == agency.Id));
        db.Agencies.Remove(agency);
    }

    public async Task<IReadOnlyList<string>> WhatRefersTo(Guid agencyId, CancellationToken cancel)
    {
        var what = new List<string>();
        if ((await db.Users.AsNoTracking().ToListAsync(cancel)).Exists(a => a.AgencyId == agencyId || a.Moves.Exists(m => m.AgencyId == agencyId)))
            what.Add("tài khoản");
        var plans = await db.Plans.AsNoTracking().Include(p => p.Tasks).ToListAsync(cancel);
        if (plans.Exists(p => p.IssuerAgencyId == agencyId || p.Tasks.Exists(t => t.Parties.Exists(s => s.AgencyId == agencyId))))
            what.Add("kế hoạch");
        if ((await db.Activities.AsNoTracking().ToListAsync(cancel)).Exists(a =>
            a.LeadAgencyId == agencyId || a.Leads.Exists(l => l.AgencyId == agencyId) || a.Supporting.Exists(s => s.AgencyId == agencyId)))
            what.Add("hoạt động");
        if (await AnyEntry(agencyId, cancel))
            what.Add("kết quả thực hiện");
        if (await db.Obligations.AnyAsync(o => (o.AgencyId == agencyId && o.FirstSubmittedAt != null) || o.ReceiverId == agencyId || o.TransferredTo == agencyId, cancel))
            what.Add("báo cáo của đơn vị");
        if (await db.NewsItems.AnyAsync(i => i.AgencyId == agencyId, cancel))
            what.Add("tin, bài");
        if (await db.TaskUpdates.AnyAsync(u => u.AgencyId == agencyId, cancel) || await db.Preparations.AnyAsync(p => p.AgencyId == agencyId, cancel))
            what.Add("nhiệm vụ");
        if (await db.Difficulties.AnyAsync(d => d.AgencyId == agencyId || d.KeptById == agencyId, cancel))
            what.Add("khó khăn, vướng mắc");
        if (await db.Inspections.AnyAsync(i => i.AgencyId == agencyId || i.FollowedById == agencyId, cancel))
            what.Add("kiểm tra");
        if (await db.UnitPlans.AnyAsync(p => p.AgencyId == agencyId, cancel))
            what.Add("kế hoạch đơn vị");
        if ((await All(cancel)).Values.Any(a => a.Parents.Exists(p => p.ParentId == agencyId)))
            what.Add("đơn vị trực thuộc");
        if ((await Successions(cancel)).Any(s => s.From.Contains(agencyId) || s.To.Exists(t => t.AgencyId == agencyId)))
            what.Add("sắp xếp đơn vị");
        return what;
    }

    public async Task<IReadOnlyList<AgencyPerson>> PeopleOf(IReadOnlySet<Guid> agencies, DateOnly day, CancellationToken cancel) =>
        agencies.Count == 0 ? [] : [.. (await Accounts(cancel)).Where(a => a.AgencyOn(day) is { } id && agencies.Contains(id))
            .Select(a => new AgencyPerson(a.Id, a.UserName!, a.FullName, a.AgencyOn(day)!.Value))];

    public async Task MovePerson(Guid accountId, Guid agencyId, DateOnly from, CancellationToken cancel)
    {
        var account = (await db.Users.FindAsync([accountId], cancel))!;
        account.Moves.Add(new AccountMove(agencyId, from));
        account.Version++;
    }

    public async Task<IReadOnlyList<LedActivity>> LedBy(IReadOnlySet<Guid> agencies, DateOnly day, CancellationToken cancel)
    {
        if (agencies.Count == 0)
            return [];
        var plans = await db.Plans.AsNoTracking().Select(p => new { p.Id, p.Number, p.To, p.Year }).ToDictionaryAsync(p => p.Id, cancel);
        return [.. (await db.Activities.AsTracking().ToListAsync(cancel)).Where(a => agencies.Contains(a.LeadOn(day)))
            .OrderBy(a => plans[a.PlanId].Year).ThenBy(a => a.PlanId).ThenBy(a => a.Order)
            .Select(a => new LedActivity(a, plans[a.PlanId].Number, plans[a.PlanId].To))];
    }

    private async Task<List<Account>> Accounts(CancellationToken cancel) => await db.Users.AsTracking().ToListAsync(cancel);

    private async Task<bool> AnyEntry(Guid agencyId, CancellationToken cancel)
    {
        if (await db.Entries.AnyAsync(e => e.AgencyId == agencyId || e.OnBehalfByAgencyId == agencyId, cancel))
            return true;
        await foreach (var supporting in db.Entries.AsNoTracking().Select(e => e.Content.Supporting).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (supporting.Any(s => s.AgencyId == agencyId))
                return true;
        }
        return false;
    }
}
