using PlanTracker.Api.Tests.Access;

namespace PlanTracker.Api.Tests.Progress;

public sealed class ChannelTests(DemoHost host)
{
    [Fact]
    public async Task A_channel_is_added_used_retired_and_then_refused_for_new_entries()
    {
        using var coordinator = await host.As("dieuphoi");
        using var reporter = await host.As("baocao.snv");
        var made = await coordinator.Post("/channels", new { code = "Podcast", name = "Podcast CCHC" });
        Assert.Equal((201, "\"1\""), (made.Status, made.Response.Headers.ETag!.Tag));
        var path = $"/channels/{made.Body!["id"]}";
        var activity = await reporter.Activity(1);
        var entry = Requests.EntryOf(activity);
        entry["channel"] = "Podcast";
        var old = await reporter.Post($"/activities/{activity["id"]}/entries", entry);
        Assert.Equal(201, old.Status);

        var change = new { name = "Podcast cải cách", isActive = false };
        Assert.Equal(428, (await coordinator.Send(HttpMethod.Put, path, change)).Status);
        Assert.Equal(412, (await coordinator.Send(HttpMethod.Put, path, change, "\"7\"")).Status);
        Assert.Equal(200, (await coordinator.Send(HttpMethod.Put, path, change, "\"1\"")).Status);

        var refused = await reporter.Post($"/activities/{activity["id"]}/entries", entry);
        Assert.Equal((400, "channel"), (refused.Status, refused.Fields.Single()));
        Assert.Contains("Podcast cải cách", (await reporter.Open($"/ket-qua/{old.Body!["id"]}")).Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Podcast\"", (await reporter.Open($"/ket-qua/{old.Body!["id"]}/sua")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Podcast\"", (await reporter.Open($"/hoat-dong/{activity["id"]}/cap-nhat")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"code":"1a","name":"Tên"}""", "code")]
    [InlineData("""{"code":"App","name":""}""", "name")]
    [InlineData("""{"code":"App"}""", "name")]
    [InlineData("""{"code":"App","name":"Tên","isActive":false}""", "isActive")]
    public async Task A_wrong_channel_is_400_by_field(string raw, string field)
    {
        using var coordinator = await host.As("dieuphoi");

        var said = await coordinator.Send(HttpMethod.Post, "/channels", raw: raw);

        Assert.Equal((400, field), (said.Status, said.Fields.Single()));
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("baocao.snv")]
    [InlineData("lanhdao")]
    public async Task Everybody_reads_the_list_and_only_the_coordinator_keeps_it(string userName)
    {
        using var client = await host.As(userName);

        Assert.True((int)(await client.Read("/channels")).Body!["total"]! >= 14);
        Assert.Equal(403, (await client.Post("/channels", new { code = "App", name = "App" })).Status);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await client.Open("/danh-muc/kenh")).Status);
        Assert.Equal(409, (await (await host.As("dieuphoi")).Post("/channels", new { code = "ZALO", name = "App" })).Status);
    }

    [Fact]
    public async Task The_page_renames_a_channel_and_says_when_somebody_else_was_faster()
    {
        using var coordinator = await host.As("dieuphoi");
        var made = (await coordinator.Post("/channels", new { code = "BangTin", name = "Bảng tin" })).Body!;
        var page = await coordinator.Open("/danh-muc/kenh");
        (string, string)[] typed = [("id", (string)made["id"]!), ("version", "1"), ("act", "edit"), ("name", "Bảng tin khu phố"), ("isActive", "true")];

        var saved = await coordinator.Fill("/danh-muc/kenh", page, "isActive", typed);
        var stale = await coordinator.Fill("/danh-muc/kenh", page, "isActive", [.. typed[..3], ("name", "Tên khác"), ("isActive", "true")]);

        Assert.Equal("/danh-muc/kenh?da=luu", new Uri(new Uri("http://localhost"), saved.To).PathAndQuery);
        Assert.Equal(422, (int)stale.Status);
        Assert.Contains("Đã được người khác sửa", stale.Text, StringComparison.Ordinal);
    }
}
