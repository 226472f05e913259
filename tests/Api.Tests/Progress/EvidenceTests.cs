using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PlanTracker.TestKit;

namespace PlanTracker.Api.Tests.Progress;

/// <summary>Files, links and documents as evidence, through the API.</summary>
public sealed class EvidenceTests(DemoHost host)
{
    public static TheoryData<string> Hostile => [.. HostileFiles.All.Keys.Where(k => k != "xlsx of 100 MB")];

    [Fact]
    public async Task A_file_is_added_listed_and_handed_out_as_it_was()
    {
        using var reporter = await host.As("baocao.snv");
        var path = await Drafted(reporter);

        var added = await Send(reporter, path, "Hợp đồng đặt hàng.pdf", SampleFiles.Pdf(), "OrderContract");

        Assert.Equal(201, added.Status);
        Assert.Equal(("File", "Hợp đồng đặt hàng.pdf", "OrderContract"),
            ((string?)added.Body!["kind"], (string?)added.Body["file"]!["name"], (string?)added.Body["purpose"]));
        var content = (string)added.Body["file"]!["content"]!;
        Assert.Equal(content, added.Response.Headers.Location!.ToString());
        var entry = await reporter.Read(path);
        Assert.Contains(entry.Body!["evidenceAsked"]!.AsArray(), a => (string)a!["purpose"]! == "OrderContract" && (bool)a["has"]!);

        using var answer = await reporter.GetAsync(content);
        Assert.Equal(SampleFiles.Pdf(), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", "Hợp đồng đặt hàng.pdf"),
            (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        using var part = new HttpRequestMessage(HttpMethod.Get, content) { Headers = { Range = new RangeHeaderValue(0, 3) } };
        using var first = await reporter.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, "%PDF"), (first.StatusCode, await first.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Only_a_small_image_is_shown_in_place()
    {
        using var reporter = await host.As("baocao.snv");
        var path = await Drafted(reporter);
        var image = (await Send(reporter, path, "ảnh.png", SampleFiles.Png())).Body!;
        var pdf = (await Send(reporter, path, "a.pdf", SampleFiles.Pdf("ảnh"))).Body!;

        using var shown = await reporter.GetAsync($"{image["file"]!["content"]}?thumb=1");
        Assert.Equal(("image/png", "inline"), (shown.Content.Headers.ContentType!.MediaType, shown.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal((8, 8), ((int)image["file"]!["width"]!, (int)image["file"]!["height"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await reporter.GetAsync($"{pdf["file"]!["content"]}?thumb=1")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await reporter.GetAsync($"{pdf["file"]!["content"]}?thumb=2")).StatusCode);
    }

    [Theory]
    [InlineData("baocao.sotttt", 404)]
    [InlineData("truong.snv", 403)]
    [InlineData("dieuphoi", 404)]
    [InlineData("lanhdao", 404)]
    [InlineData("taichinh", 404)]
    [InlineData("admin", 404)]
    public async Task Who_may_not_add_a_file_to_a_draft_is_refused_before_it_is_read(string userName, int status)
    {
        using var reporter = await host.As("baocao.snv");
        using var other = await host.As(userName);
        var path = await Drafted(reporter);
        var evidence = (await Send(reporter, path, "a.pdf", SampleFiles.Pdf())).Body!;

        // Sở Nội vụ's coordinator is of the same agency as the reporter here.
        var expected = userName == "dieuphoi" ? 201 : status;
        Assert.Equal(expected, (await Send(other, path, "b.pdf", SampleFiles.Pdf("b"))).Status);
        Assert.Equal(expected == 201 ? 415 : expected, (await Send(other, path, "b.exe", SampleFiles.Pdf())).Status);

        var mayRead = status != 404 || userName == "dieuphoi";
        Assert.Equal(mayRead ? 200 : 404, (int)(await other.GetAsync((string)evidence["file"]!["content"]!)).StatusCode);
        Assert.Equal(mayRead ? 200 : 404, (await other.Read(path + "/evidence")).Status);
        if (userName != "dieuphoi")
            Assert.Equal(status, (await other.Send(HttpMethod.Delete, $"/evidence/{evidence["id"]}", ifMatch: "*")).Status);
    }

    [Fact]
    public async Task Without_a_sign_in_nothing_is_handed_out_or_taken()
    {
        using var reporter = await host.As("baocao.snv");
        using var nobody = host.Anonymous();
        var path = await Drafted(reporter);
        var evidence = (await Send(reporter, path, "a.pdf", SampleFiles.Pdf())).Body!;

        Assert.Equal(401, (await nobody.Read($"/evidence/{evidence["id"]}/content")).Status);
        Assert.Equal(401, (await Send(nobody, path, "a.pdf", SampleFiles.Pdf())).Status);
        Assert.Equal(401, (await nobody.Send(HttpMethod.Delete, $"/evidence/{evidence["id"]}")).Status);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_file_that_is_not_what_it_says_is_415_or_422_and_nothing_is_added(string what)
    {
        using var reporter = await host.As("baocao.snv");
        var path = await Drafted(reporter);
        var (name, content) = HostileFiles.All[what];

        var said = await Send(reporter, path, name, content);

        Assert.True(said.Status is 415 or 422, $"{what}: {said.Status}");
        Assert.StartsWith("evidence.", said.Code, StringComparison.Ordinal);
        Assert.Equal(0, (int)(await reporter.Read(path + "/evidence")).Body!["total"]!);
    }

    [Fact]
    public async Task More_than_the_limit_is_413_whether_the_length_is_told_or_not()
    {
        using var reporter = await host.As("baocao.snv");
        var path = await Drafted(reporter);
        var large = new byte[21 * 1024 * 1024];
        SampleFiles.Pdf().CopyTo(large, 0);

        Assert.Equal(413, (await Send(reporter, path, "a.pdf", large)).Status);
        Assert.Equal(413, (await Send(reporter, path, "a.pdf", large, chunked: true)).Status);
    }

    [Theory]
    [InlineData("../../a.pdf", "a.pdf")]
    [InlineData("..\\..\\a.pdf", "a.pdf")]
    [InlineData("a\"b.pdf", "a\"b.pdf")]
    [InlineData("a%0D%0ASet-Cookie: x=1.pdf", "aSet-Cookie: x=1.pdf")]
    [InlineData("h\u202Efdp.exe.pdf", null)]
    [InlineData("<script>alert(1)</script>.pdf", "script>.pdf")]
    public async Task A_name_is_text_and_nothing_else(string sent, string? kept)
    {
        using var reporter = await host.As("baocao.snv");
        var path = await Drafted(reporter);

        var added = await Send(reporter, path, sent, SampleFiles.Pdf());

        Assert.Equal(kept, (string?)added.Body?["file"]?["name"]);
        if (kept is null)
            return;
        using var answer = await reporter.GetAsync((string)added.Body!["file"]!["content"]!);
        Assert.Equal(kept, answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.False(answer.Headers.Contains("Set-Cookie") && answer.Headers.GetValues("Set-Cookie").Any(c => c.StartsWith("x=1", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 half of it")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nPhoto\r\n--b--\r\n")]
    [InlineData("rubbish")]
    [InlineData("")]
    public async Task A_body_that_is_cut_or_garbled_is_400_and_nothing_is_added(string body)
    {
        using var reporter = await host.As("baocao.snv");
        var path = await Drafted(reporter);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");

        using var answer = await reporter.PostAsync(Requests.Base + path + "/evidence", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(0, (int)(await reporter.Read(path + "/evidence")).Body!["total"]!);
    }

    [Theory]
    [InlineData("https://ten:matkhau@cantho.gov.vn/", "url")]
    [InlineData("javascript:alert(1)", "url")]
    [InlineData("ftp://cantho.gov.vn", "url")]
    [InlineData("http:///x", "url")]
    public async Task A_link_is_http_without_a_password(string url, string field)
    {
        using var reporter = await host.As("baocao.snv");

        var said = await reporter.Post(await Drafted(reporter) + "/evidence", new { kind = "Link", url });

        Assert.Equal((400, field), (said.Status, said.Fields.Single()));
    }

    [Fact]
    public async Task A_document_of_tomorrow_an_unknown_purpose_and_a_file_as_json_are_400()
    {
        using var reporter = await host.As("baocao.snv");
        var path = await Drafted(reporter) + "/evidence";

        Assert.Equal("date", (await reporter.Post(path, new { kind = "Document", number = "1/BB", date = "2024-09-11" })).Fields.Single());
        Assert.Equal(400, (await reporter.Post(path, new { kind = "Link", url = "https://a.vn", purpose = "Nothing" })).Status);
        Assert.Equal("kind", (await reporter.Post(path, new { kind = "File" })).Fields.Single());
        Assert.Equal("purpose", (await Send(reporter, path[..^9], "a.pdf", SampleFiles.Pdf(), "Nothing")).Fields.Single());
        Assert.Equal(415, (await reporter.Send(HttpMethod.Post, path, raw: "x", mediaType: "text/plain")).Status);
    }

    [Fact]
    public async Task Evidence_goes_from_a_draft_by_version_and_stays_once_sent()
    {
        using var reporter = await host.As("baocao.snv");
        using var coordinator = await host.As("dieuphoi");
        var path = await Drafted(reporter);
        var gone = $"/evidence/{(await Send(reporter, path, "a.pdf", SampleFiles.Pdf())).Body!["id"]}";

        Assert.Equal(428, (await reporter.Send(HttpMethod.Delete, gone)).Status);
        Assert.Equal(412, (await reporter.Send(HttpMethod.Delete, gone, ifMatch: "\"1\"")).Status);
        var removed = await reporter.Send(HttpMethod.Delete, gone, ifMatch: "\"2\"");
        Assert.Equal((200, 0), (removed.Status, removed.Body!["evidence"]!.AsArray().Count));
        Assert.Equal(404, (await reporter.Send(HttpMethod.Delete, gone, ifMatch: "*")).Status);
        Assert.Equal(404, (await reporter.Read(gone + "/content")).Status);

        var kept = $"/evidence/{(await Send(reporter, path, "a.pdf", SampleFiles.Pdf())).Body!["id"]}";
        Assert.Equal(200, (await reporter.Post(path + "/submit", ifMatch: "*")).Status);
        Assert.Equal(409, (await reporter.Send(HttpMethod.Delete, kept, ifMatch: "*")).Status);
        Assert.Equal(200, (await coordinator.Post(path + "/confirm", ifMatch: "*")).Status);
        Assert.Equal(201, (await Send(reporter, path, "thêm.pdf", SampleFiles.Pdf("thêm"))).Status);
        Assert.Equal(409, (await reporter.Send(HttpMethod.Delete, kept, ifMatch: "*")).Status);
        Assert.Equal(200, (await coordinator.Post(path + "/withdraw", new { reason = "Thử" }, "*")).Status);
    }

    [Fact]
    public async Task The_same_file_or_link_on_another_entry_is_said_on_both_as_far_as_one_may_see()
    {
        using var reporter = await host.As("baocao.snv");
        using var other = await host.As("baocao.sotttt");
        var one = await Drafted(reporter);
        var two = await Drafted(reporter);
        var third = await Drafted(other, 12);
        var file = SampleFiles.Pdf("chung " + Guid.NewGuid());
        var link = $"https://www.cantho.gov.vn/{Guid.NewGuid()}";
        foreach (var path in new[] { one, two })
            Assert.Equal(201, (await Send(reporter, path, "a.pdf", file)).Status);
        Assert.Equal(201, (await Send(other, third, "b.pdf", file)).Status);
        await reporter.Post(one + "/evidence", new { kind = "Link", url = link });
        await reporter.Post(two + "/evidence", new { kind = "Link", url = link.Replace("www.", "", StringComparison.Ordinal) + "/?utm_source=zalo" });

        foreach (var (path, elsewhere) in new[] { (one, two), (two, one) })
        {
            var evidence = (await reporter.Read(path)).Body!["evidence"]!.AsArray();
            Assert.All(evidence, e => Assert.Equal(elsewhere[^36..], (string?)e!["alsoOn"]!.AsArray().Single()!["entryId"]));
            Assert.Equal([1, 0], evidence.Select(e => (int)e!["alsoOnHidden"]!));
        }
        Assert.Equal((0, 2), Counts((await other.Read(third)).Body!["evidence"]![0]!));

        await reporter.Post(two + "/withdraw", new { reason = "Trùng" }, "*");
        Assert.Equal((0, 1), Counts((await reporter.Read(one)).Body!["evidence"]![0]!));

        static (int, int) Counts(JsonNode evidence) => (evidence["alsoOn"]!.AsArray().Count, (int)evidence["alsoOnHidden"]!);
    }

    [Fact]
    public async Task Entries_without_evidence_are_found_by_a_filter()
    {
        using var coordinator = await host.As("dieuphoi");

        var missing = (await coordinator.Read("/entries?evidence=missing&pageSize=200")).Body!;
        var present = (await coordinator.Read("/entries?evidence=present&pageSize=200")).Body!;

        Assert.All(missing["items"]!.AsArray(), e => Assert.Empty(e!["evidence"]!.AsArray()));
        Assert.All(present["items"]!.AsArray(), e => Assert.NotEmpty(e!["evidence"]!.AsArray()));
        Assert.Equal(400, (await coordinator.Read("/entries?evidence=no")).Status);
    }

    private static async Task<string> Drafted(HttpClient client, int order = 3)
    {
        var activity = await client.Activity(order);
        return $"/entries/{(await client.Post($"/activities/{activity["id"]}/entries", Requests.EntryOf(activity))).Body!["id"]}";
    }

    private static async Task<Said> Send(
        HttpClient client, string path, string name, byte[] content, string? purpose = null, bool chunked = false)
    {
        using var file = new ByteArrayContent(content);
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name.Replace("\"", "%22").Replace("\0", "")}\"");
        using var form = new MultipartFormDataContent { file };
        form.HeaderEncodingSelector = (_, _) => Encoding.UTF8;
        if (purpose is not null)
            form.Add(new StringContent(purpose), "purpose");
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Base + path + "/evidence") { Content = form };
        request.Headers.TransferEncodingChunked = chunked ? true : null;
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new((int)response.StatusCode, text.Length > 0 ? JsonNode.Parse(text) : null, response);
    }
}
