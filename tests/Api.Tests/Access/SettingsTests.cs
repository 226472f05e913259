using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.Access;

/// <summary>A sample year whose settings these tests may change.</summary>
public sealed class SettingsHost : DemoHost;

public sealed class SettingsTests(SettingsHost host) : IClassFixture<SettingsHost>
{
    [Fact]
    public async Task Settings_are_read_changed_and_kept_with_old_and_new()
    {
        using var admin = await host.As("admin");
        var (before, tag) = await Read(admin);
        before["linkHours"] = 24;

        var changed = await admin.Send(HttpMethod.Put, "/settings", before, tag);

        Assert.Equal(200, changed.Status);
        Assert.Equal(24, (int)changed.Body!["linkHours"]!);
        Assert.NotEqual(tag, changed.Response.Headers.ETag!.ToString());
        Assert.Equal(412, (await admin.Send(HttpMethod.Put, "/settings", before, tag)).Status);
        Assert.Equal(24, (int)(await admin.Read("/settings")).Body!["linkHours"]!);
    }

    [Fact]
    public async Task A_change_needs_a_version_and_good_values_and_an_administrator()
    {
        using var admin = await host.As("admin");
        var (body, tag) = await Read(admin);
        Assert.Equal(428, (await admin.Send(HttpMethod.Put, "/settings", body)).Status);
        using var coordinator = await host.As("dieuphoi");
        Assert.Equal((403, 403), ((await coordinator.Read("/settings")).Status, (await coordinator.Send(HttpMethod.Put, "/settings", body, "*")).Status));

        body["idleMinutes"] = 0;
        body["wrongUntilLocked"] = 11;
        var wrong = await admin.Send(HttpMethod.Put, "/settings", body, tag);

        Assert.Equal(400, wrong.Status);
        Assert.Equal(["idleMinutes", "wrongUntilLocked"], wrong.Fields.Order());
    }

    [Theory]
    [InlineData("idleMinutes", null)]
    [InlineData("idleMinutes", "\"15\"")]
    [InlineData("idleMinutes", "15.5")]
    [InlineData("version", "3")]
    public async Task Every_member_is_needed_and_no_other_taken(string member, string? json)
    {
        using var admin = await host.As("admin");
        var (body, tag) = await Read(admin);
        if (json is null)
            body.Remove(member);
        else
            body[member] = JsonNode.Parse(json);

        var said = await admin.Send(HttpMethod.Put, "/settings", body, tag);

        Assert.Equal((400, member), (said.Status, said.Fields.Single()));
    }

    [Fact]
    public async Task On_the_page_wrong_values_stay_typed_and_good_ones_hold()
    {
        const string Path = "/quan-tri/thiet-dat";
        using var admin = await host.As("admin");
        var page = await admin.Open(Path);
        (string, string)[] typed =
        [
            ("idleMinutes", "mười"), ("administratorIdleMinutes", "10"), ("absoluteHours", "99"), ("wrongUntilLocked", "5"), ("lockedMinutes", "1.440"), ("linkHours", "72"),
        ];

        var wrong = await admin.Fill(Path, page, "idleMinutes", typed);

        Assert.Equal(422, (int)wrong.Status);
        Assert.Contains("value=\"mười\"", wrong.Text, StringComparison.Ordinal);
        typed[0].Item2 = "30";
        var range = await admin.Fill(Path, page, "idleMinutes", typed);
        Assert.Contains("từ 1 đến 24 giờ", range.Text, StringComparison.Ordinal);
        typed[2].Item2 = "8";
        Assert.Equal(302, (int)(await admin.Fill(Path, page, "idleMinutes", typed)).Status);
        Assert.Equal((30, 1440), ((int)(await admin.Read("/settings")).Body!["idleMinutes"]!, (int)(await admin.Read("/settings")).Body!["lockedMinutes"]!));

        var stale = await admin.Fill(Path, page, "idleMinutes", typed);
        Assert.Equal(422, (int)stale.Status);
        Assert.Contains("Đã được người khác sửa", stale.Text, StringComparison.Ordinal);
        Assert.Contains("Hiện nay: 30 phút", stale.Text, StringComparison.Ordinal);
    }

    private static async Task<(JsonObject Body, string Tag)> Read(HttpClient client)
    {
        var said = await client.Read("/settings");
        var body = said.Body!.AsObject();
        body.Remove("version");
        return (body, said.Response.Headers.ETag!.ToString());
    }
}
