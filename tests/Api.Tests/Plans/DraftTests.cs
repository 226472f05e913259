using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.Plans;

public sealed class DraftTests(DemoHost host)
{
    [Fact]
    public async Task A_plan_is_drafted_filled_from_a_table_decided_and_issued()
    {
        using var coordinator = await host.As("dieuphoi");
        var (path, _) = await Drafted(coordinator);

        var dry = await Upload(coordinator, path + "/import?dryRun=true", "ke-hoach.docx", PlanFiles.Word());
        Assert.Equal(200, dry.Status);
        Assert.Equal(3, dry.Body!["rows"]!.AsArray().Count);
        Assert.Empty((await coordinator.Read(path)).Body!["rows"]!.AsArray());

        var kept = await Upload(coordinator, path + "/import", "ke-hoach.docx", PlanFiles.Word());
        Assert.Equal(200, kept.Status);
        var open = kept.Body!["rows"]![2]!;
        Assert.Equal(("02-03 cuộc", 2), ((string?)open["unread"], open["toDecide"]!.AsArray().Count));

        var notReady = await coordinator.Post(path + "/issue", ifMatch: (string?)kept.Body["etag"]);
        Assert.Equal((409, "plans.not-ready"), (notReady.Status, notReady.Code));

        var decided = await coordinator.Send(HttpMethod.Put, $"{path}/rows/{open["id"]}",
            new { title = "Hội thi", quantityWording = "02-03 cuộc", readAs = "tối thiểu 02 cuộc", leadWording = "Sở Nội vụ" }, (string?)kept.Body["etag"]);
        Assert.Equal(200, decided.Status);
        var headed = await coordinator.Send(HttpMethod.Put, path, Head(await Issuer(coordinator), $"KH-{Guid.NewGuid():N}", "2024-09-01"), (string?)decided.Body!["etag"]);
        Assert.Empty(headed.Body!["missing"]!.AsArray());
        var issued = await coordinator.Post(path + "/issue", ifMatch: (string?)headed.Body["etag"]);

        Assert.Equal((200, "Issued"), (issued.Status, (string?)issued.Body!["status"]));
        using var reporter = await host.As("baocao.snv");
        var activities = (await reporter.Read(path + "/activities")).Body!["items"]!.AsArray();
        Assert.Equal([3m, 12m, 2m], activities.Select(a => (decimal)a!["targets"]![0]!["value"]!));
        Assert.Equal(409, (await coordinator.Send(HttpMethod.Put, path, Head(await Issuer(coordinator)), "*")).Status);
    }

