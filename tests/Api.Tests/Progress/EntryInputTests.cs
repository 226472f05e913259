using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.Progress;

public sealed class EntryInputTests(DemoHost host)
{
    [Theory]
    [InlineData("quantity", "0")]
    [InlineData("quantity", "-1")]
    [InlineData("quantity", "1.5")]
    [InlineData("quantity", "1e30")]
    [InlineData("quantity", "NaN")]
    [InlineData("quantity", "\"1,5\"")]
    [InlineData("quantity", "\"1\"")]
    [InlineData("quantity", "10000000000000")]
    [InlineData("quantity", "null")]
    [InlineData("date", "\"2024-09-11\"")]
    [InlineData("date", "\"2023-12-13\"")]
    [InlineData("date", "\"2024-02-30\"")]
    [InlineData("date", "\"05/09/2024\"")]
    [InlineData("targetId", "\"00000000-0000-0000-0000-000000000000\"")]
    [InlineData("targetId", "\"x\"")]
    [InlineData("title", "\" \"")]
    [InlineData("title", "\"a\\u0000b\"")]
    [InlineData("title", "\"\\ud800\"")]
    [InlineData("title", "\"\\u200b\"")]
    [InlineData("title", "\"a\\r\\nb\"")]
    [InlineData("place", "\"a\\nb\"")]
    [InlineData("mode", "\"Teleport\"")]
    [InlineData("mode", "\"InPerson,Online\"")]
    [InlineData("mode", "1")]
    [InlineData("themes", "[99]")]
    [InlineData("supporting", "[null]")]
    [InlineData("spent", "[null]")]
    [InlineData("spent[0].amount", "1.5", "spent", "[{\"source\":\"UnitBudget\",\"amount\":1.5}]")]
    [InlineData("agencyId", "\"x\"")]
    [InlineData("status", "\"Confirmed\"")]
    [InlineData("createdBy", "\"x\"")]
    public async Task A_wrong_member_is_named(string field, string value, string? member = null, string? memberValue = null)
    {
        using var client = await host.As("baocao.snv");
        var activity = await client.Activity(1);
        var members = Requests.EntryOf(activity).ToDictionary(m => m.Key, m => m.Value!.ToJsonString());
        members[member ?? field] = memberValue ?? value;

        var said = await Log(client, activity, "{" + string.Join(",", members.Select(m => $"\"{m.Key}\":{m.Value}")) + "}");

        Assert.Equal(400, said.Status);
        Assert.Equal([field], said.Fields);
    }

    [Fact]
    public async Task A_long_title_and_a_target_of_another_activity_are_named()
    {
        using var client = await host.As("baocao.snv");
        var activity = await client.Activity(1);
        var entry = Requests.EntryOf(activity);
        entry["title"] = new string('x', 20_000);
        entry["targetId"] = (string)(await client.Activity(2))["targets"]![0]!["id"]!;

        var said = await Log(client, activity, entry.ToJsonString());

        Assert.Equal(400, said.Status);
        Assert.Equal(["targetId", "title"], said.Fields.Order());
    }

    [Fact]
    public async Task Missing_members_are_named_all_at_once()
    {
        using var client = await host.As("baocao.snv");

        var said = await Log(client, await client.Activity(1), """{"quantity":1}""");

        Assert.Equal(["date", "targetId", "title"], said.Fields.Order());
    }

    [Theory]
    [InlineData("quantity", "NaN", "Số lượng: ")]
    [InlineData("quantity", "\"1,5\"", "Số lượng: ")]
    [InlineData("date", "\"2024-02-30\"", "Ngày: ")]
    public async Task What_cannot_be_read_is_named_in_Vietnamese(string field, string value, string start)
    {
        using var client = await host.As("baocao.snv");

        var said = await Log(client, await client.Activity(1), $"{{\"{field}\":{value}}}");

        Assert.StartsWith(start, (string)said.Body!["errors"]![field]![0]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/session")]
    [InlineData("/tokens")]
    public async Task Another_media_type_is_415_at_the_open_door_too(string path)
    {
        using var client = host.Anonymous();

        Assert.Equal(415, (await client.Send(HttpMethod.Post, path, raw: "userName=a", mediaType: "application/x-www-form-urlencoded")).Status);
    }

    [Theory]
    [InlineData("{\"title\":\"a\",\"title\":\"b\"}", "title")]
    [InlineData("", "body")]
    [InlineData("null", "body")]
    [InlineData("[]", "body")]
    [InlineData("/* c */ {}", "body")]
    public async Task Json_that_is_none_is_refused(string raw, string field)
    {
        using var client = await host.As("baocao.snv");

        var said = await Log(client, await client.Activity(1), raw);

        Assert.Equal((400, field), (said.Status, said.Fields.Single()));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_media_type_is_415_even_where_nothing_is(string mediaType)
    {
        using var client = await host.As("baocao.snv");

        Assert.Equal(415, (await client.Send(HttpMethod.Post, $"/activities/{Guid.Empty}/entries", raw: "{}", mediaType: mediaType)).Status);
    }

    [Fact]
    public async Task Too_much_is_413()
    {
        using var client = await host.As("baocao.snv");

        Assert.Equal(413, (await client.Send(HttpMethod.Post, $"/activities/{Guid.Empty}/entries", raw: new string(' ', 1_100_000))).Status);
    }

    private static Task<Said> Log(HttpClient client, JsonNode activity, string raw) =>
        client.Send(HttpMethod.Post, $"/activities/{activity["id"]}/entries", raw: raw);
}
