using Microsoft.Playwright;

namespace PlanTracker.Browser.Tests;

/// <summary>The work list: by keyboard, without scripts, on any width.</summary>
public sealed class WorkTests(Chromium chromium, SharedHost host)
{
    [Fact]
    public async Task Keys_move_select_and_open_and_can_be_switched_off()
    {
        var page = await chromium.SignedIn(host, "dieuphoi");
        await using var context = page.Context;
        await page.GotoAsync("/viec-can-lam");
        await page.Locator(".keys:has-text('để chuyển dòng')").WaitForAsync();
        var links = page.Locator(".work a.what");

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(links.Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(links.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.Locator("[data-bulk-target=count]")).ToHaveTextAsync("1");
        await page.ClickAsync("button:has-text('Tắt phím tắt')");
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(links.Nth(0)).Not.ToBeFocusedAsync();
        await page.ClickAsync("button:has-text('Bật phím tắt')");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("/ket-qua/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dieuphoi")]
    [InlineData("baocao.svhttdl")]
    [InlineData("truong.svhttdl")]
    [InlineData("lanhdao")]
    public async Task Every_tab_opens_without_scripts_and_axe_finds_nothing_and_nothing_scrolls_sideways(string userName)
    {
        var plain = await chromium.SignedIn(host, userName, scripts: false);
        await using var first = plain.Context;
        await plain.ClickAsync("nav[aria-label='Chính'] a:has-text('Việc cần làm')");
        foreach (var tab in await plain.Locator(".segs a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))"))
            Assert.Equal((tab, 200), (tab, (await plain.GotoAsync(tab))!.Status));

        var page = await chromium.SignedIn(host, userName);
        await using var second = page.Context;
        await page.GotoAsync("/viec-can-lam");
        Assert.Empty(await page.Violations());
        foreach (var width in (int[])[1366, 683, 390])
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
        }
    }

    [Theory]
    [InlineData("/danh-muc/kenh")]
    public async Task Axe_finds_nothing_for_the_coordinator_and_nothing_scrolls_sideways_on(string path)
    {
        var page = await chromium.SignedIn(host, "dieuphoi");
        await using var context = page.Context;
        await page.GotoAsync(path);
        Assert.Empty(await page.Violations());
        foreach (var width in (int[])[1366, 683, 390])
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
        }
    }

    [Fact]
    public async Task Axe_finds_nothing_on_the_page_that_adds_an_activity_before_and_after_it_was_read()
    {
        var page = await chromium.SignedIn(host, "dieuphoi");
        await using var context = page.Context;
        var plan = await page.EvaluateAsync<string>("async () => (await (await fetch('/api/v1/plans?pageSize=50')).json()).items.find(p => p.number === '167/KH-UBND').id");
        await page.GotoAsync($"/ke-hoach/{plan}");
        await page.ClickAsync("a:has-text('Bổ sung hoạt động')");
        await page.Locator("[name=quantityWording]").WaitForAsync();
        Assert.Empty(await page.Violations());
        foreach (var (name, value) in new[]
        {
            ("document-number", "20/CV-MAU"), ("document-date", "25/06/2024"), ("on", "01/07/2024"), ("reason", "Thử"), ("title", "Phát thanh cơ sở"),
            ("quantityWording", "02 chương trình/tháng"), ("leadWording", "Sở Nội vụ"), ("time", "Năm 2024"),
        })
            await page.FillAsync($"[name={name}]", value);

        await page.ClickAsync("button:has-text('Xem cách hiểu')");
        await page.Locator("h2:has-text('Được hiểu là')").WaitForAsync();

        Assert.Contains("× 6 tháng", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(await page.Violations());
    }
}
