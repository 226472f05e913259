using System.Text.Json;
using Microsoft.Playwright;
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

    [Theory]
    [InlineData("dieuphoi")]
    [InlineData("baocao.ninhkieu")]
    [InlineData("truong.ninhkieu")]
    [InlineData("lanhdao")]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways(string userName)
    {
        var page = await chromium.SignedIn(host, userName);
        await using var context = page.Context;
        foreach (var path in await Paths(page, userName))
        {
            await page.SetViewportSizeAsync(1366, 768);
            var answer = await page.GotoAsync(path);
            Assert.Equal((path, 200), (path, answer!.Status));
            Assert.Equal((path, ""), (path, string.Join("; ", await page.Violations())));
            foreach (var width in (int[])[1366, 683, 390])
            {
                await page.SetViewportSizeAsync(width, 800);
                Assert.Equal((path, width, 0), (path, width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")));
            }
            Assert.Equal((path, ""), (path, string.Join("; ", await page.Violations())));
        }
    }

    /// <summary>Every page of news that a person has: an item in each state they see, issues, figures, rules, forms, kinds of work.</summary>
    private static async Task<List<string>> Paths(IPage page, string userName)
    {
        var paths = new List<string> { "/tin-bai", "/tin-bai?tinh-trang=tat-ca", "/tin-bai?search=khongcogi", "/tin-bai/quy-dinh", "/tin-bai/thong-ke", "/ban-tin", "/ban-tin?nam=2023" };
        await page.GotoAsync("/tin-bai?tinh-trang=tat-ca");
        var items = await page.Locator(".newsq tbody tr").EvaluateAllAsync<string[]>(
            "all => Object.values(Object.fromEntries(all.map(r => [r.querySelector('.chip').textContent, r.querySelector('a.what').getAttribute('href')])))");
        Assert.NotEmpty(items);
        paths.AddRange(items);
        await page.GotoAsync("/ban-tin");
        paths.AddRange(await page.Locator("a.what").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))"));
        if (userName == "dieuphoi")
        {
            await page.GotoAsync("/tin-bai");
            paths.Add((await page.Locator("tr:has-text('gần trùng') a.what").First.GetAttributeAsync("href"))!);
            await page.GotoAsync("/tin-bai?tinh-trang=Selected");
            var edited = await page.Locator("tr:has-text('42 đội') a.what").First.GetAttributeAsync("href");
            paths.AddRange([edited + "/bien-tap", edited + "/bien-nhan", "/viec-can-lam?kind=NewsToSelect", "/viec-can-lam?kind=IssueProposals", "/viec-can-lam?kind=NewsOverdue"]);
        }
        if (userName == "baocao.ninhkieu")
        {
            var draft = await Draft(page);
            paths.AddRange(["/tin-bai/moi", "/tin-bai/nhap", draft + "/sua", "/viec-can-lam?kind=NewsReturned"]);
        }
        if (userName == "truong.ninhkieu")
            paths.AddRange([await Draft(page), "/viec-can-lam?kind=NewsToApprove"]);
        return paths;
    }

    private static async Task<string> Draft(IPage page)
    {
        await page.GotoAsync("/tin-bai?tinh-trang=Draft");
        return (await page.Locator("a.what").First.GetAttributeAsync("href"))!;
    }
}
