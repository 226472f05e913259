using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PlanTracker.Browser.Tests;

/// <summary>Money and the next year's plan: with and without scripts, on any width, for axe.</summary>
public sealed class MoneyTests(Chromium chromium, SharedHost host)
{
    [Theory]
    [InlineData("dieuphoi", "/kinh-phi")]
    [InlineData("dieuphoi", "/kinh-phi/nhap-tu-excel")]
    [InlineData("dieuphoi", "/ke-hoach/so-sanh")]
    [InlineData("lanhdao", "/viec-can-lam?kind=Estimates")]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways(string userName, string path)
    {
        var page = await chromium.SignedIn(host, userName);
        await using var context = page.Context;
        Assert.Equal(200, (await page.GotoAsync(path))!.Status);
        await Sound(page);
    }

    [Fact]
    public async Task An_agencys_and_an_activitys_money_open_from_the_plans_and_are_sound()
    {
        var page = await chromium.SignedIn(host, "lanhdao");
        await using var context = page.Context;
        await page.GotoAsync("/kinh-phi");
        await page.Locator("section[aria-labelledby=h-agency] a").First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/don-vi/[0-9a-f-]{36}/kinh-phi"));
        await page.Locator("h2:has-text('hoạt động chủ trì')").WaitForAsync();
        await Sound(page);
        await page.Locator("td.ttl a").First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/hoat-dong/[0-9a-f-]{36}/kinh-phi"));
        await page.Locator(".money-steps").First.WaitForAsync();
        await Sound(page);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_next_year_is_made_decided_and_discarded(bool scripts)
    {
        await using var own = new Host();
        var page = await chromium.SignedIn(own, "dieuphoi", scripts);
        await using var context = page.Context;
        await page.GotoAsync("/ke-hoach");
        await page.Locator("a.what", new() { HasText = "năm 2024" }).First.ClickAsync();
        await page.ClickAsync("a:has-text('Tạo kế hoạch năm sau')");
        await page.WaitForURLAsync(new Regex("/nam-sau$"));
        if (scripts)
            await Sound(page);
        await page.ClickAsync("button:has-text('Tạo kế hoạch năm sau')");
        await page.Locator("h1:has-text('Bản dự thảo kế hoạch năm 2025')").WaitForAsync();
        await page.SelectOptionAsync("[name=choice0]", "CarryOver");
        await page.FillAsync("[name=note0]", "Công văn 12");
        await page.ClickAsync("button:has-text('Lưu hướng xử lý')");
        await page.Locator("td:has-text('10/09/2024')").First.WaitForAsync();
        Assert.Equal("Công văn 12", await page.InputValueAsync("[name=note0]"));
        if (scripts)
            await Sound(page);
        await page.ClickAsync("summary:has-text('Bỏ bản dự thảo này')");
        await page.ClickAsync("button:has-text('Bỏ bản dự thảo')");
        await page.Locator("button:has-text('Tạo kế hoạch năm sau')").WaitForAsync();
    }

    [Fact]
    public async Task Every_page_of_money_opens_without_scripts()
    {
        var page = await chromium.SignedIn(host, "baocao.svhttdl", scripts: false);
        await using var context = page.Context;
        foreach (var path in new[] { "/kinh-phi", "/kinh-phi/nhap-tu-excel", "/ke-hoach/so-sanh", "/viec-can-lam?kind=Estimates" })
        {
            Assert.Equal((path, 200), (path, (await page.GotoAsync(path))!.Status));
            Assert.Equal(1, await page.Locator("h1").CountAsync());
        }
    }

    private static async Task Sound(IPage page)
    {
        Assert.Empty(await page.Violations());
        foreach (var width in (int[])[390, 1366])
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
        }
    }
}
