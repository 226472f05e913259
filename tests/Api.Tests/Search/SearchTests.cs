using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.Search;

/// <summary>One search through everything the caller may see, with or without marks.</summary>
public sealed class SearchTests(DemoHost host) : IClassFixture<DemoHost>
{
    [Theory]
    [InlineData("to gap", "activity", "Tờ gấp tuyên truyền về CCHC")]
    [InlineData("cchc to gap 246", "activity", "Tờ gấp tuyên truyền về CCHC")]
    [InlineData("TỜ GẤP", "activity", "Tờ gấp tuyên truyền về CCHC")]
    [InlineData("tan an", "agency", "UBND phường Tân An")]
    [InlineData("nam 2024 quy iii", "report", "Báo cáo Quý III")]
    public async Task It_finds_without_marks_and_case(string words, string entity, string title)
    {
        using var leader = await host.As("lanhdao");
        Assert.Contains(title, Titles(await Found(leader, words), entity));
    }

    [Fact]
    public async Task A_draft_is_found_by_its_own_agency_alone()
    {
        using var reporter = await host.As("baocao.sotttt");
        var activity = await reporter.Activity(12);
        var entry = Requests.EntryOf(activity);
        entry["title"] = "Tờ gấp chỉ mình thấy";
        Assert.Equal(201, (await reporter.Post($"/activities/{(string)activity["id"]!}/entries", entry)).Status);

        Assert.Equal(["Tờ gấp chỉ mình thấy"], Titles(await Found(reporter, "chi minh thay"), "entry"));
        foreach (var other in (string[])["lanhdao", "dieuphoi", "baocao.svhttdl", "admin"])
        {
            using var client = await host.As(other);
            Assert.Empty((await Found(client, "chi minh thay")));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("%25%25")]
    [InlineData("__")]
    public async Task Too_little_to_look_for_is_refused_by_its_field(string words)
    {
        using var leader = await host.As("lanhdao");
        var said = await leader.Read($"/search?q={words}");
        Assert.Equal((400, "q"), (said.Status, Assert.Single(said.Fields)));
    }

    [Fact]
    public async Task What_is_found_leads_to_its_page()
    {
        using var coordinator = await host.As("dieuphoi");
        var found = new List<JsonNode>();
        foreach (var words in (string[])["cchc", "ninh kieu", "quy iii"])
            found.AddRange((await Found(coordinator, words)).Select(g => g!["items"]![0]!));

        Assert.Equal(["activity", "agency", "entry", "news", "report"], found.Select(i => (string)i["entity"]!).Distinct().Order());
        foreach (var hit in found)
        {
            using var page = await coordinator.GetAsync((string)hit["page"]!);
            Assert.True(page.IsSuccessStatusCode, $"{hit["page"]}: {(int)page.StatusCode}");
        }
    }

    private static async Task<JsonArray> Found(HttpClient client, string words) =>
        (await client.Read($"/search?q={Uri.EscapeDataString(words)}")).Body!["groups"]!.AsArray();

    private static IEnumerable<string> Titles(JsonArray groups, string entity) =>
        groups.Where(g => (string)g!["entity"]! == entity).SelectMany(g => g!["items"]!.AsArray()).Select(i => TextOf((string)i!["title"]!));

    private static string TextOf(string title) => title.Split(". ")[^1];
}
