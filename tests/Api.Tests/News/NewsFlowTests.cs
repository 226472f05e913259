using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.News;

/// <summary>An item from the first word to its publication.</summary>
public sealed class NewsFlowTests(DemoHost host)
{
    [Fact]
    public async Task An_item_is_drafted_approved_selected_edited_and_published()
    {
        using var reporter = await host.As("baocao.ninhkieu");
        using var head = await host.As("truong.ninhkieu");
        using var desk = await host.As("dieuphoi");
        var made = await reporter.Post("/news", NewsRequests.Item());
        var path = $"/news/{(string)made.Body!["id"]!}";
        Assert.Equal(("Draft", 260), ((string?)made.Body["status"], (int)made.Body["words"]!));
        Assert.Equal(made.Response.Headers.ETag!.Tag, (string)made.Body["etag"]!);

        Assert.Equal(428, (await head.Post($"{path}/submit")).Status);
        Assert.Equal(412, (await head.Post($"{path}/submit", ifMatch: "\"7\"")).Status);
        var sent = await head.Post($"{path}/submit", ifMatch: (string)made.Body["etag"]!);
        Assert.Equal(("Submitted", "2024-09-10"), ((string?)sent.Body!["status"], (string?)sent.Body["submittedOn"]));
        Assert.Equal(409, (await head.Post($"{path}/submit", ifMatch: "*")).Status);
        Assert.Equal(409, (await reporter.Send(HttpMethod.Put, path, NewsRequests.Item(), "*")).Status);
        Assert.Equal(409, (await desk.Post($"{path}/publish", new { place = "Portal", link = "https://example.vn", date = "2024-09-10" }, "*")).Status);

        Assert.Equal(200, (await desk.Post($"{path}/select", ifMatch: "*")).Status);
        var edited = NewsRequests.Item(255, "Tựa đề đã sửa");
        var text = await desk.Send(HttpMethod.Put, $"{path}/text", edited, "*");
        Assert.Equal(((string)made.Body["body"]!, "Tựa đề đã sửa"), ((string?)text.Body!["original"]!["body"], (string?)text.Body["title"]));
        Assert.Equal(200, (await desk.Post($"{path}/plan", new { place = "Zalo", date = "2024-09-12" }, "*")).Status);

        Assert.Equal(["link"], (await desk.Post($"{path}/publish", new { place = "Portal", date = "2024-09-10" }, "*")).Fields);
        Assert.Equal(["link"], (await desk.Post($"{path}/publish", new { place = "Portal", link = "javascript:alert(1)", date = "2024-09-10" }, "*")).Fields);
        Assert.Equal(["date"], (await desk.Post($"{path}/publish", new { place = "Portal", link = "https://example.vn/a", date = "2024-09-11" }, "*")).Fields);
        Assert.Equal(["bulletinIssueId"], (await desk.Post($"{path}/publish", new { place = "Bulletin", link = "https://example.vn/a", date = "2024-09-10", bulletinIssueId = Guid.NewGuid() }, "*")).Fields);
        var done = await desk.Post($"{path}/publish", new { place = "Portal", link = "https://example.vn/a", date = "2024-09-10" }, "*");
        Assert.Equal(("Published", "https://example.vn/a"), ((string?)done.Body!["status"], (string?)done.Body["publications"]![0]!["link"]));
        Assert.Equal("news.published-already", (await desk.Post($"{path}/publish", new { place = "Portal", link = "http://www.example.vn/a/", date = "2024-09-10" }, "*")).Code);
        Assert.Equal(200, (await desk.Post($"{path}/publish", new { place = "Zalo", link = "https://zalo.example.vn/1", date = "2024-09-10" }, "*")).Status);
    }

    [Fact]
    public async Task A_returned_item_is_its_agency_s_alone_and_a_declined_one_says_why()
    {
        using var desk = await host.As("dieuphoi");
        using var reporter = await host.As("baocao.ninhkieu");
        var returned = await NewsRequests.Made(host, "submit");
        Assert.Equal(["reason"], (await desk.Post($"/news/{returned}/return", new { reason = " \u200b " }, "*")).Fields);
        Assert.Equal(200, (await desk.Post($"/news/{returned}/return", new { reason = "Bổ sung số liệu" }, "*")).Status);
        Assert.Equal(404, (await desk.Read($"/news/{returned}")).Status);
        Assert.Equal("Bổ sung số liệu", (string?)(await reporter.Read($"/news/{returned}")).Body!["steps"]!.AsArray()[^1]!["reason"]);
        var work = (await reporter.Read("/worklist?kind=NewsReturned&pageSize=200")).Body!["items"]!.AsArray().Single(i => (string)i!["id"]! == returned)!;
        Assert.Equal(("news", "Bổ sung số liệu", "Edit"), ((string?)work["entity"], (string?)work["reason"], (string?)work["acts"]![0]));
        using var other = await host.As("baocao.caikhe");
        Assert.DoesNotContain(returned, (await other.Read("/worklist?kind=NewsReturned&pageSize=200")).Body!.ToJsonString(), StringComparison.Ordinal);

        var declined = await NewsRequests.Made(host, "submit");
        Assert.Equal(200, (await desk.Post($"/news/{declined}/decline", new { reason = "Đã đăng nơi khác" }, "*")).Status);
        Assert.Equal("Declined", (string?)(await reporter.Read($"/news/{declined}")).Body!["status"]);
    }

