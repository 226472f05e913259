using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.AgencyReports;

public sealed class AgencyReportTests(ReportHost host) : IClassFixture<ReportHost>
{
    private static object Body(decimal conferences) => new
    {
        figures = new object[] { new { code = "Conferences", value = conferences }, new { code = "ConferencePeople", value = 40, note = "Theo danh sách ký tên" } },
        results = "Đã tổ chức tọa đàm",
        difficulties = "=1+1",
    };

    [Fact]
    public async Task A_report_is_drafted_submitted_returned_corrected_and_accepted()
    {
        var path = await host.Owed("so-ke-hoach-dau-tu");
        using var reporter = await host.As("baocao.skhdt");
        using var head = await host.As("truong.skhdt");
        using var coordinator = await host.As("dieuphoi");
        using var leader = await host.As("lanhdao");

        var fresh = await reporter.Read(path + "/report");
        Assert.Equal((200, 0, "Draft"), (fresh.Status, (int)fresh.Body!["version"]!, (string)fresh.Body["status"]!));
        Assert.Equal(404, (await coordinator.Read(path + "/report")).Status);
        var saved = await reporter.Send(HttpMethod.Put, path + "/report", Body(1), fresh.Response.Headers.ETag!.ToString());
        Assert.Equal(200, saved.Status);
        Assert.Equal(412, (await reporter.Send(HttpMethod.Put, path + "/report", Body(2), fresh.Response.Headers.ETag!.ToString())).Status);
        Assert.Equal(428, (await reporter.Send(HttpMethod.Put, path + "/report", Body(2))).Status);
        Assert.Equal(403, (await reporter.Post(path + "/submit", ifMatch: "*")).Status);
        Assert.Equal(404, (await coordinator.Post(path + "/submit", ifMatch: "*")).Status);
        Assert.Equal(200, (await head.Post(path + "/submit", ifMatch: saved.Response.Headers.ETag!.ToString())).Status);
        Assert.Equal("reports.wrong-state", (await head.Post(path + "/submit", ifMatch: "*")).Code);
        Assert.Equal(403, (await head.Post(path + "/accept", ifMatch: "*")).Status);
        Assert.Equal(404, (await leader.Read(path + "/report")).Status);

        Assert.Equal(400, (await coordinator.Post(path + "/return", new { reason = " " }, "*")).Status);
        Assert.Equal(["fields"], (await coordinator.Post(path + "/return", new { reason = "Sai", fields = new[] { "status" } }, "*")).Fields);
        Assert.Equal(200, (await coordinator.Post(path + "/return", new { reason = "Rà lại số cuộc", fields = new[] { "figures.Conferences" } }, "*")).Status);
        Assert.Equal(404, (await coordinator.Read(path + "/report")).Status);
        var returned = (await reporter.Read(path + "/report")).Body!;
        Assert.Equal("figures.Conferences", (string)returned["steps"]!.AsArray()[^1]!["fields"]![0]!);
        Assert.Equal(200, (await reporter.Send(HttpMethod.Put, path + "/report", Body(3), "*")).Status);
        Assert.Equal(200, (await head.Post(path + "/submit", ifMatch: "*")).Status);

        var difference = (await coordinator.Read(path + "/report/differences")).Body!["items"]![0]!["figures"]![0]!;
        Assert.Equal((1m, 3m), ((decimal)difference["oldOwn"]!, (decimal)difference["newOwn"]!));
        Assert.Equal(200, (await coordinator.Post(path + "/accept", ifMatch: "*")).Status);
        Assert.Equal(409, (await coordinator.Post(path + "/accept", ifMatch: "*")).Status);
        Assert.Equal(409, (await reporter.Send(HttpMethod.Put, path + "/report", Body(9), "*")).Status);
        var read = (await leader.Read(path + "/report")).Body!;
        Assert.Equal(("Accepted", "=1+1"), ((string)read["status"]!, (string)read["parts"]!["difficulties"]!));
        Assert.NotNull(read["correctedAt"]);
        Assert.Equal(2, (int)(await leader.Read(path + "/report/submissions")).Body!["total"]!);
    }

