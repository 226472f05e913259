using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PlanTracker.Browser.Tests;

/// <summary>The front page: for the leader one screen and one sheet of paper, everything one click away; for a unit its own work first.</summary>
public sealed partial class OverviewTests(Chromium chromium, SharedHost host)
{
    [Theory]
    [InlineData("lanhdao")]
    [InlineData("dieuphoi")]
    public async Task At_1366_by_768_nothing_has_to_be_scrolled(string userName)
    {
        var page = await chromium.SignedIn(host, userName);
        await using var context = page.Context;
        await page.SetViewportSizeAsync(1366, 768);
        await page.GotoAsync("/");

        var (needed, there) = (await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"), await page.EvaluateAsync<int>("() => innerHeight"));

        Assert.True(needed <= there, $"{needed} px are needed, {there} are there");
        Assert.Contains("Dự báo đến 31/12", await page.InnerTextAsync(".ov-lead"), StringComparison.Ordinal);
        Assert.Contains("Báo cáo của đơn vị", await page.InnerTextAsync(".p-right"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lanhdao", true)]
    [InlineData("lanhdao", false)]
    [InlineData("dieuphoi", true)]
    [InlineData("dieuphoi", false)]
    [InlineData("baocao.svhttdl", true)]
    public async Task On_paper_it_is_one_sheet_of_A4(string userName, bool landscape)
    {
        var page = await chromium.SignedIn(host, userName);
        await using var context = page.Context;
        await page.GotoAsync("/");

        var paper = await page.PdfAsync(new() { Format = "A4", Landscape = landscape, PrintBackground = true, Margin = new() { Top = "9mm", Bottom = "9mm", Left = "9mm", Right = "9mm" } });

        Assert.Equal(1, Sheets().Count(Encoding.Latin1.GetString(paper)));
    }

    [Fact]
    public async Task Every_link_of_the_leader_s_page_opens_and_no_button_changes_anything()
    {
        var page = await chromium.SignedIn(host, "lanhdao", scripts: false);
        await using var context = page.Context;
        await page.GotoAsync("/");
        var links = await page.Locator("main a[href]").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.getAttribute('href')))]");

        Assert.Equal(0, await page.Locator("main form[method=post], main a[href$='/cap-nhat'], main a[href$='/sua']").CountAsync());
        Assert.True(links.Length > 40, $"{links.Length} links");
        foreach (var link in links)
            Assert.Equal((link, 200), (link, (await context.APIRequest.GetAsync(link)).Status));
    }

    [Fact]
    public async Task Period_day_and_agency_stand_in_the_address_and_a_period_is_shown_to_its_cut_off()
    {
        var page = await chromium.SignedIn(host, "lanhdao", scripts: false);
        await using var context = page.Context;
        await page.GotoAsync("/");
        await page.SelectOptionAsync("select[name=ky]", "2024-H1");
        await page.ClickAsync("button:has-text('Xem')");

        Assert.Contains("ky=2024-H1", page.Url, StringComparison.Ordinal);
        Assert.Contains("14/06/2024", await page.GetAttributeAsync(".ov-lead", "aria-label") ?? "", StringComparison.Ordinal);
        Assert.Contains("So với lần chốt Quý I (14/3)", await page.InnerTextAsync(".ov-lead"), StringComparison.Ordinal);
        await page.SelectOptionAsync("select[name=donVi]", new SelectOptionValue { Label = "Sở VH, TT và DL" });
        await page.ClickAsync("button:has-text('Xem')");
        Assert.Matches("ky=2024-H1.*donVi=|donVi=.*ky=2024-H1", page.Url);
        Assert.Equal(4, await page.Locator(".p-bars tbody tr").CountAsync());
        Assert.Contains("3 hoạt động chủ trì", await page.InnerTextAsync(".scope-note"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?asOf=hôm qua", "không phải là ngày")]
    [InlineData("/?ky=2024-Q9", "Không có kỳ báo cáo này")]
    [InlineData("/?donVi=x", "Không có cơ quan này")]
    [InlineData("/?ky=2024-H1&asOf=10/09/2024", "nằm ngoài kỳ 6 tháng")]
    public async Task What_is_wrong_in_the_address_is_answered_in_words_and_the_rest_is_shown(string path, string said)
    {
        var page = await chromium.SignedIn(host, "lanhdao");
        await using var context = page.Context;

        var response = await page.GotoAsync(path);

        Assert.Equal(200, response!.Status);
        Assert.Contains(said, await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("h1.headline").CountAsync());
    }

    [Theory]
    [InlineData("lanhdao", ColorScheme.Light)]
    [InlineData("lanhdao", ColorScheme.Dark)]
    [InlineData("baocao.svhttdl", ColorScheme.Light)]
    [InlineData("baocao.svhttdl", ColorScheme.Dark)]
    [InlineData("truong.ninhkieu", ColorScheme.Light)]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways(string userName, ColorScheme scheme)
    {
        var page = await chromium.SignedIn(host, userName);
        await using var context = page.Context;
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.GotoAsync("/");
        await page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(d => { d.open = true; })");
        Assert.Empty(await page.Violations());
        foreach (var width in (int[])[1366, 1024, 683, 390])
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.Equal((width, 0), (width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")));
        }
    }

    [Fact]
    public async Task A_unit_sees_what_it_owes_what_came_back_and_why_its_activities_and_its_kind()
    {
        var page = await chromium.SignedIn(host, "baocao.svhttdl", scripts: false);
        await using var context = page.Context;
        await page.GotoAsync("/");

        Assert.Contains("việc cần làm", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("Lý do trả lại: Thiếu biên bản bàn giao", await page.InnerTextAsync(".own-work"), StringComparison.Ordinal);
        Assert.Contains("hạn 16/09/2024", await page.InnerTextAsync("section[aria-labelledby=h-owed]"), StringComparison.Ordinal);
        Assert.Contains("mức giữa", await page.InnerTextAsync("section[aria-labelledby=h-peers]"), StringComparison.Ordinal);
        var links = await page.Locator(".unit a[href]").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.getAttribute('href')))]");
        foreach (var link in links)
            Assert.Equal((link, 200), (link, (await context.APIRequest.GetAsync(link)).Status));
        await page.ClickAsync(".own-work a:has-text('Cập nhật')");
        Assert.EndsWith("/cap-nhat", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Sheets();
}
