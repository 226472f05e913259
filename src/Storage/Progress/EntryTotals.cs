using Microsoft.EntityFrameworkCore;

namespace PlanTracker.Storage.Progress;

/// <summary>
/// Sums per target, added up by the database from the covering index alone. Written as SQL that both databases take: quantities are
/// whole ten-thousandths in a bigint, which PostgreSQL would otherwise widen, and a target none of whose entries counts is left out.
/// </summary>
internal static class EntryTotals
{
    /// <summary>The sums of a plan's targets.</summary>
    public static IQueryable<SumsRow> Sums(PlanDb db, Guid planId, Domain.Progress.TotalsWindow window)
    {
        var last = Last(window);
        return db.Database.SqlQuery<SumsRow>($"""
            SELECT "TargetId",
              CAST(SUM(CASE WHEN "Status" = 'Confirmed' AND "CountedOn" >= {window.From} AND "CountedOn" <= {last} THEN "Quantity" ELSE 0 END) AS bigint) AS "InPeriod",
              CAST(SUM(CASE WHEN "Status" = 'Confirmed' THEN "Quantity" ELSE 0 END) AS bigint) AS "ToDate",
              CAST(SUM(CASE WHEN "Status" = 'Submitted' THEN "Quantity" ELSE 0 END) AS bigint) AS "Pending",
              CAST(SUM(CASE WHEN "Status" = 'Submitted' THEN 1 ELSE 0 END) AS int) AS "PendingEntries",
              CAST(SUM(CASE WHEN "Status" = 'Confirmed' AND "CountedOn" >= {window.From} AND "CountedOn" <= {last} THEN 1 ELSE 0 END) AS int) AS "Entries",
              CAST(SUM(CASE WHEN "Status" = 'Confirmed' AND "CountedOn" >= {window.From} AND "CountedOn" <= {last} AND "EvidenceCount" > 0 THEN 1 ELSE 0 END) AS int) AS "WithEvidence"
            FROM "Entries"
            WHERE "PlanId" = {planId} AND "Status" IN ('Confirmed', 'Submitted') AND "CountedOn" <= {window.AsOf}
            GROUP BY "TargetId"
            """);
    }

    /// <summary>How many confirmed entries of the window were held in which way.</summary>
    public static IQueryable<ModesRow> Modes(PlanDb db, Guid planId, Domain.Progress.TotalsWindow window)
    {
        var last = Last(window);
        return db.Database.SqlQuery<ModesRow>($"""
            SELECT "TargetId", "Mode", CAST(COUNT(*) AS int) AS "Entries"
            FROM "Entries"
            WHERE "PlanId" = {planId} AND "Status" = 'Confirmed' AND "CountedOn" >= {window.From} AND "CountedOn" <= {last} AND "Mode" IS NOT NULL
            GROUP BY "TargetId", "Mode"
            """);
    }

    /// <summary>
    /// The agencies that a percentage counts: each with how many of its entries are confirmed, and how many of those in the window. Only of
    /// targets that are percentages: the index does not know the members, and no other entry need be opened to find none.
    /// </summary>
    public static IQueryable<MembersRow> Members(PlanDb db, Guid planId, Domain.Progress.TotalsWindow window)
    {
        var last = Last(window);
        return db.Database.SqlQuery<MembersRow>($"""
            SELECT "TargetId", "MemberId",
              CAST(SUM(CASE WHEN "Status" = 'Confirmed' THEN 1 ELSE 0 END) AS int) AS "Confirmed",
              CAST(SUM(CASE WHEN "Status" = 'Confirmed' AND "CountedOn" >= {window.From} AND "CountedOn" <= {last} THEN 1 ELSE 0 END) AS int) AS "InPeriod"
            FROM "Entries"
            WHERE "PlanId" = {planId} AND "TargetId" IN (SELECT "Id" FROM "Targets" WHERE "Kind" = 'Percentage') AND "MemberId" IS NOT NULL AND "Status" IN ('Confirmed', 'Submitted') AND "CountedOn" <= {window.AsOf}
            GROUP BY "TargetId", "MemberId"
            """);
    }

    private static DateOnly Last(Domain.Progress.TotalsWindow window) => window.To < window.AsOf ? window.To : window.AsOf;

    /// <summary>A target's sums, in ten-thousandths.</summary>
    internal sealed record SumsRow(Guid TargetId, long InPeriod, long ToDate, long Pending, int PendingEntries, int Entries, int WithEvidence);

    /// <summary>What an agency of the set has.</summary>
    internal sealed record MembersRow(Guid TargetId, Guid MemberId, int Confirmed, int InPeriod);

    /// <summary>A target's entries of one mode.</summary>
    internal sealed record ModesRow(Guid TargetId, string Mode, int Entries);
}
