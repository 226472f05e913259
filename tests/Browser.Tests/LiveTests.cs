using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PlanTracker.Browser.Tests;

/// <summary>Open pages change when somebody confirms, without a reload and under nobody's hands.</summary>
public sealed class LiveTests(Chromium chromium)
{
    private const string Live = "Stimulus.getControllerForElementAndIdentifier(document.getElementById('truc-tiep'), 'live')";

    [Fact]
    public async Task A_confirmation_changes_an_open_page_without_a_reload_and_keeps_focus_and_what_is_open()
    {
        await using var host = new Host();
        var leader = await chromium.SignedIn(host, "lanhdao");
        await using var context = leader.Context;
        await Watch(leader, "/hoat-dong");
        await leader.EvaluateAsync("document.querySelector('details.who').open = true");
        await leader.Locator("a.what", new() { HasText = "Tờ gấp" }).FocusAsync();

        await Confirm(host);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await leader.WaitForFunctionAsync("() => document.querySelector('main').innerText.includes('12.750')");
        TestContext.Current.TestOutputHelper?.WriteLine($"From the answer to the confirmation until the other's page shows it: {clock.ElapsedMilliseconds} ms");

        await Assertions.Expect(Row(leader)).ToContainTextAsync("12.750");
        await Assertions.Expect(leader.Locator("#truc-tiep")).ToContainTextAsync(new Regex(@"Số liệu vừa được cập nhật lúc \d\d:\d\d"));
        Assert.True(await leader.EvaluateAsync<bool>("window.stays === true && document.querySelector('details.who').open"));
        await Assertions.Expect(leader.Locator("a.what", new() { HasText = "Tờ gấp" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task It_works_behind_a_proxy()
    {
        await using var host = new Host();
        await using var proxy = await Proxy.Start(host);
        var leader = await chromium.NewPage(baseUrl: proxy.Address);
        await using var context = leader.Context;
        await leader.GotoAsync("/dang-nhap?tiep=%2Fhoat-dong");
        await leader.FillAsync("input[name=userName]", "lanhdao");
        await leader.FillAsync("input[name=password]", "KeHoach246@demo");
        await leader.PressAsync("input[name=password]", "Enter");
        await leader.WaitForURLAsync(new Regex("/hoat-dong$"));
        await Watch(leader, null);

        await Confirm(host);

        await Assertions.Expect(Row(leader)).ToContainTextAsync("12.750");
        Assert.True(await leader.EvaluateAsync<bool>("window.stays"));
    }

    [Fact]
    public async Task Where_no_stream_comes_through_the_number_is_asked_for_quietly()
    {
        await using var host = new Host();
        var leader = await chromium.SignedIn(host, "lanhdao");
        await using var context = leader.Context;
        // What changes while the stream is refused is found by the first question that follows.
        await leader.RouteAsync("**/su-kien", async route =>
        {
            await Confirm(host);
            await route.FulfillAsync(new() { Status = 502, Body = "" });
        });
        await leader.GotoAsync("/hoat-dong");
        await leader.EvaluateAsync("window.stays = true");

        await Assertions.Expect(Row(leader)).ToContainTextAsync("12.750");
        Assert.True(await leader.EvaluateAsync<bool>("window.stays"));
    }

    [Fact]
    public async Task A_page_with_typed_text_waits_until_it_is_gone()
    {
        await using var host = new Host();
        var leader = await chromium.SignedIn(host, "lanhdao");
        await using var context = leader.Context;
        await Watch(leader, "/hoat-dong");
        var field = leader.Locator("main input:not([type=hidden]):not([type=checkbox]):not([type=radio])").First;
        var before = await field.InputValueAsync();
        await field.FillAsync("đang gõ dở");
        await Assertions.Expect(Row(leader)).ToContainTextAsync("11.250");

        await Confirm(host);
        await leader.WaitForFunctionAsync($"() => {Live}.heard > {Live}.shown");
        await leader.EvaluateAsync($"() => {Live}.refresh()");
        await Assertions.Expect(field).ToHaveValueAsync("đang gõ dở");
        await Assertions.Expect(Row(leader)).ToContainTextAsync("11.250");

        await field.FillAsync(before);
        await field.BlurAsync();
        await Assertions.Expect(Row(leader)).ToContainTextAsync("12.750");
    }

    [Fact]
    public async Task All_tabs_of_a_browser_share_one_stream_and_another_takes_it_over()
    {
        await using var host = new Host();
        var first = await chromium.SignedIn(host, "lanhdao");
        await using var context = first.Context;
        await Watch(first, "/hoat-dong");
        var (second, third) = (await context.NewPageAsync(), await context.NewPageAsync());
        await Watch(second, "/hoat-dong");
        await Watch(third, "/hoat-dong");
        await Turns(first, held: 1, pending: 2);

        await first.CloseAsync();
        await Turns(second, held: 1, pending: 1);
        await Confirm(host);

        await Assertions.Expect(Row(second)).ToContainTextAsync("12.750");
        await Assertions.Expect(Row(third)).ToContainTextAsync("12.750");
    }

    [Fact]
    public async Task A_leaders_link_shows_the_plan_on_a_screen_that_refreshes_itself_until_it_is_revoked()
    {
        await using var host = new Host();
        var leader = await chromium.SignedIn(host, "lanhdao");
        await using var context = leader.Context;
        await leader.ClickAsync("a:has-text('Trình chiếu') >> visible=true");
        await leader.FillAsync("[name=name]", "Họp giao ban, phòng 201");
        await leader.FillAsync("[name=hours]", "2");
        Assert.Empty(await leader.Violations());
        await leader.ClickAsync("button:has-text('Tạo liên kết')");
        var address = await leader.InputValueAsync("#f-address");

        var screen = await chromium.NewPage(baseUrl: host.Address);
        await using var room = screen.Context;
        await screen.SetViewportSizeAsync(1366, 768);
        await Watch(screen, address);
        Assert.Empty(await screen.Violations());
        Assert.True(await screen.EvaluateAsync<bool>("document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"));
        var said = await screen.InnerTextAsync(".tv-say p");
        Assert.Contains("đang chờ xác nhận", said, StringComparison.Ordinal);
        await Confirm(host);
        await Assertions.Expect(screen.Locator(".tv-say p")).Not.ToHaveTextAsync(said);
        Assert.True(await screen.EvaluateAsync<bool>("window.stays"));
        await screen.SetViewportSizeAsync(390, 844);
        Assert.True(await screen.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));

        await leader.ClickAsync("button:has-text('Thu hồi')");
        await leader.WaitForURLAsync(new Regex("da=thu-hoi"));
        await Assertions.Expect(screen.Locator("h1")).ToContainTextAsync("đã hết hạn hoặc đã thu hồi");
        Assert.Empty(await screen.Violations());
    }

    /// <summary>Opens a page, marks its window, and waits until it hears of changes.</summary>
    private static async Task Watch(IPage page, string? path)
    {
        if (path is not null)
            await page.GotoAsync(path);
        await page.EvaluateAsync("window.stays = true");
        await page.WaitForFunctionAsync($"() => window.Stimulus && {Live}?.heard >= {Live}.shown");
    }

    private static Task<IJSHandle> Turns(IPage page, int held, int pending) => page.WaitForFunctionAsync(
        """
        async ([held, pending]) => {
          const count = locks => locks.filter(lock => lock.name.startsWith('plantracker-live')).length;
          const locks = await navigator.locks.query();
          return count(locks.held) === held && count(locks.pending) === pending;
        }
        """, new[] { held, pending });

    private static ILocator Row(IPage page) => page.Locator("tr", new() { HasText = "Tờ gấp" }).First;

    /// <summary>Sở Nội vụ confirms the leaflets that wait: 11.250 become 12.750.</summary>
    private static async Task Confirm(Host host)
    {
        using var coordinator = host.CreateClient();
        (await coordinator.PostAsJsonAsync("/api/v1/session", new { userName = "dieuphoi", password = "KeHoach246@demo" })).EnsureSuccessStatusCode();
        var waiting = await coordinator.GetFromJsonAsync<System.Text.Json.Nodes.JsonObject>("/api/v1/entries?status=Submitted&pageSize=100");
        foreach (var entry in waiting!["items"]!.AsArray().Where(e => (decimal)e!["quantity"]! == 1500))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/entries/{entry!["id"]}/confirm") { Headers = { { "If-Match", "*" } } };
            (await coordinator.SendAsync(request)).EnsureSuccessStatusCode();
        }
    }
}
