using System.Text.RegularExpressions;

namespace PlanTracker.Browser.Tests;

/// <summary>Tasks, detailed plans, difficulties and inspections by hand, with scripts and without.</summary>
public sealed class MattersTests(Chromium chromium, SharedHost host)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_agency_says_how_its_task_stands_raises_a_difficulty_and_is_answered(bool scripts)
    {
        await using var own = new Host();
        var reporter = await chromium.SignedIn(own, "baocao.svhttdl", scripts);
        await using var first = reporter.Context;
        await reporter.GotoAsync("/nhiem-vu?search=VI.1.b");
        await reporter.ClickAsync("table a.what");
        await reporter.WaitForURLAsync(new Regex("/nhiem-vu/[0-9a-f-]{36}"));
        await reporter.FillAsync("[name=narrative]", "  ");
        var refused = await reporter.RunAndWaitForResponseAsync(() => reporter.ClickAsync("button:has-text('Lưu cập nhật')"), r => r.Request.Method == "POST");
        await reporter.Locator(".errsum").WaitForAsync();
        Assert.Equal(422, refused.Status);
        await reporter.FillAsync("[name=narrative]", "Đã cử cán bộ đầu mối <b>phối hợp</b>.");
        await reporter.ClickAsync("button:has-text('Lưu cập nhật')");
        await reporter.WaitForURLAsync(new Regex("da=cap-nhat"));
        Assert.Contains("<b>phối hợp</b>", await reporter.InnerTextAsync("table"), StringComparison.Ordinal);

        await reporter.GotoAsync("/vuong-mac/moi");
        await reporter.FillAsync("[name=title]", "Thiếu xe loa");
        await reporter.FillAsync("[name=text]", "Xe loa hỏng, chưa có xe thay.");
        await reporter.ClickAsync("button:has-text('Gửi Sở Nội vụ')");
        await reporter.WaitForURLAsync(new Regex("da=gui"));
        var path = new Uri(reporter.Url).AbsolutePath;

        var coordinator = await chromium.SignedIn(own, "dieuphoi", scripts);
        await using var second = coordinator.Context;
        await coordinator.GotoAsync("/vuong-mac?search=XE+loa");
        await coordinator.ClickAsync("table a.what");
        await coordinator.WaitForURLAsync(new Regex(path));
        await coordinator.SelectOptionAsync("[name=verb]", "Answer");
        await coordinator.FillAsync("[name=text]", "Bố trí xe của Trung tâm Văn hóa.");
        await coordinator.FillAsync("[name=document-number]", "2100/SNV");
        await coordinator.FillAsync("[name=document-date]", "10/09/2024");
        await coordinator.ClickAsync("button:has-text('Ghi')");
        await coordinator.WaitForURLAsync(new Regex("da=ghi"));
        await reporter.GotoAsync(path);
        Assert.Contains("Bố trí xe của Trung tâm Văn hóa.", await reporter.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_check_is_planned_recorded_and_followed_up(bool scripts)
    {
        await using var own = new Host();
        var coordinator = await chromium.SignedIn(own, "dieuphoi", scripts);
        await using var first = coordinator.Context;
        await coordinator.GotoAsync("/kiem-tra?search=o+mon");
        await coordinator.ClickAsync("table a.what");
        await coordinator.WaitForURLAsync(new Regex("/kiem-tra/[0-9a-f-]{36}$"));
        await coordinator.FillAsync("[name=heldOn]", "06/09/2024");
        await coordinator.FillAsync("[name=findings]", "Có kế hoạch, chuyên mục cập nhật chậm.");
        await coordinator.FillAsync("[name=recommendations]", "Cập nhật chuyên mục hằng tuần");
        await coordinator.ClickAsync("button:has-text('Ghi kết quả')");
        await coordinator.Locator(".errsum").WaitForAsync();
        Assert.Equal("Có kế hoạch, chuyên mục cập nhật chậm.", await coordinator.InputValueAsync("[name=findings]"));
        await coordinator.FillAsync("[name=recommendations]", "Cập nhật chuyên mục hằng tuần | 30/09/2024");
        await coordinator.ClickAsync("button:has-text('Ghi kết quả')");
        await coordinator.WaitForURLAsync(new Regex("da=ghi"));
        await coordinator.FillAsync("[name=text]", "Đã cập nhật");
        await coordinator.ClickAsync("button:has-text('Xác nhận đã xong')");
        await coordinator.Locator("main .chip:has-text('Đã kết thúc')").First.WaitForAsync();
    }

    [Theory]
    [InlineData("dieuphoi")]
    [InlineData("baocao.svhttdl")]
    [InlineData("lanhdao")]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways(string userName)
    {
        var page = await chromium.SignedIn(host, userName);
        await using var context = page.Context;
        var paths = new List<string> { "/nhiem-vu", "/vuong-mac", "/kiem-tra", "/viec-can-lam?kind=LatePreparations", "/bao-cao?period=2024-Q3&phan=nhiem-vu", "/bao-cao?period=2024-Q3&phan=kiem-tra" };
        await page.GotoAsync("/nhiem-vu?search=VI.5.b");
        paths.Add((await page.Locator("table a.what").First.GetAttributeAsync("href"))!);
        paths.Add((await page.Locator("#chuan-bi table a.what").First.GetAttributeAsync("href"))!);
        await page.GotoAsync("/vuong-mac?search=gia+giay");
        paths.Add((await page.Locator("table a.what").First.GetAttributeAsync("href"))!);
        await page.GotoAsync("/kiem-tra?search=ninh+kieu");
        paths.Add((await page.Locator("table a.what").First.GetAttributeAsync("href"))!);
        if (userName == "dieuphoi")
            paths.AddRange(["/viec-chuan-bi/yeu-cau", "/kiem-tra/moi"]);
        if (userName == "baocao.svhttdl")
            paths.Add("/vuong-mac/moi");
        foreach (var path in paths)
        {
            await page.SetViewportSizeAsync(1366, 800);
            var answer = await page.GotoAsync(path);
            Assert.Equal((path, 200), (path, answer!.Status));
            Assert.Equal((path, ""), (path, string.Join("; ", await page.Violations())));
            foreach (var width in (int[])[1366, 683, 390])
            {
                await page.SetViewportSizeAsync(width, 800);
                Assert.Equal((path, width, 0), (path, width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")));
            }
        }
    }
}
