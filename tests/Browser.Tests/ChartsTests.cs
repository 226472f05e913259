using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PlanTracker.Browser.Tests;

/// <summary>Charts and heat maps in a browser: drawn from the numbers of their tables, by keyboard, as a picture, without scripts.</summary>
public sealed class ChartsTests(Chromium chromium, SharedHost host)
{
    private const string Drawn = "figure.chart[data-drawn]";

    [Theory]
    [InlineData("activity")]
    [InlineData("money")]
    public async Task A_chart_draws_the_rows_of_its_table_says_them_by_keyboard_and_is_saved_as_a_picture(string of)
    {
        var page = await chromium.SignedIn(host, "lanhdao");
        await using var context = page.Context;
        var faults = new List<string>();
        page.PageError += (_, fault) => { lock (faults) faults.Add(fault); };
        await Open(page, of);
        var figure = page.Locator(Drawn).First;

        var rows = await figure.Locator("tbody tr").CountAsync();
        Assert.True(rows > 1);
        Assert.Equal(rows.ToString(System.Globalization.CultureInfo.InvariantCulture), await figure.GetAttributeAsync("data-drawn"));
        Assert.True(await figure.Locator(".chart-plot svg path").CountAsync() >= rows);
        await figure.Locator(".chart-plot").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        var said = figure.Locator(".chart-say");
        await Assertions.Expect(said).Not.ToHaveTextAsync("");
        var first = await said.InnerTextAsync();
        Assert.Contains(await figure.Locator("tbody th").First.TextContentAsync() ?? "?", first, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(said).ToContainTextAsync((await figure.Locator("tbody tr").Last.Locator("td").Last.TextContentAsync())!);
        var picture = await page.RunAndWaitForDownloadAsync(() => figure.GetByText("Tải ảnh PNG").ClickAsync());
        Assert.EndsWith(".png", picture.SuggestedFilename, StringComparison.Ordinal);
        await using var stream = await picture.CreateReadStreamAsync();
        var head = new byte[8];
        await stream.ReadExactlyAsync(head);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], head);
        await Assertions.Expect(figure.Locator(".chart-table")).ToBeHiddenAsync();
        await figure.GetByText("Xem bảng số liệu").ClickAsync();
        await Assertions.Expect(figure.Locator(".chart-table")).ToBeVisibleAsync();
        lock (faults)
            Assert.Empty(faults);
    }

    [Theory]
    [InlineData("activity", "light")]
    [InlineData("activity", "dark")]
    [InlineData("money", "dark")]
    [InlineData("/tinh-hinh", "light")]
    [InlineData("/tinh-hinh?sort=worst", "dark")]
    [InlineData("/tinh-hinh/hoat-dong", "light")]
    [InlineData("/tinh-hinh/hoat-dong", "dark")]
    public async Task Axe_finds_nothing_in_light_and_dark_and_nothing_scrolls_sideways(string path, string theme)
    {
        var page = await chromium.SignedIn(host, "dieuphoi");
        await using var context = page.Context;
        await page.EvaluateAsync("theme => localStorage.setItem('theme', theme)", theme);
        await Open(page, path);

        Assert.Equal(theme, await page.EvaluateAsync<string>("() => document.documentElement.dataset.bsTheme"));
        Assert.Empty(await page.Violations());
        foreach (var width in (int[])[1366, 683, 390])
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
        }
    }

    [Theory]
    [InlineData("activity")]
    [InlineData("money")]
    public async Task Without_scripts_the_table_is_what_is_seen(string of)
    {
        var page = await chromium.SignedIn(host, "lanhdao", scripts: false);
        await using var context = page.Context;
        await Open(page, of, drawn: false);

        await Assertions.Expect(page.Locator(".chart-table table").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".chart-plot").First).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByText("Xem bảng số liệu").First).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_library_comes_with_a_chart_only_and_the_table_opens_when_it_does_not_come()
    {
        var page = await chromium.SignedIn(host, "lanhdao");
        await using var context = page.Context;
        var asked = new System.Collections.Concurrent.ConcurrentBag<string>();
        await page.RouteAsync("**/lib/echarts*", route =>
        {
            asked.Add(route.Request.Url);
            return route.AbortAsync();
        });
        foreach (var path in new[] { "/", "/hoat-dong", "/tinh-hinh", "/tinh-hinh/hoat-dong", "/nop-bao-cao" })
        {
            await page.GotoAsync(path);
            Assert.Empty(asked);
        }
        await Open(page, "money", drawn: false);
        await Assertions.Expect(page.Locator(".chart-table").First).ToBeVisibleAsync();
        Assert.Matches(new Regex(@"/lib/echarts\.[\w]+\.js$"), Assert.Single(asked.Distinct()));
    }

    [Fact]
    public async Task A_cell_opens_the_obligation_and_a_month_opens_its_entries()
    {
        var page = await chromium.SignedIn(host, "lanhdao");
        await using var context = page.Context;
        await page.GotoAsync("/tinh-hinh?level=District");
        Assert.Equal(0, await page.Locator("input[name=pick]").CountAsync());
        await page.Locator("table.map a.hc").First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/nop-bao-cao/[0-9a-f-]{36}$"));
        await page.GotoAsync("/tinh-hinh/hoat-dong?sort=worst");
        await page.Locator("table.map a.hc").First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/so-lieu/[0-9a-f-]{36}\\?so=inPeriod"));
        await page.Locator("h1:has-text('trong kỳ')").WaitForAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Chosen_units_are_let_off_after_a_look_and_a_reason(bool scripts)
    {
        await using var own = new Host();
        var page = await chromium.SignedIn(own, "dieuphoi", scripts);
        await using var context = page.Context;
        Assert.EndsWith("/viec-can-lam", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await page.GotoAsync("/nop-bao-cao?period=2024-Q3&state=NotYetDue");
        await page.Locator("input[name=pick]").Nth(0).CheckAsync();
        await page.Locator("input[name=pick]").Nth(1).CheckAsync();
        await page.ClickAsync("button[value=waive]");
        await page.Locator("h1:has-text('Miễn 2 báo cáo?')").WaitForAsync();
        if (scripts)
            Assert.Empty(await page.Violations());
        await page.ClickAsync("button[value=waive]");
        await page.Locator(".errsum").WaitForAsync();
        await page.FillAsync("[name=reason]", "Đang sắp xếp tổ chức bộ máy");
        await page.ClickAsync("button[value=waive]");
        await page.Locator("h1:has-text('Đã miễn 2/2 báo cáo')").WaitForAsync();
        if (scripts)
            Assert.Empty(await page.Violations());
    }

    private static async Task Open(IPage page, string of, bool drawn = true)
    {
        if (of is "activity")
            await page.OpenActivity("Tờ gấp");
        else
            await page.GotoAsync(of is "money" ? "/kinh-phi" : of);
        if (of.StartsWith('/'))
            return;
        await page.Locator("figure.chart").First.ScrollIntoViewIfNeededAsync();
        if (drawn)
            await page.Locator(Drawn).First.WaitForAsync();
    }
}
