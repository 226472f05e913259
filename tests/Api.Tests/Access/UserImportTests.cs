using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PlanTracker.Domain.Imports;
using PlanTracker.Reports.Reading;
using PlanTracker.Reports.Templates;

namespace PlanTracker.Api.Tests.Access;

public sealed class UserImportTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    private static readonly string[] Headers = ["Tên đăng nhập", "Họ và tên", "Thư điện tử", "Đơn vị", "Vai trò"];

    [Fact]
    public async Task The_template_reads_as_the_import_wants_it()
    {
        using var admin = await host.As("admin");
        using var response = await admin.GetAsync("/api/v1/users/template.xlsx");

        Assert.Contains("filename*=utf-8''M%E1%BA%ABu", response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        var table = new TableReader().Read(new MemoryStream(await response.Content.ReadAsByteArrayAsync())).Value!;
        Assert.Equal(Headers, table.Headers);
        Assert.Empty(table.Rows);
    }

    [Fact]
    public async Task A_trial_changes_nothing_an_import_makes_accounts_and_the_same_file_again_makes_none()
    {
        using var admin = await host.As("admin");
        var file = Workbook(["nhap.mot", "Lê Văn Một", "", "Sở Nội vụ", "Cán bộ báo cáo"], ["nhap.hai", "Trần Thị Hai", "hai@cantho.gov.vn", "", "Lãnh đạo thành phố"]);

        var trial = await Send(admin, file, "?dryRun=true");
        Assert.Equal((200, true, 2), (trial.Status, (bool)trial.Body!["dryRun"]!, (int)trial.Body["new"]!));
        Assert.Equal(0, (int)(await admin.Read("/users?search=nhap.")).Body!["total"]!);

        var made = await Send(admin, file);
        Assert.Equal((200, 2), (made.Status, (int)made.Body!["new"]!));
        Assert.All(made.Body["items"]!.AsArray(), u => Assert.Contains("/mo-tai-khoan?ma=", (string?)u!["link"], StringComparison.Ordinal));

        var again = await Send(admin, file);
        Assert.Equal((200, 0, 2), (again.Status, (int)again.Body!["new"]!, (int)again.Body["unchanged"]!));
    }

    [Fact]
    public async Task Every_wrong_cell_is_named_and_nothing_is_half_done()
    {
        using var admin = await host.As("admin");
        var file = Workbook(["nua.mot", "Lê Văn Một", "", "Sở Nội vụ", "Cán bộ báo cáo"], ["nua.mot", "", "", "Sở Không Có", "Vua"], ["=cmd", "A", "", "", "Lãnh đạo thành phố"]);

        var trial = await Send(admin, file, "?dryRun=true");
        var refused = await Send(admin, file);

        Assert.Equal(200, trial.Status);
        Assert.Equal((422, "users.import-refused"), (refused.Status, refused.Code));
        Assert.Equal(["A3", "A4", "B3", "D3", "E3"], refused.Fields.Order());
        Assert.Equal(refused.Fields.Order(), trial.Body!["errors"]!.AsArray().Select(e => (string)e!["cell"]!).Distinct().Order());
        Assert.Equal(0, (int)(await admin.Read("/users?search=nua.mot")).Body!["total"]!);
    }

    [Theory]
    [InlineData("userName;fullName", "files.wrong-kind")]
    [InlineData("", "files.empty")]
    public async Task A_file_that_is_no_workbook_is_refused_by_its_content(string content, string code)
    {
        using var admin = await host.As("admin");
        var said = await Send(admin, Encoding.UTF8.GetBytes(content));
        Assert.Equal((422, code), (said.Status, said.Code));
    }

    [Fact]
    public async Task A_file_too_large_is_413_whether_or_not_its_length_is_said()
    {
        using var admin = await host.As("admin");
        var large = new byte[(10 * 1024 * 1024) + 1];
        Assert.Equal(413, (await Send(admin, large)).Status);
        Assert.Equal(413, (await Send(admin, new byte[11 * 1024 * 1024])).Status);
    }

    [Fact]
    public async Task What_is_no_form_with_one_file_is_refused()
    {
        using var admin = await host.As("admin");
        Assert.Equal(415, (await admin.Post("/users/import", new { file = "x" })).Status);
        Assert.Equal(415, (await admin.Send(HttpMethod.Post, "/users/import", raw: "x", mediaType: "multipart/form-data")).Status);
        Assert.Equal(415, (await admin.Send(HttpMethod.Post, "/users/import", raw: "file=x", mediaType: "application/x-www-form-urlencoded")).Status);
        Assert.Equal(400, (await Send(admin, new MultipartFormDataContent { { new StringContent("x"), "file" } })).Status);
        Assert.Equal(400, (await Send(admin, new MultipartFormDataContent { { new ByteArrayContent([1]), "other", "a.xlsx" } })).Status);
        Assert.Equal(400, (await Send(admin, new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.xlsx" }, { new ByteArrayContent([1]), "file", "b.xlsx" } })).Status);
        Assert.Equal(400, (await Send(admin, new MultipartFormDataContent())).Status);
        var cut = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nPK"u8.ToArray());
        cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        Assert.Equal(400, (await Send(admin, cut)).Status);
        Assert.Equal(400, (await Send(admin, Workbook(), "?dryRun=maybe")).Status);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a\u0000b.xlsx")]
    [InlineData("CON")]
    public async Task A_name_means_nothing(string name)
    {
        using var admin = await host.As("admin");
        var form = new MultipartFormDataContent { { new ByteArrayContent(Workbook(["ten.tep", "A B", "", "", "Lãnh đạo thành phố"])), "file", "x" } };
        form.First().Headers.Remove("Content-Disposition");
        form.First().Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name.Replace("\0", "%00", StringComparison.Ordinal)}\"");
        Assert.Equal(200, (await Send(admin, form, "?dryRun=true")).Status);
    }

    [Fact]
    public async Task Only_administrators_import_and_never_from_another_site()
    {
        using var coordinator = await host.As("dieuphoi");
        Assert.Equal(403, (await Send(coordinator, Workbook())).Status);
        using var admin = await host.As("admin");
        admin.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        Assert.Equal(403, (await Send(admin, Workbook())).Status);
    }

    private static byte[] Workbook(params string[][] rows) =>
        new TemplateWriter().Write(new("Thử", "Tài khoản", [.. Headers.Select(h => new TemplateColumn(h, 30, false, ""))], []) { Rows = rows });

    private static Task<Said> Send(HttpClient client, byte[] file, string query = "") =>
        Send(client, new MultipartFormDataContent { { new ByteArrayContent(file), "file", "tai-khoan.xlsx" } }, query);

    private static async Task<Said> Send(HttpClient client, HttpContent form, string query = "")
    {
        using (form)
        {
            using var response = await client.PostAsync("/api/v1/users/import" + query, form);
            var text = await response.Content.ReadAsStringAsync();
            return new((int)response.StatusCode, text.Length > 0 ? JsonNode.Parse(text) : null, response);
        }
    }
}