    [Theory]
    [InlineData("draft", "baocao.ninhkieu truong.ninhkieu")]
    [InlineData("submit", "baocao.ninhkieu truong.ninhkieu dieuphoi")]
    [InlineData("select", "baocao.ninhkieu truong.ninhkieu dieuphoi baocao.caikhe lanhdao admin taichinh")]
    public async Task What_may_not_be_seen_is_not_there_nor_are_its_pictures(string until, string seenBy)
    {
        var item = NewsRequests.Item();
        var id = await NewsRequests.Made(host, "draft", item);
        using (var reporter = await host.As("baocao.ninhkieu"))
            Assert.Equal(201, (await NewsImagesTests.Send(reporter, id, "a.png", TestKit.SampleFiles.Png())).Status);
        if (until != "draft")
        {
            using var head = await host.As("truong.ninhkieu");
            Assert.Equal(200, (await head.Post($"/news/{id}/submit", ifMatch: "*")).Status);
        }
        using var desk = await host.As("dieuphoi");
        if (until == "select")
            Assert.Equal(200, (await desk.Post($"/news/{id}/select", ifMatch: "*")).Status);

        foreach (var user in (string[])["baocao.ninhkieu", "truong.ninhkieu", "dieuphoi", "baocao.caikhe", "lanhdao", "admin", "taichinh"])
        {
            using var client = await host.As(user);
            var expected = seenBy.Split(' ').Contains(user) ? 200 : 404;
            var read = await client.Read($"/news/{id}");
            Assert.Equal((user, expected), (user, read.Status));
            Assert.Equal((user, expected), (user, (await client.Read($"/news/{id}/images")).Status));
            Assert.Equal((user, expected), (user, (int)(await client.GetAsync($"/api/v1/news/{id}.docx")).StatusCode));
            using var owner = await host.As("baocao.ninhkieu");
            var image = (string)(await owner.Read($"/news/{id}")).Body!["images"]![0]!["content"]!;
            Assert.Equal((user, expected), (user, (int)(await client.GetAsync(image)).StatusCode));
            var found = await client.Read($"/news?search={Uri.EscapeDataString((string)item["title"]!)}");
            Assert.Equal((user, expected == 200 ? 1 : 0), (user, (int)found.Body!["total"]!));
        }
    }

    [Fact]
    public async Task The_same_item_by_two_agencies_is_shown_to_the_desk_with_its_passages()
    {
        var item = NewsRequests.Item();
        var first = await NewsRequests.Made(host, "submit", item);
        using var reporter = await host.As("baocao.caikhe");
        using var head = await host.As("truong.caikhe");
        using var desk = await host.As("dieuphoi");
        item = (JsonObject)item.DeepClone();
        item["title"] = "Cùng một bài, cơ quan khác gửi";
        var second = (string)(await reporter.Post("/news", item)).Body!["id"]!;
        Assert.Equal(200, (await head.Post($"/news/{second}/submit", ifMatch: "*")).Status);

        var like = (await desk.Read($"/news/{second}/similar")).Body!["items"]![0]!;

        Assert.Equal((first, true), ((string?)like["item"]!["id"], (bool)like["isNear"]!));
        Assert.Equal(260, (int)like["passages"]![0]!["words"]!);
        Assert.Equal(403, (await reporter.Read($"/news/{second}/similar")).Status);
    }

    [Fact]
    public async Task Published_items_stand_behind_the_indicator_of_their_agency_s_report()
    {
        using var reporter = await host.As("baocao.skhdt");
        var plan = await reporter.PlanId();
        var owed = (await reporter.Read($"/plans/{plan}/obligations?period=2024-Q3&pageSize=200")).Body!["items"]!.AsArray()
            .First(o => (string?)o!["agency"]!["name"] == "Sở Kế hoạch và Đầu tư")!;

        var report = (await reporter.Read($"/obligations/{owed["id"]}/report")).Body!;

        var source = report["sources"]!.AsArray().Single(s => (string?)s!["code"] == "PortalNews")!;
        Assert.Equal(("news", 1m), ((string?)source["kind"], (decimal)source["amount"]!));
        Assert.Equal("Published", (string?)(await reporter.Read($"/news/{source["id"]}")).Body!["status"]);
        var page = (await Access.Pages.Open(reporter, $"/bao-cao-don-vi/{owed["id"]}")).Text;
        Assert.Contains("tin, bài đã đăng: 1", page, StringComparison.Ordinal);
        Assert.Contains($"/tin-bai/{source["id"]}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_of_the_desk_are_data()
    {
        using var desk = await host.As("dieuphoi");
        using var reporter = await host.As("baocao.ninhkieu");
        var settings = await reporter.Read("/news/settings");
        Assert.Equal(250, (int)settings.Body!["rules"]!.AsArray().Single(r => (string)r!["place"]! == "Portal")!["minWords"]!);
        var body = (JsonObject)settings.Body.DeepClone();
        body.Remove("version");
        Assert.Equal(403, (await reporter.Send(HttpMethod.Put, "/news/settings", body, "*")).Status);
        body["rules"]!.AsArray().Add(new JsonObject { ["place"] = "Portal", ["campaign"] = "Đợt thử", ["minWords"] = 0 });
        Assert.Equal(["rules"], (await desk.Send(HttpMethod.Put, "/news/settings", body, "*")).Fields);
        body["rules"]!.AsArray()[^1]!["minWords"] = 20;
        Assert.Equal(200, (await desk.Send(HttpMethod.Put, "/news/settings", body, "*")).Status);

        var item = NewsRequests.Item(20);
        item["campaign"] = "đợt THỬ";
        await NewsRequests.Made(host, "submit", item);
    }
}
