using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.Activities;

/// <summary>Amendments, on a database of their own: they change what other tests count on.</summary>
public sealed class AmendmentTests : IAsyncLifetime
{
    private readonly DemoHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_new_version_is_recorded_and_reports_name_the_one_they_measured()
    {
        using var coordinator = await host.As("dieuphoi");
        var row = await coordinator.Activity(12);
        var path = $"/activities/{(string)row["id"]!}/targets/{(string)row["targets"]![0]!["id"]!}/versions";

        var made = await coordinator.Post(path, Version(20000));

        Assert.Equal((201, 1, 20000m), (made.Status, (int)made.Body!["number"]!, (decimal)made.Body["value"]!));
        Assert.Equal(2, (int)(await coordinator.Read(path)).Body!["total"]!);
        var now = (await coordinator.Activity(12))["targets"]![0]!;
        Assert.Equal((20000m, 15000m, 1), ((decimal)now["value"]!, (decimal)now["plannedValue"]!, (int)now["version"]!));
        var reports = $"/plans/{await coordinator.PlanId()}/reports";
        Assert.Equal(15000m, TargetIn(await coordinator.Read($"{reports}/2024-H1")));
        Assert.Equal(20000m, TargetIn(await coordinator.Read($"{reports}/2024-Q3")));
    }

    [Fact]
    public async Task Wrong_members_are_named_and_nothing_changes()
    {
        using var coordinator = await host.As("dieuphoi");
        var row = await coordinator.Activity(12);
        var path = $"/activities/{(string)row["id"]!}/targets/{(string)row["targets"]![0]!["id"]!}/versions";

        var wrong = await coordinator.Post(path, new JsonObject
        {
            ["value"] = -1, ["unit"] = "tờ", ["effectiveOn"] = "2026-01-01", ["reason"] = "",
            ["document"] = new JsonObject { ["number"] = "", ["date"] = "2030-01-01" },
        });

        Assert.Equal(400, wrong.Status);
        Assert.Equal(["document.date", "document.number", "effectiveOn", "reason", "value"], wrong.Fields.Order());
        Assert.Equal(409, (await coordinator.Post(path, Version(1))).Status);
        Assert.Equal(400, (await coordinator.Post(path, new JsonObject { ["value"] = "20.000" })).Status);
        Assert.Equal(404, (await coordinator.Post($"/activities/{(string)row["id"]!}/targets/{Guid.NewGuid()}/versions", Version(2))).Status);
        Assert.Equal(1, (int)(await coordinator.Read(path)).Body!["total"]!);
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("baocao.svhttdl")]
    [InlineData("truong.svhttdl")]
    [InlineData("taichinh")]
    [InlineData("lanhdao")]
    public async Task Who_may_not_change_targets_is_refused_before_the_body_is_judged(string userName)
    {
        using var client = await host.As(userName);
        var row = await client.Activity(12);
        var activity = $"/activities/{(string)row["id"]!}";

        Assert.Equal(403, (await client.Post($"{activity}/targets/{(string)row["targets"]![0]!["id"]!}/versions", new { })).Status);
        Assert.Equal(403, (await client.Post($"{activity}/stop", new { }, "*")).Status);
        Assert.Equal(403, (await client.Send(HttpMethod.Put, $"{activity}/due-date", new { }, "*")).Status);
        Assert.Equal(403, (await client.Post($"/plans/{await client.PlanId()}/activities", new { })).Status);
    }

    [Fact]
    public async Task A_lead_phases_its_own_target_by_the_version_it_read()
    {
        using var reporter = await host.As("baocao.svhttdl");
        var row = await reporter.Activity(13);
        var activity = await reporter.Read($"/activities/{(string)row["id"]!}");
        var etag = activity.Response.Headers.ETag!.ToString();
        var path = $"/activities/{(string)row["id"]!}/targets/{(string)row["targets"]![1]!["id"]!}/milestones";
        var body = new { milestones = new[] { new { on = "2024-10-31", amount = 2000 } }, reason = "Phát hành hai đợt" };

        Assert.Equal(428, (await reporter.Send(HttpMethod.Put, path, body)).Status);
        Assert.Equal(412, (await reporter.Send(HttpMethod.Put, path, body, "\"99\"")).Status);
        var phased = await reporter.Send(HttpMethod.Put, path, body, etag);

        Assert.Equal(200, phased.Status);
        Assert.Equal(0m, (decimal)phased.Body!["targets"]![1]!["expected"]!);
        Assert.Equal(412, (await reporter.Send(HttpMethod.Put, path, body, etag)).Status);
        Assert.Equal("Phased", (string)phased.Body["amendments"]![0]!["kind"]!);
    }

