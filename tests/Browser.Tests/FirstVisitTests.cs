using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PlanTracker.Browser.Tests;

/// <summary>Who comes for the first time is told where to begin, once; help opens beside the page it speaks of.</summary>
public sealed class FirstVisitTests(Chromium chromium, SharedHost host)
{
    [Theory]
    [InlineData("baocao.caikhe", "/", true)]
    [InlineData("dieuphoi", "/viec-can-lam", false)]
    [InlineData("lanhdao", "/viec-can-lam", false)]
    [InlineData("admin", "/", true)]
    public async Task The_first_steps_lead_on_and_stay_away_once_put_away(string userName, string path, bool scripts)
    {
        var page = await chromium.SignedIn(host, userName, scripts, isNew: true);
        await using var context = page.Context;
        await page.GotoAsync(path);
        var steps = page.Locator(".first-steps li a");
        Assert.InRange(await steps.CountAsync(), 3, 4);
        foreach (var href in await steps.EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))"))
            Assert.Equal((href, 200), (href, (await page.GotoAsync(href))!.Status));

        await page.GotoAsync(path);
        await page.ClickAsync(".first-steps button");
        await page.Locator(".first-steps").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal(path, new Uri(page.Url).AbsolutePath);
        await page.GotoAsync("/");
        Assert.Equal(0, await page.Locator(".first-steps").CountAsync());
        await page.GotoAsync("/bat-dau");
        Assert.InRange(await steps.CountAsync(), 3, 4);
    }

    [Fact]
    public async Task A_leaders_one_screen_has_a_link_to_the_steps_until_they_are_put_away()
    {
        var page = await chromium.SignedIn(host, "lanhdao", isNew: true);
        await using var context = page.Context;
        await page.GotoAsync("/");
        await page.Locator(".ov-head a[href='/bat-dau']").ClickAsync();
        await page.ClickAsync(".first-steps button");
        await page.WaitForURLAsync("**/");
        await page.Locator(".ov-head a[href='/bat-dau']").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [Fact]
    public async Task Of_two_people_at_one_computer_each_is_told_once()
    {
        var page = await chromium.SignedIn(host, "lanhdao");
        await using var context = page.Context;
        await context.ClearCookiesAsync(new() { Name = "PlanTracker" });
        await page.GotoAsync("/dang-nhap");
        await page.FillAsync("input[name=userName]", "taichinh");
        await page.FillAsync("input[name=password]", Visitor.Password);
        await page.PressAsync("input[name=password]", "Enter");

        await page.Locator(".first-steps").WaitForAsync();
        await page.ClickAsync(".first-steps button");
        await page.Locator(".first-steps").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        var kept = (await context.CookiesAsync()).Single(c => c.Name == "bat-dau");
        Assert.Equal(("lanhdao~taichinh", true), (Uri.UnescapeDataString(kept.Value), kept.HttpOnly));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Help_opens_beside_the_form_and_leads_to_its_place_in_the_guide(bool scripts)
    {
        var page = await chromium.SignedIn(host, "baocao.svhttdl", scripts);
        await using var context = page.Context;
        await page.OpenActivity("Tranh cổ động");
        await page.ClickAsync("a[href$='/cap-nhat']");
        await page.WaitForURLAsync(new Regex("/cap-nhat$"));
        await page.ClickAsync(".help summary");
        await Assertions.Expect(page.Locator(".help-card")).ToContainTextAsync("Chỉ cơ quan chủ trì ghi");

        await page.ClickAsync(".help-card a");
        await page.WaitForURLAsync(new Regex("/tro-giup/co-quan-chu-tri#cap-nhat-tien-do$"));
        await Assertions.Expect(page.Locator("#cap-nhat-tien-do")).ToBeInViewportAsync();
        var picture = page.Locator("img[src$='/cap-nhat-tien-do.webp']");
        await picture.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(picture).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await picture.EvaluateAsync<int>("i => i.naturalWidth") > 1000);
    }

    [Fact]
    public async Task A_part_that_the_guide_has_not_is_a_page_that_helps()
    {
        var page = await chromium.SignedIn(host, "lanhdao");
        await using var context = page.Context;

        var response = await page.GotoAsync("/tro-giup/khong-co-phan-nay");

        Assert.Equal(404, response!.Status);
    }
}
