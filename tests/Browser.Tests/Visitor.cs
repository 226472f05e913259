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

    [GeneratedRegex("/hoat-dong/[0-9a-f-]{36}$")]
    private static partial Regex ActivityUrl();
}
