using System.Text.Json.Nodes;
using PlanTracker.TestKit;

namespace PlanTracker.Api.Tests.News;

/// <summary>Pictures of items.</summary>
public sealed class NewsImagesTests(DemoHost host)
{
    public static TheoryData<string> Hostile => [.. HostileFiles.All.Keys.Where(k => k != "xlsx of 100 MB")];

    [Fact]
    public async Task A_picture_and_a_zip_of_them_are_kept_with_captions()
    {
        using var reporter = await host.As("baocao.ninhkieu");
        var id = await NewsRequests.Made(host, "draft");
        Assert.Equal(201, (await Send(reporter, id, "một.png", SampleFiles.Png(), "Quang cảnh")).Status);

        var said = await Send(reporter, id, "ảnh.zip", SampleFiles.Zip(("hai.jpg", SampleFiles.Jpeg()), ("thư mục/ba.png", SampleFiles.Png(9, 9))));

        var images = said.Body!["images"]!.AsArray();
        Assert.Equal(["một.png", "hai.jpg", "ba.png"], images.Select(i => (string?)i!["name"]));
        Assert.Equal(("Quang cảnh", 800), ((string?)images[0]!["caption"], (int)images[1]!["width"]!));
        var one = $"/news/{id}/images/{images[1]!["id"]}";
        Assert.Equal(200, (await reporter.Send(HttpMethod.Put, one, new { caption = "Công chức hướng dẫn" }, "*")).Status);
        Assert.Equal(["caption"], (await reporter.Send(HttpMethod.Put, one, new { caption = "a\nb" }, "*")).Fields);
        Assert.Equal(200, (await reporter.Send(HttpMethod.Delete, one, ifMatch: "*")).Status);
        Assert.Equal(404, (await reporter.Send(HttpMethod.Delete, one, ifMatch: "*")).Status);
        using var shown = await reporter.GetAsync($"{(string)images[0]!["content"]!}?thumb=1");
        Assert.Equal(("image/png", "inline"), (shown.Content.Headers.ContentType!.MediaType, shown.Content.Headers.ContentDisposition!.DispositionType));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_file_is_refused_and_nothing_is_kept(string what)
    {
        using var reporter = await host.As("baocao.ninhkieu");
        var id = await NewsRequests.Made(host, "draft");
        var (name, content) = HostileFiles.All[what];

        var said = await Send(reporter, id, name, content);

        Assert.True(said.Status is 415 or 422, $"{what}: {said.Status}");
        Assert.Matches("^(Tệp|Ảnh|Tên tệp|Nội dung tệp) .*[.]$", (string)said.Body!["detail"]!);
        Assert.Empty((await reporter.Read($"/news/{id}")).Body!["images"]!.AsArray());
    }

    [Theory]
    [InlineData("a.svg", "<svg/>", 415)]
    [InlineData("a.png", "<svg xmlns='http://www.w3.org/2000/svg'/>", 422)]
    [InlineData("a.pdf", "%PDF-1.7 %%EOF", 415)]
    public async Task What_is_no_picture_is_refused(string name, string content, int status)
    {
        using var reporter = await host.As("baocao.ninhkieu");
        var id = await NewsRequests.Made(host, "draft");

        var said = await Send(reporter, id, name, System.Text.Encoding.UTF8.GetBytes(content));

        Assert.True(said.Status is 415 or 422 && (status == said.Status || name == "a.png"), $"{said.Status}");
    }

    [Fact]
    public async Task A_zip_with_something_else_than_pictures_or_too_many_is_refused_whole()
    {
        using var reporter = await host.As("baocao.ninhkieu");
        var id = await NewsRequests.Made(host, "draft");

        Assert.Equal(415, (await Send(reporter, id, "a.zip", SampleFiles.Zip(("a.png", SampleFiles.Png()), ("b.pdf", SampleFiles.Pdf())))).Status);
        Assert.Equal(422, (await Send(reporter, id, "a.zip", SampleFiles.Zip(("a.png", SampleFiles.Png()), ("b.png", SampleFiles.Png(60000, 60000))))).Status);
        Assert.Equal(422, (await Send(reporter, id, "a.zip", SampleFiles.Zip([.. Enumerable.Range(1, 21).Select(i => ($"{i}.png", SampleFiles.Png()))]))).Status);
        Assert.Empty((await reporter.Read($"/news/{id}")).Body!["images"]!.AsArray());
    }

    [Theory]
    [InlineData("../../etc/a.png", "a.png")]
    [InlineData("C:\\thư mục\\a.png", "a.png")]
    [InlineData("a\u202egnp.png", "agnp.png")]
    [InlineData("con.png", "tep-con.png")]
    [InlineData("a\"b\r\nX: y.png", "a\"bX: y.png")]
    public async Task A_name_is_kept_as_text_only(string sent, string kept)
    {
        using var reporter = await host.As("baocao.ninhkieu");
        var id = await NewsRequests.Made(host, "draft");

        var image = (await Send(reporter, id, sent.Replace("\r\n", "%0D%0A"), SampleFiles.Png())).Body!["images"]![0]!;

        Assert.Equal(kept, (string?)image["name"]);
        using var answer = await reporter.GetAsync((string)image["content"]!);
        Assert.Equal(("attachment", "nosniff"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(kept, answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("baocao.caikhe", 404)]
    [InlineData("truong.ninhkieu", 403)]
    public async Task Only_the_agency_s_reporter_adds_pictures(string user, int status)
    {
        var id = await NewsRequests.Made(host, "draft");
        using var client = await host.As(user);

        Assert.Equal(status, (await Send(client, id, "a.png", SampleFiles.Png())).Status);
    }

    internal static async Task<Said> Send(HttpClient client, string id, string name, byte[] content, string? caption = null)
    {
        using var file = new ByteArrayContent(content);
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name.Replace("\"", "%22").Replace("\0", "")}\"");
        using var form = new MultipartFormDataContent { file };
        form.HeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8;
        if (caption is not null)
            form.Add(new StringContent(caption), "caption");
        var answer = await client.PostAsync($"/api/v1/news/{id}/images", form);
        return new((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()), answer);
    }
}
