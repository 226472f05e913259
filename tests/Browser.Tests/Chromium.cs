using Microsoft.Playwright;

namespace PlanTracker.Browser.Tests;

/// <summary>Debian's Chromium, one for the assembly; every test gets a context of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    /// <summary>How long a page may take to show something: long, because a busy machine is no fault of the product.</summary>
    private const float PatienceMs = 90_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException($"{Program} is missing: run bin/setup.");
        }

        Assertions.SetDefaultExpectTimeout(PatienceMs);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Timeout = PatienceMs,
            // Quiet on the network, and able to run as root.
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A page in a context of its own: no cookies, Vietnamese, the plan's zone. Dispose the page's context when done.</summary>
    public async Task<IPage> NewPage(bool scripts = true, string? baseUrl = null)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = baseUrl,
            JavaScriptEnabled = scripts,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
        });
        context.SetDefaultTimeout(PatienceMs);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
