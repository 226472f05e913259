using Microsoft.Playwright;

namespace PlanTracker.Browser.Tests;

/// <summary>The pages of calendar, obligations, agency reports and reminders: axe, narrow screens, and without scripts.</summary>
public sealed class RegimePagesTests(Chromium chromium, SharedHost host)
{
    [Theory]
    [InlineData("/nop-bao-cao", "dieuphoi")]
    [InlineData("/nop-bao-cao?period=2024-H1", "lanhdao")]
    [InlineData("/ky-bao-cao", "dieuphoi")]
    [InlineData("/ky-bao-cao/moi", "dieuphoi")]
    [InlineData("/ky-bao-cao/nhiem-vu", "truong.ninhkieu")]
    [InlineData("/ky-bao-cao/nhiem-vu/moi", "dieuphoi")]
    [InlineData("/nhac-viec", "dieuphoi")]
    [InlineData("/tai-khoan/nhac-viec", "baocao.svhttdl")]
    [InlineData("/bao-cao-don-vi", "truong.ninhkieu")]
    [InlineData("/chi-so", "dieuphoi")]
    [InlineData("/viec-can-lam?kind=OwedReports", "baocao.caikhe")]
    [InlineData("/viec-can-lam?kind=ReportsToReceive", "dieuphoi")]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways_on(string path, string userName)
    {
        var page = await chromium.SignedIn(host, userName);
        await using var context = page.Context;
        var response = await page.GotoAsync(path);
        Assert.Equal(200, response!.Status);
        Assert.Empty(await page.Violations());
        foreach (var width in (int[])[1366, 683, 390])
        {
            await page.SetViewportSizeAsync(width, 844);
            Assert.Equal((width, 0), (width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")));
        }
    }

    [Fact]
    public async Task The_list_of_who_sent_is_paged_and_light_and_goes_on_where_the_filter_stands()
    {
        var page = await chromium.SignedIn(host, "dieuphoi", scripts: false);
        await using var context = page.Context;
        await page.GotoAsync("/nop-bao-cao?level=Commune");
        Assert.InRange((await page.ContentAsync()).Length, 1, 100_000);
        Assert.Equal(25, await page.Locator("table.stacked td a.what").CountAsync());
        var first = await page.Locator("table.stacked td a.what").First.InnerTextAsync();

        await page.ClickAsync("text=Trang sau");

        Assert.Contains("level=Commune", page.Url, StringComparison.Ordinal);
        Assert.NotEqual(first, await page.Locator("table.stacked td a.what").First.InnerTextAsync());
    }

    [Fact]
    public async Task Without_scripts_a_duty_is_given_and_its_faults_are_named_beside_what_was_typed()
    {
        var page = await chromium.SignedIn(host, "dieuphoi", scripts: false);
        await using var context = page.Context;
        await page.GotoAsync("/ky-bao-cao/nhiem-vu/moi");
        await page.FillAsync("#f-title", "Cung cấp ảnh tuyên truyền");
        await page.FillAsync("#f-dueAfterDays", "1,5");
        await page.ClickAsync("main form button[value=save]");
        Assert.Contains("số nguyên", await page.InnerTextAsync(".errsum"), StringComparison.Ordinal);
        Assert.Equal("Cung cấp ảnh tuyên truyền", await page.InputValueAsync("#f-title"));

        await page.FillAsync("#f-dueAfterDays", "6");
        await page.CheckAsync("input[name=periodKinds][value=Year]");
        await page.SelectOptionAsync("#f-receiverId", new SelectOptionValue { Label = "Sở Nội vụ" });
        await page.ClickAsync("summary:has-text('Đoàn thể')");
        await page.GetByLabel("Báo Cần Thơ").CheckAsync();
        await page.ClickAsync("main form button[value=save]");

        Assert.Contains("/ky-bao-cao/nhiem-vu?", page.Url, StringComparison.Ordinal);
        Assert.Contains("Cung cấp ảnh tuyên truyền", await page.InnerTextAsync("main table"), StringComparison.Ordinal);
        Assert.Contains("Báo Cần Thơ", await page.InnerTextAsync("main table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_a_period_is_made_withdrawn_with_a_reason_and_a_locked_one_says_so()
    {
        var page = await chromium.SignedIn(host, "dieuphoi", scripts: false);
        await using var context = page.Context;
        await page.GotoAsync("/ky-bao-cao");
        Assert.Contains("Đã khóa", await page.InnerTextAsync("main tr:has-text('2024-H1')"), StringComparison.Ordinal);
        await page.ClickAsync("text=Thêm một kỳ riêng");
        await page.FillAsync("#f-code", "2024-DB9");
        await page.FillAsync("#f-name", "Đợt thử");
        await page.FillAsync("#f-from", "01/11/2024");
        await page.FillAsync("#f-to", "30/11/2024");
        await page.ClickAsync("main form button.btn-primary");

        await page.ClickAsync("main tr:has-text('2024-DB9') a.btn");
        await page.ClickAsync("button[value=withdraw]");
        Assert.Contains("Cần nêu lý do", await page.InnerTextAsync(".errsum"), StringComparison.Ordinal);
        await page.FillAsync("#f-why", "Lập nhầm");
        await page.ClickAsync("button[value=withdraw]");

        Assert.Contains("Đã bỏ kỳ", await page.InnerTextAsync("main [role=status]"), StringComparison.Ordinal);
        Assert.DoesNotContain("2024-DB9", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_print_of_a_report_is_one_sheet_that_says_what_it_is()
    {
        var page = await chromium.SignedIn(host, "truong.ninhkieu");
        await using var context = page.Context;
        await page.GotoAsync("/bao-cao-don-vi");
        await page.Locator("main table a.what").First.ClickAsync();
        await page.ClickAsync("text=Bản in");
        await page.WaitForSelectorAsync(".paper");
        Assert.Empty(await page.Violations());
        Assert.Contains("Dữ liệu mẫu", await page.InnerTextAsync(".paper"), StringComparison.Ordinal);

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await page.Locator("header.top").IsVisibleAsync());
        Assert.True(await page.Locator(".paper table").IsVisibleAsync());
        await page.SetViewportSizeAsync(390, 844);
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
    }
}
