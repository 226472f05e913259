using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Obligations;

namespace PlanTracker.Storage.Obligations;

/// <summary>Reads obligations.</summary>
internal sealed class ObligationBook(IDbContextFactory<PlanDb> factory) : IObligationBook
{
    public async Task<Obligation?> Find(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Obligations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, cancel);
    }

    public async Task<IReadOnlyList<Obligation>> Of(ObligationFilter filter, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = db.Obligations.AsNoTracking().AsQueryable();
        if (filter.PlanId is { } plan)
            found = found.Where(o => o.PlanId == plan);
        if (filter.PeriodId is { } period)
            found = found.Where(o => o.PeriodId == period);
        if (filter.AgencyIds is { } owers)
            found = found.Where(o => owers.Contains(o.AgencyId));
        if (filter.ReceiverIds is { } receivers)
            found = found.Where(o => receivers.Contains(o.ReceiverId));
        if (filter.DueFrom is { } from)
            found = found.Where(o => o.DueOn >= from);
        if (filter.DueTo is { } to)
            found = found.Where(o => o.DueOn <= to);
        if (filter.IsWaiting)
            found = found.Where(o => o.SubmittedAt != null && o.AcceptedAt == null && o.ReturnedAt == null);
        return await found.OrderBy(o => o.DueOn).ThenBy(o => o.Id).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<ReportingDuty>> Duties(Guid planId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.ReportingDuties.AsNoTracking().Where(d => d.PlanId == planId).OrderBy(d => d.Id).ToListAsync(cancel);
    }

    public async Task<ReportingDuty?> Duty(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.ReportingDuties.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancel);
    }
}

/// <summary>Obligations inside a write.</summary>
internal sealed class ObligationChanges(PlanDb db) : IObligationChanges
{
    public async Task<Obligation?> Load(Guid id, CancellationToken cancel) => await db.Obligations.FindAsync([id], cancel);

    public async Task<IReadOnlyList<Obligation>> OfPeriod(Guid periodId, CancellationToken cancel) =>
        await db.Obligations.AsTracking().Where(o => o.PeriodId == periodId).OrderBy(o => o.Id).ToListAsync(cancel);

    public async Task<IReadOnlyList<Obligation>> OwedBy(IReadOnlySet<Guid> agencies, DateOnly cutOffFrom, CancellationToken cancel) =>
        await db.Obligations.AsTracking().Where(o => agencies.Contains(o.AgencyId) && o.CutOff >= cutOffFrom)
            .OrderBy(o => o.CutOff).ThenBy(o => o.Id).ToListAsync(cancel);

    public void Add(Obligation obligation) => db.Obligations.Add(obligation);

    public void Remove(Obligation obligation) => db.Obligations.Remove(obligation);

    public async Task<IReadOnlyList<ReportingDuty>> Duties(Guid planId, CancellationToken cancel) =>
        await db.ReportingDuties.AsTracking().Where(d => d.PlanId == planId).OrderBy(d => d.Id).ToListAsync(cancel);

    public void Add(ReportingDuty duty) => db.ReportingDuties.Add(duty);
}
