using Microsoft.EntityFrameworkCore;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests;

/// <summary>Everything leaves, and nothing that opens a door.</summary>
public sealed class DataExportTests(PostgresCluster postgres)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Every_table_leaves_with_all_its_rows_and_quantities_are_the_numbers_they_are(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        await using var db = await store.Context();

        var tables = await Read(store.Options);

        Assert.Superset(new HashSet<string> { "Plans", "Entries", "Agencies", "Obligations", "AgencyReports", "FundingSteps", "NewsItems", "PeriodReports", "Changes" }, tables.Keys.ToHashSet());
        Assert.Equal(await db.Changes.CountAsync(), tables["Changes"].Count);
        Assert.Equal(await db.Users.CountAsync(), tables["Accounts"].Count);
        Assert.Contains(5000m, tables["Entries"].Select(r => r["Quantity"]));
        Assert.Contains(tables["Entries"], r => r["Date"]?.ToString() == "2024-05-20");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task No_password_token_link_key_or_session_leaves(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        await using var db = await store.Context();
        var secrets = await db.Users.Select(u => u.PasswordHash).ToListAsync();
        secrets.AddRange(await db.Users.Select(u => u.SecurityStamp).ToListAsync());
        secrets.RemoveAll(string.IsNullOrEmpty);

        var tables = await Read(store.Options);

        Assert.NotEmpty(secrets);
        string[] doors = ["Token", "Key", "Secret", "Session", "Link"];
        Assert.DoesNotContain(tables.Keys, t => doors.Any(d => t.Contains(d, StringComparison.Ordinal)));
        Assert.Empty(tables.SelectMany(t => t.Value).SelectMany(r => r.Values).OfType<string>().Intersect(secrets!));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Issued_reports_leave_byte_by_byte(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        await using var export = await DataExport.Open(store.Options, TestContext.Current.CancellationToken);

        var files = new List<string>();
        await foreach (var (name, bytes) in export.IssuedFiles())
        {
            Assert.StartsWith(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..12], name, StringComparison.Ordinal);
            files.Add(name);
        }
        Assert.Equal(6, files.Distinct().Count());
    }

    private static async Task<Dictionary<string, List<Dictionary<string, object?>>>> Read(StorageOptions options)
    {
        await using var export = await DataExport.Open(options, TestContext.Current.CancellationToken);
        var tables = new Dictionary<string, List<Dictionary<string, object?>>>();
        foreach (var table in export.Tables())
        {
            var rows = tables[table.Name] = [];
            await foreach (var row in table.Rows)
                rows.Add(table.Columns.Zip(row).ToDictionary(c => c.First, c => c.Second));
        }
        return tables;
    }
}
