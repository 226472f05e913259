using System.Net.Http.Headers;
using PlanTracker.TestKit;

namespace PlanTracker.Api.Tests.Tasks;

/// <summary>Tasks, detailed plans and clearances, on a database of its own.</summary>
public sealed class TaskTests : IAsyncLifetime
{
    private readonly DemoHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_26_tasks_stand_with_their_agencies_and_who_has_said_nothing_is_told()
    {
        using var leader = await host.As("lanhdao");
        var plan = await leader.PlanId();
        var tasks = (await leader.Read($"/plans/{plan}/tasks?pageSize=200")).Body!;
        var everybody = tasks["items"]![0]!;
        var half = (await leader.Read($"/plans/{plan}/tasks?pageSize=200&period=2024-H1")).Body!["items"]![0]!;
        var silent = (await leader.Read($"/plans/{plan}/tasks/silent?pageSize=200")).Body!;

        Assert.Equal((26, "VI.1.a", "2024-Q3"), ((int)tasks["total"]!, (string)everybody["number"]!, (string)everybody["period"]!));
        Assert.InRange((int)everybody["expected"]!, 25, 40);
        Assert.Equal((int)everybody["expected"]!, everybody["voices"]!.AsArray().Count);
        Assert.InRange((int)half["said"]!, 10, (int)half["expected"]! - 1);
        Assert.Equal(
            tasks["items"]!.AsArray().Sum(t => (int)t!["expected"]! - (int)t["said"]!), silent["items"]!.AsArray().Sum(s => (int)s!["missing"]!));
        Assert.Equal((400, "period"), await Wrong(leader, $"/plans/{plan}/tasks?period=2025-Q1"));
        Assert.Equal((400, "state"), await Wrong(leader, $"/plans/{plan}/tasks?state=Xong"));
        Assert.Equal(404, (await leader.Read($"/plans/{Guid.NewGuid()}/tasks")).Status);
    }

    [Fact]
    public async Task An_agency_says_how_its_task_stands_mends_it_by_version_and_proves_it()
    {
        using var reporter = await host.As("baocao.svhttdl");
        using var stranger = await host.As("baocao.ldld");
        var id = await TaskId(reporter, "VI.1.b");
        var body = new { period = "2024-Q3", state = "Doing", narrative = "Đã phối hợp cung cấp tin, bài." };

        var made = await reporter.Post($"/tasks/{id}/updates", body);
        Assert.Equal((201, "Doing"), (made.Status, (string)made.Body!["state"]!));
        Assert.Equal((409, "tasks.said"), await Code(reporter.Post($"/tasks/{id}/updates", body)));
        Assert.Equal((409, "tasks.period-locked"), await Code(reporter.Post($"/tasks/{id}/updates", new { period = "2024-H1", state = "Doing", narrative = "x" })));
        Assert.Equal(403, (await stranger.Post($"/tasks/{id}/updates", body)).Status);

        var path = made.Response.Headers.Location!.ToString()["/api/v1".Length..];
        var change = new { state = "Done", narrative = "Đã xong." };
        Assert.Equal(428, (await reporter.Send(HttpMethod.Put, path, change)).Status);
        Assert.Equal(412, (await reporter.Send(HttpMethod.Put, path, change, "\"7\"")).Status);
        Assert.Equal((200, "Done"), ((await reporter.Send(HttpMethod.Put, path, change, "\"1\"")) is var put ? (put.Status, (string)put.Body!["state"]!) : default));
        Assert.Equal(403, (await stranger.Send(HttpMethod.Put, path, change, "*")).Status);

        Assert.Equal((400, "url"), await Field(reporter.Post($"{path}/evidence", new { kind = "Link", url = "javascript:alert(1)" })));
        var link = await reporter.Post($"{path}/evidence", new { kind = "Link", url = "https://cantho.gov.vn/cchc" });
        Assert.Equal(201, link.Status);
        Assert.Equal(403, (await stranger.Post($"{path}/evidence", new { kind = "Link", url = "https://cantho.gov.vn" })).Status);
        Assert.Equal(1, (int)(await stranger.Read($"{path}/evidence")).Body!["total"]!);
        Assert.Equal(403, (await stranger.Send(HttpMethod.Delete, $"/attachments/{link.Body!["id"]}", ifMatch: "*")).Status);
        Assert.Equal(200, (await reporter.Send(HttpMethod.Delete, $"/attachments/{link.Body["id"]}", ifMatch: "*")).Status);
        Assert.Equal(404, (await reporter.Send(HttpMethod.Delete, $"/attachments/{link.Body["id"]}", ifMatch: "*")).Status);
    }

