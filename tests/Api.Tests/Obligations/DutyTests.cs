using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.Obligations;

/// <summary>Duties to supply content by cadence, and obligations let off, over the API.</summary>
public sealed class DutyTests(DutyHost host) : IClassFixture<DutyHost>
{
    private static async Task<string> Agency(HttpClient client, string search, string? level = null) =>
        (string)(await client.Read($"/agencies?search={Uri.EscapeDataString(search)}{(level is null ? "" : $"&level={level}")}")).Body!["items"]![0]!["id"]!;

    private static async Task<JsonObject> Duty(HttpClient client) => new()
    {
        ["kind"] = "Content",
        ["title"] = "Cung cấp tin, bài cho chuyên mục CCHC",
        ["agencyIds"] = new JsonArray(await Agency(client, "so van hoa", "Department"), await Agency(client, "so tai chinh", "Department")),
        ["receiverId"] = await Agency(client, "so noi vu", "Department"),
        ["periodKinds"] = new JsonArray("Quarter"),
        ["dueAfterDays"] = 4,
    };

    [Theory]
    [InlineData("admin")]
    [InlineData("baocao.svhttdl")]
    [InlineData("truong.ninhkieu")]
    [InlineData("taichinh")]
    [InlineData("lanhdao")]
    public async Task Others_than_the_coordinator_read_duties_and_let_nobody_off(string userName)
    {
        using var client = await host.As(userName);
        var plan = await client.PlanId();
        var owed = (string)(await client.Read($"/plans/{plan}/obligations?period=2024-Y")).Body!["items"]![0]!["id"]!;

        Assert.Equal(200, (await client.Read($"/plans/{plan}/duties")).Status);
        Assert.Equal(403, (await client.Post($"/plans/{plan}/duties", await Duty(client))).Status);
        Assert.Equal(403, (await client.Post($"/obligations/{owed}/waive", new { reason = "Thử" }, "*")).Status);
        Assert.Equal(403, (await client.Post($"/obligations/{owed}/resume", new { reason = "Thử" }, "*")).Status);
        Assert.Equal(403, (await client.Post($"/obligations/{owed}/remind", ifMatch: "*")).Status);
    }

    [Fact]
    public async Task A_duty_is_given_changed_and_ended_and_obligations_follow_from_the_running_period_on()
    {
        using var coordinator = await host.As("dieuphoi");
        var plan = await coordinator.PlanId();
        async Task<JsonNode[]> Owed(string period) => [.. (await coordinator.Read($"/plans/{plan}/obligations?period={period}&duty=Content&pageSize=50")).Body!["items"]!.AsArray()!];
        var body = await Duty(coordinator);

        var made = await coordinator.Post($"/plans/{plan}/duties", body);
        Assert.Equal(201, made.Status);
        var path = made.Response.Headers.Location!.ToString()[Requests.Base.Length..];
        Assert.Empty(await Owed("2024-Q1"));
        Assert.Equal(["2024-09-18", "2024-09-18"], (await Owed("2024-Q3")).Select(o => (string)o["dueOn"]!));
        Assert.All(await Owed("2024-Q3"), o => Assert.StartsWith("Cung cấp tin, bài", (string)o["title"]!, StringComparison.Ordinal));

        var change = new JsonObject
        {
            ["title"] = "Cung cấp tin, bài và ảnh",
            ["agencyIds"] = new JsonArray((string)body["agencyIds"]![1]!, await Agency(coordinator, "so tu phap", "Department")),
            ["receiverId"] = (string)body["receiverId"]!,
            ["dueAfterDays"] = 5,
        };
        Assert.Equal(428, (await coordinator.Send(HttpMethod.Put, path, change)).Status);
        Assert.Equal(412, (await coordinator.Send(HttpMethod.Put, path, change, "\"7-x\"")).Status);
        var changed = await coordinator.Send(HttpMethod.Put, path, change, made.Response.Headers.ETag!.ToString());
        Assert.Equal((200, 2), (changed.Status, changed.Body!["agencies"]!.AsArray().Count));
        var after = await Owed("2024-Q3");
        Assert.Equal(["2024-09-19", "2024-09-19"], after.Where(o => (string)o["state"]! == "NotYetDue").Select(o => (string)o["dueOn"]!));
        Assert.Equal("Waived", (string)after.Single(o => (string)o["agency"]!["id"]! == (string)body["agencyIds"]![0]!)["state"]!);

        Assert.Equal(["on", "reason"], (await coordinator.Post(path + "/end", new { on = "2024-09-01", reason = "" }, "*")).Fields.Order(StringComparer.Ordinal));
        Assert.Equal(200, (await coordinator.Post(path + "/end", new { on = "2024-09-10", reason = "Thành phố lập chuyên trang riêng" }, "*")).Status);
        Assert.All(await Owed("2024-Q3"), o => Assert.Equal("Waived", (string)o["state"]!));
        Assert.Equal("duties.ended", (await coordinator.Send(HttpMethod.Put, path, change, "*")).Code);
        Assert.Equal(404, (await coordinator.Read($"/duties/{Guid.CreateVersion7()}")).Status);
    }

