using System.Globalization;
using Microsoft.Playwright;

namespace PlanTracker.Browser.Tests;

/// <summary>The overview on a poor line. Bytes are judged; what a clock says depends on the machine and is only told.</summary>
public sealed class PoorLineTests(Chromium chromium, SharedHost host)
{
    private const int FirstVisit = 250_000;
    private const int Cached = 60_000;

    /// <summary>Before charts: they come after the words.</summary>
    private const string Bytes =
        """
        () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
          .filter(entry => !entry.name.includes('chart')).reduce((sum, entry) => sum + entry.transferSize, 0)
        """;

    [Fact]
    public async Task The_overview_is_light_the_first_time_and_lighter_again()
    {
        var page = await chromium.NewPage(baseUrl: host.Address);
        await using var context = page.Context;
        await context.APIRequest.PostAsync("/api/v1/session", new() { DataObject = new { userName = "lanhdao", password = "KeHoach246@demo" } });
        var line = await context.NewCDPSessionAsync(page);
        await line.SendAsync("Network.enable");
        await line.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 1.6e6 / 8, ["uploadThroughput"] = 750e3 / 8,
        });

        var (first, again) = (await Visit(page), await Visit(page));

        Assert.True(first.Bytes <= FirstVisit, $"{first.Bytes} bytes the first time");
        Assert.True(again.Bytes <= Cached, $"{again.Bytes} bytes with assets cached");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"1.6 Mbit/s, 150 ms: first visit {first.Bytes} bytes, first contentful paint {first.Paint:F0} ms; cached {again.Bytes} bytes, {again.Paint:F0} ms"));
    }

    [Fact]
    public async Task Every_class_of_the_pages_that_the_whole_style_sheet_knows_is_in_the_trimmed_one()
    {
        var whole = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "tabler.min.css"));
        foreach (var userName in new[] { "dieuphoi", "baocao.sotttt", "admin" })
        {
            var page = await chromium.SignedIn(host, userName);
            await using var context = page.Context;
            var lost = await page.EvaluateAsync<string[]>(
                """
                async whole => {
                  const classesIn = css => new Set([...css.replace(/\/\*[^]*?\*\//g, '').matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map(found => found[1]));
                  const sheet = [...document.styleSheets].find(one => one.href?.includes('/lib/tabler'));
                  const [known, kept] = [classesIn(whole), classesIn(await (await fetch(sheet.href)).text())];
                  const used = new Set();
                  const links = [...document.querySelectorAll('.mainnav a, .who a')].map(link => link.getAttribute('href').split('#')[0]);
                  for (const path of new Set(['/', '/dang-nhap', ...links])) {
                    const html = await (await fetch(path)).text();
                    const page = new DOMParser().parseFromString(html, 'text/html');
                    for (const element of page.querySelectorAll('[class]')) element.classList.forEach(name => used.add(name));
                  }
                  if (used.size < 100) throw new Error('The pages were not read.');
                  return [...used].filter(name => known.has(name) && !kept.has(name));
                }
                """, whole);
            Assert.Empty(lost);
        }
    }

    private static async Task<(int Bytes, double Paint)> Visit(IPage page)
    {
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Load });
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0");
        return (await page.EvaluateAsync<int>(Bytes), await page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0].startTime"));
    }
}
