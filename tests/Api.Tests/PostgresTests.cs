using Microsoft.AspNetCore.Hosting;
using PlanTracker.Api.Tests.Progress;
using PlanTracker.TestKit;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace PlanTracker.Api.Tests;

/// <summary>The product on PostgreSQL: the same walk, the same numbers.</summary>
public sealed class PostgresTests(PostgresCluster cluster)
{
    [Fact]
    public async Task An_entry_lives_and_the_figures_are_the_same_on_postgresql()
    {
        await using var host = new PostgresHost(await cluster.NewDatabase());
        using var reporter = await host.As("baocao.snv");
        using var coordinator = await host.As("dieuphoi");

        var counts = (await coordinator.Read($"/plans/{await coordinator.PlanId()}/reports/2024-Q3")).Body!["statusCounts"]!;

        Assert.Equal((1, 7, 4, 3), ((int)counts["Completed"]!, (int)counts["OnTrack"]!, (int)counts["Behind"]!, (int)counts["NotStarted"]!));
        await EntryWalk.Run(reporter, coordinator, await reporter.Activity(3));
        Assert.Equal(204, (await reporter.Send(HttpMethod.Delete, "/session")).Status);
        Assert.Equal(401, (await reporter.Read("/me")).Status);
    }

    private sealed class PostgresHost(string connectionString) : DemoHost
    {
        protected override string ConnectionString => connectionString;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Database:Provider", "PostgreSQL");
        }
    }
}
