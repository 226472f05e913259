using Microsoft.EntityFrameworkCore;

namespace PlanTracker.Storage.Progress;

/// <summary>Confirmed sums per target and day, added up by the database; SQL that both databases take, as <see cref="EntryTotals"/>.</summary>
internal static class EntryDays
{
    /// <summary>The sums of a plan's targets, or of one activity's, by day.</summary>
    public static IQueryable<DayRow> Sums(PlanDb db, Guid planId, Guid? activityId, DateOnly asOf)
    {
        var all = activityId is null ? 1 : 0;
        var one = activityId ?? Guid.Empty;
        return db.Database.SqlQuery<DayRow>($"""
            SELECT "TargetId", "CountedOn", CAST(SUM("Quantity") AS bigint) AS "Quantity", CAST(COUNT(*) AS int) AS "Entries"
            FROM "Entries"
            WHERE "PlanId" = {planId} AND "Status" = 'Confirmed' AND "CountedOn" <= {asOf}
              AND ({all} = 1 OR "TargetId" IN (SELECT "Id" FROM "Targets" WHERE "ActivityId" = {one}))
            GROUP BY "TargetId", "CountedOn"
            """);
    }

    /// <summary>Of targets that are percentages: the first day each agency counts on.</summary>
    public static IQueryable<MemberRow> Members(PlanDb db, Guid planId, DateOnly asOf) => db.Database.SqlQuery<MemberRow>($"""
        SELECT "TargetId", "MemberId", MIN("CountedOn") AS "First"
        FROM "Entries"
        WHERE "PlanId" = {planId} AND "TargetId" IN (SELECT "Id" FROM "Targets" WHERE "Kind" = 'Percentage') AND "MemberId" IS NOT NULL
          AND "Status" = 'Confirmed' AND "CountedOn" <= {asOf}
        GROUP BY "TargetId", "MemberId"
        """);

    /// <summary>A target's sum of a day, in ten-thousandths.</summary>
    internal sealed record DayRow(Guid TargetId, DateOnly CountedOn, long Quantity, int Entries);

    /// <summary>An agency and its first day.</summary>
    internal sealed record MemberRow(Guid TargetId, Guid MemberId, DateOnly First);
}