    [Fact]
    public async Task A_district_s_total_holds_what_it_accepted_and_a_child_returned_later_flags_it()
    {
        var (district, commune) = (await host.Owed("ninh-kieu", "2024-H1"), await host.Owed("ninh-kieu.cai-khe", "2024-H1"));
        using var reporter = await host.As("baocao.ninhkieu");
        using var coordinator = await host.As("dieuphoi");
        var before = (await reporter.Read(district + "/report")).Body!;
        foreach (var figure in before["figures"]!.AsArray().Where(f => f!["own"] is not null || f["children"] is not null))
            Assert.Equal((decimal?)figure!["own"] ?? 0, (decimal)figure["total"]! - ((decimal?)figure["children"] ?? 0));
        Assert.Equal((11, 11), ((int)before["childrenIncluded"]!, (int)before["childrenExpected"]!));

        var issued = $"/plans/{await coordinator.PlanId()}/reports/2024-H1";
        Assert.Equal(409, (await reporter.Post(commune + "/return", new { reason = "Kỳ đã ban hành" }, "*")).Status);
        Assert.Equal(200, (await coordinator.Post(issued + "/reopen", new { reason = "Sửa số liệu của phường" }, "*")).Status);
        Assert.Equal(403, (await coordinator.Post(commune + "/return", new { reason = "Không phải nơi nhận" }, "*")).Status);
        Assert.Equal(200, (await reporter.Post(commune + "/return", new { reason = "Số tờ gấp chưa khớp" }, "*")).Status);
        var after = (await coordinator.Read(district + "/report")).Body!;

        Assert.Equal("UBND phường Cái Khế", (string)after["changedBelow"]![0]!["agency"]!["name"]!);
        Assert.Equal(before["figures"]!.ToJsonString(), after["figures"]!.ToJsonString());
    }

    [Theory]
    [InlineData("baocao.sotttt")]
    [InlineData("truong.ninhkieu")]
    [InlineData("dieuphoi")]
    [InlineData("lanhdao")]
    [InlineData("taichinh")]
    [InlineData("admin")]
    public async Task A_draft_of_another_agency_is_not_there_whatever_is_sent(string userName)
    {
        var path = await host.Owed("ninh-kieu.cai-khe");
        using var stranger = await host.As(userName);
        using var own = await host.As("baocao.caikhe");
        var before = (await own.Read(path + "/report")).Response.Headers.ETag!.Tag;

        Assert.Equal(404, (await stranger.Read(path + "/report")).Status);
        Assert.Equal(404, (await stranger.Read(path + "/report/submissions")).Status);
        Assert.Equal(404, (await stranger.Send(HttpMethod.Put, path + "/report", raw: "rubbish", ifMatch: "*")).Status);
        foreach (var verb in new[] { "submit", "accept" })
            Assert.Equal(404, (await stranger.Post($"{path}/{verb}", ifMatch: "*")).Status);
        Assert.Equal(404, (await stranger.Post(path + "/return", new { reason = "x" }, "*")).Status);
        Assert.Equal(404, (await stranger.Read(path + "/report/template.xlsx")).Status);
        Assert.Equal(before, (await own.Read(path + "/report")).Response.Headers.ETag!.Tag);
    }