    [Fact]
    public async Task The_tag_of_an_activity_serves_a_program_that_keeps_a_copy()
    {
        using var client = await host.As("lanhdao");
        var path = $"{Requests.Base}/activities/{(string)(await client.Activity(1))["id"]!}";
        using var first = await client.GetAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()) } } };
        using var second = await client.SendAsync(again);

        Assert.Equal(304, (int)second.StatusCode);
    }

    [Fact]
    public async Task An_activity_is_added_stopped_and_taken_up_again()
    {
        using var coordinator = await host.As("dieuphoi");
        var lead = (string)(await coordinator.Activity(1))["lead"]!["id"]!;
        var added = await coordinator.Post($"/plans/{await coordinator.PlanId()}/activities", new
        {
            on = "2024-07-01",
            document = new { number = "120/KH-UBND", date = "2024-06-28" },
            reason = "Bổ sung",
            title = "Phát thanh cơ sở",
            quantityWording = "100% xã, phường",
            leadAgencyId = lead,
            time = "Từ tháng 7",
            targets = new[] { new { kind = "Percentage", value = 100, members = "Commune" } },
        });
        Assert.Equal(201, added.Status);
        Assert.Equal((16, "%"), ((int)added.Body!["order"]!, (string)added.Body["targets"]![0]!["unit"]!));
        var path = $"/activities/{(string)added.Body["id"]!}";

        await CountOneWard(coordinator, path, added.Body);

        Assert.Equal(404, (await coordinator.Read($"{path}?asOf=2024-06-30")).Status);
        var stop = new { on = "2024-08-01", document = new { number = "130/KH-UBND", date = "2024-07-28" }, reason = "Thôi" };
        Assert.Equal("Cancelled", (string)(await coordinator.Post($"{path}/stop", stop, "*")).Body!["status"]!);
        Assert.Equal(409, (await coordinator.Post($"{path}/stop", stop, "*")).Status);
        Assert.Equal(200, (await coordinator.Post($"{path}/resume", new { reason = "Làm tiếp" }, "*")).Status);
        Assert.Equal(409, (await coordinator.Post($"{path}/resume", new { reason = "Làm tiếp" }, "*")).Status);
    }

    private static async Task CountOneWard(HttpClient coordinator, string path, JsonNode activity)
    {
        var ward = (string)(await coordinator.Read("/agencies?level=Commune&pageSize=1")).Body!["items"]![0]!["id"]!;
        var entry = Requests.EntryOf(activity);
        Assert.Equal(["memberId"], (await coordinator.Post($"{path}/entries", entry)).Fields);
        entry["memberId"] = ward;
        var made = await coordinator.Post($"{path}/entries", entry);
        Assert.Equal((201, ward), (made.Status, (string)made.Body!["memberId"]!));
        await coordinator.Post($"/entries/{(string)made.Body["id"]!}/submit", null, "*");

        var counted = (await coordinator.Read(path)).Body!["targets"]![0]!;
        Assert.Equal((0m, 1.2m), ((decimal)counted["toDate"]!, (decimal)counted["pending"]!)); // 1 of 83, waiting
    }

    private static decimal TargetIn(Said report) => (decimal)report.Body!["rows"]!.AsArray().Single(r => (string)r!["label"]! == "12")!["target"]!;

    private static JsonObject Version(int value) => new()
    {
        ["value"] = value,
        ["unit"] = "tờ",
        ["effectiveOn"] = "2024-07-01",
        ["document"] = new JsonObject { ["number"] = "120/KH-UBND", ["date"] = "2024-06-28" },
        ["reason"] = "Tăng nhu cầu",
    };
}
