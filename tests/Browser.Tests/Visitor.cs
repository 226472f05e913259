using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PlanTracker.Browser.Tests;

/// <summary>A person at a browser: signs in by the form, as people do.</summary>
public static partial class Visitor
{
    internal const string Password = "KeHoach246@demo";

    /// <summary>Signs in and is on the front page. Enter sends the form. Who has been here before is not told where to start.</summary>
    public static async Task<IPage> SignedIn(this Chromium chromium, Host host, string userName, bool scripts = true, bool isNew = false)
    {
        var page = await chromium.NewPage(scripts, host.Address);
        if (!isNew)
            await page.Context.AddCookiesAsync([new() { Name = "bat-dau", Value = userName, Url = host.Address }]);
        await page.GotoAsync("/dang-nhap");
        await page.FillAsync("input[name=userName]", userName);
        await page.FillAsync("input[name=password]", Password);
        await page.PressAsync("input[name=password]", "Enter");
        await page.WaitForURLAsync(url => !url.Contains("/dang-nhap", StringComparison.Ordinal));
        return page;
    }

    /// <summary>Opens an activity of the list by its short name.</summary>
    public static async Task OpenActivity(this IPage page, string shortTitle)
    {
        await page.GotoAsync("/hoat-dong");
        await page.Locator("a.what", new() { HasText = shortTitle }).First.ClickAsync();
        await page.WaitForURLAsync(ActivityUrl());
    }

    /// <summary>What axe finds: rule and first place, WCAG 2.0 to 2.2 A and AA.</summary>
    public static async Task<string[]> Violations(this IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations
              .map(v => v.id + ': ' + v.nodes[0].html.slice(0, 160))
            """);
    }

    /// <summary>
    /// What axe finds in light and in dark with everything unfolded, what scrolls sideways on a phone or at 200%, and what is too small to
    /// hit: one page load for all of it.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Faults(this IPage page)
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce, ColorScheme = ColorScheme.Light });
        await page.EvaluateAsync("() => document.querySelectorAll('main details:not(.help)').forEach(d => { d.open = true; })");
        var faults = (await page.Violations()).ToList();
        faults.AddRange(await page.EvaluateAsync<string[]>(
            """
            async () => {
              document.documentElement.dataset.bsTheme = 'dark';
              const found = (await axe.run({ runOnly: ['color-contrast'] })).violations.map(v => 'dark ' + v.id + ': ' + v.nodes[0].html.slice(0, 160));
              document.documentElement.dataset.bsTheme = 'light';
              if (document.querySelectorAll('h1').length !== 1) found.push('not one h1');
              return found;
            }
            """));
        foreach (var width in (int[])[390, 683, 1024, 1150, 1280, 1366])
        {
            await page.SetViewportSizeAsync(width, 768);
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth") is > 0 and var over)
                faults.Add($"scrolls {over} px sideways at {width}");
        }

        // Letters twice as large, as the browser's settings make them.
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new Dictionary<string, int> { ["standard"] = 32 } });
        faults.AddRange(await page.EvaluateAsync<string[]>(Cut));
        await browser.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new Dictionary<string, int> { ["standard"] = 16 } });
        await browser.DetachAsync();
        return faults;
    }

    // Text that its own box cuts off without a word; what ends in dots is told in full elsewhere.
    private const string Cut =
        """
        () => {
          const found = [];
          if (parseFloat(getComputedStyle(document.documentElement).fontSize) !== 32) found.push('letters did not grow');
          if (document.documentElement.scrollWidth > innerWidth) found.push(`scrolls ${document.documentElement.scrollWidth - innerWidth} px sideways with large letters`);
          const cut = [...document.querySelectorAll('body *')].filter(e => {
            const style = getComputedStyle(e);
            return e.children.length === 0 && e.textContent.trim() && e.clientWidth > 1 && !e.closest('.visually-hidden') && style.textOverflow !== 'ellipsis'
              && /hidden|clip/.test(style.overflowX + style.overflowY) && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 2);
          });
          return found.concat(cut.slice(0, 3).map(e => 'cut with large letters: ' + e.outerHTML.slice(0, 120)));
        }
        """;

    [GeneratedRegex("/hoat-dong/[0-9a-f-]{36}$")]
    private static partial Regex ActivityUrl();
}
