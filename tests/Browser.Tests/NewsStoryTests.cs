using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PlanTracker.TestKit;

namespace PlanTracker.Browser.Tests;

/// <summary>An item from its author to a published issue and the result that records it.</summary>
public sealed class NewsStoryTests(Chromium chromium)
{
    [Fact]
    public async Task Without_scripts_an_author_writes_and_the_head_approves_and_keeps_a_receipt()
    {
        await using var own = new Host();
        var path = await Written(own, "Tin viết không cần kịch bản");
        var head = await chromium.SignedIn(own, "truong.sotttt", scripts: false);
        await using var context = head.Context;

        await head.GotoAsync("/viec-can-lam?kind=NewsToApprove");
        await head.ClickAsync("a.what:has-text('Tin viết không cần kịch bản')");
        await head.WaitForURLAsync(new Regex(path));
        await head.ClickAsync("button[value=submit]");
        await head.WaitForURLAsync(new Regex("da=gui"));
        await head.ClickAsync("a:has-text('Biên nhận')");
        await head.WaitForURLAsync(new Regex("bien-nhan"));

        Assert.Contains("Nội dung: 260 từ · Số lượng ảnh: 1 ảnh", await head.InnerTextAsync(".receipt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_desk_selects_composes_by_keyboard_publishes_and_records_the_result_by_one_click(bool scripts)
    {
        await using var own = new Host();
        var path = await Written(own, "Tin đi hết đường");
        var head = await chromium.SignedIn(own, "truong.sotttt", scripts);
        await using (head.Context)
        {
            await head.GotoAsync(path);
            await head.ClickAsync("button[value=submit]");
            await head.WaitForURLAsync(new Regex("da=gui"));
        }
        var desk = await chromium.SignedIn(own, "dieuphoi", scripts);
        await using var context = desk.Context;
        await desk.GotoAsync("/tin-bai");
        await desk.ClickAsync("a.what:has-text('Tin đi hết đường')");
        await desk.WaitForURLAsync(new Regex(path));
        await desk.ClickAsync("button[value=select]");
        await desk.WaitForURLAsync(new Regex("da=chon"));

        await Compose(desk, "50", "Tin đi hết đường", "Rà soát 117 thủ tục");
        await desk.FocusAsync("[aria-label^='Đưa lên: Rà soát 117 thủ tục']");
        await desk.Keyboard.PressAsync("Enter");
        await desk.WaitForURLAsync(new Regex("da=up"));
        await desk.Locator("[role=status]:has-text('đến vị trí 1/2')").WaitForAsync();
        await Assertions.Expect(desk.Locator("[aria-label^='Đưa xuống: Rà soát 117 thủ tục']")).ToBeFocusedAsync();
        Assert.Matches("(?s)Rà soát 117 thủ tục.*Tin đi hết đường", await desk.InnerTextAsync(".bulletin"));

        await desk.FillAsync("#f-date", "10/09/2024");
        await desk.ClickAsync("button[value=publish]");
        await desk.Locator(".errsum:has-text('Cần ghi liên kết')").WaitForAsync();
        await desk.FillAsync("#f-link", "https://example.vn/ban-tin/50");
        await desk.ClickAsync("button[value=publish]");
        await desk.WaitForURLAsync(new Regex("da=publish"));
        await desk.GotoAsync("/viec-can-lam?kind=IssueProposals");
        await desk.ClickAsync("li:has(a.what:has-text('số 50')) a.btn");
        await desk.WaitForURLAsync(new Regex("/ban-tin/"));
        await desk.ClickAsync("button[value=record]");
        await desk.WaitForURLAsync(new Regex("da=record"));

        Assert.Contains("Số này đã được ghi vào kết quả thực hiện", await desk.InnerTextAsync("main"), StringComparison.Ordinal);
        await desk.GotoAsync(path);
        Assert.Contains("https://example.vn/ban-tin/50", await desk.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_of_an_issue_are_put_in_order_by_dragging()
    {
        await using var own = new Host();
        var desk = await chromium.SignedIn(own, "dieuphoi");
        await using var context = desk.Context;
        await Compose(desk, "51", "Rà soát 117 thủ tục", "42 đội dự hội thi");

        await desk.Locator(".arrange li:has-text('42 đội')").DragToAsync(desk.Locator(".arrange li:has-text('Rà soát')"), new() { TargetPosition = new() { X = 20, Y = 3 } });
        await desk.WaitForURLAsync(new Regex("da=order"));

        Assert.Contains("42 đội", await desk.Locator(".arrange li").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>A new issue with two selected items in it.</summary>
    private static async Task Compose(IPage desk, string number, params string[] titles)
    {
        await desk.GotoAsync("/ban-tin");
        await desk.FillAsync("#f-number", number);
        await desk.ClickAsync("button:has-text('Lập số')");
        await desk.WaitForURLAsync(new Regex("/ban-tin/[0-9a-f-]{36}"));
        foreach (var title in titles)
        {
            var value = await desk.Locator("#f-items option", new() { HasText = title }).GetAttributeAsync("value");
            await desk.SelectOptionAsync("#f-items", value!);
            await desk.ClickAsync("button[value=add]");
            await desk.WaitForURLAsync(new Regex($"da=add&bai={value}"));
        }
    }

    /// <summary>An item of Sở Thông tin và Truyền thông with a picture, written without scripts; its path.</summary>
    private async Task<string> Written(Host own, string title)
    {
        var page = await chromium.SignedIn(own, "baocao.sotttt", scripts: false);
        await using var context = page.Context;
        await page.GotoAsync("/tin-bai/moi");
        await page.FillAsync("#f-title", title);
        await page.FillAsync("#f-body", string.Join(' ', Enumerable.Range(1, 260).Select(i => $"chữ{i}")));
        await page.SelectOptionAsync("#f-field", "DigitalGovernment");
        await page.CheckAsync("#f-neverPublished");
        await page.ClickAsync("button:has-text('Lưu bản nháp')");
        await page.WaitForURLAsync(new Regex("da=nhap"));
        await page.SetInputFilesAsync("#f-files", new FilePayload { Name = "quang-canh.png", MimeType = "image/png", Buffer = SampleFiles.Png(800, 600) });
        await page.FillAsync("#f-caption", "Quang cảnh");
        await page.ClickAsync("button[value=add-images]");
        await page.WaitForURLAsync(new Regex("da=anh"));
        return new Uri(page.Url).AbsolutePath;
    }
}
