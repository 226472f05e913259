using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using PlanTracker.TestKit;

namespace PlanTracker.Api.Tests.News;

/// <summary>What is sent to the news desk and must not be taken.</summary>
public sealed class NewsBadInputTests(DemoHost host)
{
    [Theory]
    [InlineData(249, 0)]
    [InlineData(150, 100)]
    public async Task Too_few_words_are_refused_when_the_head_sends(int words, int invisible)
    {
        var item = NewsRequests.Item(words);
        item["body"] = (string)item["body"]! + string.Concat(Enumerable.Repeat(" \u200b &nbsp; \u3164", invisible / 2));
        var id = await NewsRequests.Made(host, "draft", item);
        using var head = await host.As("truong.ninhkieu");

        var said = await head.Post($"/news/{id}/submit", ifMatch: "*");

        Assert.Equal((400, "body"), (said.Status, said.Fields.Single()));
        Assert.Equal("Draft", (string?)(await head.Read($"/news/{id}")).Body!["status"]);
    }

    [Theory]
    [InlineData("body", "[bấm](javascript:alert(1))")]
    [InlineData("body", "<javascript:alert(1)>")]
    [InlineData("body", "![ảnh](https://example.vn/a.png)")]
    [InlineData("body", "a\u202eb")]
    [InlineData("title", "a\nb")]
    [InlineData("title", " \u200b ")]
    [InlineData("author", "")]
    [InlineData("kind", "Nothing")]
    [InlineData("place", "Facebook")]
    [InlineData("status", "Published")]
    [InlineData("agencyId", "x")]
    [InlineData("activityId", "0192a000-0000-7000-8000-000000000001")]
    public async Task A_wrong_field_is_named(string field, string value)
    {
        using var reporter = await host.As("baocao.ninhkieu");
        var item = NewsRequests.Item();
        item[field] = value;

        var said = await reporter.Post("/news", item);

        Assert.Equal((400, field), (said.Status, said.Fields.Single()));
    }

    [Fact]
    public async Task Deep_and_long_texts_are_refused()
    {
        using var reporter = await host.As("baocao.ninhkieu");
        foreach (var body in (string[])[new string('>', 5000) + "a", string.Concat(Enumerable.Repeat("- ", 3000)) + "a", new string('a', 50_001)])
        {
            var item = NewsRequests.Item();
            item["body"] = body;
            Assert.Equal(400, (await reporter.Post("/news", item)).Status);
        }
    }

    [Fact]
    public async Task A_script_is_shown_as_text()
    {
        var item = NewsRequests.Item();
        item["title"] = "<script>alert('tên')</script>";
        item["body"] = (string)item["body"]! + "\n\n<script>alert(1)</script> <img src=x onerror=alert(2)>";
        var id = await NewsRequests.Made(host, "select", item);
        using var reader = await host.As("lanhdao");

        var page = await reader.GetStringAsync($"/tin-bai/{id}");

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MZ", 422)]
    [InlineData("", 422)]
    [InlineData("PK\u0003\u0004rác", 422)]
    public async Task A_file_that_is_no_Word_document_is_refused(string content, int status)
    {
        using var reporter = await host.As("baocao.ninhkieu");

        var said = await Import(reporter, System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Equal(status, said.Status);
    }

    [Fact]
    public async Task The_form_goes_out_and_comes_in_as_a_draft_and_macros_do_not()
    {
        var id = await NewsRequests.Made(host, "submit");
        using var reporter = await host.As("baocao.ninhkieu");
        var bytes = await reporter.GetByteArrayAsync($"/api/v1/news/{id}.docx");

        var said = await Import(reporter, bytes);

        Assert.Equal((201, "Draft", "Nguyễn Văn A", 260), (said.Status, (string?)said.Body!["status"], (string?)said.Body["author"], (int)said.Body["words"]!));
        Assert.Equal(422, (await Import(reporter, SampleFiles.Word(("word/vbaProject.bin", [1])))).Status);
        Assert.Equal(422, (await Import(reporter, await reporter.GetByteArrayAsync("/api/v1/news/form.docx"))).Status);
    }

    [Fact]
    public async Task Nobody_else_reads_the_feed_unless_the_desk_opens_it()
    {
        using var stranger = host.Anonymous();
        using var refused = await stranger.GetAsync("/tin/atom.xml");
        Assert.Equal(401, (int)refused.StatusCode);
        using var reader = await host.As("lanhdao");
        var feed = System.Xml.Linq.XDocument.Parse(await reader.GetStringAsync("/tin/atom.xml"));
        Assert.True(feed.Root!.Elements().Count(e => e.Name.LocalName == "entry") >= 4);

        using var desk = await host.As("dieuphoi");
        foreach (var open in (bool[])[true, false])
        {
            var body = (JsonObject)(await desk.Read("/news/settings")).Body!.DeepClone();
            body.Remove("version");
            body["feedIsPublic"] = open;
            Assert.Equal(200, (await desk.Send(HttpMethod.Put, "/news/settings", body, "*")).Status);
            using var answer = await stranger.GetAsync("/tin/atom.xml");
            Assert.Equal(open ? 200 : 401, (int)answer.StatusCode);
        }
    }

    internal static async Task<Said> Import(HttpClient client, byte[] bytes)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", "bài.docx");
        using var answer = await client.PostAsync("/api/v1/news/import", form);
        return new((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()), answer);
    }
}
