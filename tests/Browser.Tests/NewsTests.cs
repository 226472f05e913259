using System.Text.Json;
using PlanTracker.Domain.News;

namespace PlanTracker.Browser.Tests;

/// <summary>The news desk in a browser.</summary>
public sealed class NewsTests(Chromium chromium, SharedHost host)
{
    private static readonly string[] Texts =
    [
        "cải cách hành chính", "CCHC - 2024", "a\u200b \u200b b", "## Đề mục\n\n- một\n- hai\n\n1. ba", "**đậm** [trang này](https://example.vn \"ẩn ẩn\") nhé",
        "một\n\n[ẩn]: https://example.vn \"ba bốn\"\n\nhai", "một &nbsp; &#160; hai", "\u3164 \u115f một\ufeffhai", "\ud835\udc00 một \u0085 hai\u00a0ba \u2028bốn", "<https://a.vn> \\*x\\* `y`",
        "Cải cách hành chính viết rời dấu".Normalize(System.Text.NormalizationForm.FormD),
    ];

    [Fact]
    public async Task The_page_counts_words_as_the_server_does()
    {
        var page = await chromium.SignedIn(host, "baocao.ninhkieu");
        await using var context = page.Context;
        await page.GotoAsync("/tin-bai/moi");
        foreach (var text in Texts)
        {
            var counted = await page.EvaluateAsync<int>("async text => (await import(document.querySelector('script[src*=\"js/news\"]').src)).countWords(text)", text);
            Assert.Equal((JsonSerializer.Serialize(text), NewsText.Words(Domain.VietnameseText.Clean(text)!)), (JsonSerializer.Serialize(text), counted));
        }
        await page.FillAsync("#f-body", "một hai ba");
        await page.Locator("text=thiếu 247 từ").WaitForAsync();
        Assert.Empty(await page.Violations());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_item_is_written_and_a_wrong_one_comes_back_as_it_was_typed(bool scripts)
    {
        var page = await chromium.SignedIn(host, "baocao.svhttdl", scripts);
        await using var context = page.Context;
        await page.GotoAsync("/tin-bai/moi");
        await page.FillAsync("#f-title", "Tin thử của Sở");
        await page.FillAsync("#f-body", "[bấm](javascript:alert(1))");
        await page.ClickAsync("button:has-text('Lưu bản nháp')");
        await page.Locator(".errsum").WaitForAsync();
        Assert.Equal("Tin thử của Sở", await page.InputValueAsync("#f-title"));
        await page.FillAsync("#f-body", "Nội dung **đậm** của tin.");
        await page.SelectOptionAsync("#f-field", "Organisation");
        await page.ClickAsync("button:has-text('Lưu bản nháp')");
        await page.Locator("text=Đã lưu.").WaitForAsync();

        Assert.Equal("đậm", await page.InnerTextAsync(".art strong"));
    }

    [Fact]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways()
    {
        var page = await chromium.SignedIn(host, "dieuphoi");
        await using var context = page.Context;
        await page.GotoAsync("/tin-bai");
        var near = await page.Locator("tr:has-text('gần trùng') a.what").First.GetAttributeAsync("href");
        await page.GotoAsync("/tin-bai?tinh-trang=Selected");
        var edited = await page.Locator("tr:has-text('42 đội') a.what").First.GetAttributeAsync("href");
        await page.GotoAsync("/ban-tin");
        var issue = await page.Locator("tr:has-text('đang soạn') a.what").First.GetAttributeAsync("href");
        var published = await page.Locator("tr:has-text('tuần 37') a.what").First.GetAttributeAsync("href");
        foreach (var path in (string[])["/tin-bai", near!, edited!, edited + "/bien-tap", edited + "/bien-nhan", "/tin-bai/quy-dinh", "/tin-bai/thong-ke", "/ban-tin", issue!, published!])
        {
            await page.SetViewportSizeAsync(1366, 800);
            var answer = await page.GotoAsync(path);
            Assert.Equal((path, 200), (path, answer!.Status));
            Assert.Equal((path, ""), (path, string.Join("; ", await page.Violations())));
            foreach (var width in (int[])[1366, 683, 390])
            {
                await page.SetViewportSizeAsync(width, 800);
                Assert.Equal((path, width, 0), (path, width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")));
            }
        }
    }
}