    [Fact]
    public async Task A_file_is_judged_kept_handed_out_as_a_download_and_refused_by_what_it_is()
    {
        using var reporter = await host.As("baocao.snv");
        var task = (await reporter.Read($"/plans/{await reporter.PlanId()}/tasks?search=VI.2.a")).Body!["items"]![0]!;
        var path = $"/api/v1/task-updates/{task["voices"]![0]!["update"]!["id"]}/evidence";

        var (status, body) = await Send("bao-cao.pdf", SampleFiles.Pdf());
        Assert.Equal(201, status);
        using var file = await reporter.GetAsync(new Uri((string)body!["file"]!["content"]!, UriKind.Relative));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(415, (await Send("trang.html", "<html></html>"u8.ToArray())).Status);
        Assert.InRange((await Send("gia.pdf", "MZ khong phai pdf"u8.ToArray())).Status, 415, 422);

        async Task<(int Status, System.Text.Json.Nodes.JsonNode? Body)> Send(string name, byte[] content)
        {
            using var form = new MultipartFormDataContent();
            using var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, "file", name);
            using var response = await reporter.PostAsync(new Uri(path, UriKind.Relative), form);
            return ((int)response.StatusCode, System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync()));
        }
    }

    [Theory]
    [InlineData("""{"period":"2024-Q3","state":"Doing","narrative":""}""", "narrative")]
    [InlineData("""{"period":"2024-Q3","state":"Xong","narrative":"x"}""", "state")]
    [InlineData("""{"period":"2025-Q1","state":"Doing","narrative":"x"}""", "period")]
    [InlineData("""{"period":"2024-Q3","state":"Doing","narrative":"a\u0000b"}""", "narrative")]
    [InlineData("""{"period":"2024-Q3","state":"Doing","narrative":"x","saidBy":"y"}""", "saidBy")]
    [InlineData("""{"period":"2024-Q3","state":"Doing","narrative":"x","agencyId":"abc"}""", "agencyId")]
    [InlineData("""{"period":"2024-Q3","state":"Doing","narrative":"x","agencyId":"00000000-0000-0000-0000-000000000001"}""", "agencyId")]
    public async Task What_is_wrong_is_named_and_nothing_changes(string body, string field)
    {
        using var reporter = await host.As("baocao.svhttdl");
        var id = await TaskId(reporter, "VI.1.c");

        var wrong = await reporter.Send(HttpMethod.Post, $"/tasks/{id}/updates", raw: body);

        Assert.Equal((400, field), (wrong.Status, Assert.Single(wrong.Fields)));
    }

    [Fact]
    public async Task The_same_key_sent_again_makes_one_update()
    {
        using var reporter = await host.As("baocao.sotttt");
        var id = await TaskId(reporter, "VI.1.e");
        reporter.DefaultRequestHeaders.Add("Idempotency-Key", "cap-nhat-1");
        var body = new { period = "2024-Q3", state = "Done", narrative = "Đã gửi báo cáo." };

        var (first, second) = (await reporter.Post($"/tasks/{id}/updates", body), await reporter.Post($"/tasks/{id}/updates", body));

        Assert.Equal((201, 201, (string)first.Body!["id"]!), (first.Status, second.Status, (string)second.Body!["id"]!));
    }

    [Fact]
    public async Task A_clearance_goes_its_way_and_a_late_one_is_on_the_work_lists_of_its_agency_and_of_so_noi_vu()
    {
        using var coordinator = await host.As("dieuphoi");
        using var reporter = await host.As("baocao.skhdt");
        using var stranger = await host.As("baocao.svhttdl");
        var plan = await coordinator.PlanId();
        var late = (await reporter.Read($"/plans/{plan}/preparations?late=true&pageSize=200")).Body!["items"]!.AsArray().Single(p => (string)p!["agency"]!["shortName"]! == "Sở KHĐT" || ((string)p["agency"]!["name"]!).Contains("Kế hoạch và Đầu tư", StringComparison.Ordinal))!;
        var id = (string)late["id"]!;
        Assert.Contains(id, await Work(reporter), StringComparison.Ordinal);
        Assert.Contains(id, await Work(coordinator), StringComparison.Ordinal);
        Assert.DoesNotContain(id, await Work(stranger), StringComparison.Ordinal);

        var step = new { date = "2024-09-09", document = new { number = "77/KH-SKHĐT", date = "2024-09-09" } };
        Assert.Equal(403, (await stranger.Post($"/preparations/{id}/finish", step, "*")).Status);
        Assert.Equal(403, (await reporter.Post($"/preparations/{id}/drop", new { date = "2024-09-09", note = "x" }, "*")).Status);
        Assert.Equal((409, "preparations.wrong-state"), await Code(reporter.Post($"/preparations/{id}/send", step, "*")));
        Assert.Equal((400, "document"), await Field(reporter.Post($"/preparations/{id}/finish", new { date = "2024-09-09" }, "*")));
        Assert.Equal(428, (await reporter.Post($"/preparations/{id}/finish", step)).Status);
        var done = await reporter.Post($"/preparations/{id}/finish", step, "\"1\"");
        Assert.Equal((200, "Done", false), (done.Status, (string)done.Body!["state"]!, (bool)done.Body["isLate"]!));
        Assert.DoesNotContain(id, await Work(reporter), StringComparison.Ordinal);

        static async Task<string> Work(HttpClient client) => (await client.Read("/worklist?kind=LatePreparations&pageSize=200")).Body!.ToJsonString();
    }

    private static async Task<string> TaskId(HttpClient client, string number) =>
        (string)(await client.Read($"/plans/{await client.PlanId()}/tasks?pageSize=200")).Body!["items"]!.AsArray().Single(t => (string)t!["number"]! == number)!["id"]!;

    private static async Task<(int, string?)> Code(Task<Said> said) => (await said) is var answer ? (answer.Status, answer.Code) : default;

    private static async Task<(int, string)> Field(Task<Said> said) => (await said) is var answer ? (answer.Status, Assert.Single(answer.Fields)) : default;

    private static Task<(int, string)> Wrong(HttpClient client, string path) => Field(client.Read(path));
}
