using Microsoft.AspNetCore.Hosting;
using PlanTracker.TestKit;

namespace PlanTracker.Api.Tests.Reporting;

/// <summary>Issued reports over the API.</summary>
public sealed class IssuingTests(PostgresCluster cluster)
{
    [Fact]
    public async Task A_report_is_issued_locks_its_days_is_numbered_and_opened_again()
    {
        await using var host = new SeptemberHost(null);
        await IssuingWalk.Run(host);
    }

    [Fact]
    public async Task The_same_on_postgresql()
    {
        await using var host = new SeptemberHost(await cluster.NewDatabase());
        await IssuingWalk.Run(host);
    }

    /// <summary>The sample year, ten days later than its story: Quý III can be issued.</summary>
    private sealed class SeptemberHost(string? postgres) : DemoHost
    {
        protected override string ConnectionString => postgres ?? base.ConnectionString;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Clock:Today", "2024-09-20");
            if (postgres is not null)
                builder.UseSetting("Database:Provider", "PostgreSQL");
        }
    }
}

/// <summary>Reports of the sample year that is not touched: parts, scopes, heads of documents.</summary>
public sealed class ReportPartsTests(DemoHost host)
{
    [Fact]
    public async Task The_events_of_a_row_add_up_to_what_the_period_counts()
    {
        using var client = await host.As("lanhdao");
        var path = $"/plans/{await client.PlanId()}/reports/2024-Q3";
        var report = (await client.Read(path)).Body!;
        var events = (await client.Read(path + "/events?pageSize=200")).Body!["items"]!.AsArray();

        foreach (var row in report["rows"]!.AsArray())
            Assert.Equal((decimal)row!["inPeriod"]!, events.Where(e => (string?)e!["label"] == (string?)row["label"]).Sum(e => (decimal)e!["quantity"]!));
    }

    [Fact]
    public async Task Pages_of_the_events_are_those_of_the_whole()
    {
        using var client = await host.As("lanhdao");
        var path = $"/plans/{await client.PlanId()}/reports/2024-Y/events";
        var whole = (await client.Read(path + "?pageSize=200")).Body!;
        var second = (await client.Read(path + "?pageSize=20&page=2")).Body!;

        Assert.Equal((int)whole["total"]!, (int)second["total"]!);
        Assert.Equal(
            whole["items"]!.AsArray().Skip(20).Take(20).Select(e => (string)e!["entryId"]!), second["items"]!.AsArray().Select(e => (string)e!["entryId"]!));
    }

    [Fact]
    public async Task An_issued_report_of_the_sample_year_has_every_appendix_as_it_was_on_its_day()
    {
        using var client = await host.As("lanhdao");
        var report = (await client.Read($"/plans/{await client.PlanId()}/reports/2024-H1")).Body!;
        var appendices = report["appendices"]!;

        Assert.Equal("Issued", (string?)report["state"]);
        Assert.Equal(2, appendices["agencies"]!["blocks"]!.AsArray().Count(b => ((string)b!["name"]!).StartsWith("Sở", StringComparison.Ordinal) || ((string)b["name"]!).StartsWith("Quận", StringComparison.Ordinal)));
        Assert.Contains(appendices["agencies"]!["blocks"]!.AsArray().SelectMany(b => b!["rows"]!.AsArray()), r => r!["figures"]!.AsArray().Any(f => f is not null && (decimal)f > 0));
        Assert.Equal((int)appendices["late"]!["expected"]!, (int)appendices["late"]!["onTime"]! + (int)appendices["late"]!["late"]! + (int)appendices["late"]!["missing"]!);
        Assert.Equal(1_291_500_000, (long)appendices["money"]!["totals"]!.AsArray().Last()!["approval"]!);
        Assert.True((int)appendices["news"]!["total"]!["sent"]! > 0);
        Assert.NotEmpty(appendices["difficulties"]!["rows"]!.AsArray());
        // What was recorded after it was issued is not in it.
        Assert.All(appendices["late"]!["rows"]!.AsArray(), r => Assert.True(r!["sentOn"] is null || string.CompareOrdinal((string)r["sentOn"]!, "2024-06-18") <= 0));
    }

    [Fact]
    public async Task A_report_of_an_agency_has_its_activities_and_is_a_preview()
    {
        using var client = await host.As("lanhdao");
        var plan = $"/plans/{await client.PlanId()}";
        var culture = (string)(await client.Read("/agencies?search=so%20van%20hoa")).Body!["items"]![0]!["id"]!;

        var lead = (await client.Read(plan + $"/reports/2024-H1?lead={culture}")).Body!;
        var agency = (await client.Read(plan + $"/reports/2024-H1?agency={culture}")).Body!;

        Assert.Equal(("Preview", "Lead"), ((string?)lead["state"], (string?)lead["scope"]!["kind"]));
        Assert.Equal(["13a", "13b", "14", "15"], lead["rows"]!.AsArray().Select(r => (string)r!["label"]!));
        Assert.True(agency["rows"]!.AsArray().Count > 4);
        Assert.Equal(["lead"], (await client.Read(plan + $"/reports/2024-H1?lead={culture}&agency={culture}")).Fields);
        Assert.Equal(["agency"], (await client.Read(plan + $"/reports/2024-H1?agency={Guid.NewGuid()}")).Fields);
    }

    [Fact]
    public async Task A_head_of_documents_is_proposed_until_Sở_Nội_vụ_sets_it()
    {
        using var coordinator = await host.As("dieuphoi");
        using var reporter = await host.As("baocao.ninhkieu");
        var path = $"/agencies/{(string)(await coordinator.Read("/agencies?search=quan%20ninh%20kieu")).Body!["items"]![0]!["id"]!}/letterhead";
        var proposed = (await reporter.Read(path)).Body!;
        var body = new { parentBody = "UBND THÀNH PHỐ CẦN THƠ", issuingBody = "UBND QUẬN NINH KIỀU", reportSymbol = "BC-UBND", letterSymbol = "UBND-NV", place = "Ninh Kiều", addressedTo = "Sở Nội vụ", recipients = new[] { "Như trên", "Lưu: VT" }, signers = new[] { new { title = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", name = "Trần Văn B" } } };

        Assert.Equal((0, "UBND QUẬN NINH KIỀU"), ((int)proposed["version"]!, (string?)proposed["issuingBody"]));
        Assert.Equal(403, (await reporter.Send(HttpMethod.Put, path, body, "\"0\"")).Status);
        Assert.Equal(428, (await coordinator.Send(HttpMethod.Put, path, body)).Status);
        Assert.Equal(["signers"], (await coordinator.Send(HttpMethod.Put, path, body with { signers = [] }, "\"0\"")).Fields);
        var set = await coordinator.Send(HttpMethod.Put, path, body, "\"0\"");
        Assert.Equal((200, 1, "Ninh Kiều"), (set.Status, (int)set.Body!["version"]!, (string?)set.Body["place"]));
        Assert.Equal(412, (await coordinator.Send(HttpMethod.Put, path, body, "\"0\"")).Status);
    }
}
