using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Progress;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Funding;

/// <summary>Reads money.</summary>
internal sealed class FundingBook(IDbContextFactory<PlanDb> factory) : IFundingBook
{
    public async Task<IReadOnlyList<FundingStep>> OfPlan(Guid planId, DateOnly asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.FundingSteps.AsNoTracking().Where(s => s.PlanId == planId && s.Date <= asOf)
            .OrderBy(s => s.ActivityId).ThenBy(s => s.Number).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<SpentMoney>> Spent(Guid planId, DateOnly asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = await db.Database.SqlQuery<SpentRow>($"""
            SELECT "ActivityId", "Spent" FROM "Entries"
            WHERE "PlanId" = {planId} AND "Status" = 'Confirmed' AND "CountedOn" <= {asOf} AND "Spent" <> '[]'
            """).ToListAsync(cancel);
        return [.. rows
            .SelectMany(r => (JsonSerializer.Deserialize<Spending[]>(r.Spent, JsonColumn.Options) ?? []).Select(s => (r.ActivityId, s.Source, s.Amount)))
            .GroupBy(s => (s.ActivityId, s.Source))
            .Select(g => new SpentMoney(g.Key.ActivityId, g.Key.Source, g.Sum(s => s.Amount)))];
    }

    public async Task<FundingAsItStands> Standing(Guid planId, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Standing(db.FundingSteps.AsNoTracking(), planId, ids, cancel);
    }

    internal static async Task<FundingAsItStands> Standing(IQueryable<FundingStep> steps, Guid planId, IReadOnlyCollection<Guid> ids, CancellationToken cancel) => new(
        await steps.Where(s => s.PlanId == planId).OrderBy(s => s.ActivityId).ThenBy(s => s.Number).ToListAsync(cancel),
        (await steps.Where(s => s.PlanId != planId && ids.Contains(s.Id)).Select(s => s.Id).ToListAsync(cancel)).ToHashSet());

    /// <summary>What an entry says was spent, as it is stored.</summary>
    internal sealed record SpentRow(Guid ActivityId, string Spent);
}

/// <summary>Money inside a write.</summary>
internal sealed class FundingChanges(PlanDb db) : IFundingChanges
{
    public async Task<IReadOnlyList<FundingStep>> OfActivity(Guid activityId, CancellationToken cancel)
    {
        await db.FundingSteps.Where(s => s.ActivityId == activityId).LoadAsync(cancel);
        return [.. db.FundingSteps.Local.Where(s => s.ActivityId == activityId).OrderBy(s => s.Number)];
    }

    public Task<FundingAsItStands> Standing(Guid planId, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        FundingBook.Standing(db.FundingSteps.AsNoTracking(), planId, ids, cancel);

    public void Add(FundingStep step) => db.FundingSteps.Add(step);
}
