using System.Text.RegularExpressions;

namespace PlanTracker.Browser.Tests;

/// <summary>An administrator at work, with and without scripts.</summary>
public sealed class AccountsTests(Chromium chromium, SharedHost host)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_account_is_made_its_link_shown_once_and_it_is_closed_with_a_reason(bool scripts)
    {
        var page = await chromium.SignedIn(host, "admin", scripts);
        await using var context = page.Context;
        await page.GotoAsync("/quan-tri/tai-khoan/moi");
        await page.FillAsync("#f-userName", $"trinh.duyet.{scripts}");
        await page.ClickAsync("button:has-text('Tạo tài khoản')");
        Assert.Contains("Cần ghi họ và tên.", await page.InnerTextAsync(".errsum"), StringComparison.Ordinal);
        Assert.Equal($"trinh.duyet.{scripts}", await page.InputValueAsync("#f-userName"));

        await page.FillAsync("#f-fullName", "Lý Thị Duyệt");
        await page.CheckAsync("input[value=Reporter]");
        await page.SelectOptionAsync("#f-agencyId", new Microsoft.Playwright.SelectOptionValue { Label = "UBND xã Thạnh An" });
        await page.ClickAsync("button:has-text('Tạo tài khoản')");
        await page.Locator("#lien-ket").WaitForAsync();
        Assert.Matches(new Regex(@"^http://.+/mo-tai-khoan\?ma=[\w-]{43}$"), await page.InputValueAsync("#lien-ket"));
        if (scripts)
            Assert.Empty(await page.Violations());

        await page.ClickAsync("a:has-text('Mở tài khoản')");
        await page.Locator("h1:has-text('Lý Thị Duyệt')").WaitForAsync();
        Assert.Equal(0, await page.Locator("#lien-ket").CountAsync());
        if (scripts)
            Assert.Empty(await page.Violations());
        await page.ClickAsync("summary:has-text('Ngừng sử dụng')");
        await page.ClickAsync("button[value=disable]");
        await page.Locator(".errsum").WaitForAsync();
        await page.FillAsync("#f-disableReason", "Chuyển công tác");
        await page.ClickAsync("button[value=disable]");
        await page.WaitForURLAsync(new Regex("da=disable"));
        Assert.Contains("Ngừng sử dụng", await page.InnerTextAsync(".page-head"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_edits_what_another_has_edited_sees_the_present_values_and_keeps_their_own()
    {
        var first = await chromium.SignedIn(host, "admin");
        await using var context = first.Context;
        var path = await Person(first, "hai.quan.tri");
        var second = await context.NewPageAsync();
        await second.GotoAsync(path);
        await first.FillAsync("#f-fullName", "Tên Thứ Nhất");
        await first.ClickAsync("button[value=edit]");
        await first.WaitForURLAsync(new Regex("da=edit"));

        await second.FillAsync("#f-fullName", "Tên Thứ Hai");
        await second.ClickAsync("button[value=edit]");

        await second.Locator(".errsum").WaitForAsync();
        var said = await second.InnerTextAsync(".errsum");
        Assert.Contains("Đã được người khác sửa", said, StringComparison.Ordinal);
        Assert.Contains("Tên Thứ Nhất", said, StringComparison.Ordinal);
        Assert.Equal("Tên Thứ Hai", await second.InputValueAsync("#f-fullName"));
    }

    [Fact]
    public async Task The_template_filled_in_is_tried_by_cell_then_applied_without_scripts()
    {
        var page = await chromium.SignedIn(host, "admin", scripts: false);
        await using var context = page.Context;
        var template = await context.APIRequest.GetAsync("/api/v1/users/template.xlsx");
        Assert.Equal(200, template.Status);

        await Upload(page, Filled(["mau.mot", "Nguyễn Văn Một", "", "Thạnh An", "Vua"]));
        var wrong = await page.InnerTextAsync("table.tbl");
        Assert.Contains("D2", wrong, StringComparison.Ordinal);
        Assert.Contains("E2", wrong, StringComparison.Ordinal);

        await Upload(page, Filled(["mau.mot", "Nguyễn Văn Một", "", "xã Thạnh An", "Cán bộ báo cáo"], ["mau.hai", "Nguyễn Thị Hai", "", "", "Lãnh đạo thành phố"]));
        Assert.Contains("2 tài khoản mới", await page.InnerTextAsync("#h-thu"), StringComparison.Ordinal);
        await page.ClickAsync("button[value=apply]");
        await page.Locator("td:has-text('/mo-tai-khoan?ma=')").First.WaitForAsync();
        Assert.Equal(2, await page.Locator("td:has-text('/mo-tai-khoan?ma=')").CountAsync());

        await Upload(page, Filled(["mau.mot", "Nguyễn Văn Một", "", "UBND xã Thạnh An", "Cán bộ báo cáo"]));
        Assert.Contains("Không có gì để tạo", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task<string> Person(Microsoft.Playwright.IPage page, string userName)
    {
        await page.GotoAsync("/quan-tri/tai-khoan/moi");
        await page.FillAsync("#f-userName", userName);
        await page.FillAsync("#f-fullName", "Người Thử");
        await page.CheckAsync("input[value=Leader]");
        await page.ClickAsync("button:has-text('Tạo tài khoản')");
        await page.ClickAsync("a:has-text('Mở tài khoản')");
        await page.Locator("button[value=edit]").WaitForAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task Upload(Microsoft.Playwright.IPage page, byte[] workbook)
    {
        await page.GotoAsync("/quan-tri/tai-khoan/nhap");
        await page.SetInputFilesAsync("#f-file", new Microsoft.Playwright.FilePayload { Name = "tai-khoan.xlsx", MimeType = "application/octet-stream", Buffer = workbook });
        await page.ClickAsync("button[value=try]");
    }

    private static byte[] Filled(params string[][] rows) => new Reports.Templates.TemplateWriter().Write(
        new("Mẫu", "Tài khoản", [.. Domain.Access.AccountImport.Headers.Select(h => new Domain.Imports.TemplateColumn(h, 40, false, ""))], []) { Rows = rows });
}
