using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PlanTracker.Storage;

/// <summary>The database on SQLite; its migrations are in Migrations/Sqlite.</summary>
internal sealed class SqlitePlanDb(DbContextOptions<SqlitePlanDb> options) : PlanDb(options);

/// <summary>For <c>dotnet ef migrations</c>; no database is opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqlitePlanDb>
{
    public SqlitePlanDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePlanDb>().UseSqlite("Data Source=:memory:").Options);
}
