using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.UnitPlans;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.UnitPlans;

/// <summary>Sums of results of agencies' own activities, added up by the database: quantities are whole ten-thousandths.</summary>
internal static class UnitTotals
{
    /// <summary>What was done of each activity of a city plan's unit plans.</summary>
    public static async Task<IReadOnlyDictionary<Guid, UnitDone>> Done(PlanDb db, Guid planId, DateOnly asOf, CancellationToken cancel) =>
        (await db.Database.SqlQuery<DoneRow>($"""
            SELECT "UnitActivityId",
              CAST(SUM(CASE WHEN "Status" = 'Confirmed' THEN COALESCE("Quantity", 0) ELSE 0 END) AS bigint) AS "ToDate",
              CAST(SUM(CASE WHEN "Status" = 'Submitted' THEN COALESCE("Quantity", 0) ELSE 0 END) AS bigint) AS "Pending",
              CAST(SUM(CASE WHEN "Status" = 'Confirmed' THEN 1 ELSE 0 END) AS int) AS "Results"
            FROM "UnitResults"
            WHERE "PlanId" = {planId} AND "Status" IN ('Confirmed', 'Submitted') AND "CountedOn" <= {asOf}
            GROUP BY "UnitActivityId"
            """).ToListAsync(cancel)).ToDictionary(r => r.UnitActivityId, r => new UnitDone(Scaled.FromStore(r.ToDate), Scaled.FromStore(r.Pending), r.Results));

    /// <summary>
    /// What of it counts in the city's figures, by target: only of activities for which that was ever decided, and only on the days on which the
    /// decision in force says so.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, (decimal InPeriod, decimal ToDate)>> Counted(PlanDb db, Guid planId, TotalsWindow window, CancellationToken cancel)
    {
        var decided = await db.Activities.AsNoTracking().Where(a => a.PlanId == planId && a.HasUnitDecisions).Select(a => new { a.Id, a.UnitDecisions }).ToListAsync(cancel);
        if (decided.Count == 0)
            return new Dictionary<Guid, (decimal, decimal)>();
        var days = await db.Database.SqlQuery<DayRow>($"""
            SELECT a."CityActivityId" AS "ActivityId", a."CityTargetId" AS "TargetId", r."CountedOn" AS "Day", CAST(SUM(r."Quantity") AS bigint) AS "Quantity"
            FROM "UnitResults" r JOIN "UnitActivities" a ON a."Id" = r."UnitActivityId"
            WHERE r."PlanId" = {planId} AND r."Status" = 'Confirmed' AND r."CountedOn" <= {window.AsOf} AND r."Quantity" IS NOT NULL AND a."CityTargetId" IS NOT NULL
            GROUP BY a."CityActivityId", a."CityTargetId", r."CountedOn"
            """).ToListAsync(cancel);
        var decisions = decided.ToDictionary(a => a.Id, a => a.UnitDecisions);
        return days.Where(d => decisions.TryGetValue(d.ActivityId, out var of) && of.CountsOn(d.Day)).GroupBy(d => d.TargetId).ToDictionary(g => g.Key, g => (
            Scaled.FromStore(g.Where(d => d.Day >= window.From && d.Day <= window.To).Sum(d => d.Quantity)), Scaled.FromStore(g.Sum(d => d.Quantity))));
    }

    /// <summary>The sums of a plan's targets with what counts of the agencies' results in them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, TargetTotals>> Within(
        PlanDb db, Guid planId, TotalsWindow window, Dictionary<Guid, TargetTotals> totals, CancellationToken cancel)
    {
        foreach (var (target, units) in await Counted(db, planId, window, cancel))
        {
            var own = totals.GetValueOrDefault(target, TargetTotals.None);
            totals[target] = own with { InPeriod = own.InPeriod + units.InPeriod, ToDate = own.ToDate + units.ToDate };
        }
        return totals;
    }

    /// <summary>An activity's sums, in ten-thousandths.</summary>
    internal sealed record DoneRow(Guid UnitActivityId, long ToDate, long Pending, int Results);

    /// <summary>A target's sum of one day, in ten-thousandths.</summary>
    internal sealed record DayRow(Guid ActivityId, Guid TargetId, DateOnly Day, long Quantity);
}
