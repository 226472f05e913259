namespace PlanTracker.Browser.Tests;

public sealed class ChromiumTests(Chromium chromium)
{
    [Theory]
    [InlineData(true, "có mã")]
    [InlineData(false, "không mã")]
    public async Task A_page_is_opened_with_and_without_scripts(bool scripts, string title)
    {
        var page = await chromium.NewPage(scripts);
        await using var context = page.Context;

        await page.GotoAsync("data:text/html;charset=utf-8,<title>không mã</title><script>document.title = 'có mã'</script>");

        Assert.Equal(title, await page.TitleAsync());
    }

    [Fact]
    public async Task The_host_answers_a_browser_on_a_real_port()
    {
        await using var host = new Host();
        var page = await chromium.NewPage(baseUrl: host.Address);
        await using var context = page.Context;

        var response = await page.GotoAsync("/health/live");

        Assert.Equal(200, response?.Status);
    }

    [Fact]
    public async Task Axe_is_at_hand_and_finds_a_picture_without_words()
    {
        var page = await chromium.NewPage();
        await using var context = page.Context;
        await page.GotoAsync("data:text/html,<html lang=vi><title>t</title><main><h1>h</h1><img src='data:,'></main></html>");
        await page.AddScriptTagAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "axe.min.js") });

        var found = await page.EvaluateAsync<string[]>("async () => (await axe.run()).violations.map(v => v.id)");

        Assert.Contains("image-alt", found);
    }
}
