using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PlanTracker.Storage.Seed;

/// <summary>Contexts beside another, on its connection and in its transaction: what it has saved can be read before it is committed.</summary>
internal sealed class SameTransaction(PlanDb db) : IDbContextFactory<PlanDb>
{
    public PlanDb CreateDbContext()
    {
        var connection = db.Database.GetDbConnection();
        PlanDb beside = db is SqlitePlanDb
            ? new SqlitePlanDb(new DbContextOptionsBuilder<SqlitePlanDb>().UseSqlite(connection).Options)
            : new PostgresPlanDb(new DbContextOptionsBuilder<PostgresPlanDb>().UseNpgsql(connection).Options);
        beside.Database.UseTransaction(db.Database.CurrentTransaction?.GetDbTransaction());
        return beside;
    }
}
