namespace PlanTracker.Api.Tests.Difficulties;

/// <summary>Difficulties, on a database of its own.</summary>
public sealed class DifficultyTests : IAsyncLifetime
{
    private readonly DemoHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task One_is_raised_answered_and_closed_and_stands_in_the_report_with_its_answer()
    {
        using var reporter = await host.As("baocao.svhttdl");
        using var coordinator = await host.As("dieuphoi");
        using var other = await host.As("baocao.ldld");
        var plan = await reporter.PlanId();
        var made = await reporter.Post("/difficulties", new { planId = plan, title = "Thiếu xe loa", text = "Xe loa hỏng, chưa có xe thay.", proposal = "Cho mượn xe" });
        Assert.Equal(201, made.Status);
        var path = $"/difficulties/{made.Body!["id"]}";
        Assert.Equal(404, (await other.Read(path)).Status);
        Assert.Equal(403, (await reporter.Post($"{path}/answer", new { text = "x" }, "*")).Status);
        Assert.Equal(404, (await other.Post($"{path}/close", new { text = "x" }, "*")).Status);
        Assert.Contains((string)made.Body["id"]!, (await coordinator.Read("/worklist?kind=Unanswered&pageSize=200")).Body!.ToJsonString(), StringComparison.Ordinal);

        var answer = new { text = "Bố trí xe của Trung tâm Văn hóa.", document = new { number = "2100/SNV", date = "2024-09-10" } };
        Assert.Equal(428, (await coordinator.Post($"{path}/answer", answer)).Status);
        var answered = await coordinator.Post($"{path}/answer", answer, "\"1\"");
        Assert.Equal((200, "Answered"), (answered.Status, (string)answered.Body!["state"]!));
        Assert.Equal(412, (await coordinator.Post($"{path}/answer", answer, "\"1\"")).Status);
        Assert.Equal(200, (await other.Read(path)).Status);
        Assert.Equal(200, (await reporter.Post($"{path}/close", new { text = "Đã có xe." }, "*")).Status);
        var late = await coordinator.Post($"{path}/escalate", answer, "*");
        Assert.Equal((409, "difficulties.wrong-state"), (late.Status, late.Code));

        using var page = await coordinator.GetAsync(new Uri($"/bao-cao?plan={plan}&period=2024-Q3&phan=vi", UriKind.Relative));
        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("Xe loa hỏng, chưa có xe thay.", text, StringComparison.Ordinal);
        Assert.Contains("Bố trí xe của Trung tâm Văn hóa. (2100/SNV ngày 10/09/2024)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 9)]
    [InlineData("&state=Escalated", 1)]
    [InlineData("&search=GIAY%20in", 1)]
    [InlineData("&search=kinh%20phi%20sua", 1)]
    [InlineData("&search=%25%25", 0)]
    public async Task The_list_is_filtered_and_searched_without_marks(string query, int least)
    {
        using var coordinator = await host.As("dieuphoi");
        var found = (await coordinator.Read($"/difficulties?plan={await coordinator.PlanId()}{query}&pageSize=200&sort=-raisedAt")).Body!;

        Assert.InRange((int)found["total"]!, least, least == 0 ? 0 : 200);
        Assert.Equal((int)found["total"]!, found["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_reports_raised_is_linked_to_them_and_has_their_words()
    {
        using var coordinator = await host.As("dieuphoi");
        var linked = (await coordinator.Read("/difficulties?pageSize=200")).Body!["items"]!.AsArray().Where(d => d!["obligationId"] is not null).ToList();

        Assert.NotEmpty(linked);
        Assert.All(linked, d => Assert.NotEqual("", (string)d!["text"]!));
        var edit = await coordinator.Send(HttpMethod.Put, $"/difficulties/{linked[0]!["id"]}", new { planId = linked[0]!["planId"], title = "x", text = "y" }, "*");
        Assert.Equal(403, edit.Status);
    }

    [Theory]
    [InlineData("""{"planId":"PLAN","title":"","text":"x"}""", "title")]
    [InlineData("""{"planId":"PLAN","title":"x"}""", "text")]
    [InlineData("""{"planId":"PLAN","title":"x\ny","text":"x"}""", "title")]
    [InlineData("""{"planId":"00000000-0000-0000-0000-000000000001","title":"x","text":"x"}""", "planId")]
    [InlineData("""{"planId":"PLAN","title":"x","text":"x","state":"Closed"}""", "state")]
    [InlineData("""{"planId":"PLAN","title":"x","text":"x","taskId":"00000000-0000-0000-0000-000000000001"}""", "taskId")]
    [InlineData("""{"planId":"PLAN","title":"x","text":"x","text":"y"}""", "text")]
    public async Task What_is_wrong_is_named(string body, string field)
    {
        using var reporter = await host.As("baocao.svhttdl");

        var wrong = await reporter.Send(HttpMethod.Post, "/difficulties", raw: body.Replace("PLAN", await reporter.PlanId(), StringComparison.Ordinal));

        Assert.Equal((400, field), (wrong.Status, Assert.Single(wrong.Fields)));
    }

    [Theory]
    [InlineData("dieuphoi")]
    [InlineData("lanhdao")]
    [InlineData("taichinh")]
    [InlineData("admin")]
    [InlineData("truong.svhttdl")]
    public async Task Who_does_not_report_for_an_agency_raises_nothing(string userName)
    {
        using var client = await host.As(userName);
        Assert.Equal(403, (await client.Post("/difficulties", new { planId = await client.PlanId(), title = "x", text = "x" })).Status);
    }
}
