using System.Text.RegularExpressions;

namespace PlanTracker.Browser.Tests;

/// <summary>Agencies' own plans by hand, with scripts and without.</summary>
public sealed class UnitPlanTests(Chromium chromium, SharedHost host)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_plan_is_begun_filled_by_form_and_from_the_model_and_issued(bool scripts)
    {
        await using var own = new Host();
        var reporter = await chromium.SignedIn(own, "baocao.snv", scripts);
        await using var context = reporter.Context;
        await reporter.GotoAsync("/ke-hoach-don-vi");
        await reporter.ClickAsync("a:has-text('Soạn kế hoạch đơn vị')");
        await reporter.WaitForURLAsync(new Regex("/ke-hoach-don-vi/moi"));
        await reporter.ClickAsync("button:has-text('Bắt đầu soạn')");
        await reporter.WaitForURLAsync(new Regex("/ke-hoach-don-vi/[0-9a-f-]{36}.da=soan"));
        await reporter.FillAsync("[name=title]:visible", "Phát tờ gấp <b>CCHC</b>");
        await reporter.FillAsync("[name=quantity]:visible", "1.5");
        var refused = await reporter.RunAndWaitForResponseAsync(() => reporter.ClickAsync("button[value=add]"), r => r.Request.Method == "POST");
        await reporter.Locator(".errsum").WaitForAsync();
        Assert.Equal(422, refused.Status);
        Assert.Equal("Phát tờ gấp <b>CCHC</b>", await reporter.InputValueAsync("[name=title]:visible"));
        await reporter.FillAsync("[name=quantity]:visible", "1.500");
        await reporter.FillAsync("[name=unit]:visible", "tờ");
        await reporter.ClickAsync("button[value=add]");
        await reporter.WaitForURLAsync(new Regex("da=ghi"));
        Assert.Contains("Phát tờ gấp <b>CCHC</b>", await reporter.InnerTextAsync("table"), StringComparison.Ordinal);

        await reporter.ClickAsync("summary:has-text('Sao chép từ kế hoạch mẫu')");
        await reporter.ClickAsync("button[value=copy]");
        await reporter.Locator("#gan").WaitForAsync();
        await reporter.FillAsync("[name=number]:visible", "15/KH-SNV");
        await reporter.FillAsync("[name=issuedOn]:visible", "30/01/2024");
        await reporter.ClickAsync("button[value=issue]");
        await reporter.Locator("h1:has-text('Kế hoạch 15/KH-SNV')").WaitForAsync();
    }

    [Theory]
    [InlineData("dieuphoi")]
    [InlineData("baocao.ninhkieu")]
    [InlineData("lanhdao")]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways(string userName)
    {
        var page = await chromium.SignedIn(host, userName);
        await using var context = page.Context;
        var paths = new List<string> { "/ke-hoach-don-vi", "/ke-hoach-don-vi?cap=Commune&page=2" };
        await page.GotoAsync("/ke-hoach-don-vi?search=ninh+kieu&cap=District");
        paths.Add((await page.Locator(".cover td.p a").First.GetAttributeAsync("href"))!);
        paths.Add((await page.Locator(".cover a.cv.done").First.GetAttributeAsync("href"))!);
        await page.GotoAsync(paths[^1]);
        paths.Add((await page.Locator("a.what[href^='/ket-qua-don-vi/']").First.GetAttributeAsync("href"))!);
        paths.Add((await page.Locator(".kv a[href$='/don-vi']").First.GetAttributeAsync("href"))!);
        if (userName == "dieuphoi")
            paths.AddRange(["/ke-hoach-don-vi/moi", "/viec-can-lam?kind=MissingUnitPlans"]);
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
