using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.Funding;

/// <summary>Money, on a database of its own.</summary>
public sealed class FundingTests : IAsyncLifetime
{
    private readonly DemoHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Money_of_a_plan_and_of_an_activity_is_read_by_everybody()
    {
        using var leader = await host.As("lanhdao");
        var plan = await leader.Read($"/plans/{await leader.PlanId()}/funding");
        var row = plan.Body!["activities"]!.AsArray().Single(a => (int)a!["order"]! == 12)!;

        Assert.Equal(15, plan.Body["activities"]!.AsArray().Count);
        var line = row["lines"]![0]!;
        Assert.Equal(("CityReformBudget", 104_000_000L, 73_125_000L, 70.3m), ((string)line["source"]!, (long)line["available"]!, (long)line["disbursed"]!, (decimal)line["disbursedPercent"]!));
        Assert.Equal(6500L, (long)row["unitCost"]!["amount"]!);
        Assert.Equal("Late", (string)plan.Body["activities"]![12]!["estimate"]!);
        var activity = await leader.Read($"/activities/{(string)row["activityId"]!}/funding");
        Assert.Equal(row.ToJsonString(), activity.Body!.ToJsonString());
        Assert.Equal(200, (await leader.Read($"/plans/{await leader.PlanId()}/funding?asOf=2024-01-01")).Status);
    }

    [Fact]
    public async Task The_overview_says_what_is_approved_and_disbursed()
    {
        using var leader = await host.As("lanhdao");
        var money = (await leader.Read($"/plans/{await leader.PlanId()}/overview")).Body!["money"]!;
        var totals = (await leader.Read($"/plans/{await leader.PlanId()}/funding")).Body!["totals"]!.AsArray()[^1]!;

        Assert.Equal(Sum("Approval"), (long)money["approved"]!);
        Assert.Equal(Sum("Disbursement"), (long)money["disbursed"]!);
        long Sum(string stage) => (long)totals["stages"]!.AsArray().Single(s => (string)s!["stage"]! == stage)!["amount"]!;
    }

    [Fact]
    public async Task A_record_needs_the_version_it_is_based_on_and_the_money_that_is_left()
    {
        using var reporter = await host.As("baocao.sotttt");
        var path = await Path(reporter, 12);
        var tag = (await reporter.Read(path)).Response.Headers.ETag!.Tag;

        Assert.Equal(428, (await reporter.Post($"{path}/CityReformBudget/disbursement", Body(1))).Status);
        Assert.Equal(412, (await reporter.Post($"{path}/CityReformBudget/disbursement", Body(1), "\"1\"")).Status);
        var over = await reporter.Post($"{path}/CityReformBudget/disbursement", Body(30_875_001), tag);
        Assert.Equal((409, "funding.over-approved"), (over.Status, over.Code));
        var made = await reporter.Post($"{path}/CityReformBudget/disbursement", Body(30_875_000), tag);
        Assert.Equal((201, 0L), (made.Status, (long)made.Body!["lines"]![0]!["remaining"]!));
        Assert.Equal(412, (await reporter.Post($"{path}/CityReformBudget/disbursement", Body(1), tag)).Status);
        Assert.Equal(409, (await reporter.Post($"{path}/CityReformBudget/disbursement", Body(1), "*")).Status);
    }

    [Theory]
    [InlineData("""{"amount":0.5,"date":"2024-09-01","document":{"number":"1/UNC","date":"2024-09-01"}}""", "amount")]
    [InlineData("""{"amount":-5,"date":"2024-09-01","document":{"number":"1/UNC","date":"2024-09-01"}}""", "amount")]
    [InlineData("""{"amount":0,"date":"2024-09-01","document":{"number":"1/UNC","date":"2024-09-01"}}""", "amount")]
    [InlineData("""{"amount":10000000000000000000,"date":"2024-09-01","document":{"number":"1/UNC","date":"2024-09-01"}}""", "amount")]
    [InlineData("""{"amount":"1.000.000,50","date":"2024-09-01","document":{"number":"1/UNC","date":"2024-09-01"}}""", "amount")]
    [InlineData("""{"amount":1,"date":"2024-09-11","document":{"number":"1/UNC","date":"2024-09-01"}}""", "date")]
    [InlineData("""{"amount":1,"date":"2024-09-01","document":{"number":" ","date":"2024-09-01"}}""", "document.number")]
    [InlineData("""{"amount":1,"date":"2024-09-01","document":{"number":"1/UNC","date":"2024-09-01"},"kind":"Cut"}""", "note")]
    [InlineData("""{"amount":1,"date":"2024-09-01","document":{"number":"1/UNC","date":"2024-09-01"},"recordedBy":"x"}""", "recordedBy")]
    public async Task What_is_wrong_is_named_and_nothing_changes(string body, string field)
    {
        using var reporter = await host.As("baocao.sotttt");
        var path = await Path(reporter, 12);
        var before = (await reporter.Read(path)).Body!.ToJsonString();

        var wrong = await reporter.Send(HttpMethod.Post, $"{path}/CityReformBudget/disbursement", ifMatch: "*", raw: body);

        Assert.Equal((400, field), (wrong.Status, Assert.Single(wrong.Fields)));
        Assert.Equal(before, (await reporter.Read(path)).Body!.ToJsonString());
    }

    [Fact]
    public async Task Each_stage_belongs_to_its_role_and_unknown_ones_are_not_there()
    {
        foreach (var (user, stage, status) in new[]
        {
            ("baocao.svhttdl", "disbursement", 403), ("lanhdao", "disbursement", 403), ("admin", "approval", 403), ("dieuphoi", "appraisal", 403),
            ("taichinh", "approval", 403), ("truong.sotttt", "disbursement", 403), ("dieuphoi", "disbursement", 403), ("baocao.sotttt", "payment", 404),
        })
        {
            using var client = await host.As(user);
            Assert.Equal(status, (await client.Post($"{await Path(client, 12)}/CityReformBudget/{stage}", Body(1), "*")).Status);
        }
        using var reporter = await host.As("baocao.sotttt");
        Assert.Equal(404, (await reporter.Post($"{await Path(reporter, 12)}/Socialised/approval", Body(1), "*")).Status);
        Assert.Equal(404, (await reporter.Post($"{await Path(reporter, 12)}/Bitcoin/estimate", Body(1), "*")).Status);
        Assert.Equal(404, (await reporter.Post($"/activities/{Guid.NewGuid()}/funding/Socialised/estimate", Body(1), "*")).Status);
    }

    private static async Task<string> Path(HttpClient client, int order) => $"/activities/{(string)(await client.Activity(order))["id"]!}/funding";

    private static JsonObject Body(long amount) => new()
    {
        ["amount"] = amount, ["date"] = "2024-09-05", ["document"] = new JsonObject { ["number"] = "99/UNC", ["date"] = "2024-09-05" },
    };
}