    [Theory]
    [InlineData("title", "\"\"")]
    [InlineData("agencyIds", "[]")]
    [InlineData("agencyIds", "[\"01890000-0000-7000-8000-000000000000\"]")]
    [InlineData("receiverId", "\"01890000-0000-7000-8000-000000000000\"")]
    [InlineData("periodKinds", "[]")]
    [InlineData("dueAfterDays", "0")]
    [InlineData("dueAfterDays", "1")]
    [InlineData("dueAfterDays", "999999999999")]
    [InlineData("kind", "\"Gift\"")]
    public async Task A_duty_that_cannot_be_is_refused_by_field(string field, string value)
    {
        using var coordinator = await host.As("dieuphoi");
        var body = await Duty(coordinator);
        body[field] = JsonNode.Parse(value);

        var said = await coordinator.Post($"/plans/{await coordinator.PlanId()}/duties", body);

        Assert.Equal(400, said.Status);
        Assert.StartsWith(field, Assert.Single(said.Fields), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agency_is_let_off_with_a_reason_and_asked_again_and_rates_follow()
    {
        using var coordinator = await host.As("dieuphoi");
        using var reporter = await host.As("baocao.sotttt");
        var plan = await coordinator.PlanId();
        var owed = (await coordinator.Read($"/plans/{plan}/obligations?period=2024-Y&search=so+tu+phap")).Body!["items"]![0]!;
        var path = $"/obligations/{owed["id"]}";
        async Task<int> Expected() => (int)(await coordinator.Read($"/plans/{plan}/reporting-rates?period=2024-Y")).Body!["total"]!["expected"]!;
        var before = await Expected();

        Assert.Equal(["reason"], (await coordinator.Post(path + "/waive", new { reason = "" }, "*")).Fields);
        Assert.Equal(428, (await coordinator.Post(path + "/waive", new { reason = "Đang sắp xếp" })).Status);
        Assert.Equal("obligations.not-waived", (await coordinator.Post(path + "/resume", new { reason = "Đã xong" }, "*")).Code);
        var waived = await coordinator.Post(path + "/waive", new { reason = "Đang sắp xếp" }, "*");
        Assert.Equal(("Waived", "Đang sắp xếp"), ((string)waived.Body!["state"]!, (string)waived.Body["waiver"]!["reason"]!));
        Assert.Equal(before - 1, await Expected());
        Assert.Equal("obligations.waived", (await coordinator.Post(path + "/waive", new { reason = "Đang sắp xếp" }, "*")).Code);
        Assert.Equal(412, (await coordinator.Post(path + "/resume", new { reason = "Đã xong" }, "\"1-x\"")).Status);
        Assert.Equal("NotYetDue", (string)(await coordinator.Post(path + "/resume", new { reason = "Đã xong" }, "*")).Body!["state"]!);
        Assert.Equal(before, await Expected());
        Assert.Equal(403, (await reporter.Post(path + "/waive", new { reason = "Thử" }, "*")).Status);
    }
}

/// <summary>A sample year whose duties are changed.</summary>
public sealed class DutyHost : DemoHost;
