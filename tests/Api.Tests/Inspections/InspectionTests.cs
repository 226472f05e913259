namespace PlanTracker.Api.Tests.Inspections;

/// <summary>The register of inspections, on a database of its own.</summary>
public sealed class InspectionTests : IAsyncLifetime
{
    private readonly DemoHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_check_is_planned_recorded_followed_up_and_closed()
    {
        using var coordinator = await host.As("dieuphoi");
        using var reporter = await host.As("baocao.sotttt");
        using var other = await host.As("baocao.svhttdl");
        var agency = (await coordinator.Read("/agencies?search=so%20thong%20tin%20va%20truyen%20thong")).Body!["items"]![0]!["id"];
        var plan = new { planId = await coordinator.PlanId(), agencyId = (string)agency!, title = "Kiểm tra phát hành tờ gấp", plannedOn = "2024-09-02" };
        Assert.Equal(403, (await reporter.Post("/inspections", plan)).Status);
        var made = await coordinator.Post("/inspections", plan);
        Assert.Equal((201, "Planned", true), (made.Status, (string)made.Body!["state"]!, (bool)made.Body["isOverdue"]!));
        var path = $"/inspections/{made.Body["id"]}";

        var result = new { heldOn = "2024-09-03", findings = "Phát hành chậm.", recommendations = new[] { new { text = "Phát hành đủ đến các xã", dueOn = "2024-09-05" } } };
        Assert.Equal(428, (await coordinator.Post($"{path}/result", result)).Status);
        var recorded = await coordinator.Post($"{path}/result", result, "\"1\"");
        Assert.Equal((200, "FollowUp", true), (recorded.Status, (string)recorded.Body!["state"]!, (bool)recorded.Body["recommendations"]![0]!["isLate"]!));
        var one = $"{path}/recommendations/{recorded.Body["recommendations"]![0]!["id"]}";
        Assert.Contains((string)made.Body["id"]!, (await reporter.Read("/worklist?kind=LateInspections&pageSize=200")).Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain((string)made.Body["id"]!, (await other.Read("/worklist?kind=LateInspections&pageSize=200")).Body!.ToJsonString(), StringComparison.Ordinal);

        Assert.Equal(403, (await other.Post($"{one}/follow-up", new { date = "2024-09-09", text = "x" }, "*")).Status);
        Assert.Equal(404, (await reporter.Post($"{path}/recommendations/{Guid.NewGuid()}/follow-up", new { date = "2024-09-09", text = "x" }, "*")).Status);
        Assert.Equal(200, (await reporter.Post($"{one}/follow-up", new { date = "2024-09-09", text = "Đã phát hành đủ." }, "*")).Status);
        Assert.Equal(403, (await reporter.Post($"{one}/close", new { }, "*")).Status);
        var closed = await coordinator.Post($"{one}/close", new { note = "Đã kiểm tra lại." }, "\"3\"");
        Assert.Equal((200, "Closed"), (closed.Status, (string)closed.Body!["state"]!));
        Assert.Equal(409, (await coordinator.Post($"{one}/close", new { }, "*")).Status);
        Assert.Equal(409, (await coordinator.Post($"{path}/cancel", new { reason = "x" }, "*")).Status);
        var deeds = (await reporter.Read($"/changes?entity=inspection&id={made.Body["id"]}")).Body!;
        Assert.Equal(4, (int)deeds["total"]!);
    }

    [Theory]
    [InlineData("""{"heldOn":"2024-09-11","findings":"x","recommendations":[]}""", "heldOn")]
    [InlineData("""{"heldOn":"2024-09-06","findings":" ","recommendations":[]}""", "findings")]
    [InlineData("""{"heldOn":"2024-09-06","findings":"x"}""", "recommendations")]
    [InlineData("""{"heldOn":"2024-09-06","findings":"x","recommendations":[null]}""", "recommendations")]
    [InlineData("""{"heldOn":"2024-09-06","findings":"x","recommendations":[{"text":"y","dueOn":"2024-09-01"}]}""", "recommendations[0].dueOn")]
    [InlineData("""{"heldOn":"2024-02-30","findings":"x","recommendations":[]}""", "heldOn")]
    [InlineData("""{"heldOn":"2024-09-06","findings":"x","recommendations":[],"conclusion":{"number":" ","date":"2024-09-06"}}""", "conclusion.number")]
    public async Task What_is_wrong_is_named_and_nothing_changes(string body, string field)
    {
        using var coordinator = await host.As("dieuphoi");
        var id = (string)(await coordinator.Read("/inspections?search=o%20mon")).Body!["items"]![0]!["id"]!;

        var wrong = await coordinator.Send(HttpMethod.Post, $"/inspections/{id}/result", ifMatch: "*", raw: body);

        Assert.Equal((400, field), (wrong.Status, Assert.Single(wrong.Fields)));
        Assert.Equal("Planned", (string)(await coordinator.Read($"/inspections/{id}")).Body!["state"]!);
    }

    [Fact]
    public async Task The_report_has_tasks_and_inspections_on_its_page_and_in_its_workbook()
    {
        using var leader = await host.As("lanhdao");
        var plan = await leader.PlanId();
        foreach (var (part, words) in new[] { ("nhiem-vu", "Thực hiện nhiệm vụ tại mục VI"), ("kiem-tra", "UBND quận Ninh Kiều") })
        {
            using var page = await leader.GetAsync(new Uri($"/bao-cao?plan={plan}&period=2024-Q3&phan={part}", UriKind.Relative));
            Assert.Contains(words, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using var workbook = await leader.GetAsync(new Uri($"/api/v1/plans/{plan}/reports/2024-Q3.xlsx", UriKind.Relative));
        using var zip = new System.IO.Compression.ZipArchive(await workbook.Content.ReadAsStreamAsync());
        using var names = new StreamReader(zip.GetEntry("xl/workbook.xml")!.Open());
        var sheets = await names.ReadToEndAsync();
        Assert.Contains("name=\"Nhiệm vụ\"", sheets, StringComparison.Ordinal);
        Assert.Contains("name=\"Kiểm tra\"", sheets, StringComparison.Ordinal);
    }
}
