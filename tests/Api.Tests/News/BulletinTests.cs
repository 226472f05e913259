using System.Text.RegularExpressions;
using PlanTracker.Api.Tests.Access;

namespace PlanTracker.Api.Tests.News;

/// <summary>A sample year of its own: what is recorded here changes its figures.</summary>
public sealed class BulletinHost : DemoHost;

/// <summary>Issues: composed, published, recorded once as a result.</summary>
public sealed partial class BulletinTests(BulletinHost host) : IClassFixture<BulletinHost>
{
    [Fact]
    public async Task An_issue_is_composed_published_and_recorded_as_a_result_by_one_click()
    {
        using var desk = await host.As("dieuphoi");
        using var reader = await host.As("lanhdao");
        var (a, b) = (await NewsRequests.Made(host, "select"), await NewsRequests.Made(host, "select"));
        var begun = await desk.Post("/bulletin-issues", new { place = "Bulletin", year = 2024, number = 39, title = "Thử" });
        Assert.Equal(201, begun.Status);
        Assert.Equal("bulletin.number-taken", (await desk.Post("/bulletin-issues", new { place = "Bulletin", year = 2024, number = 39 })).Code);
        var path = $"/bulletin-issues/{(string)begun.Body!["id"]!}";
        Assert.Equal(404, (await reader.Read(path)).Status);
        Assert.Equal("bulletin.empty", (await desk.Post($"{path}/publish", new { date = "2024-09-10", link = "https://example.vn/39" }, "*")).Code);
        Assert.Equal(["items"], (await desk.Send(HttpMethod.Put, path, new { number = 39, items = new[] { a, a } }, "*")).Fields);
        Assert.Equal(["items"], (await desk.Send(HttpMethod.Put, path, new { number = 39, items = new[] { await NewsRequests.Made(host, "submit") } }, "*")).Fields);
        Assert.Equal(200, (await desk.Send(HttpMethod.Put, path, new { number = 39, title = "Thử", items = new[] { b, a } }, "*")).Status);
        Assert.Equal(["link"], (await desk.Post($"{path}/publish", new { date = "2024-09-10" }, "*")).Fields);

        var published = await desk.Post($"{path}/publish", new { date = "2024-09-10", link = "https://example.vn/39" }, "*");

        Assert.Equal(("2024-09-10", 37), ((string?)published.Body!["publishedOn"], (int)published.Body["week"]!));
        Assert.Equal((6, "số 39", "https://example.vn/39"), ((int)published.Body["proposal"]!["order"]!, (string?)published.Body["proposal"]!["cadenceSlot"], (string?)published.Body["proposal"]!["link"]));
        Assert.Equal("Published", (string?)(await reader.Read($"/news/{a}")).Body!["status"]);
        Assert.Equal(409, (await desk.Send(HttpMethod.Put, path, new { number = 39, items = new[] { a } }, "*")).Status);
        Assert.Equal(403, (await reader.Post($"{path}/record", ifMatch: "*")).Status);
        foreach (var kind in (string[])["docx", "html"])
            Assert.Equal(200, (int)(await reader.GetAsync($"/api/v1{path}.{kind}")).StatusCode);

        Assert.Contains((string)begun.Body["id"]!, await Waiting(desk), StringComparison.Ordinal);
        var recorded = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Post($"{path}/record", ifMatch: (string)published.Body["etag"]!)));

        Assert.Single(recorded, r => r.Status == 200);
        var issue = await desk.Read(path);
        var entry = await desk.Read($"/entries/{(string)issue.Body!["entryId"]!}");
        Assert.Equal(("Submitted", 1, "https://example.vn/39"), ((string?)entry.Body!["status"], (int)entry.Body["quantity"]!, (string?)entry.Body["evidence"]![0]!["url"]));
        Assert.Null(issue.Body["proposal"]);
        Assert.DoesNotContain((string)begun.Body["id"]!, await Waiting(desk), StringComparison.Ordinal);
        Assert.Equal("bulletin.recorded", (await desk.Post($"{path}/record", ifMatch: "*")).Code);
    }

    [Fact]
    public async Task The_newspaper_s_page_feeds_its_own_activity_with_its_week_and_what_was_entered_by_hand_is_not_proposed_again()
    {
        using var desk = await host.As("dieuphoi");
        var issues = (await desk.Read("/bulletin-issues?year=2024")).Body!["items"]!.AsArray();
        var page = issues.Single(i => (string)i!["place"]! == "Newspaper")!;
        Assert.Equal((5, "tuần 37"), ((int)page["proposal"]!["order"]!, (string?)page["proposal"]!["cadenceSlot"]));
        var known = issues.Single(i => (int)i!["number"]! == 36 && (string)i["place"]! == "Bulletin")!;
        Assert.Null(known["proposal"]);
        Assert.NotNull(known["entryId"]);
    }

    [Fact]
    public async Task The_rules_page_ties_places_to_activities_of_every_open_plan()
    {
        const string Path = "/tin-bai/quy-dinh";
        using var desk = await host.As("dieuphoi");
        var before = (await desk.Read("/news/settings")).Body!;
        var page = await desk.Open(Path);
        var plans = OpenPlans().Matches(page.Html).Select(m => m.Groups[1].Value).ToList();
        var other = plans[1];
        var activity = (string)(await desk.Read($"/plans/{other}/activities")).Body!["items"]![0]!["id"]!;

        var saved = await desk.Fill(Path, page, "feedIsPublic", ("place0", "Portal"), ("minWords0", "250"), ("never0", "true"), ($"feedNewspaper-{other}", activity),
            Kept("Bulletin"), Kept("Newspaper"));

        (string, string) Kept(string place) => ($"feed{place}-{plans[0]}", (string)before["feeds"]!.AsArray().Single(f => (string)f!["place"]! == place)!["activityId"]!);

        Assert.Equal(302, (int)saved.Status);
        var feeds = (await desk.Read("/news/settings")).Body!["feeds"]!.AsArray();
        Assert.Equal(before["feeds"]!.AsArray().Count + 1, feeds.Count);
        Assert.Contains(feeds, f => (string)f!["activityId"]! == activity && (string)f["place"]! == "Newspaper");
        Assert.Contains($"{activity}\" selected", (await desk.Open(Path)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_week_shows()
    {
        using var reader = await host.As("lanhdao");
        var weeks = (await reader.Read("/bulletin-issues/weeks?year=2024&place=Newspaper&pageSize=60")).Body!["items"]!.AsArray();
        Assert.Equal(52, weeks.Count);
        Assert.Equal("Missing", (string?)weeks.Single(w => (int)w!["week"]! == 27)!["state"]);
        Assert.Equal("Filled", (string?)weeks.Single(w => (int)w!["week"]! == 36)!["state"]);
        Assert.Equal("Future", (string?)weeks.Single(w => (int)w!["week"]! == 38)!["state"]);
    }

    [Fact]
    public async Task Items_are_counted_by_agency_and_field()
    {
        using var reader = await host.As("lanhdao");
        var table = (await reader.Read("/news/figures?from=2024-08-20&to=2024-09-05")).Body!;
        var total = table["total"]!;
        Assert.Equal((8, 6, 4, 1), ((int)total["sent"]!, (int)total["selected"]!, (int)total["published"]!, (int)total["declined"]!));
        Assert.Equal(75.0m, (decimal)total["selectedShare"]!);
        Assert.Equal((int)total["sent"]!, total["byField"]!.AsObject().Sum(f => (int)f.Value!));
        foreach (var what in (string[])["sent", "selected", "published", "declined"])
            Assert.Equal((what, (int)total[what]!), (what, total["fields"]!.AsObject().Sum(f => (int)f.Value![what]!)));
        var answered = table["rows"]!.AsArray().Sum(r => (int)r!["replies"]!["answered"]!);
        Assert.Equal(((int)table["replies"]!["answered"]!, 0), (answered, (int)table["replies"]!["waiting"]!));
        Assert.Equal(400, (await reader.Read("/news/figures?from=2024-09-05&to=2024-08-20")).Status);
        Assert.Equal(200, (int)(await reader.GetAsync("/api/v1/news/figures.xlsx")).StatusCode);
    }

    private static async Task<string> Waiting(HttpClient desk) => (await desk.Read("/worklist?kind=IssueProposals&pageSize=200")).Body!["items"]!.ToJsonString();

    [GeneratedRegex("name=\"feedBulletin-([0-9a-f-]{36})\"")]
    private static partial Regex OpenPlans();
}
