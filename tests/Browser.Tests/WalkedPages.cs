using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PlanTracker.Browser.Tests;

/// <summary>A sample year of its own with every page found once.</summary>
public sealed class WalkedPages : IAsyncLifetime
{
    /// <summary>The product.</summary>
    public Host Host { get; } = new();

    /// <summary>The pages that are reached.</summary>
    public IReadOnlyList<Visit> Visits { get; private set; } = [];

    public async ValueTask InitializeAsync() => Visits = await SiteMap.Walk(Host, await Prepared(Host));

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>What the sample year has none of, a draft of next year's plan and files that were checked; and a duty, of a plan no menu leads to.</summary>
    private static async Task<Visit[]> Prepared(Host host)
    {
        using var coordinator = await SiteMap.SignedIn(host, "dieuphoi");
        using var reporter = await SiteMap.SignedIn(host, "baocao.svhttdl");
        var plan = await First(coordinator, "/api/v1/plans?search=246");
        using var draft = await coordinator.PostAsJsonAsync($"/api/v1/plans/{plan}/next-year", new { });
        Assert.Equal(HttpStatusCode.Created, draft.StatusCode);
        foreach (var what in (string[])["entries", "funding"])
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(await reporter.GetByteArrayAsync($"/api/v1/plans/{plan}/{what}/template.xlsx")), "file", "thu.xlsx" } };
            using var checkedFile = await reporter.PostAsync($"/api/v1/plans/{plan}/{what}/import?dryRun=true", form);
            Assert.Equal(HttpStatusCode.OK, checkedFile.StatusCode);
        }
        var other = await First(coordinator, "/api/v1/plans?search=167");
        var duty = await First(coordinator, $"/api/v1/plans/{other}/duties");
        return [new("/ky-bao-cao/nhiem-vu/{Id:guid}", "dieuphoi", $"/ky-bao-cao/nhiem-vu/{duty}")];
    }

    private static async Task<string> First(HttpClient client, string path) =>
        (string)JsonNode.Parse(await client.GetStringAsync(path))!["items"]![0]!["id"]!;
}
