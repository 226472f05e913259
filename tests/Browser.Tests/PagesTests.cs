using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PlanTracker.Browser.Tests;

/// <summary>Every page opens for every role that may see it, with scripts on and off, and axe finds nothing.</summary>
public sealed class PagesTests(Chromium chromium, SharedHost host)
{
    private static readonly string[] Pages = ["/", "/hoat-dong", "/bao-cao", "/bao-cao?period=2024-Y", "/ke-hoach", "/don-vi", "/don-vi?level=Commune&search=tan+an"];

    [Theory]
    [InlineData("lanhdao", true)]
    [InlineData("lanhdao", false)]
    [InlineData("dieuphoi", true)]
    [InlineData("baocao.svhttdl", false)]
    [InlineData("truong.ninhkieu", true)]
    [InlineData("taichinh", true)]
    [InlineData("admin", false)]
    public async Task Every_page_opens_for_the_role_and_marks_the_sample(string userName, bool scripts)
    {
        var page = await chromium.SignedIn(host, userName, scripts);
        await using var context = page.Context;
        foreach (var path in Pages)
        {
            var response = await page.GotoAsync(path);
            Assert.Equal((path, 200), (path, response!.Status));
            Assert.Contains("Dữ liệu mẫu", await page.InnerTextAsync("header.top"), StringComparison.Ordinal);
            Assert.Equal(1, await page.Locator("h1").CountAsync());
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/hoat-dong")]
    [InlineData("/bao-cao")]
    [InlineData("/ke-hoach")]
    [InlineData("/don-vi")]
    [InlineData("/ket-qua")]
    [InlineData("/cho-xac-nhan")]
    public async Task Axe_finds_nothing_for_the_coordinator_on(string path)
    {
        var page = await chromium.SignedIn(host, "dieuphoi");
        await using var context = page.Context;
        await page.GotoAsync(path);

        Assert.Empty(await page.Violations());
    }

    [Theory]
    [InlineData("/quan-tri/tai-khoan")]
    [InlineData("/quan-tri/tai-khoan?search=khong+co+ai")]
    [InlineData("/quan-tri/tai-khoan/moi")]
    [InlineData("/quan-tri/tai-khoan/nhap")]
    public async Task Axe_finds_nothing_for_the_administrator_and_nothing_scrolls_sideways_on(string path)
    {
        var page = await chromium.SignedIn(host, "admin");
        await using var context = page.Context;
        await page.GotoAsync(path);
        Assert.Empty(await page.Violations());
        foreach (var width in (int[])[1366, 683, 390])
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
        }
    }

    [Theory]
    [InlineData("/ket-qua/nhap-tu-excel", null)]
    [InlineData("/hoat-dong", "Tỷ lệ")]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways_where_entries_are_imported_and_figures_open(string path, string? figure)
    {
        var page = await chromium.SignedIn(host, "baocao.snv");
        await using var context = page.Context;
        await page.GotoAsync(path);
        if (figure is not null)
        {
            await page.Locator("table.acts a.fig-link[href*='so=percent']").First.ClickAsync();
            await page.WaitForURLAsync(new Regex("/so-lieu/"));
            Assert.StartsWith(figure, await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        }
        Assert.Empty(await page.Violations());
        foreach (var width in (int[])[1366, 683, 390])
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
        }
    }

    [Fact]
    public async Task Axe_finds_nothing_on_an_activity_a_form_a_plan_and_the_doors()
    {
        var page = await chromium.SignedIn(host, "baocao.svhttdl");
        await using var context = page.Context;
        await page.OpenActivity("Tranh cổ động");
        Assert.Empty(await page.Violations());
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/cap-nhat");
        Assert.Empty(await page.Violations());
        await page.GotoAsync("/ke-hoach");
        await page.Locator("a.what").First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/ke-hoach/.+"));
        Assert.Empty(await page.Violations());

        var stranger = await chromium.NewPage(baseUrl: host.Address);
        await using var other = stranger.Context;
        await stranger.GotoAsync("/dang-nhap");
        Assert.Empty(await stranger.Violations());
        await stranger.GotoAsync("/loi/404");
        Assert.Empty(await stranger.Violations());
    }

    [Fact]
    public async Task A_stranger_is_sent_to_sign_in_and_back_to_the_page_asked_for()
    {
        var page = await chromium.NewPage(baseUrl: host.Address);
        await using var context = page.Context;
        await page.GotoAsync("/don-vi?level=District");
        await page.FillAsync("input[name=userName]", "lanhdao");
        await page.FillAsync("input[name=password]", "KeHoach246@demo");
        await page.ClickAsync("button.btn-primary");
        await page.WaitForURLAsync(url => url.Contains("/don-vi", StringComparison.Ordinal));

        Assert.Contains("level=District", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/khong-co-trang-nay", 404)]
    [InlineData("/hoat-dong/00000000-0000-0000-0000-000000000001", 404)]
    [InlineData("/ke-hoach/00000000-0000-0000-0000-000000000001", 404)]
    [InlineData("/bao-cao?period=2024-Q2", 404)]
    public async Task What_is_not_there_is_a_page_that_helps(string path, int status)
    {
        var page = await chromium.SignedIn(host, "lanhdao");
        await using var context = page.Context;

        var response = await page.GotoAsync(path);

        Assert.Equal(status, response!.Status);
        Assert.Contains("Về tổng quan", await page.InnerTextAsync("body"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/hoat-dong/00000000-0000-0000-0000-000000000001/cap-nhat?goc=khong-phai-ma", 404)]
    [InlineData("PUT", "/hoat-dong", 405)]
    [InlineData("DELETE", "/bao-cao", 405)]
    [InlineData("POST", "/vuong-mac/moi", 400)]
    [InlineData("GET", "/lib/khong-co.css", 404)]
    public async Task What_programs_and_old_links_get_wrong_is_told_in_Vietnamese_too(string method, string path, int status)
    {
        var page = await chromium.SignedIn(host, "lanhdao");
        await using var context = page.Context;

        var response = await page.APIRequest.FetchAsync(path, new() { Method = method });

        Assert.Equal(status, response.Status);
        var text = await response.TextAsync();
        Assert.Contains("lang=\"vi\"", text, StringComparison.Ordinal);
        Assert.Matches($"Mã lỗi {status}|Không tìm thấy|Không thực hiện được", text);
    }

    [Fact]
    public async Task The_style_sheet_is_sent_whole()
    {
        var page = await chromium.NewPage(baseUrl: host.Address);
        await using var context = page.Context;
        var sheets = new ConcurrentQueue<IResponse>();
        page.Response += (_, response) =>
        {
            if (response.Url.Contains(".css", StringComparison.Ordinal))
                sheets.Enqueue(response);
        };
        await page.GotoAsync("/dang-nhap", new() { WaitUntil = WaitUntilState.Load });

        Assert.Equal(2, sheets.Count);
        foreach (var sheet in sheets)
        {
            var size = (await sheet.BodyAsync()).Length;
            Assert.True(size > 10_000, $"{size} bytes of style in {sheet.Url}");
        }
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(683, 400)]
    [InlineData(390, 844)]
    public async Task No_page_scrolls_sideways(int width, int height)
    {
        var page = await chromium.SignedIn(host, "baocao.svhttdl");
        await using var context = page.Context;
        await page.SetViewportSizeAsync(width, height);
        foreach (var path in Pages.Append("/ket-qua"))
        {
            await page.GotoAsync(path);
            Assert.Equal((path, 0), (path, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")));
        }
    }

    [Fact]
    public async Task Letters_are_letters_and_headers_guard_the_page()
    {
        var page = await chromium.SignedIn(host, "lanhdao");
        await using var context = page.Context;
        var response = await page.GotoAsync("/");
        var html = await response!.TextAsync();

        Assert.Contains("đúng tiến độ hoặc đã hoàn thành", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x1E", html, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", response.Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.Contains("no-store", response.Headers["cache-control"], StringComparison.Ordinal);
    }
}
