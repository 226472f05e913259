using System.Net;
using PlanTracker.Api.Tests.Access;
using PlanTracker.TestKit;

namespace PlanTracker.Api.Tests.News;

/// <summary>The pages of news refuse what the API refuses, in words a person can read, and show the form again.</summary>
public sealed class NewsPageTests(DemoHost host)
{
    public static TheoryData<string, string> Pictures { get; } = new()
    {
        { "svg", "không phải ảnh được nhận" },
        { "png named jpg", "không đúng với phần mở rộng" },
        { "exe named jpg", "“anh.jpg”" },
        { "png of 60000 x 60000", "60000 x 60000 điểm ảnh" },
        { "zip slip", "“goi.zip”" },
        { "zip bomb", "“goi.zip”" },
        { "encrypted zip", "“goi.zip”" },
        { "symlink in a zip", "“goi.zip”" },
    };

    public static TheoryData<string, byte[], string> Words { get; } = new()
    {
        { "exe", [.. "MZ"u8, .. new byte[500]], "không phải" },
        { "macros", WordFiles.Form(more: [("word/vbaProject.bin", [1])]), "macro" },
        { "picture from elsewhere", WordFiles.WithOutside("image"), "liên kết ngoài" },
        { "template from elsewhere", WordFiles.WithOutside("attachedTemplate"), "liên kết ngoài" },
        { "link to a file", WordFiles.Form(link: "file:///etc/passwd"), "liên kết sai" },
        { "link that runs", WordFiles.Form(link: "javascript:alert(1)"), "liên kết sai" },
        { "picture of 60000 x 60000", WordFiles.Form(picture: SampleFiles.Png(60000, 60000)), "Ảnh 1 trong tệp Word" },
        { "picture that is svg", WordFiles.Form(picture: "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()), "Ảnh 1 trong tệp Word" },
        { "picture of another kind", WordFiles.Form(pictureName: "image1.emf"), "Ảnh 1 trong tệp Word" },
    };

    [Theory]
    [InlineData("body", "[bấm](javascript:alert(1))", "chỉ nhận http://, https:// và mailto:")]
    [InlineData("body", "![ảnh](https://example.vn/a.png)", "Ảnh gửi ở phần Ảnh")]
    [InlineData("title", " \u200b ", "Tên bản tin")]
    [InlineData("field", "", "Chọn lĩnh vực")]
    public async Task A_wrong_field_is_named_and_what_was_typed_stays(string field, string value, string said)
    {
        using var reporter = await host.As("baocao.ninhkieu");
        var typed = new Dictionary<string, string>
        {
            ["title"] = "Tên <b>tin</b>", ["body"] = "Nội dung", ["author"] = "Nguyễn Văn A", ["kind"] = "Activity", ["field"] = "CivilService", ["place"] = "Portal",
            [field] = value,
        };

        var page = await reporter.Fill("/tin-bai/moi", await reporter.Open("/tin-bai/moi"), "title", [.. typed.Select(t => (t.Key, t.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Văn A", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>tin</b>", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(249, "", "thiếu 1 từ")]
    [InlineData(150, " ", "thiếu 100 từ")]
    [InlineData(150, " \u200b ", "thiếu 100 từ")]
    [InlineData(150, " &nbsp; ", "thiếu 100 từ")]
    public async Task The_head_cannot_send_too_few_words(int words, string filler, string said)
    {
        var item = NewsRequests.Item(words);
        item["body"] = (string)item["body"]! + string.Concat(Enumerable.Repeat(filler, 100)) + ".";
        var id = await NewsRequests.Made(host, "draft", item);
        using var head = await host.As("truong.ninhkieu");
        var path = $"/tin-bai/{id}";

        var page = await head.Fill(path, await head.Open(path), "Duyệt và gửi Sở Nội vụ", ("act", "submit"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Equal("Draft", (string?)(await head.Read($"/news/{id}")).Body!["status"]);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task A_bad_picture_is_refused_with_its_name(string what, string said)
    {
        var (name, content) = HostileFiles.All[what];
        var id = await NewsRequests.Made(host, "draft");
        using var reporter = await host.As("baocao.ninhkieu");
        var path = $"/tin-bai/{id}";

        var page = await reporter.Attach(path, await reporter.Open(path), "files", name, content, ("act", "add-images"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Empty((await reporter.Read($"/news/{id}")).Body!["images"]!.AsArray());
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task A_bad_Word_file_is_refused_with_the_reason_and_nothing_is_drafted(string what, byte[] file, string said)
    {
        Assert.NotEmpty(what);
        using var reporter = await host.As("baocao.ldld");
        var before = (int)(await reporter.Read("/news?status=Draft")).Body!["total"]!;

        var page = await reporter.Attach("/tin-bai/nhap", await reporter.Open("/tin-bai/nhap"), "file", "bài.docx", file, Choices());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await NewsBadInputTests.Import(reporter, file)).Status);
        Assert.Equal(before, (int)(await reporter.Read("/news?status=Draft")).Body!["total"]!);
    }

    [Fact]
    public async Task A_filled_form_becomes_the_item_with_its_link_and_its_picture()
    {
        using var reporter = await host.As("baocao.skhdt");

        var page = await reporter.Attach("/tin-bai/nhap", await reporter.Open("/tin-bai/nhap"), "file", "bài.docx", WordFiles.Form(), Choices());

        Assert.Equal(HttpStatusCode.Found, page.Status);
        var item = (await reporter.Read("/news/" + new Uri(new Uri("http://x"), page.To!).Segments[^1])).Body!;
        Assert.Contains("Xem [văn bản](https://example.vn/van-ban)", (string)item["body"]!, StringComparison.Ordinal);
        Assert.Equal(("image1.png", "Quang cảnh"), ((string?)item["images"]![0]!["name"], (string?)item["images"]![0]!["caption"]));
        Assert.Equal(("Nguyễn Văn A", "PublicFinance", 263), ((string?)item["author"], (string?)item["field"], (int)item["words"]!));
    }

    [Fact]
    public async Task A_form_that_breaks_a_rule_comes_back_as_text_to_be_put_right()
    {
        using var reporter = await host.As("baocao.skhdt");

        var page = await reporter.Attach("/tin-bai/nhap", await reporter.Open("/tin-bai/nhap"), "file", "bài.docx", WordFiles.Form(9000), Choices());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Bài viết bằng tệp Word", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tệp có 1 ảnh", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_cannot_record_a_publication_without_a_link()
    {
        var path = $"/tin-bai/{await NewsRequests.Made(host, "select")}";
        using var desk = await host.As("dieuphoi");

        var page = await desk.Fill(path, await desk.Open(path), "publishDate", ("act", "publish"), ("publishPlace", "Portal"), ("publishDate", "10/09/2024"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Cần ghi liên kết", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_item_by_two_agencies_is_shown_side_by_side()
    {
        var item = NewsRequests.Item();
        await NewsRequests.Made(host, "submit", item);
        using var reporter = await host.As("baocao.caikhe");
        using var head = await host.As("truong.caikhe");
        using var desk = await host.As("dieuphoi");
        item = (System.Text.Json.Nodes.JsonObject)item.DeepClone();
        item["title"] = $"Gửi lần hai {Guid.NewGuid():N}";
        var second = (string)(await reporter.Post("/news", item)).Body!["id"]!;
        await head.Post($"/news/{second}/submit", ifMatch: "*");

        var page = (await desk.Open($"/tin-bai/{second}")).Text;

        Assert.Contains("Bài giống nhất đã có", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("class=\"same\"").Length - 1);
        Assert.DoesNotContain("Bài giống nhất đã có", (await reporter.Open($"/tin-bai/{second}")).Text, StringComparison.Ordinal);
    }

    private static (string, string)[] Choices() => [("act", "read"), ("field", "PublicFinance"), ("kind", "Activity"), ("place", "Portal"), ("neverPublished", "true")];
}
