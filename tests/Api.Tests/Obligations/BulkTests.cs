using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;

namespace PlanTracker.Api.Tests.Obligations;

/// <summary>Several late units reminded, several let off: each answered for itself.</summary>
public sealed class BulkTests(BulkHost host) : IClassFixture<BulkHost>
{
    [Theory]
    [InlineData("admin")]
    [InlineData("baocao.svhttdl")]
    [InlineData("truong.ninhkieu")]
    [InlineData("taichinh")]
    [InlineData("lanhdao")]
    public async Task Only_the_coordinator_reminds_and_lets_off(string userName)
    {
        using var client = await host.As(userName);
        Assert.Equal(403, (await client.Post("/obligations/remind", new { items = Array.Empty<object>() })).Status);
        Assert.Equal(403, (await client.Post("/obligations/waive", new { items = Array.Empty<object>(), reason = "" })).Status);
        using var page = await client.GetAsync("/nop-bao-cao/hang-loat");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, page.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_read_is_named()
    {
        using var coordinator = await host.As("dieuphoi");
        var item = new { id = Guid.CreateVersion7(), etag = "*" };

        Assert.Equal(["items"], (await coordinator.Post("/obligations/remind", new { items = Array.Empty<object>() })).Fields);
        Assert.Equal(["items"], (await coordinator.Post("/obligations/remind", new { items = new[] { item, item } })).Fields);
        Assert.Equal(["items"], (await coordinator.Post("/obligations/remind", new { items = Enumerable.Range(0, 201).Select(_ => new { id = Guid.CreateVersion7(), etag = "*" }) })).Fields);
        Assert.Equal(["reason"], (await coordinator.Post("/obligations/waive", new { items = new[] { item }, reason = " " })).Fields);
        Assert.Equal(400, (await coordinator.Post("/obligations/waive", new { items = new[] { item } })).Status);
        Assert.Equal(404, (int)(await coordinator.Post("/obligations/remind", new { items = new[] { item } })).Body!["items"]![0]!["status"]!);
    }

    [Fact]
    public async Task Units_are_reminded_of_all_they_miss_in_one_letter_and_never_twice_a_day()
    {
        using var coordinator = await host.As("dieuphoi");
        var plan = await coordinator.PlanId();
        foreach (var (code, day) in new[] { ("2024-DX1", "2024-09-05"), ("2024-DX2", "2024-09-06") })
        {
            var dueDates = new Dictionary<string, string> { ["Department"] = day };
            Assert.Equal(201, (await coordinator.Post($"/plans/{plan}/periods", new { code, name = code, from = "2024-07-01", to = "2024-08-30", dueDates })).Status);
        }
        var both = new List<JsonNode>();
        foreach (var code in new[] { "2024-DX1", "2024-DX2" })
            both.Add((await coordinator.Read($"/plans/{plan}/obligations?state=Overdue&period={code}&search=ke+hoach+va+dau+tu")).Body!["items"]![0]!);
        var nobody = (await coordinator.Read($"/plans/{plan}/obligations?state=Overdue&period=2024-DX1&search=so+y+te")).Body!["items"]![0]!;
        var locked = (await coordinator.Read($"/plans/{plan}/obligations?state=Overdue&period=2024-H1")).Body!["items"]![0]!;
        object[] items = [.. both.Append(nobody).Append(locked).Select(o => new { id = (string)o["id"]!, etag = "*" })];

        var sent = (await coordinator.Post("/obligations/remind", new { items })).Body!["items"]!.AsArray();

        Assert.Equal([200, 200, 409, 409], sent.Select(i => (int)i!["status"]!));
        Assert.Equal([null, null, "reminders.nobody", "reminders.locked"], sent.Select(i => (string?)i!["code"]));
        var outbox = (await coordinator.Read("/reminders?pageSize=50")).Body!["items"]!.AsArray().Where(r => r!["items"]!.AsArray().Any(i => (string)i!["obligationId"]! == (string)both[0]["id"]!)).ToList();
        Assert.NotEmpty(outbox);
        Assert.All(outbox, r => Assert.Equal(both.Select(b => (string)b["id"]!).Order(), r!["items"]!.AsArray().Select(i => (string)i!["obligationId"]!).Order()));
        var again = (await coordinator.Post("/obligations/remind", new { items })).Body!["items"]!.AsArray();
        Assert.Equal(["reminders.today", "reminders.today", "reminders.nobody", "reminders.locked"], again.Select(i => (string?)i!["code"]));
        var late = (await coordinator.Read("/worklist?kind=LateSending&pageSize=200")).Body!;
        Assert.Contains(late["items"]!.AsArray(), i => (string)i!["id"]! == (string)both[0]["id"]!);
        Assert.DoesNotContain(late["items"]!.AsArray(), i => (string)i!["id"]! == (string)locked["id"]!);
        using var map = await coordinator.GetAsync($"/tinh-hinh?plan={plan}&sort=worst");
        Assert.Contains((string)both[0]["id"]!, await map.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_are_let_off_for_one_reason_and_one_refused_leaves_the_others()
    {
        using var coordinator = await host.As("dieuphoi");
        var plan = await coordinator.PlanId();
        var open = (await coordinator.Read($"/plans/{plan}/obligations?state=NotYetDue&period=2024-Y&pageSize=2")).Body!["items"]!.AsArray();
        var filed = (await coordinator.Read($"/plans/{plan}/obligations?state=Accepted&pageSize=1")).Body!["items"]![0]!;
        object[] items = [new { id = (string)open[0]!["id"]!, etag = "*" }, new { id = (string)filed["id"]!, etag = "*" }, new { id = (string)open[1]!["id"]!, etag = "\"999\"" }];

        var done = (await coordinator.Post("/obligations/waive", new { items, reason = "Đang sắp xếp tổ chức bộ máy" })).Body!["items"]!.AsArray();

        Assert.Equal([200, 409, 412], done.Select(i => (int)i!["status"]!));
        Assert.Equal("Waived", (string)(await coordinator.Read($"/obligations/{open[0]!["id"]}")).Body!["state"]!);
        Assert.Equal("NotYetDue", (string)(await coordinator.Read($"/obligations/{open[1]!["id"]}")).Body!["state"]!);
    }
}

/// <summary>A sample year whose reminders are told by the tests alone.</summary>
public sealed class BulkHost : DemoHost
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Rounds:Enabled", "false");
    }
}