    [Theory]
    [InlineData("{\"status\":\"Accepted\"}", "status")]
    [InlineData("{\"agencyId\":\"x\"}", "agencyId")]
    [InlineData("{\"figures\":[{\"code\":\"Conferences\",\"value\":\"1\"}]}", "figures[0].value")]
    [InlineData("{\"figures\":[{\"code\":\"Conferences\",\"value\":1e30}]}", "figures[0].value")]
    [InlineData("{\"figures\":[{\"code\":\"Conferences\",\"value\":-1}]}", "figures.Conferences")]
    [InlineData("{\"figures\":[{\"code\":\"Conferences\",\"value\":1.5}]}", "figures.Conferences")]
    [InlineData("{\"figures\":[{\"code\":\"Khong co\",\"value\":1}]}", "figures")]
    [InlineData("{\"figures\":[null]}", "figures")]
    [InlineData("{\"results\":\"a\\u0000b\"}", "results")]
    [InlineData("{\"results\":\"a\\uFFFE\"}", "results")]
    [InlineData("{\"nothingToReport\":true}", "nothingReason")]
    public async Task What_cannot_be_set_or_read_is_named(string body, string field)
    {
        using var reporter = await host.As("baocao.svhttdl");

        var said = await reporter.Send(HttpMethod.Put, await host.Owed("so-van-hoa-the-thao-du-lich") + "/report", raw: body, ifMatch: "*");

        Assert.Equal(400, said.Status);
        Assert.StartsWith(field, Assert.Single(said.Fields), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_go_out_as_a_workbook_and_come_back_without_a_change()
    {
        var path = await host.Owed("ninh-kieu.cai-khe");
        using var reporter = await host.As("baocao.caikhe");
        using var form = await reporter.GetAsync(Requests.Base + path + "/report/template.xlsx");
        var bytes = await form.Content.ReadAsByteArrayAsync();
        Assert.Contains("filename*=", form.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        var version = (int)(await reporter.Read(path + "/report")).Body!["version"]!;

        var (tried, applied) = (await Import(reporter, path, bytes, "?dryRun=true"), await Import(reporter, path, bytes, "", "*"));

        Assert.Equal((200, 0, 0), (tried.Status, tried.Body!["changed"]!.AsArray().Count, tried.Body["errors"]!.AsArray().Count));
        Assert.Equal((200, version), (applied.Status, (int)applied.Body!["version"]!));
        Assert.Equal(428, (await Import(reporter, path, bytes, "")).Status);
        Assert.Equal(422, (await Import(reporter, path, "không phải xlsx"u8.ToArray(), "?dryRun=true")).Status);
    }

    [Fact]
    public async Task Two_heads_at_once_submit_once()
    {
        var path = await host.Owed("so-van-hoa-the-thao-du-lich", "2024-Q3");
        using var reporter = await host.As("baocao.svhttdl");
        Assert.Equal(200, (await reporter.Send(HttpMethod.Put, path + "/report", Body(1), "*")).Status);
        using var head = await host.As("truong.svhttdl");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => head.Post(path + "/submit", ifMatch: "*")));

        Assert.Equal(1, answers.Count(a => a.Status == 200));
        Assert.All(answers.Where(a => a.Status != 200), a => Assert.Equal(409, a.Status));
    }

    [Fact]
    public async Task Indicators_are_changed_by_Sở_Nội_vụ_and_a_retired_one_is_asked_for_no_more()
    {
        using var coordinator = await host.As("dieuphoi");
        using var reporter = await host.As("baocao.caikhe");
        var made = await coordinator.Post("/indicators", new { code = "Banners2", name = "Cờ phướn", unit = "cái", order = 30 });
        Assert.Equal(201, made.Status);
        Assert.Equal(["code"], (await coordinator.Post("/indicators", new { code = "banners2", name = "Cờ", unit = "cái", order = 30 })).Fields);
        Assert.Equal(403, (await reporter.Post("/indicators", new { code = "X", name = "Cờ", unit = "cái", order = 30 })).Status);
        Assert.Equal(404, (await coordinator.Read("/indicators/KhongCo")).Status);

        var retired = await coordinator.Send(HttpMethod.Put, "/indicators/Banners2", new { name = "Cờ phướn", unit = "cái", order = 30, isActive = false }, "\"1\"");
        Assert.Equal((200, false), (retired.Status, (bool)retired.Body!["isActive"]!));
        Assert.Equal(412, (await coordinator.Send(HttpMethod.Put, "/indicators/Banners2", new { name = "Cờ", unit = "cái", order = 30 }, "\"1\"")).Status);
        Assert.DoesNotContain("Banners2", (await reporter.Read(await host.Owed("ninh-kieu.cai-khe") + "/report")).Body!["figures"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task<Said> Import(HttpClient client, string path, byte[] bytes, string query, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Requests.Base}{path}/report/import{query}");
        request.Content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", "so-lieu.xlsx" } };
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
        var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new((int)response.StatusCode, JsonNode.Parse(text), response);
    }
}
