using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PlanTracker.Browser.Tests;

/// <summary>One search for everything: by keyboard from any page, and as a page of its own without scripts.</summary>
public sealed class SearchTests(Chromium chromium, SharedHost host)
{
    [Fact]
    public async Task Ctrl_K_words_and_arrows_open_what_was_found()
    {
        var page = await chromium.SignedIn(host, "lanhdao");
        await using var context = page.Context;
        await page.GotoAsync("/don-vi");
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("tranh co dong");
        await page.Locator(".gfound a").First.WaitForAsync();
        Assert.Empty(await page.Violations());

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".gfound")).ToBeHiddenAsync();
        await page.Keyboard.TypeAsync(" ");
        await page.Keyboard.PressAsync("Backspace");
        await page.Locator(".gfound a").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/hoat-dong/[0-9a-f-]{36}$"));
    }

    [Fact]
    public async Task The_page_of_the_search_works_without_scripts_and_says_what_is_wrong()
    {
        var plain = await chromium.SignedIn(host, "baocao.svhttdl", scripts: false);
        await using var first = plain.Context;
        await plain.FillAsync("#q", "tan an");
        await plain.PressAsync("#q", "Enter");
        await plain.Locator("h2:has-text('Cơ quan, đơn vị')").WaitForAsync();
        await plain.ClickAsync(".list a:has-text('Tân An')");
        await plain.WaitForURLAsync(new Regex("/don-vi/"));

        var page = await chromium.SignedIn(host, "baocao.svhttdl");
        await using var second = page.Context;
        foreach (var (path, words) in new[] { ("/tim", "Tìm gì"), ("/tim?q=tan+an", "Tân An"), ("/tim?q=a", "Cần từ 2 đến 100 ký tự"), ("/tim?q=khongcogi", "Không tìm thấy") })
        {
            await page.GotoAsync(path);
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);
            Assert.Empty(await page.Violations());
            await page.SetViewportSizeAsync(390, 800);
            Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
        }
    }
}
