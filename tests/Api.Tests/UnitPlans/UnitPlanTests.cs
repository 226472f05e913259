using System.IO.Compression;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Api.Tests.UnitPlans;

/// <summary>Agencies' own plans, on a database of its own.</summary>
public sealed class UnitPlanTests : IAsyncLifetime
{
    private readonly DemoHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_plan_is_drafted_filled_issued_carried_out_and_stands_beside_the_city()
    {
        using var reporter = await host.As("baocao.snv");
        using var head = await host.As("truong.snv");
        using var other = await host.As("baocao.ninhkieu");
        using var coordinator = await host.As("dieuphoi");
        var city = await reporter.PlanId();
        var activity = await reporter.Activity(12);
        var link = (string)activity["id"]!;
        var made = await reporter.Post($"/plans/{city}/unit-plans", new { title = "Tuyên truyền CCHC của Sở Nội vụ" });
        Assert.Equal((201, "Draft", "\"1\""), (made.Status, (string)made.Body!["status"]!, made.Response.Headers.ETag!.Tag));
        var path = $"/unit-plans/{made.Body["id"]}";
        Assert.Equal(409, (await reporter.Post($"/plans/{city}/unit-plans", new { title = "Nữa" })).Status);
        Assert.Equal(404, (await other.Read(path)).Status);
        Assert.Equal(404, (await other.Send(HttpMethod.Put, path, new { title = "x" }, "*")).Status);

        Assert.Equal(428, (await reporter.Post($"{path}/activities", new { title = "Tờ gấp" })).Status);
        var added = await reporter.Post($"{path}/activities", new { title = "Tờ gấp", quantityWording = "100 tờ", cityActivityId = link }, "\"1\"");
        Assert.Equal((200, 100m, "tờ"), (added.Status, (decimal)added.Body!["activities"]![0]!["quantity"]!, (string)added.Body["activities"]![0]!["unit"]!));
        Assert.Equal(412, (await reporter.Post($"{path}/activities", new { title = "Cũ" }, "\"1\"")).Status);
        Assert.Equal(200, (await reporter.Post($"{path}/issue", new { number = "40/KH-SNV", issuedOn = "2024-01-30" }, "*")).Status);
        Assert.Equal(200, (await other.Read(path)).Status);
        Assert.Equal(403, (await other.Send(HttpMethod.Put, path, new { title = "x" }, "*")).Status);

        var row = $"{path}/activities/{added.Body["activities"]![0]!["id"]}";
        var result = await reporter.Post($"{row}/results", new { date = "2024-09-05", quantity = 60, title = "Phát 60 tờ", url = "https://sonoivu.cantho.gov.vn/to-gap" });
        Assert.Equal((201, "Submitted"), (result.Status, (string)result.Body!["status"]!));
        var one = $"/unit-results/{result.Body["id"]}";
        Assert.Equal(404, (await other.Read(one)).Status);
        Assert.Equal(403, (await reporter.Post($"{one}/confirm", ifMatch: "*")).Status);
        Assert.Contains((string)result.Body["id"]!, (await head.Read("/worklist?kind=UnitResults")).Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(200, (await head.Post($"{one}/confirm", ifMatch: "\"1\"")).Status);
        Assert.Equal(200, (await other.Read(one)).Status);

        var before = (decimal)activity["targets"]![0]!["toDate"]!;
        Assert.Equal(before, (decimal)(await reporter.Activity(12))["targets"]![0]!["toDate"]!);
        var beside = (await other.Read($"/activities/{link}/unit-progress")).Body!;
        Assert.Contains(beside["units"]!.AsArray(), u => (string)u!["unitPlanId"]! == (string)made.Body["id"]! && (decimal)u["toDate"]! == 60);
        Assert.Equal(403, (await reporter.Post($"/activities/{link}/unit-decisions", new { counts = true, on = "2024-09-01", reason = "x" }, "*")).Status);
        Assert.Equal(409, (await coordinator.Post($"/activities/{link}/unit-decisions", new { counts = true, on = "2024-06-14", reason = "x" }, "*")).Status);
        var decided = await coordinator.Post($"/activities/{link}/unit-decisions", new { counts = true, on = "2024-09-01", reason = "Cộng số của đơn vị" }, "*");
        Assert.True(decided.Status == 200 && (bool)decided.Body!["countsNow"]!, decided.Body!.ToJsonString());
        Assert.Equal(before + 60, (decimal)(await reporter.Activity(12))["targets"]![0]!["toDate"]!);
        var figure = (await other.Read($"/plans/{city}/figures/{activity["targets"]![0]!["id"]}?figure=ToDate")).Body!;
        Assert.Equal(60, figure["units"]!.AsArray().Sum(u => (decimal)u!["quantity"]!));
        Assert.Contains("Trong đó của các đơn vị", (string)figure["formula"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issued_report_stays_as_it_is_whatever_is_decided_later()
    {
        using var coordinator = await host.As("dieuphoi");
        var plan = await coordinator.PlanId();
        var activity = await coordinator.Activity(12);
        var issued = (await coordinator.Read($"/plans/{plan}/reports/2024-H1")).Body!.ToJsonString();

        Assert.Equal(200, (await coordinator.Post($"/activities/{activity["id"]}/unit-decisions", new { counts = true, on = "2024-06-15", reason = "Cộng số của đơn vị" }, "*")).Status);

        Assert.Equal(issued, (await coordinator.Read($"/plans/{plan}/reports/2024-H1")).Body!.ToJsonString());
        Assert.True((decimal)(await coordinator.Activity(12))["targets"]![0]!["toDate"]! > (decimal)activity["targets"]![0]!["toDate"]!);
    }

    [Theory]
    [InlineData("activities", """{"title":""}""", "title")]
    [InlineData("activities", """{"title":"x","quantity":-1,"unit":"tin"}""", "quantity")]
    [InlineData("activities", """{"title":"x","quantity":"5","unit":"tin"}""", "quantity")]
    [InlineData("activities", """{"title":"x","quantity":1e308,"unit":"tin"}""", "quantity")]
    [InlineData("activities", """{"title":"x","cityActivityId":"01900000-0000-7000-8000-000000000000"}""", "cityActivityId")]
    [InlineData("activities", """{"title":"x","status":"Issued"}""", "status")]
    [InlineData("issue", """{"number":"x","issuedOn":"2024-02-30"}""", "issuedOn")]
    [InlineData("issue", """{"number":"x","issuedOn":"2030-01-01"}""", "issuedOn")]
    [InlineData("copy", """{"from":"01900000-0000-7000-8000-000000000000"}""", "from")]
    public async Task What_is_wrong_is_named_and_nothing_changes(string verb, string body, string field)
    {
        using var reporter = await host.As("baocao.snv");
        var made = (await reporter.Post($"/plans/{await reporter.PlanId()}/unit-plans", new { title = "Thử" })).Body!;

        var wrong = await reporter.Send(HttpMethod.Post, $"/unit-plans/{made["id"]}/{verb}", ifMatch: "*", raw: body);

        Assert.Equal((400, field), (wrong.Status, Assert.Single(wrong.Fields)));
        Assert.Equal(1, (int)(await reporter.Read($"/unit-plans/{made["id"]}")).Body!["version"]!);
    }

    [Fact]
    public async Task A_link_to_another_city_plan_and_a_plan_as_its_own_parent_are_refused()
    {
        using var reporter = await host.As("baocao.snv");
        var made = (await reporter.Post($"/plans/{await reporter.PlanId()}/unit-plans", new { title = "Thử" })).Body!;
        var other = (string)(await reporter.Read("/plans?search=KH-MAU")).Body!["items"]![0]!["id"]!;
        var foreign = (string)(await reporter.Read($"/plans/{other}/activities")).Body!["items"]![0]!["id"]!;

        var linked = await reporter.Post($"/unit-plans/{made["id"]}/activities", new { title = "x", cityActivityId = foreign }, "*");
        var parent = await reporter.Send(HttpMethod.Put, $"/unit-plans/{made["id"]}", new { title = "x", parentId = (string)made["id"]! }, "*");

        Assert.Equal((400, "cityActivityId"), (linked.Status, Assert.Single(linked.Fields)));
        Assert.Equal((400, "parentId"), (parent.Status, Assert.Single(parent.Fields)));
    }

    [Fact]
    public async Task Nine_who_edit_at_once_are_one_who_does_and_eight_who_are_stale()
    {
        using var reporter = await host.As("baocao.snv");
        var made = (await reporter.Post($"/plans/{await reporter.PlanId()}/unit-plans", new { title = "Thử" })).Body!;

        var all = await Task.WhenAll(Enumerable.Range(0, 9).Select(i => reporter.Send(HttpMethod.Put, $"/unit-plans/{made["id"]}", new { title = $"Tên {i}" }, "\"1\"")));

        Assert.Equal((1, 8), (all.Count(a => a.Status == 200), all.Count(a => a.Status == 412)));
    }

    [Fact]
    public async Task The_coverage_pages_filters_and_comes_as_workbooks()
    {
        using var leader = await host.As("lanhdao");
        var plan = await leader.PlanId();
        var all = (await leader.Read($"/plans/{plan}/unit-coverage?pageSize=200")).Body!;
        Assert.Equal((116, 15), ((int)all["expected"]!, all["activities"]!.AsArray().Count));
        Assert.InRange((int)all["issued"]!, 30, 100);
        var caiKhe = all["items"]!.AsArray().Single(r => ((string)r!["agency"]!["name"]!).Contains("Cái Khế", StringComparison.Ordinal))!;
        Assert.Equal(("12/KH-UBND", 2), ((string)caiKhe["number"]!, caiKhe["unlinked"]!.AsArray().Count));
        var missing = (await leader.Read($"/plans/{plan}/unit-coverage?missing=true&level=Commune")).Body!;
        Assert.All(missing["items"]!.AsArray(), r => Assert.Null((string?)r!["unitPlanId"]));
        Assert.Equal(400, (await leader.Read($"/plans/{plan}/unit-coverage?level=x")).Status);
        Assert.Equal(404, (await leader.Read($"/plans/{Guid.NewGuid()}/unit-coverage")).Status);
        foreach (var file in new[] { "unit-coverage.xlsx", "unit-plans-missing.xlsx" })
        {
            using var workbook = await leader.GetAsync(new Uri($"/api/v1/plans/{plan}/{file}", UriKind.Relative));
            using var zip = new ZipArchive(await workbook.Content.ReadAsStreamAsync());
            Assert.NotNull(zip.GetEntry("xl/workbook.xml"));
        }
    }

    [Fact]
    public async Task A_workbook_with_wrong_rows_names_them_by_cell_and_a_good_one_fills_the_draft()
    {
        using var reporter = await host.As("baocao.snv");
        var id = (string)(await reporter.Post($"/plans/{await reporter.PlanId()}/unit-plans", new { title = "Thử" })).Body!["id"]!;
        using var template = await reporter.GetAsync(new Uri($"/api/v1/unit-plans/{id}/activities/template.xlsx", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.OK, template.StatusCode);

        var wrong = await Send(reporter, id, ["Tờ gấp", "99", "x"], ["", "12", ""]);
        Assert.Equal(422, wrong.Status);
        Assert.Equal(["A3", "B2", "C2"], wrong.Fields.Order());
        var good = await Send(reporter, id, ["Tờ gấp", "12", "50"], ["Ngày hội", "", ""]);
        Assert.True(good.Status == 200, good.Body!.ToJsonString());
        Assert.Equal(2, (await reporter.Read($"/unit-plans/{id}")).Body!["activities"]!.AsArray().Count);
    }

    private static async Task<Said> Send(HttpClient client, string id, params string[][] rows)
    {
        string[] heads = ["Nội dung hoạt động", "Hoạt động của thành phố", "Số lượng cả năm", "Đơn vị tính"];
        var file = new Reports.Templates.TemplateWriter().Write(new ImportTemplate(
            "Thử", "Hoạt động", [.. heads.Select(h => new TemplateColumn(h, 30, false, ""))], [])
        {
            Rows = [.. rows.Select(r => (string[])[.. r, r[2].Length > 0 ? "tờ" : ""])],
        });
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "hoat-dong.xlsx" } };
        using var response = await client.PostAsync(new Uri($"/api/v1/unit-plans/{id}/activities/import", UriKind.Relative), form);
        return new((int)response.StatusCode, System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync()), response);
    }
}