    [Theory]
    [InlineData("baocao.snv")]
    [InlineData("truong.snv")]
    [InlineData("lanhdao")]
    [InlineData("taichinh")]
    [InlineData("admin")]
    public async Task For_others_a_draft_is_not_there_whatever_they_send(string userName)
    {
        using var coordinator = await host.As("dieuphoi");
        using var other = await host.As(userName);
        var (path, id) = await Drafted(coordinator);

        Assert.Equal(403, (await other.Post("/plans", Head(await Issuer(coordinator)))).Status);
        Assert.Equal(403, (await other.Read("/plans/drafts")).Status);
        Assert.Equal(404, (await other.Read(path)).Status);
        Assert.Equal(404, (await other.Read(path + "/activities")).Status);
        Assert.Equal(404, (await other.Send(HttpMethod.Put, path, raw: "rubbish")).Status);
        Assert.Equal(404, (await other.Post(path + "/rows", new { title = "A" })).Status);
        Assert.Equal(404, (await other.Post(path + "/issue", ifMatch: "*")).Status);
        Assert.Equal(404, (await Upload(other, path + "/import", "a.docx", [1, 2, 3])).Status);
        Assert.DoesNotContain(id, (await other.Read("/plans?pageSize=200")).Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issued_plan_takes_no_rows()
    {
        using var coordinator = await host.As("dieuphoi");
        using var reporter = await host.As("baocao.snv");
        var path = $"/plans/{await coordinator.PlanId()}";

        Assert.Equal((409, "plans.issued"), Pair(await coordinator.Post(path + "/rows", new { title = "A" })));
        Assert.Equal((409, "plans.issued"), Pair(await Upload(coordinator, path + "/import", "a.docx", PlanFiles.Word())));
        Assert.Equal(403, (await reporter.Post(path + "/rows", new { title = "A" })).Status);
    }

    [Fact]
    public async Task Wrong_input_is_named_field_by_field_and_versions_are_asked()
    {
        using var coordinator = await host.As("dieuphoi");
        var (path, _) = await Drafted(coordinator);

        Assert.Equal(["issuerAgencyId", "title", "to"], (await coordinator.Post("/plans", new { title = " ", issuerAgencyId = Guid.NewGuid(), year = 2024, from = "2024-12-31", to = "2024-01-01" })).Fields.Order());
        Assert.Equal(["issuedOn", "year"], (await coordinator.Post("/plans", Head(await Issuer(coordinator), "1/KH", "2099-01-01", 2023))).Fields.Order());
        Assert.Equal(["readAs", "title"], (await coordinator.Post(path + "/rows", new { title = "", readAs = "1.5 cuộc" })).Fields.Order());
        Assert.Equal(["dueOn"], (await coordinator.Post(path + "/rows", new { title = "A", dueOn = "2025-01-01" })).Fields);
        Assert.Equal(["nguoi"], (await coordinator.Post(path + "/rows", new { title = "A", nguoi = 1 })).Fields);
        Assert.Equal(428, (await coordinator.Send(HttpMethod.Put, path, Head(await Issuer(coordinator)))).Status);
        Assert.Equal(412, (await coordinator.Send(HttpMethod.Put, path, Head(await Issuer(coordinator)), "\"99\"")).Status);
        Assert.Equal(404, (await coordinator.Send(HttpMethod.Delete, $"{path}/rows/{Guid.NewGuid()}", ifMatch: "*")).Status);
    }

    [Fact]
    public async Task Files_that_are_no_plan_are_refused_with_the_reason_and_nothing_changes()
    {
        using var coordinator = await host.As("dieuphoi");
        var (path, _) = await Drafted(coordinator);

        Assert.Equal((422, "files.wrong-kind"), Pair(await Upload(coordinator, path + "/import", "a.docx", "%PDF-1.7 no"u8.ToArray())));
        Assert.Equal((422, "files.wrong-kind"), Pair(await Upload(coordinator, path + "/import", "a.xlsx", PlanFiles.Word())));
        Assert.Equal((422, "plans.no-table"), Pair(await Upload(coordinator, path + "/import", "a.docx", PlanFiles.Word("Họ tên"))));
        Assert.Equal(415, (await coordinator.Post(path + "/import", new { file = "x" })).Status);
        Assert.Equal(["dryRun"], (await Upload(coordinator, path + "/import?dryRun=1", "a.docx", PlanFiles.Word())).Fields);
        Assert.Empty((await coordinator.Read(path)).Body!["rows"]!.AsArray());
    }

    [Fact]
    public async Task Sample_plans_of_the_seeds_are_held_as_they_are_and_plan_246_stays_first()
    {
        using var reporter = await host.As("baocao.snv");

        var channels = (await reporter.Read("/plans?search=31/KH-UBND")).Body!["items"]![0]!;
        var district = (await reporter.Read("/plans?search=167/KH-UBND")).Body!["items"]![0]!;
        var rows = (await reporter.Read($"/plans/{channels["id"]}/activities")).Body!["items"]!.AsArray();
        var monthly = (await reporter.Read($"/plans/{district["id"]}/activities")).Body!["items"]![0]!["targets"]![0]!;

        // The seventh was added during the year.
        Assert.All(rows.Take(6), r => Assert.Equal("Ongoing", (string?)r!["targets"]![0]!["kind"]));
        Assert.Equal("UBND huyện Cẩm Xuyên", (string?)district["issuer"]!["name"]);
        Assert.Equal((12m, "Month"), ((decimal)monthly["plannedValue"]!, (string?)monthly["cadence"]!["per"]));
    }

    private static (int, string?) Pair(Said said) => (said.Status, said.Code);

    private static object Head(string issuer, string? number = null, string? issuedOn = null, int year = 2024) =>
        new { title = "Kế hoạch thử", issuerAgencyId = issuer, year, from = "2024-01-01", to = "2024-12-31", number, issuedOn };

    private static async Task<string> Issuer(HttpClient client) => (string)(await client.Read("/agencies?search=Sở Nội vụ")).Body!["items"]![0]!["id"]!;

    private static async Task<(string Path, string Id)> Drafted(HttpClient coordinator)
    {
        var made = await coordinator.Post("/plans", Head(await Issuer(coordinator)));
        Assert.Equal(201, made.Status);
        var id = (string)made.Body!["id"]!;
        Assert.Equal($"/api/v1/plans/{id}", made.Response.Headers.Location!.ToString());
        return ($"/plans/{id}", id);
    }

    private static async Task<Said> Upload(HttpClient client, string path, string name, byte[] file)
    {
        using var form = new MultipartFormDataContent();
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, "file", name);
        var response = await client.PostAsync(Requests.Base + path, form);
        var text = await response.Content.ReadAsStringAsync();
        return new((int)response.StatusCode, text.Length > 0 ? JsonNode.Parse(text) : null, response);
    }
}
