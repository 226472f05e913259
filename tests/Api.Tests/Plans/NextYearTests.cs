using System.Net;
using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.Plans;

/// <summary>A sample year of its own: the next year is made once.</summary>
public sealed class NextYearHost : DemoHost;

public sealed class NextYearTests(NextYearHost host) : IClassFixture<NextYearHost>
{
    [Fact]
    public async Task The_next_year_is_proposed_drafted_once_edited_decided_and_discarded()
    {
        using var coordinator = await host.As("dieuphoi");
        var path = $"/plans/{await coordinator.PlanId()}/next-year";
        var proposed = (await coordinator.Read(path)).Body!;
        Assert.Equal(("Proposed", null, 2025), ((string)proposed["state"]!, (string?)proposed["nextPlanId"], (int)proposed["year"]!));

        var made = await coordinator.Post(path);
        var again = await coordinator.Post(path);
        var id = (string)made.Body!["nextPlanId"]!;
        Assert.Equal((201, 200, id, $"/api/v1/plans/{id}"), (made.Status, again.Status, (string)again.Body!["nextPlanId"]!, made.Response.Headers.Location!.ToString()));
        var row = made.Body["rows"]![0]!;
        Assert.Equal((decimal)row["lastTargets"]![0]!["value"]!, (decimal)row["row"]!["targets"]![0]!["value"]!);
        Assert.True((decimal)row["lastTargets"]![0]!["toDate"]! > 0);

        var money = made.Body["money"]!.AsArray();
        Assert.NotEmpty(money);
        var one = money[0]!;
        var body = new JsonObject { ["items"] = new JsonArray(new JsonObject { ["activityId"] = (string)one["activityId"]!, ["source"] = (string)one["source"]!, ["choice"] = "CarryOver", ["note"] = "CV 12" }) };
        Assert.Equal(428, (await coordinator.Send(HttpMethod.Put, path + "/money", body)).Status);
        Assert.Equal(412, (await coordinator.Send(HttpMethod.Put, path + "/money", body, "\"9\"")).Status);
        var decided = await coordinator.Send(HttpMethod.Put, path + "/money", body, again.Response.Headers.ETag!.Tag);
        Assert.Equal((200, "CarryOver"), (decided.Status, (string)decided.Body!["money"]![0]!["choice"]!));
        Assert.Equal(400, (await coordinator.Send(HttpMethod.Put, path + "/money", new { items = new[] { new { activityId = Guid.NewGuid(), source = "UnitBudget", choice = "GiveBack" } } }, "*")).Status);
        Assert.Equal(400, (await coordinator.Send(HttpMethod.Put, path + "/money", raw: """{"items":[null]}""", ifMatch: "*")).Status);
        Assert.Equal(400, (await coordinator.Send(HttpMethod.Put, path + "/money", raw: """{"items":[],"amount":1}""", ifMatch: "*")).Status);

        Assert.Equal(428, (await coordinator.Send(HttpMethod.Delete, $"/plans/{id}")).Status);
        Assert.Equal(412, (await coordinator.Send(HttpMethod.Delete, $"/plans/{id}", ifMatch: "\"1\"")).Status);
        Assert.Equal(204, (await coordinator.Send(HttpMethod.Delete, $"/plans/{id}", ifMatch: "*")).Status);
        Assert.Equal(404, (await coordinator.Read($"/plans/{id}")).Status);
        Assert.Equal(409, (await coordinator.Send(HttpMethod.Delete, $"/plans/{await coordinator.PlanId()}", ifMatch: "*")).Status);
        Assert.Equal(404, (await coordinator.Post($"/plans/{Guid.NewGuid()}/next-year")).Status);
    }

    [Theory]
    [InlineData("baocao.snv")]
    [InlineData("truong.snv")]
    [InlineData("lanhdao")]
    [InlineData("taichinh")]
    [InlineData("admin")]
    public async Task Others_see_and_make_none(string userName)
    {
        using var other = await host.As(userName);
        var path = $"/plans/{await other.PlanId()}/next-year";

        Assert.Equal(403, (await other.Read(path)).Status);
        Assert.Equal(403, (await other.Post(path)).Status);
        Assert.Equal(403, (await other.Send(HttpMethod.Put, path + "/money", raw: "rubbish", ifMatch: "*")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"/ke-hoach/{await other.PlanId()}/nam-sau")).StatusCode);
    }

    [Fact]
    public async Task Years_stand_side_by_side_on_a_page_and_in_a_sheet_for_everybody()
    {
        using var leader = await host.As("lanhdao");
        var plans = (await leader.Read("/plans?pageSize=50")).Body!["items"]!.AsArray();
        var ids = string.Join(',', plans.Take(2).Select(p => (string)p!["id"]!));

        var compared = (await leader.Read($"/plans/comparison?plans={ids}")).Body!;
        Assert.Equal(2, compared["years"]!.AsArray().Count);
        Assert.All(compared["lines"]!.AsArray(), l => Assert.Equal(2, l!["cells"]!.AsArray().Count));
        Assert.Equal(400, (await leader.Read("/plans/comparison?plans=x")).Status);
        Assert.Equal(404, (await leader.Read($"/plans/comparison?plans={Guid.NewGuid()}")).Status);
        Assert.Equal(200, (await leader.Read("/plans/comparison")).Status);
        using var answer = await leader.GetAsync($"/api/v1/plans/comparison.xlsx?plans={ids}");
        using var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document));
        Assert.Contains("Mỗi năm một cột", await leader.GetStringAsync("/ke-hoach/so-sanh"), StringComparison.Ordinal);
        Assert.Contains("đã bỏ qua", await leader.GetStringAsync("/ke-hoach/so-sanh?plan=x"), StringComparison.Ordinal);
    }
}
