using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PlanTracker.TestKit;

namespace PlanTracker.Browser.Tests;

/// <summary>Files as evidence on the pages, with scripts and without.</summary>
public sealed partial class EvidenceTests(Chromium chromium) : IDisposable
{
    private readonly Host host = new();

    private static FilePayload[] Two =>
    [
        new() { Name = "ảnh hội nghị.png", MimeType = "image/png", Buffer = SampleFiles.Png() },
        new() { Name = "Danh sách.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() },
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_files_go_with_the_form_of_a_new_entry_and_are_seen_on_its_page(bool scripts)
    {
        var page = await NewEntry(scripts);
        await using var context = page.Context;
        await page.SetInputFilesAsync("#f-files", Two);
        if (scripts)
            Assert.Equal(2, await page.Locator(".files .proofs > li").CountAsync());
        await page.ClickAsync("button:has-text('Lưu nháp')");
        await page.WaitForURLAsync(EntryUrl());

        await Shown(page);
        if (scripts)
            Assert.Empty(await page.Violations());

        // Off again, while it is a draft.
        await page.ClickAsync("button[aria-label='Bỏ minh chứng Danh sách.pdf']");
        await page.Locator("text=Đã bỏ minh chứng").WaitForAsync();
        Assert.Equal(1, await page.Locator(".proofs > li img").CountAsync());
    }

    [Fact]
    public async Task A_form_that_comes_back_still_has_its_files_with_scripts()
    {
        var page = await NewEntry(scripts: true);
        await using var context = page.Context;
        await page.FillAsync("input[name=quantity]", "1.5");
        await page.SetInputFilesAsync("#f-files", Two);
        await page.ClickAsync("button:has-text('Lưu nháp')");
        await page.Locator(".errsum").WaitForAsync();
        Assert.Equal(2, await page.Locator(".files .proofs > li").CountAsync());

        await page.FillAsync("input[name=quantity]", "1");
        await page.ClickAsync("button:has-text('Lưu nháp')");
        await page.WaitForURLAsync(EntryUrl());
        await Shown(page);
    }

    [Fact]
    public async Task A_form_that_comes_back_says_that_files_have_to_be_chosen_again_without_scripts()
    {
        var page = await NewEntry(scripts: false);
        await using var context = page.Context;
        await page.SetInputFilesAsync("#f-files", new FilePayload { Name = "a.exe", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() });
        await page.ClickAsync("button:has-text('Lưu nháp')");

        Assert.Contains("không thuộc loại được nhận", await page.InnerTextAsync(".errsum"), StringComparison.Ordinal);
        Assert.Contains("hãy chọn lại", await page.InnerTextAsync(".files"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_dropped_on_an_entry_go_at_once_and_a_refused_one_says_why()
    {
        var page = await NewEntry(scripts: true);
        await using var context = page.Context;
        await page.ClickAsync("button:has-text('Lưu nháp')");
        await page.WaitForURLAsync(EntryUrl());

        await Drop(page, ("a.exe", SampleFiles.Pdf()));
        await page.Locator(".files .bad").WaitForAsync();
        Assert.Contains("không thuộc loại được nhận", await page.InnerTextAsync(".files .bad"), StringComparison.Ordinal);

        await page.ClickAsync(".files .bad button:has-text('Bỏ')");
        await Drop(page, ("ảnh hội nghị.png", SampleFiles.Png()), ("Danh sách.pdf", SampleFiles.Pdf()));
        await page.Locator("text=Đã thêm minh chứng").WaitForAsync();
        await Shown(page);
    }

    public void Dispose() => host.Dispose();

    private async Task<IPage> NewEntry(bool scripts)
    {
        var page = await chromium.SignedIn(host, "baocao.sotttt", scripts);
        await page.ClickAsync("a:has-text('Cập nhật')");
        await page.WaitForURLAsync(new Regex("/cap-nhat$"));
        await page.FillAsync("input[name=quantity]", "1");
        await page.FillAsync("input[name=title]", "Thử minh chứng");
        return page;
    }

    private static async Task Shown(IPage page)
    {
        var image = page.Locator(".proofs img[alt='ảnh hội nghị.png']");
        await image.WaitForAsync();
        await image.ScrollIntoViewIfNeededAsync();
        Assert.Equal(8, await image.EvaluateAsync<int>("async i => { await i.decode(); return i.naturalWidth; }"));
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(".proofs .what-p a:has-text('Danh sách.pdf')"));
        Assert.Equal("Danh sách.pdf", download.SuggestedFilename);
    }

    private static async Task Drop(IPage page, params (string Name, byte[] Content)[] files)
    {
        var transfer = await page.EvaluateHandleAsync(
            """
            files => {
              const transfer = new DataTransfer();
              for (const { name, content } of files) transfer.items.add(new File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], name));
              return transfer;
            }
            """, files.Select(f => new { name = f.Name, content = Convert.ToBase64String(f.Content) }).ToArray());
        if (await page.Locator("details.form-fold:has(.files)").GetAttributeAsync("open") is null)
            await page.ClickAsync("details.form-fold:has(.files) summary");
        await page.DispatchEventAsync(".files", "drop", new { dataTransfer = transfer });
    }

    [GeneratedRegex("/ket-qua/[0-9a-f-]{36}")]
    private static partial Regex EntryUrl();
}
