using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PlanTracker.Storage;

/// <summary>The database on PostgreSQL; its migrations are in Migrations/Postgres.</summary>
internal sealed class PostgresPlanDb(DbContextOptions<PostgresPlanDb> options) : PlanDb(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // Folded text is plain ASCII for the most part: ordered by bytes, as SQLite does, whatever the cluster's locale.
        foreach (var property in builder.Model.GetEntityTypes().Select(t => t.FindProperty("SearchText")).OfType<Microsoft.EntityFrameworkCore.Metadata.IMutableProperty>())
            property.SetCollation("C");
    }
}

/// <summary>For <c>dotnet ef migrations</c>; no database is opened.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresPlanDb>
{
    public PostgresPlanDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresPlanDb>().UseNpgsql("Host=none").Options);
}
