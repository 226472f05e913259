using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PlanTracker.TestKit;

namespace PlanTracker.Api.Tests.Hosting;

/// <summary>A request that is sent again under its key has one effect, and the same answer.</summary>
public sealed class IdempotencyTests(DemoHost host)
{
    [Fact]
    public async Task The_same_request_again_is_given_the_first_answer_to_the_letter_and_has_no_second_effect()
    {
        using var reporter = await host.As("baocao.snv");
        var (path, body) = await Entry(reporter, "Một lần thôi nhé");

        var first = await Send(reporter, path, "khoa-1", body);
        var second = await Send(reporter, path, "khoa-1", body);

        Assert.Equal(201, first.Status);
        Assert.Equal(first, second);
        Assert.Equal(1, await Count(reporter, "Mot lan thoi nhe"));
    }

    [Fact]
    public async Task Nine_at_once_have_one_effect_and_one_answer()
    {
        using var reporter = await host.As("baocao.snv");
        var (path, body) = await Entry(reporter, "Chín lần cùng lúc");

        var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => Send(reporter, path, "khoa-9", body)));

        Assert.Equal(201, answers.Distinct().Single().Status);
        Assert.Equal(1, await Count(reporter, "Chin lan cung luc"));
    }

    [Fact]
    public async Task The_key_with_another_body_or_another_address_is_422()
    {
        using var reporter = await host.As("baocao.snv");
        var (path, body) = await Entry(reporter, "Nội dung đầu");
        var made = await Send(reporter, path, "khoa-2", body);
        body["title"] = "Nội dung khác";

        var other = await Send(reporter, path, "khoa-2", body);
        var elsewhere = await Send(reporter, $"/entries/{made.Id}/evidence", "khoa-2", new JsonObject { ["kind"] = "Link", ["url"] = "https://cantho.gov.vn" });

        Assert.Equal((422, "idempotency.other-body"), (other.Status, other.Code));
        Assert.Equal((422, "idempotency.other-body"), (elsewhere.Status, elsewhere.Code));
        Assert.Equal(0, await Count(reporter, "Noi dung khac"));
    }

    [Fact]
    public async Task A_key_is_a_persons_own()
    {
        using var reporter = await host.As("baocao.snv");
        using var coordinator = await host.As("dieuphoi");
        var (path, body) = await Entry(reporter, "Khóa của hai người");

        var one = await Send(reporter, path, "khoa-chung", body);
        var other = await Send(coordinator, path, "khoa-chung", body);

        Assert.Equal((201, 201), (one.Status, other.Status));
        Assert.NotEqual(one.Id, other.Id);
    }

    [Theory]
    [InlineData(256)]
    [InlineData(4000)]
    public async Task A_key_over_255_characters_is_400_and_one_of_255_is_taken(int length)
    {
        using var reporter = await host.As("baocao.snv");
        var (path, body) = await Entry(reporter, $"Khóa dài {length}");

        var tooLong = await Send(reporter, path, new string('k', length), body);
        var good = await Send(reporter, path, $"{length}".PadLeft(255, 'k'), body);

        Assert.Equal((400, "invalid"), (tooLong.Status, tooLong.Code));
        Assert.Equal(201, good.Status);
    }

    [Fact]
    public async Task Two_keys_or_an_unreadable_one_are_400()
    {
        using var reporter = await host.As("baocao.snv");
        var (path, body) = await Entry(reporter, "Khóa lạ");

        Assert.Equal(400, (await Send(reporter, path, "a", body, "b")).Status);
        Assert.Equal(400, (await Send(reporter, path, "có dấu", body)).Status);
    }

    [Fact]
    public async Task What_was_refused_changed_nothing_and_is_judged_anew()
    {
        using var reporter = await host.As("baocao.snv");
        var (path, body) = await Entry(reporter, "Sửa rồi gửi lại");
        body["quantity"] = 0;
        Assert.Equal(400, (await Send(reporter, path, "khoa-3", body)).Status);
        body["quantity"] = 1;

        Assert.Equal(201, (await Send(reporter, path, "khoa-3", body)).Status);
    }

    [Fact]
    public async Task Rights_are_judged_before_a_kept_answer_is_given()
    {
        using var stranger = host.Anonymous();
        using var leader = await host.As("lanhdao");
        using var reporter = await host.As("baocao.snv");
        var (path, body) = await Entry(reporter, "Quyền trước");
        await Send(reporter, path, "khoa-4", body);

        Assert.Equal(401, (await Send(stranger, path, "khoa-4", body)).Status);
        Assert.Equal(403, (await Send(leader, path, "khoa-4", body)).Status);
        Assert.Equal(403, (await Send(leader, path, new string('k', 300), body)).Status);
    }

    [Fact]
    public async Task A_file_sent_again_is_the_same_request_whatever_its_boundary()
    {
        using var reporter = await host.As("baocao.snv");
        var (path, body) = await Entry(reporter, "Tệp gửi hai lần");
        var id = (await Send(reporter, path, "khoa-5", body)).Id;

        var first = await SendFile(reporter, id!, SampleFiles.Pdf());
        var second = await SendFile(reporter, id!, SampleFiles.Pdf());
        var other = await SendFile(reporter, id!, [.. SampleFiles.Pdf(), 10]);

        Assert.Equal(201, first.Status);
        Assert.Equal(first, second);
        Assert.Equal(422, other.Status);
        Assert.Equal(1, (int)(await reporter.Read($"/entries/{id}/evidence")).Body!["total"]!);
    }

    [Fact]
    public async Task Verbs_are_answered_again_too()
    {
        using var reporter = await host.As("baocao.snv");
        var (path, body) = await Entry(reporter, "Gửi xác nhận hai lần");
        var id = (await Send(reporter, path, "khoa-6", body)).Id;

        var first = await Send(reporter, $"/entries/{id}/submit", "khoa-7", null, ifMatch: "\"1\"");
        var second = await Send(reporter, $"/entries/{id}/submit", "khoa-7", null, ifMatch: "\"1\"");

        Assert.Equal((200, first), (first.Status, second));
    }

    [Fact]
    public async Task An_answer_with_a_secret_is_not_kept_and_the_effect_is_still_one()
    {
        using var administrator = await host.As("admin");
        var body = new JsonObject { ["userName"] = "khoa.bi.mat", ["fullName"] = "Khóa Bí Mật", ["roles"] = new JsonArray("Leader") };

        var first = await Send(administrator, "/users", "khoa-8", body);
        var second = await Send(administrator, "/users", "khoa-8", body);

        Assert.Equal(201, first.Status);
        Assert.Equal((409, "idempotency.secret-answer"), (second.Status, second.Code));
        Assert.Equal(1, (int)(await administrator.Read("/users?search=khoa.bi.mat")).Body!["total"]!);
    }

    [Theory]
    [InlineData("dieuphoi", "/channels", """{"code":"KhoaLap","name":"Kênh khóa lặp"}""")]
    [InlineData("dieuphoi", "/plans", null)]
    [InlineData("admin", "/agencies", """{"name":"Đơn vị khóa lặp","level":"Organisation","kind":"Trung tâm","owesReports":false,"groups":[]}""")]
    public async Task What_is_created_elsewhere_is_created_once(string userName, string path, string? raw)
    {
        using var client = await host.As(userName);
        var body = raw is not null ? JsonNode.Parse(raw)!.AsObject() : new JsonObject
        {
            ["title"] = "Dự thảo khóa lặp", ["issuerAgencyId"] = (string)(await client.Read("/agencies?search=so%20noi%20vu")).Body!["items"]![0]!["id"]!,
            ["year"] = 2025, ["from"] = "2025-01-01", ["to"] = "2025-12-31",
        };

        if (path == "/agencies")
            body["parentId"] = (string)(await client.Read("/agencies?level=City")).Body!["items"]![0]!["id"]!;

        var first = await Send(client, path, "khoa-tao" + path.Replace('/', '-'), body);
        var second = await Send(client, path, "khoa-tao" + path.Replace('/', '-'), body);

        Assert.True(first.Status == 201, first.Text);
        Assert.Equal(first, second);
    }

    private static async Task<(string Path, JsonObject Body)> Entry(HttpClient client, string title)
    {
        var activity = await client.Activity(1);
        var body = Requests.EntryOf(activity);
        body["title"] = title;
        return ($"/activities/{activity["id"]}/entries", body);
    }

    private static async Task<int> Count(HttpClient client, string search) =>
        (int)(await client.Read($"/entries?search={Uri.EscapeDataString(search)}")).Body!["total"]!;

    private static async Task<Answer> Send(HttpClient client, string path, string key, JsonObject? body, string? second = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Base + path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", second is null ? [key] : [key, second]);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await Answer.Of(await client.SendAsync(request));
    }

    private static async Task<Answer> SendFile(HttpClient client, string id, byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Requests.Base}/entries/{id}/evidence")
        {
            Content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", "a.pdf" } },
        };
        request.Headers.Add("Idempotency-Key", "khoa-tep");
        return await Answer.Of(await client.SendAsync(request));
    }

    /// <summary>All that an answer says.</summary>
    private sealed record Answer(int Status, string Text, string? Location, string? Etag, string? Type)
    {
        public string? Id => (string?)JsonNode.Parse(Text)?["id"];

        public string? Code => (string?)JsonNode.Parse(Text)?["code"];

        public static async Task<Answer> Of(HttpResponseMessage response)
        {
            using (response)
            {
                return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.ToString(),
                    response.Headers.ETag?.ToString(), response.Content.Headers.ContentType?.ToString());
            }
        }
    }
}
