using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlanTracker.Storage;

namespace PlanTracker.Browser.Tests;

/// <summary>A form that is sent after the session ran out survives the sign-in, without scripts too.</summary>
public sealed class LateFormTests(Chromium chromium)
{
    [Theory]
    [InlineData("baocao.sotttt", "/hoat-dong", "a.what:has-text('Tờ gấp') >> nth=0", "/cap-nhat", "[name=title]", "button[value=submit]", false)]
    [InlineData("baocao.caikhe", "/bao-cao-don-vi", "a:has-text('Báo cáo Quý III') >> nth=0", "", "[name=results]", "button[value=save]", false)]
    [InlineData("baocao.caikhe", "/bao-cao-don-vi", "a:has-text('Báo cáo Quý III') >> nth=0", "", "[name=results]", "button[value=save]", true)]
    [InlineData("baocao.snv", "/tin-bai/moi", null, "", "[name=title]", "button[value=save]", false)]
    public async Task What_was_typed_comes_back_after_the_sign_in(
        string userName, string start, string? link, string more, string field, string button, bool scripts)
    {
        const string Typed = "Nhập trước khi hết phiên";
        await using var host = new Host();
        var page = await chromium.SignedIn(host, userName, scripts);
        await using var context = page.Context;
        await page.GotoAsync(start);
        if (link is not null)
        {
            await page.ClickAsync(link);
            await page.WaitForURLAsync(new Regex("[0-9a-f-]{36}"));
        }
        if (more.Length > 0)
            await page.GotoAsync(new Uri(page.Url).AbsolutePath + more);
        await page.FillAsync(field, Typed);
        await EndSessions(host);
        await page.ClickAsync($"main {button}");

        await page.WaitForURLAsync(new Regex("/dang-nhap"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nội dung vừa gửi được giữ lại");
        await SignIn(page, userName);
        await page.WaitForURLAsync(new Regex("/tiep-tuc/"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Typed);
        if (scripts)
            Assert.Empty(await page.Violations());
        await page.ClickAsync("button:has-text('Gửi tiếp')");
        await page.WaitForURLAsync(url => !url.Contains("/tiep-tuc/", StringComparison.Ordinal));

        // Carried out, or back in the form where something is still missing: in either case it is there.
        await page.WaitForLoadStateAsync();
        Assert.True(await page.EvaluateAsync<bool>(
            "typed => document.querySelector('main').innerText.includes(typed) || [...document.querySelectorAll('main input, main textarea')].some(e => e.value === typed)",
            Typed));
    }

    private static async Task EndSessions(Host host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PlanDb>().SignInSessions
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, TimeProvider.System.GetUtcNow().UtcDateTime));
    }

    private static async Task SignIn(IPage page, string userName)
    {
        await page.FillAsync("input[name=userName]", userName);
        await page.FillAsync("input[name=password]", "KeHoach246@demo");
        await page.PressAsync("input[name=password]", "Enter");
    }
}
