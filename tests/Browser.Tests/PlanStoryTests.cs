using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace PlanTracker.Browser.Tests;

/// <summary>Sở Nội vụ makes a plan from its Word document; the leader sees it only when it is issued.</summary>
public sealed class PlanStoryTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_plan_is_drafted_read_from_Word_decided_and_issued(bool scripts)
    {
        await using var host = new Host();
        var page = await chromium.SignedIn(host, "dieuphoi", scripts);
        await using var context = page.Context;

        await page.GotoAsync("/ke-hoach/moi");
        await page.ClickAsync("button:has-text('Tạo bản dự thảo')");
        await page.Locator(".errsum").WaitForAsync();
        await page.FillAsync("[name=title]", "Kế hoạch thử năm 2024");
        await page.ClickAsync("button:has-text('Tạo bản dự thảo')");
        await page.WaitForURLAsync(new Regex("/ke-hoach/[0-9a-f-]{36}/sua$"));
        var draft = new Uri(page.Url).AbsolutePath;

        await page.ClickAsync("a:has-text('Nhập từ Excel, Word')");
        await page.SetInputFilesAsync("input[name=file]", new Microsoft.Playwright.FilePayload { Name = "ke-hoach.docx", MimeType = "application/octet-stream", Buffer = Word() });
        await page.ClickAsync("button:has-text('Đọc tệp')");
        await page.Locator("h1:has-text('Đọc được 2 dòng, 1 dòng cần quyết định')").WaitForAsync();
        if (scripts)
            Assert.Empty(await page.Violations());
        await page.ClickAsync("button:has-text('Lưu 2 dòng')");
        await page.WaitForURLAsync(new Regex("/sua$"));
        Assert.Contains("Chưa hiểu “02-03 cuộc”", await page.InnerTextAsync("#dong-2"), StringComparison.Ordinal);

        await page.ClickAsync("#dong-2 a");
        await page.FillAsync("[name=readAs]", "tối thiểu 02 cuộc");
        await page.ClickAsync("button:has-text('Lưu dòng')");
        await page.Locator("h2:has-text('2 dòng, đều đã rõ')").WaitForAsync();
        await page.ClickAsync("a:has-text('Sửa phần đầu')");
        await page.FillAsync("[name=number]", "99/KH-SNV");
        await page.FillAsync("[name=issuedOn]", "05/9/2024");
        await page.ClickAsync("button:has-text('Lưu phần đầu')");
        await page.Locator("button:has-text('Ban hành kế hoạch')").WaitForAsync();
        if (scripts)
            Assert.Empty(await page.Violations());

        var leader = await chromium.SignedIn(host, "lanhdao", scripts);
        await using var other = leader.Context;
        Assert.Equal(404, (await leader.GotoAsync(draft))!.Status);
        await page.ClickAsync("button:has-text('Ban hành kế hoạch')");
        await page.WaitForURLAsync(new Regex("/ke-hoach/[0-9a-f-]{36}$"));
        Assert.Equal(200, (await leader.GotoAsync(draft[..^"/sua".Length]))!.Status);
        Assert.Contains("02-03 cuộc", await leader.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static byte[] Word()
    {
        string[][] rows =
        [
            ["STT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Hạn hoàn thành"],
            ["1", "Tin bài", "tối thiểu 02 tin/tháng", "Sở Nội vụ", "Trong năm 2024"],
            ["2", "Tọa đàm", "02-03 cuộc", "Sở Nội vụ", "Quý IV"],
        ];
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Put(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Put(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            var table = string.Concat(rows.Select(r => $"<w:tr>{string.Concat(r.Select(c => $"<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>"))}</w:tr>"));
            Put(zip, "word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl>{table}</w:tbl></w:body></w:document>");
        }
        return file.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
