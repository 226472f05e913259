using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.AgencyReports;

/// <summary>A sample year whose settings these tests may change.</summary>
public sealed class PeerHost : DemoHost;

/// <summary>A unit's figures beside the median of the others of its kind.</summary>
public sealed class PeerTests(PeerHost host) : IClassFixture<PeerHost>
{
    [Theory]
    [InlineData("baocao.svhttdl", "Sở, ban, ngành")]
    [InlineData("truong.ninhkieu", "Quận, huyện")]
    [InlineData("baocao.caikhe", "Xã, phường, thị trấn")]
    public async Task A_unit_sees_the_median_of_its_level_and_no_names(string userName, string kind)
    {
        using var client = await host.As(userName);

        var peers = await Peers(client);

        Assert.Equal((kind, "2024-H1"), ((string?)peers["kind"], (string?)peers["period"]!["code"]));
        var onTime = peers["figures"]!.AsArray().Single(f => (string?)f!["code"] == "OnTime")!;
        Assert.True((int)onTime["others"]! >= 5);
        Assert.InRange((decimal)onTime["median"]!, 0, 100);
        Assert.All(peers["figures"]!.AsArray(), f => Assert.Equal((int)f!["others"]! >= 5, f["median"] is not null));
        Assert.DoesNotContain("UBND", peers["figures"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_than_five_others_are_not_told_and_it_says_so()
    {
        using var client = await host.As("baocao.ldld");

        var peers = await Peers(client);

        Assert.Equal("Đoàn thể, báo, đài, trường", (string?)peers["kind"]);
        Assert.All(peers["figures"]!.AsArray(), f => Assert.Null(f!["median"]));
        Assert.Contains("ít nhất 5 đơn vị khác", (string?)peers["note"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lanhdao")]
    [InlineData("taichinh")]
    public async Task Who_reads_figures_may_ask_and_is_told_when_there_is_nothing_to_compare(string userName)
    {
        using var client = await host.As(userName);

        var peers = await Peers(client);

        Assert.Equal(userName == "lanhdao", peers["figures"]!.AsArray().Count == 0);
        Assert.Equal(userName == "lanhdao", (string?)peers["kind"] is null);
    }

    [Theory]
    [InlineData("period=2024-Q9", "period")]
    [InlineData("agency=x", "agency")]
    public async Task What_is_wrong_is_400_and_named(string query, string field)
    {
        using var client = await host.As("baocao.svhttdl");

        var said = await client.Read($"/plans/{await client.PlanId()}/peers?{query}");

        Assert.Equal((400, field), (said.Status, said.Fields.Single()));
        Assert.Equal(404, (await client.Read($"/plans/{Guid.Empty}/peers")).Status);
    }

    [Fact]
    public async Task The_administrator_can_switch_it_off()
    {
        using var admin = await host.As("admin");
        var body = (await admin.Read("/settings")).Body!.AsObject();
        body.Remove("version");
        Assert.True((bool)body["comparesUnits"]!);
        await Change(false);
        using var client = await host.As("baocao.skhdt");

        var off = await Peers(client);
        var page = await client.GetStringAsync("/");

        Assert.False((bool)off["isOn"]!);
        Assert.Empty(off["figures"]!.AsArray());
        Assert.Contains("đã tắt việc so sánh", (string?)off["note"], StringComparison.Ordinal);
        Assert.Contains("đã tắt việc so sánh", page, StringComparison.Ordinal);
        await Change(true);
        Assert.True((bool)(await Peers(client))["isOn"]!);

        async Task Change(bool on)
        {
            body["comparesUnits"] = on;
            Assert.Equal(200, (await admin.Send(HttpMethod.Put, "/settings", body, "*")).Status);
        }
    }

    private static async Task<JsonNode> Peers(HttpClient client) => await DemoHost.Get(client, $"{Requests.Base}/plans/{await client.PlanId()}/peers");
}
