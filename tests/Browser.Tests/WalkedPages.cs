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

    public async ValueTask InitializeAsync()
    {
        await Prepare(Host);
        Visits = await SiteMap.Walk(Host);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>What the sample year has none of: a draft of next year's plan, one of a unit's plan, files that were checked or made in the background.</summary>
    private static async Task Prepare(Host host)
    {
        using var coordinator = await SiteMap.SignedIn(host, "dieuphoi");
        using var reporter = await SiteMap.SignedIn(host, "baocao.svhttdl");
        var plan = await First(coordinator, "/api/v1/plans?search=246");
        using var draft = await coordinator.PostAsJsonAsync($"/api/v1/plans/{plan}/next-year", new { });
        Assert.Equal(HttpStatusCode.Created, draft.StatusCode);
        var coverage = JsonNode.Parse(await coordinator.GetStringAsync($"/api/v1/plans/{plan}/unit-coverage?pageSize=200"))!;
        var agencyId = (string)coverage["items"]!.AsArray().First(row => row!["unitPlanId"] is null && (string)row["level"]! == "Commune")!["agency"]!["id"]!;
        using var unitDraft = await coordinator.PostAsJsonAsync(
            $"/api/v1/plans/{plan}/unit-plans", new { agencyId, title = "Kế hoạch tuyên truyền cải cách hành chính năm 2024" });
        Assert.Equal(HttpStatusCode.Created, unitDraft.StatusCode);
        using var inBackground = await coordinator.PostAsync($"/api/v1/plans/{plan}/reports/2024-Q1/file?format=xlsx", null);
        Assert.Equal(HttpStatusCode.Accepted, inBackground.StatusCode);
        await Check(reporter, $"/api/v1/plans/{plan}/entries");
        await Check(reporter, $"/api/v1/plans/{plan}/funding");
        await Check(coordinator, unitDraft.Headers.Location + "/activities");
    }

    /// <summary>Sends the empty form of a workbook to be checked.</summary>
    private static async Task Check(HttpClient client, string area)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(await client.GetByteArrayAsync($"{area}/template.xlsx")), "file", "thu.xlsx" } };
        using var checkedFile = await client.PostAsync($"{area}/import?dryRun=true", form);
        // A form that has no row to start from is told so; its run is kept all the same.
        Assert.True(checkedFile.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{area}: {checkedFile.StatusCode}");
    }

    private static async Task<string> First(HttpClient client, string path) =>
        (string)JsonNode.Parse(await client.GetStringAsync(path))!["items"]![0]!["id"]!;
}
