namespace PlanTracker.Browser.Tests;

/// <summary>The pictures of the docs, taken from the sample year; written only when <c>SCREENSHOTS</c> names a folder.</summary>
public sealed class PicturesTests(Chromium chromium, SharedHost host)
{
    [Fact]
    public async Task The_overview_fits_one_screen_and_is_pictured_for_the_README()
    {
        var page = await chromium.SignedIn(host, "lanhdao");
        await using var context = page.Context;
        await page.SetViewportSizeAsync(1366, 768);
        await page.GotoAsync("/");
        var picture = await page.ScreenshotAsync();

        // The bars of all 16 targets and the list of what is late stand on the first screen.
        foreach (var part in new[] { ".headline", ".p-bars table", ".attn" })
        {
            var box = await page.Locator(part).First.BoundingBoxAsync();
            Assert.True(box!.Y + box.Height <= 768, $"{part} ends at {box.Y + box.Height}");
        }
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(Root(), folder, "tong-quan.png"), picture);
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
