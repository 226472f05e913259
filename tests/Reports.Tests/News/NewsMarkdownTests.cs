using PlanTracker.Reports.News;

namespace PlanTracker.Reports.Tests.News;

/// <summary>Markdown of items: what is dangerous is shown as text or left as its words.</summary>
public sealed class NewsMarkdownTests
{
    private static readonly NewsMarkdown Markdown = new();

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[bấm](javascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[bấm][x]\n\n[x]: javascript:alert(1)")]
    [InlineData("[bấm](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("![ảnh](https://example.vn/theo-doi.png)")]
    [InlineData("[a](java\nscript:alert(1))")]
    [InlineData("[a](&#106;avascript:alert(1))")]
    public void Nothing_in_a_text_runs_or_is_fetched(string body)
    {
        var html = Markdown.Html(body);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"data", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Links_are_found_wherever_they_stand() => Assert.Equal(
        ["https://a.vn", "javascript:x", "ftp://b.vn", "mailto:c@d.vn"], Markdown.Read("[a](https://a.vn) [b][y] <ftp://b.vn> <c@d.vn>\n\n[y]: javascript:x").Links.Order(StringComparer.Ordinal).OrderBy(l => l switch { "https://a.vn" => 0, "javascript:x" => 1, "ftp://b.vn" => 2, _ => 3 }));

    [Fact]
    public void Headings_bold_lists_and_links_are_written() => Assert.Equal(
        "<h4>Đề mục</h4>\n<p><strong>đậm</strong> <a href=\"https://a.vn\" rel=\"noopener noreferrer nofollow\">a</a></p>\n<ul>\n<li>một</li>\n</ul>\n",
        Markdown.Html("## Đề mục\n\n**đậm** [a](https://a.vn)\n\n- một"));

    [Fact]
    public void Code_is_text_like_any_other() => Assert.Equal("<p>```từ từ\na</p>\n", Markdown.Html("```từ từ\na"));

    [Fact]
    public void A_text_nested_deeper_than_anybody_writes_is_said_to_be_so_and_shown_as_text()
    {
        var deep = new string('>', 5000) + " a";

        Assert.True(Markdown.Read(deep).IsTooDeep);
        Assert.DoesNotContain("<blockquote>", Markdown.Html(deep), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(333, 0.4, 0.9)]
    [InlineData(1500, 3.3, 3.9)]
    public void Pages_are_measured_as_the_form_prints_them(int words, double least, double most) =>
        Assert.InRange((double)Markdown.Pages("Tên bản tin", string.Join(' ', Enumerable.Repeat("phường", words))), least, most);
}
