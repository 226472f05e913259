using System.Text.RegularExpressions;

namespace PlanTracker.Browser.Tests;

/// <summary>A commune drafts its report, its head submits it, the district returns and accepts it.</summary>
public sealed class AgencyReportStoryTests(Chromium chromium, SharedHost host)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_goes_from_draft_to_accepted_and_the_district_s_figures_hold_it(bool scripts)
    {
        await using var own = new Host();
        var reporter = await chromium.SignedIn(own, "baocao.caikhe", scripts);
        await using var first = reporter.Context;
        await reporter.GotoAsync("/bao-cao-don-vi");
        await reporter.ClickAsync("a:has-text('Báo cáo Quý III')");
        await reporter.WaitForURLAsync(new Regex("/bao-cao-don-vi/[0-9a-f-]{36}$"));
        var path = new Uri(reporter.Url).AbsolutePath;

        // What cannot be read comes back as it was typed.
        await reporter.FillAsync("[name='figures.Leaflets']", "1.5");
        await reporter.FillAsync("[name=results]", "Giữ lại câu này");
        var refused = await reporter.RunAndWaitForResponseAsync(() => reporter.ClickAsync("button:has-text('Lưu bản nháp')"), r => r.Request.Method == "POST");
        await reporter.Locator(".errsum").WaitForAsync();
        Assert.Equal(422, refused.Status);
        Assert.Equal(("1.5", "Giữ lại câu này"), (await reporter.InputValueAsync("[name='figures.Leaflets']"), await reporter.InputValueAsync("[name=results]")));
        await reporter.FillAsync("[name='figures.Leaflets']", "1.500");
        await reporter.ClickAsync("button:has-text('Lưu bản nháp')");
        await reporter.WaitForURLAsync(new Regex("da=luu"));
        Assert.Equal("1.500", await reporter.InputValueAsync("[name='figures.Leaflets']"));
        Assert.Equal(0, await reporter.Locator("button:has-text('Duyệt và gửi')").CountAsync());

        var head = await chromium.SignedIn(own, "truong.caikhe", scripts);
        await using var second = head.Context;
        await head.GotoAsync(path);
        await head.ClickAsync("button:has-text('Duyệt và gửi')");
        await head.WaitForURLAsync(new Regex("da=gui"));

        var district = await chromium.SignedIn(own, "baocao.ninhkieu", scripts);
        await using var third = district.Context;
        await district.GotoAsync("/bao-cao-don-vi");
        Assert.Contains("2 báo cáo chờ tiếp nhận", await district.InnerTextAsync("h1"), StringComparison.Ordinal);
        await district.GotoAsync(path);
        await district.ClickAsync("button:has-text('Tiếp nhận')");
        await district.WaitForURLAsync(new Regex("da=tiep-nhan"));
        await district.GotoAsync("/bao-cao-don-vi");
        await district.ClickAsync("a:has-text('Báo cáo Quý III')");
        await district.WaitForURLAsync(new Regex("/bao-cao-don-vi/[0-9a-f-]{36}$"));
        Assert.Matches("(?s)Tờ gấp.*1\\.", await district.InnerTextAsync("table.ind"));
        Assert.Contains("Từ 3/11 đơn vị", await district.InnerTextAsync("table.ind"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("baocao.ninhkieu")]
    [InlineData("dieuphoi")]
    [InlineData("lanhdao")]
    public async Task Axe_finds_nothing_on_the_desk_and_on_reports_and_nothing_scrolls_sideways(string userName)
    {
        var page = await chromium.SignedIn(host, userName);
        await using var context = page.Context;
        await page.GotoAsync("/bao-cao-don-vi?period=2024-H1&level=District");
        var report = await page.Locator("table a.what").First.GetAttributeAsync("href");
        foreach (var path in new[] { "/bao-cao-don-vi?period=2024-H1", report!, "/chi-so" })
        {
            await page.GotoAsync(path);
            Assert.Empty(await page.Violations());
            foreach (var width in (int[])[1366, 683, 390])
            {
                await page.SetViewportSizeAsync(width, 800);
                Assert.Equal((path, width, 0), (path, width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")));
            }
        }
    }

    [Fact]
    public async Task Axe_finds_nothing_on_the_form_its_import_and_an_indicator()
    {
        var reporter = await chromium.SignedIn(host, "baocao.ldld");
        await using var first = reporter.Context;
        await reporter.GotoAsync("/bao-cao-don-vi");
        await reporter.ClickAsync("a:has-text('Báo cáo Quý III')");
        await reporter.WaitForURLAsync(new Regex("/bao-cao-don-vi/[0-9a-f-]{36}$"));
        Assert.Contains("Cần sửa", await reporter.InnerTextAsync("table.ind"), StringComparison.Ordinal);
        Assert.Empty(await reporter.Violations());
        await reporter.GotoAsync(new Uri(reporter.Url).AbsolutePath + "/nhap");
        Assert.Empty(await reporter.Violations());

        var coordinator = await chromium.SignedIn(host, "dieuphoi");
        await using var second = coordinator.Context;
        await coordinator.GotoAsync("/chi-so/Leaflets");
        Assert.Empty(await coordinator.Violations());
    }
}
