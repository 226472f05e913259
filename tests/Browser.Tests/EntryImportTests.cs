using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PlanTracker.TestKit;

namespace PlanTracker.Browser.Tests;

/// <summary>Entries from Excel, from the empty form to the entries that wait for Sở Nội vụ, at the page.</summary>
public sealed partial class EntryImportTests(Chromium chromium)
{
    private const string Start = "/ket-qua/nhap-tu-excel";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_filled_form_is_checked_mended_taken_over_and_sent(bool scripts)
    {
        await using var host = new Host();
        var page = await chromium.SignedIn(host, "baocao.sotttt", scripts);
        await using var context = page.Context;
        await page.GotoAsync(Start);
        var form = FilledForm.Read(await Download(page, page.Locator("a:has-text('Tải mẫu Excel')")));
        string[] good = ["12", "05/9/2024", "1.250", "Tờ gấp nhập từ Excel"];

        await Upload(page, FilledForm.Of(form, good, ["12", "31/02/2024", "2", "Sai ngày"]));
        await Assertions.Expect(page.Locator(".import-rows")).ToContainTextAsync("“31/02/2024”");
        await Assertions.Expect(page.Locator("button:has-text('Chỉ nhập 1 dòng đúng')")).ToBeVisibleAsync();
        var back = FilledForm.Read(await Download(page, page.Locator("a:has-text('Tải 1 dòng cần sửa')")));
        Assert.Equal("Sai ngày", Assert.Single(back.Rows).Cells[4]);

        await page.GotoAsync(Start);
        await Upload(page, FilledForm.Of(form, good));
        await page.ClickAsync("button:has-text('Nhập tất cả 1 dòng')");
        await page.Locator("h1:has-text('Đã nhập 1 dòng')").WaitForAsync();
        if (scripts)
            Assert.Empty(await page.Violations());
        await page.ClickAsync("button:has-text('Gửi tất cả 1 kết quả')");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("1 kết quả chưa gửi được");

        await page.GotoAsync(Start);
        await Upload(page, FilledForm.Of(form, good));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Không có gì để nhập");
    }

    [Fact]
    public async Task A_form_without_a_file_says_so_and_the_chosen_file_is_named_in_Vietnamese()
    {
        await using var host = new Host();
        var page = await chromium.SignedIn(host, "baocao.sotttt");
        await using var context = page.Context;
        await page.GotoAsync(Start);
        await Assertions.Expect(page.Locator(".file-name")).ToHaveTextAsync("Chưa chọn tệp");

        await page.ClickAsync("button:has-text('Kiểm tra tệp')");
        await Assertions.Expect(page.Locator("#e-file")).ToContainTextAsync("Cần chọn một tệp .xlsx");

        await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = "quý III.xlsx", MimeType = "application/octet-stream", Buffer = "không phải bảng"u8.ToArray() });
        await Assertions.Expect(page.Locator(".file-name")).ToHaveTextAsync("quý III.xlsx");
        await page.ClickAsync("button:has-text('Kiểm tra tệp')");
        await page.Locator("h1:has-text('Tệp không nhận được')").WaitForAsync();
        Assert.Empty(await page.Violations());
    }

    private static async Task Upload(IPage page, byte[] file)
    {
        await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = "ket-qua.xlsx", MimeType = "application/octet-stream", Buffer = file });
        await page.ClickAsync("button:has-text('Kiểm tra tệp')");
        await page.WaitForURLAsync(Run());
        await page.Locator("h1:has-text('Kết quả kiểm tra')").WaitForAsync();
    }

    private static async Task<byte[]> Download(IPage page, ILocator link)
    {
        var response = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), await link.GetAttributeAsync("href")).ToString());
        Assert.Equal(200, response.Status);
        return await response.BodyAsync();
    }

    [GeneratedRegex("/nhap-tu-excel/[0-9a-f-]{36}$")]
    private static partial Regex Run();
}
