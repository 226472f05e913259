using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;

namespace PlanTracker.Browser.Tests;

/// <summary>The pages of reports: each part, issuing, what the author writes, heads of documents; looked at wide and narrow, with scripts and without.</summary>
public sealed class ReportPagesTests(Chromium chromium, SharedHost host)
{
    [Theory]
    [InlineData("/bao-cao?period=2024-H1", "Phụ lục I")]
    [InlineData("/bao-cao?period=2024-H1&phan=ii", "Phụ lục II")]
    [InlineData("/bao-cao?period=2024-Q3&phan=iii", "Phụ lục III")]
    [InlineData("/bao-cao?period=2024-H1&phan=iv", "Phụ lục IV")]
    [InlineData("/bao-cao?period=2024-H1&phan=v", "Phụ lục V")]
    [InlineData("/bao-cao?period=2024-H1&phan=vi", "Phụ lục VI")]
    [InlineData("/bao-cao?period=2024-H1&phan=vii", "Phụ lục VII")]
    [InlineData("/bao-cao?period=2024-H1&phan=thay-doi", "Thay đổi so với")]
    [InlineData("/bao-cao?period=2024-H1&phan=loi-van", "Lời văn")]
    [InlineData("/bao-cao/ban-hanh?period=2024-Q3", "Ban hành")]
    [InlineData("/bao-cao/ban-hanh?period=2024-H1", "Mở lại báo cáo")]
    [InlineData("/bao-cao/loi-van?period=2024-Q3", "Phương hướng")]
    [InlineData("/bao-cao/the-thuc", "Cơ quan ban hành")]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways_on(string path, string words)
    {
        var page = await chromium.SignedIn(host, "dieuphoi");
        await using var context = page.Context;
        var response = await page.GotoAsync(path);

        Assert.Equal(200, response!.Status);
        Assert.Contains(words, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(await page.Violations());
        foreach (var width in (int[])[1366, 683, 390])
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
        }
    }

    [Fact]
    public async Task Without_scripts_a_scope_is_chosen_and_a_wrong_day_is_named()
    {
        var page = await chromium.SignedIn(host, "lanhdao", scripts: false);
        await using var context = page.Context;
        await page.GotoAsync("/bao-cao?period=2024-H1");
        await page.Locator("details.scope summary").ClickAsync();
        await page.Locator("select[name=of]").SelectOptionAsync(new SelectOptionValue { Label = "UBND quận Ninh Kiều" });
        await page.Locator("details.scope button").ClickAsync();
        await page.WaitForURLAsync(new Regex("of="));
        Assert.Contains("UBND quận Ninh Kiều", await page.InnerTextAsync("h1"), StringComparison.Ordinal);

        await page.GotoAsync("/bao-cao?period=2024-H1&asOf=31%2F02%2F2024");
        Assert.Contains("“31/02/2024” không phải là ngày", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_a_head_of_documents_without_its_body_is_refused_and_what_was_typed_stays()
    {
        var page = await chromium.SignedIn(host, "dieuphoi", scripts: false);
        await using var context = page.Context;
        await page.GotoAsync("/bao-cao/the-thuc");
        await page.FillAsync("input[name=issuingBody]", "");
        await page.FillAsync("input[name=place]", "Ninh Kiều");
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.ClickAsync("main button.btn-primary"), r => r.Request.Method == "POST");

        Assert.Equal(422, answer.Status);
        Assert.Equal("Ninh Kiều", await page.InputValueAsync("input[name=place]"));
        Assert.Contains("Cần ghi cơ quan ban hành.", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/bao-cao/ban-hanh?period=2024-Q3")]
    [InlineData("/bao-cao/loi-van?period=2024-Q3")]
    [InlineData("/bao-cao/the-thuc")]
    public async Task Who_may_not_issue_is_told_so(string path)
    {
        var page = await chromium.SignedIn(host, "baocao.svhttdl");
        await using var context = page.Context;

        Assert.Equal(403, (await page.GotoAsync(path))!.Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_is_issued_numbered_and_opened_again_with_a_reason(bool scripts)
    {
        await using var september = new SeptemberHost();
        var page = await chromium.SignedIn(september, "dieuphoi", scripts);
        await using var context = page.Context;
        await page.GotoAsync("/bao-cao/ban-hanh?period=2024-Q3");
        await page.ClickAsync("button[value=issue]");
        await page.Locator("text=Cần đánh dấu đã xem các điều trên.").First.WaitForAsync();
        await page.CheckAsync("input[name=sure]");
        await page.ClickAsync("button[value=issue]");
        await page.WaitForURLAsync(new Regex("da=ban-hanh"));
        Assert.Contains("đã ban hành, số liệu không đổi nữa", await page.InnerTextAsync("h1"), StringComparison.Ordinal);

        await page.GotoAsync("/bao-cao/ban-hanh?period=2024-Q3");
        await page.FillAsync("input[name=number]", "không số");
        await page.ClickAsync("button[value=number]");
        await page.Locator("text=Số báo cáo bắt đầu bằng chữ số").First.WaitForAsync();
        await page.FillAsync("input[name=number]", "215");
        await page.ClickAsync("button[value=number]");
        await page.WaitForURLAsync(new Regex("da=ghi-so"));
        Assert.Contains("215/BC-SNV", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await page.GotoAsync("/bao-cao/ban-hanh?period=2024-Q3");
        await page.ClickAsync("button[value=reopen]");
        await page.Locator("text=Cần ghi lý do mở lại.").First.WaitForAsync();
        await page.FillAsync("textarea[name=reason]", "Bổ sung số liệu của Đài");
        await page.ClickAsync("button[value=reopen]");
        await page.WaitForURLAsync(new Regex("da=mo-lai"));
        Assert.Contains("Bổ sung số liệu của Đài", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    /// <summary>The sample year, ten days later than its story: Quý III can be issued.</summary>
    private sealed class SeptemberHost : Host
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Clock:Today", "2024-09-20");
        }
    }
}
