using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.Reporting;

/// <summary>The overview of the sample year: forecast, reasons, change, money, reports; by period, day and agency.</summary>
public sealed class OverviewTests(DemoHost host)
{
    [Theory]
    [InlineData("lanhdao")]
    [InlineData("dieuphoi")]
    [InlineData("truong.ninhkieu")]
    [InlineData("taichinh")]
    public async Task Everyone_who_reads_figures_gets_the_forecast_the_reasons_and_the_change(string userName)
    {
        using var client = await host.As(userName);

        var overview = await Overview(client, "?asOf=2024-09-10");

        Assert.Equal("8/15 hoạt động đúng tiến độ hoặc đã hoàn thành", (string?)overview["sentence"]);
        Assert.Equal("Dự báo đến 31/12: 8/15 hoạt động đạt chỉ tiêu, 4 không đạt, 3 chưa đủ số liệu.", (string?)overview["outlook"]!["sentence"]);
        Assert.Equal(["13b", "2", "4", "5"], overview["late"]!.AsArray().Select(l => (string?)l!["label"]));
        Assert.All(overview["late"]!.AsArray(), l => Assert.NotEmpty(l!["reasons"]!.AsArray()));
        Assert.Contains("không có kết quả tuần 27", Texts(overview), StringComparison.Ordinal);
        Assert.Equal(("6 tháng", 15), ((string?)overview["earlier"]!["periodName"], overview["earlier"]!["moves"]!.AsArray().Count));
        Assert.StartsWith("So với lần chốt 6 tháng (14/6): thêm 1 hoàn thành", (string?)overview["earlier"]!["sentence"], StringComparison.Ordinal);
        Assert.Equal(["2024-Q3", "2024-H1"], overview["sending"]!.AsArray().Select(s => (string?)s!["period"]!["code"]));
        Assert.Equal((long?)overview["money"]!["approved"], (long?)overview["money"]!["stages"]!.AsArray().Single(s => (string?)s!["stage"] == "Approval")!["amount"]);
    }

    [Theory]
    [InlineData("?period=2024-H1", "2024-06-14", "Quý I")]
    [InlineData("?period=2024-Q3", "2024-09-10", "6 tháng")]
    [InlineData("?period=2024-H1&asOf=2024-05-31", "2024-05-31", "Quý I")]
    public async Task A_period_is_shown_to_its_cut_off_and_compared_with_the_one_before(string query, string asOf, string earlier)
    {
        using var client = await host.As("lanhdao");

        var overview = await Overview(client, query);

        Assert.Equal((asOf, earlier), ((string?)overview["asOf"], (string?)overview["earlier"]!["periodName"]));
    }

    [Fact]
    public async Task At_a_cut_off_the_counts_are_those_of_the_report()
    {
        using var client = await host.As("lanhdao");

        var overview = await Overview(client, "?period=2024-H1");
        var report = (await client.Read($"/plans/{await client.PlanId()}/reports/2024-H1")).Body!;

        Assert.Equal(report["statusCounts"]!.ToJsonString(), overview["statusCounts"]!.ToJsonString());
    }

    [Fact]
    public async Task Of_a_lead_it_shows_what_it_leads_and_of_a_district_what_it_supports_and_its_communes()
    {
        using var client = await host.As("lanhdao");
        var lead = (await Overview(client, "")).AsObject()["byLead"]!.AsArray().Single(l => ((string)l!["agency"]!["name"]!).StartsWith("Sở Văn hóa", StringComparison.Ordinal))!["agency"]!["id"]!;
        var district = (await client.Read("/agencies?level=District&search=ninh kieu")).Body!["items"]![0]!["id"]!;

        var led = await Overview(client, $"?agency={lead}");
        var supported = await Overview(client, $"?agency={district}");

        Assert.Equal([13, 14, 15], led["activities"]!.AsArray().Select(a => (int)a!["order"]!));
        Assert.True((bool)led["scope"]!["leads"]!);
        Assert.Single(led["byLead"]!.AsArray());
        Assert.Equal(led["activities"]!.AsArray().Count, led["earlier"]!["moves"]!.AsArray().Count);
        Assert.False((bool)supported["scope"]!["leads"]!);
        Assert.All(supported["activities"]!.AsArray(), a => Assert.Contains(a!["supporting"]!.AsArray(), s => (string?)s!["group"] == "District" || (string?)s["id"] == (string?)district));
        Assert.InRange((int)supported["sending"]![0]!["rate"]!["expected"]!, 2, 20);
    }

    [Theory]
    [InlineData("?period=2024-Q9", "period")]
    [InlineData("?period=2024-H1&asOf=2024-09-10", "asOf")]
    [InlineData("?asOf=31/12/2024", "asOf")]
    [InlineData("?agency=x", "agency")]
    [InlineData("?agency=00000000-0000-0000-0000-000000000001", "agency")]
    [InlineData("?kind=1", "kind")]
    public async Task What_is_wrong_is_400_in_words_and_named(string query, string field)
    {
        using var client = await host.As("lanhdao");

        var said = await client.Read($"/plans/{await client.PlanId()}/overview{query}");

        Assert.Equal((400, field), (said.Status, said.Fields.Single()));
    }

    private static string Texts(JsonNode overview) => string.Join("\n", overview["late"]!.AsArray().SelectMany(l => l!["reasons"]!.AsArray()).Select(r => (string?)r!["text"]));

    private static async Task<JsonNode> Overview(HttpClient client, string query) =>
        await DemoHost.Get(client, $"{Requests.Base}/plans/{await client.PlanId()}/overview{query}");
}
