using Microsoft.Playwright;

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

    [Theory]
    [InlineData("dang-nhap", null, "/dang-nhap", null)]
    [InlineData("viec-can-lam", "baocao.svhttdl", "/viec-can-lam", null)]
    [InlineData("bao-cao-don-vi", "truong.ninhkieu", "/bao-cao-don-vi", null)]
    [InlineData("lap-bao-cao", "baocao.caikhe", "/bao-cao-don-vi", "main a[href*='/bao-cao-don-vi/']")]
    [InlineData("tin-bai", "baocao.sotttt", "/tin-bai", null)]
    [InlineData("nhiem-vu", "baocao.svhttdl", "/nhiem-vu", null)]
    [InlineData("cap-nhat-tien-do", "baocao.svhttdl", "/", "main a[href$='/cap-nhat']")]
    [InlineData("kinh-phi-hoat-dong", "baocao.svhttdl", "/kinh-phi", "main a[href$='/kinh-phi'][href^='/hoat-dong/']")]
    [InlineData("xac-nhan", "dieuphoi", "/viec-can-lam", null)]
    [InlineData("nop-bao-cao", "dieuphoi", "/nop-bao-cao", null)]
    [InlineData("bao-cao", "dieuphoi", "/bao-cao?period=2024-Q3", null)]
    [InlineData("tong-quan", "lanhdao", "/", null)]
    [InlineData("hoat-dong", "lanhdao", "/hoat-dong", null)]
    [InlineData("so-lieu", "lanhdao", "/hoat-dong", "main a.fig-link[href^='/so-lieu/']")]
    [InlineData("kinh-phi", "taichinh", "/kinh-phi", null)]
    [InlineData("tai-khoan", "admin", "/quan-tri/tai-khoan", null)]
    [InlineData("lich-su", "admin", "/lich-su", null)]
    public async Task The_guide_is_pictured(string name, string? userName, string path, string? follow)
    {
        var page = userName is null ? await chromium.NewPage(baseUrl: host.Address) : await chromium.SignedIn(host, userName);
        await using var context = page.Context;
        await page.SetViewportSizeAsync(1200, 700);
        await page.GotoAsync(path);
        if (follow is not null)
        {
            var href = await page.Locator(follow).First.GetAttributeAsync("href");
            Assert.Equal(200, (await page.GotoAsync(href!))!.Status);
        }
        await Assertions.Expect(page.Locator("h1")).ToHaveCountAsync(1);

        // WebP by the browser's own door: small, and letters stay sharp.
        var shot = await (await context.NewCDPSessionAsync(page)).SendAsync(
            "Page.captureScreenshot", new Dictionary<string, object> { ["format"] = "webp", ["quality"] = 72 });
        var picture = Convert.FromBase64String(shot!.Value.GetProperty("data").GetString()!);
        Assert.True(picture.Length > 5_000, $"{name}: {picture.Length} bytes");
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 })
            await File.WriteAllBytesAsync(Path.Combine(Root(), "docs", "huong-dan", "hinh", $"{name}.webp"), picture);
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
