using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.Agencies;

/// <summary>Agencies are made, changed, merged and looked for. Every test works on agencies of its own.</summary>
public sealed class AgencyTests(DemoHost host)
{
    private static int made;

    [Fact]
    public async Task An_agency_is_made_corrected_and_deleted_again()
    {
        using var admin = await host.As("admin");
        var created = await admin.Post("/agencies", await Ward(admin, "Thử"));
        var path = $"/agencies/{created.Body!["id"]}";

        Assert.Equal((201, "\"1\""), (created.Status, created.Response.Headers.ETag!.Tag));
        Assert.EndsWith(path, created.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(428, (await admin.Send(HttpMethod.Put, path, new { shortName = "P. Thử" })).Status);
        var edited = await admin.Send(HttpMethod.Put, path, new { shortName = "P. Thử", owesReports = false }, "\"1\"");
        Assert.Equal((200, "P. Thử", false), (edited.Status, (string?)edited.Body!["shortName"], (bool)edited.Body["owesReports"]!));
        Assert.Equal(412, (await admin.Send(HttpMethod.Put, path, new { shortName = "P." }, "\"1\"")).Status);
        Assert.Equal(204, (await admin.Send(HttpMethod.Delete, path, ifMatch: "\"2\"")).Status);
        Assert.Equal(404, (await admin.Read(path)).Status);
    }

    [Fact]
    public async Task An_agency_with_data_is_kept()
    {
        using var admin = await host.As("admin");
        var district = (await Found(admin, "search=ninh+kieu&level=District")).Single();

        var said = await admin.Send(HttpMethod.Delete, $"/agencies/{district!["id"]}", ifMatch: "*");

        Assert.Equal((409, "agencies.has-data"), (said.Status, said.Code));
    }

    [Theory]
    [InlineData("dieuphoi")]
    [InlineData("baocao.snv")]
    [InlineData("truong.ninhkieu")]
    [InlineData("taichinh")]
    [InlineData("lanhdao")]
    public async Task Others_than_the_administrator_read_only(string userName)
    {
        using var client = await host.As(userName);
        var agency = (await Found(client, "search=tan+an"))[0]!;
        var order = new { kind = "Merge", effectiveOn = "2030-01-01", from = new[] { (string)agency["id"]! }, document = new { number = "1", date = "2029-01-01" } };

        Assert.Equal(403, (await client.Post("/agencies", new { name = "UBND phường Mới", kind = "phường", level = "Commune" })).Status);
        Assert.Equal(403, (await client.Send(HttpMethod.Put, $"/agencies/{agency["id"]}", new { shortName = "x" }, "*")).Status);
        Assert.Equal(403, (await client.Send(HttpMethod.Delete, $"/agencies/{agency["id"]}", ifMatch: "*")).Status);
        Assert.Equal(403, (await client.Post("/successions?preview=true", order)).Status);
        Assert.Equal(403, (await client.Post("/successions", order)).Status);
        Assert.True((int)(await client.Read("/successions")).Body!["total"]! >= 1);
    }

    [Fact]
    public async Task Thanh_An_is_found_twice_and_told_apart_and_an_ended_ward_when_asked_for()
    {
        using var client = await host.As("lanhdao");

        Assert.Equal(["thị trấn", "xã"], (await Found(client, "search=thanh+an")).Select(a => (string)a!["kind"]!).Order());
        Assert.Empty(await Found(client, "search=an+phu&asOf=2024-11-01"));
        var ended = (await Found(client, "search=an+phu&asOf=2024-11-01&includeEnded=true")).Single()!;
        Assert.Equal(("2024-10-31", "UBND phường Thới Bình", "1192/NQ-UBTVQH15"), (
            (string?)ended["validTo"], (string?)ended["successors"]![0]!["agency"]!["name"], (string?)ended["successors"]![0]!["document"]!["number"]));
    }

    [Fact]
    public async Task A_merger_is_previewed_recorded_read_and_takes_effect_on_its_day()
    {
        using var admin = await host.As("admin");
        var (old, heir) = (await Made(admin), await Made(admin));
        var order = Order(old, heir);

        var preview = await admin.Post("/successions?preview=true", order);
        var recorded = await admin.Post("/successions", order);

        Assert.Equal((200, 0, 201), (preview.Status, (int)preview.Body!["counts"]!["users"]!, recorded.Status));
        Assert.Equal("Merge", (string?)(await admin.Read(recorded.Response.Headers.Location!.ToString()[Requests.Base.Length..])).Body!["kind"]);
        Assert.Equal("2030-03-31", (string?)(await admin.Read($"/agencies/{old["id"]}")).Body!["validTo"]);
        Assert.Equal((string?)old["name"], (string?)(await admin.Read($"/agencies/{heir["id"]}")).Body!["predecessors"]![0]!["agency"]!["name"]);
        Assert.Equal((400, "from"), await Refusal(admin, order));
    }

    [Theory]
    [InlineData("share", "0.6", "to")]
    [InlineData("effectiveOn", "2030-02-30", "effectiveOn")]
    [InlineData("kind", "merge", "kind")]
    [InlineData("number", "", "document.number")]
    public async Task A_wrong_order_is_400_and_named(string member, string value, string field)
    {
        using var admin = await host.As("admin");
        var order = Order(await Made(admin), await Made(admin));
        if (member == "share")
            order["to"]![0]!["share"] = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        else if (member == "number")
            order["document"]!["number"] = value;
        else
            order[member] = value;

        Assert.Equal((400, field), await Refusal(admin, order));
    }

    [Fact]
    public async Task A_group_of_an_activity_says_how_many_it_means_on_the_day()
    {
        using var client = await host.As("lanhdao");
        var page = await client.GetStringAsync($"/hoat-dong/{(await client.Activity(12))["id"]}");

        Assert.Matches(@"\(\d+ đơn vị\)", page);
    }

    private static JsonObject Order(JsonNode old, JsonNode heir) => new()
    {
        ["kind"] = "Merge",
        ["effectiveOn"] = "2030-04-01",
        ["from"] = new JsonArray((string)old["id"]!),
        ["to"] = new JsonArray(new JsonObject { ["agencyId"] = (string)heir["id"]!, ["share"] = 1 }),
        ["document"] = new JsonObject { ["number"] = "9/NQ-HĐND", ["date"] = "2030-03-01" },
    };

    private static async Task<(int, string)> Refusal(HttpClient client, JsonObject order)
    {
        var said = await client.Post("/successions", order);
        return (said.Status, string.Join(",", said.Fields));
    }

    private static async Task<JsonNode> Made(HttpClient admin)
    {
        var said = await admin.Post("/agencies", await Ward(admin, $"Thử {Interlocked.Increment(ref made)}"));
        Assert.Equal(201, said.Status);
        return said.Body!;
    }

    // Of 2030, so that no list of the sample year shows it.
    private static async Task<object> Ward(HttpClient admin, string name) => new
    {
        name = $"UBND phường {name}",
        kind = "phường",
        level = "Commune",
        parentId = (string)(await Found(admin, "search=ninh+kieu&level=District"))[0]!["id"]!,
        validFrom = "2030-01-01",
        groups = new[] { "Commune" },
    };

    private static async Task<JsonArray> Found(HttpClient client, string query) => (await client.Read($"/agencies?{query}")).Body!["items"]!.AsArray();
}
