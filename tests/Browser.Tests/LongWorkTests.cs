using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports;

namespace PlanTracker.Browser.Tests;

/// <summary>A file made in the background: asked for, left, found again and taken; wide and narrow, with scripts and without.</summary>
public sealed partial class LongWorkTests(Chromium chromium, SharedHost host)
{
    [Theory]
    [InlineData("truong.svhttdl", true)]
    [InlineData("truong.snv", false)]
    public async Task A_report_is_made_in_the_background_left_found_again_and_taken(string userName, bool scripts)
    {
        var page = await chromium.SignedIn(host, userName, scripts);
        await using var context = page.Context;
        await page.GotoAsync("/viec-dang-chay");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Chưa có việc nào trong 30 ngày qua");
        if (scripts)
            Assert.Empty(await page.Violations());

        await page.GotoAsync("/bao-cao?period=2024-H1");
        await page.ClickAsync(".in-back summary");
        if (scripts)
            Assert.Empty(await page.Violations());
        await page.ClickAsync(".in-back button[value=docx]");
        await page.WaitForURLAsync(Job());
        await page.GotoAsync("/hoat-dong");

        await page.ClickAsync(".who summary");
        await page.ClickAsync(".who a:has-text('Việc đang chạy')");
        await page.WaitForURLAsync("**/viec-dang-chay");
        // The page draws itself anew until the file is there, or is loaded anew.
        var file = page.Locator("a:has-text('Tải tệp')");
        await file.WaitForAsync();
        await Assertions.Expect(page.Locator(".work-item")).ToContainTextAsync("tệp Word");
        if (scripts)
            Assert.Empty(await page.Violations());

        var answer = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), await file.GetAttributeAsync("href")).ToString());
        Assert.Equal(200, answer.Status);
        Assert.Contains(".docx", answer.Headers["content-disposition"], StringComparison.Ordinal);
        await page.ClickAsync(".work-item a");
        await page.WaitForURLAsync(Job());
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Tệp đã lập xong");
        foreach (var path in (string[])["/viec-dang-chay", page.Url, "/bao-cao?period=2024-H1"])
        {
            await page.GotoAsync(path);
            foreach (var width in (int[])[1366, 683, 390])
            {
                await page.SetViewportSizeAsync(width, 800);
                Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
            }
        }
    }

    [Fact]
    public async Task The_page_of_a_job_draws_itself_anew_under_its_readers_eyes()
    {
        await using var slow = new SlowHost();
        var page = await chromium.SignedIn(slow, "lanhdao");
        await using var context = page.Context;
        await page.GotoAsync("/bao-cao?period=2024-Y");
        await page.ClickAsync(".in-back summary");
        slow.Close();
        await page.ClickAsync(".in-back button[value=xlsx]");
        await page.Locator("progress").WaitForAsync();
        Assert.Empty(await page.Violations());
        var job = page.Url;
        await page.GotoAsync("/hoat-dong");
        await Assertions.Expect(page.Locator(".runs")).ToHaveTextAsync(new Regex(@"^\s*1\s*việc đang chạy\s*$"));
        await page.ClickAsync(".who summary");
        await Assertions.Expect(page.Locator(".who a[href='/viec-dang-chay']")).ToHaveTextAsync(new Regex(@"^\s*Việc đang chạy\s+1\s*$"));
        await page.GotoAsync(job);
        await page.EvaluateAsync("() => { window.sameDocument = true; document.querySelector('.crumbs a').focus(); }");

        slow.Open();

        await page.Locator("h1:has-text('Tệp đã lập xong')").WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.sameDocument && document.activeElement.matches('.crumbs a')"));
        Assert.Empty(await page.Violations());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Issuing_that_takes_long_shows_where_it_is_and_goes_on_to_the_report(bool scripts)
    {
        await using var slow = new SlowHost();
        var page = await chromium.SignedIn(slow, "dieuphoi", scripts);
        await using var context = page.Context;
        await page.GotoAsync("/bao-cao/ban-hanh?period=2024-Q3");
        await page.CheckAsync("input[name=sure]");
        slow.Close();
        await page.ClickAsync("button[value=issue]");
        await page.Locator("h1:has-text('Đang ban hành báo cáo')").WaitForAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đang ghi tệp Excel và tệp Word");

        slow.Open();

        await page.WaitForURLAsync(new Regex("da=ban-hanh"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã ban hành báo cáo");
    }

    /// <summary>The sample year ten days later, with a writer of files that can be held up.</summary>
    private sealed class SlowHost : Host, IReportWriter
    {
        private readonly ManualResetEventSlim isOpen = new(true);
        private readonly ReportWriter writer = new();

        public void Close() => isOpen.Reset();

        public void Open() => isOpen.Set();

        public byte[] Workbook(PlanReport report)
        {
            isOpen.Wait();
            return writer.Workbook(report);
        }

        public byte[] Document(PlanReport report, bool sectionOnly = false) => writer.Document(report, sectionOnly);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Clock:Today", "2024-09-20");
            builder.ConfigureTestServices(services => services.AddSingleton<IReportWriter>(this));
        }

        protected override void Dispose(bool disposing)
        {
            Open();
            base.Dispose(disposing);
            if (disposing)
                isOpen.Dispose();
        }
    }

    [GeneratedRegex("/viec-dang-chay/[0-9a-f-]{36}$")]
    private static partial Regex Job();
}
