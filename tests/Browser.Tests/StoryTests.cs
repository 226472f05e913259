using System.IO.Compression;
using System.Text.RegularExpressions;

namespace PlanTracker.Browser.Tests;

/// <summary>The way through the house: an agency logs progress, Sở Nội vụ confirms it, the leader and the workbook show it.</summary>
public sealed class StoryTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fifteen_thousand_is_logged_confirmed_seen_and_printed(bool scripts)
    {
        await using var host = new Host();

        // The reporter of Sở Thông tin và Truyền thông logs 15.000 leaflets, two clicks from the front page.
        var reporter = await chromium.SignedIn(host, "baocao.sotttt", scripts);
        await using var first = reporter.Context;
        await reporter.ClickAsync("a:has-text('Cập nhật')");
        await reporter.WaitForURLAsync(new Regex("/cap-nhat$"));
        await reporter.FillAsync("input[name=quantity]", "15.000");
        await reporter.FillAsync("input[name=title]", "Phát hành tờ gấp đợt thử");
        await reporter.FillAsync("[name=noEvidenceReason]", "Chờ biên bản giao nhận");
        await reporter.ClickAsync("button:has-text('Gửi Sở Nội vụ xác nhận')");
        await reporter.WaitForURLAsync(new Regex("/ket-qua/[0-9a-f-]{36}"));
        Assert.Contains("Chờ xác nhận", await reporter.InnerTextAsync("main"), StringComparison.Ordinal);
        var entry = new Uri(reporter.Url).AbsolutePath;

        // Sở Nội vụ confirms it.
        var coordinator = await chromium.SignedIn(host, "dieuphoi", scripts);
        await using var second = coordinator.Context;
        await coordinator.GotoAsync(entry);
        await coordinator.ClickAsync("button:has-text('Xác nhận')");
        await coordinator.Locator(".chip:has-text('Đã xác nhận')").First.WaitForAsync();

        // The leader sees it, and the workbook prints the same number.
        var leader = await chromium.SignedIn(host, "lanhdao", scripts);
        await using var third = leader.Context;
        await leader.OpenActivity("Tờ gấp");
        Assert.Contains("26.250/15.000", await leader.InnerTextAsync("main"), StringComparison.Ordinal);
        await leader.GotoAsync("/bao-cao?period=2024-Q3");
        Assert.Contains("26.250", await leader.InnerTextAsync(".paper"), StringComparison.Ordinal);
        var download = await leader.RunAndWaitForDownloadAsync(() => leader.ClickAsync("a:has-text('Excel, các phụ lục')"));
        await using var book = await ZipFile.OpenReadAsync(await download.PathAsync());
        using var sheet = new StreamReader(book.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Contains(">26250<", await sheet.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_form_comes_back_with_what_was_typed_and_each_error_named(bool scripts)
    {
        await using var host = new Host();
        var page = await chromium.SignedIn(host, "baocao.sotttt", scripts);
        await using var context = page.Context;
        await page.ClickAsync("a:has-text('Cập nhật')");
        await page.WaitForURLAsync(new Regex("/cap-nhat$"));
        await page.FillAsync("input[name=quantity]", "1.5");
        await page.FillAsync("input[name=date]", "30/02/2024");
        await page.FillAsync("input[name=title]", "Giữ lại tên này");

        var response = await page.RunAndWaitForResponseAsync(
            () => page.ClickAsync("button:has-text('Lưu nháp')"), r => r.Request.Method == "POST");
        await page.Locator(".errsum").WaitForAsync();

        Assert.Equal(422, response.Status);
        Assert.Equal("1.5", await page.InputValueAsync("input[name=quantity]"));
        Assert.Equal("Giữ lại tên này", await page.InputValueAsync("input[name=title]"));
        Assert.Equal(2, await page.Locator(".errsum li").CountAsync());
    }

    [Fact]
    public async Task A_returned_entry_says_why_on_the_front_page_of_its_agency()
    {
        await using var host = new Host();
        var reporter = await chromium.SignedIn(host, "baocao.svhttdl");
        await using var context = reporter.Context;

        Assert.Contains("Trả lại", await reporter.InnerTextAsync(".own-work:has(a:has-text('Cập nhật'))"), StringComparison.Ordinal);
        Assert.Equal(3, await reporter.Locator(".own-work a:has-text('Cập nhật')").CountAsync());
    }

    [Fact]
    public async Task After_sign_out_the_pages_are_closed()
    {
        await using var host = new Host();
        var page = await chromium.SignedIn(host, "lanhdao", scripts: false);
        await using var context = page.Context;
        await page.Locator("details.who summary").ClickAsync();
        await page.ClickAsync("details.who button:has-text('Đăng xuất')");
        await page.WaitForURLAsync(new Regex("/dang-nhap"));

        await page.GotoAsync("/hoat-dong");

        Assert.Contains("/dang-nhap", page.Url, StringComparison.Ordinal);
    }
}
