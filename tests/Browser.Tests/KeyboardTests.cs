using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PlanTracker.Browser.Tests;

/// <summary>The main jobs by keyboard alone; on the way every place that has the focus shows it and lies under nothing.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task Signing_in_and_skipping_the_menu()
    {
        await using var host = new Host();
        var page = await Enter(host, "lanhdao");
        await using var context = page.Context;

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Đến nội dung chính", await page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task A_reporter_logs_a_result_and_the_coordinator_confirms_it_in_bulk()
    {
        await using var host = new Host();
        var page = await Enter(host, "baocao.sotttt");
        await using var first = page.Context;
        await page.TabTo("main a[href$='/cap-nhat']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/cap-nhat$"));
        await page.TabTo("[name=quantity]");
        await page.Keyboard.TypeAsync("1.000");
        await page.TabTo("[name=title]");
        await page.Keyboard.TypeAsync("Nhập bằng bàn phím");
        await page.TabTo("[name=noEvidenceReason]");
        await page.Keyboard.TypeAsync("Chờ biên bản");
        await page.TabTo("main button[value=submit]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/ket-qua/[0-9a-f-]{36}"));

        var desk = await Enter(host, "dieuphoi");
        await using var second = desk.Context;
        // A coordinator's sign-in leads there; once more, so that nothing is still on its way.
        await desk.GotoAsync("/viec-can-lam");
        await desk.TabTo("main .work input[type=checkbox]");
        await desk.Keyboard.PressAsync("Space");
        await desk.TabTo("main .bulk button");
        await desk.Keyboard.PressAsync("Enter");
        await desk.WaitForURLAsync(new Regex("/cho-xac-nhan"));
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("Đã xác nhận 1/1");
    }

    [Fact]
    public async Task A_commune_reports_and_its_head_sends_it()
    {
        await using var host = new Host();
        var page = await Enter(host, "baocao.caikhe");
        await using var first = page.Context;
        await page.GotoAsync("/bao-cao-don-vi");
        await page.TabTo("main a[href*='/bao-cao-don-vi/']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/bao-cao-don-vi/[0-9a-f-]{36}$"));
        var path = new Uri(page.Url).AbsolutePath;
        await page.TabTo("[name='figures.Leaflets']");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("1.200");
        await page.TabTo("main button[value=save]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("da=luu"));

        var head = await Enter(host, "truong.caikhe");
        await using var second = head.Context;
        await head.GotoAsync(path);
        await head.TabTo("main button[value=submit]");
        await head.Keyboard.PressAsync("Enter");
        await head.WaitForURLAsync(new Regex("da=gui"));
    }

    [Fact]
    public async Task A_leader_opens_a_figure_another_day_and_the_help_of_a_page()
    {
        await using var host = new Host();
        var page = await Enter(host, "lanhdao");
        await using var context = page.Context;
        await page.GotoAsync("/hoat-dong");
        await page.TabTo("main .help summary");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".help-card")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".help-card")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".help summary")).ToBeFocusedAsync();

        await page.TabTo("main a.fig-link");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/so-lieu/"));
        await page.GotoAsync("/");
        await page.TabTo("main [name=asOf]");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("01/08/2024");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("asOf=01"));
    }

    [Fact]
    public async Task The_head_of_a_unit_sends_news_and_the_desk_selects_it()
    {
        await using var host = new Host();
        var desk = await Enter(host, "dieuphoi");
        await using var context = desk.Context;
        await desk.GotoAsync("/tin-bai");
        await desk.TabTo("main a.what");
        await desk.Keyboard.PressAsync("Enter");
        await desk.WaitForURLAsync(new Regex("/tin-bai/[0-9a-f-]{36}"));
        await desk.TabTo("main button[value=select]");
        await desk.Keyboard.PressAsync("Enter");
        await desk.WaitForURLAsync(new Regex("da=chon"));
    }

    /// <summary>Signs in by keyboard.</summary>
    private async Task<IPage> Enter(Host host, string userName)
    {
        var page = await chromium.NewPage(baseUrl: host.Address);
        await page.Context.AddCookiesAsync([new() { Name = "bat-dau", Value = userName, Url = host.Address }]);
        await page.GotoAsync("/dang-nhap");
        await page.TabTo("[name=userName]");
        await page.Keyboard.TypeAsync(userName);
        await page.TabTo("[name=password]");
        await page.Keyboard.TypeAsync(Visitor.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/dang-nhap", StringComparison.Ordinal));
        return page;
    }
}

/// <summary>Going through a page by Tab.</summary>
internal static class Tabbing
{
    private const int MostSteps = 400;

    /// <summary>Presses Tab until something of the selector has the focus; fails where the focus is not to be seen on the way.</summary>
    public static async Task TabTo(this IPage page, string selector)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector))
                return;
            await page.Keyboard.PressAsync("Tab");
            await page.IsSeen();
        }
        Assert.Fail($"{selector} is not reached by Tab on {page.Url}");
    }

    /// <summary>Waits until the place with the focus has been scrolled into sight, which browsers do after they have moved the focus.</summary>
    private static async Task IsSeen(this IPage page)
    {
        try
        {
            await page.WaitForFunctionAsync($"() => ({Unseen})() === null");
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{page.Url}: {await page.EvaluateAsync<string?>(Unseen)}");
        }
    }

    // A hidden file field shows its focus on the label behind it. The point that is tried is of the part that stands in the window.
    private const string Unseen =
        """
        () => {
          let e = document.activeElement;
          if (!e || e === document.body) return null;
          const said = e.outerHTML.slice(0, 120);
          if (e.classList.contains('visually-hidden')) e = e.nextElementSibling ?? e;
          const style = getComputedStyle(e);
          if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no ring: ' + said;
          const boxes = [...e.getClientRects()].filter(r => r.width && r.height);
          const isFree = r => {
            const x = (Math.max(0, r.left) + Math.min(innerWidth, r.right)) / 2, y = (Math.max(0, r.top) + Math.min(innerHeight, r.bottom)) / 2;
            const top = document.elementFromPoint(x, y);
            return top && (e.contains(top) || top.contains(e) || top.closest('label')?.control === e);
          };
          return boxes.some(isFree) ? null : 'covered or out of sight: ' + said;
        }
        """;
}
