using Microsoft.AspNetCore.Hosting;

namespace PlanTracker.Api.Tests.Agencies;

/// <summary>The year after: Sở Kế hoạch và Đầu tư has gone into Sở Tài chính, and the report of the year before is printed.</summary>
public sealed class AfterSuccessionTests : IAsyncLifetime
{
    private readonly MarchHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_report_of_before_prints_the_old_name_and_the_heir_goes_on_with_the_work()
    {
        using var admin = await host.As("admin");
        var ended = await IdOf(admin, "so ke hoach va dau tu");
        var heir = await IdOf(admin, "so tai chinh");

        var recorded = await admin.Post("/successions", new
        {
            kind = "Merge",
            effectiveOn = "2025-03-01",
            from = new[] { ended },
            to = new[] { new { agencyId = heir, share = 1 } },
            document = new { number = "12/NQ-HĐND", date = "2025-02-20" },
        });

        Assert.Equal(201, recorded.Status);
        using var reporter = await host.As("baocao.skhdt");
        Assert.Equal("Sở Tài chính", (string)(await reporter.Read("/me")).Body!["agency"]!["name"]!);
        var row = await reporter.Activity(11);
        Assert.Equal("Sở Tài chính", (string)row["lead"]!["name"]!);
        var report = await reporter.Read($"/plans/{await reporter.PlanId()}/reports/2024-Y");
        Assert.Equal("Sở Kế hoạch và Đầu tư", (string)report.Body!["rows"]!.AsArray().First(r => (int)r!["order"]! == 11)!["lead"]!);
        var entry = Requests.EntryOf(row);
        entry["date"] = "2024-12-20";
        var logged = await reporter.Post($"/activities/{(string)row["id"]!}/entries", entry);
        Assert.Equal((201, "Sở Tài chính"), (logged.Status, (string?)logged.Body?["agency"]?["name"]));
    }

    private static async Task<string> IdOf(HttpClient client, string name) =>
        (string)(await client.Read($"/agencies?asOf=2025-02-28&search={Uri.EscapeDataString(name)}")).Body!["items"]![0]!["id"]!;

    private sealed class MarchHost : DemoHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Clock:Today", "2025-03-10");
        }
    }
}
