using System.Net;
using System.Text.Json.Nodes;
using PlanTracker.Domain.Imports;
using PlanTracker.Reports.Templates;
using PlanTracker.TestKit;

namespace PlanTracker.Api.Tests.Imports;

/// <summary>A sample year of its own: imports change it.</summary>
public sealed class ImportHost : DemoHost;

public sealed class EntryImportTests(ImportHost host) : IClassFixture<ImportHost>
{
    [Fact]
    public async Task A_template_filled_in_is_tried_taken_over_once_and_submitted_by_nobody()
    {
        using var reporter = await host.As("baocao.snv");
        var form = await Template(reporter);
        var file = FilledForm.Of(form, ["1", "05/9/2024", "1", "Chuyên mục nhập từ tệp"], ["1", "06/9/2024", "1", "Chuyên mục nhập từ tệp 2"]);

        var trial = await Send(reporter, file, "?dryRun=true");
        Assert.Equal((200, true, 2, "Checked"), (trial.Status, (bool)trial.Body!["dryRun"]!, (int)trial.Body["new"]!, (string)trial.Body["state"]!));
        Assert.Equal(0, await Count(reporter, "nhap tu tep"));

        var made = await Send(reporter, file);
        Assert.Equal((200, 2, "Done"), (made.Status, (int)made.Body!["new"]!, (string)made.Body["state"]!));
        Assert.Equal(2, await Count(reporter, "nhap tu tep"));
        var id = (string)made.Body["rows"]![0]!["id"]!;
        Assert.Equal("Draft", (string)(await reporter.Read($"/entries/{id}")).Body!["status"]!);

        var again = await Send(reporter, file);
        Assert.Equal((200, 0, 2), (again.Status, (int)again.Body!["new"]!, (int)again.Body["unchanged"]!));
        using var stranger = await host.As("dieuphoi");
        Assert.Equal(404, (await stranger.Read($"/imports/{(string)made.Body["id"]!}")).Status);
        var history = await reporter.Read($"/changes?entity=entry&id={id}");
        Assert.Contains("Import", history.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exported_and_sent_back_nothing_changes()
    {
        using var reporter = await host.As("baocao.svhttdl");
        var activity = await reporter.Activity(13);
        var entry = Requests.EntryOf(activity);
        entry["title"] = "=1+1 @tranh";
        entry["supporting"] = new JsonArray(new JsonObject { ["agencyId"] = (string)(await reporter.Read("/agencies?search=quan%20ninh%20kieu")).Body!["items"]![0]!["id"]!, ["share"] = "hội trường" });
        entry["spent"] = new JsonArray(new JsonObject { ["source"] = "Socialised", ["amount"] = 1_500_000 });
        entry["themes"] = new JsonArray(1, 3);
        entry["note"] = "-5\n0012";
        Assert.Equal(201, (await reporter.Post($"/activities/{(string)activity["id"]!}/entries", entry)).Status);

        var trial = await Send(reporter, await Bytes(reporter), "?dryRun=true");
        Assert.Equal(200, trial.Status);
        Assert.True((int)trial.Body!["unchanged"]! >= 1, trial.Body.ToJsonString());
        Assert.Equal((0, 0, 0, 0), ((int)trial.Body["new"]!, (int)trial.Body["changed"]!, (int)trial.Body["conflict"]!, (int)trial.Body["wrong"]!));
    }

    [Fact]
    public async Task All_or_nothing_names_every_cell_and_the_good_rows_go_alone()
    {
        using var reporter = await host.As("baocao.snv");
        var form = await Template(reporter);
        var file = FilledForm.Of(form, ["1", "05/9/2024", "1", "Một nửa đúng"], ["1", "31/02/2024", "1,5x", ""], ["13a", "05/9/2024", "1", "Của sở khác"]);

        var refused = await Send(reporter, file);
        Assert.Equal((422, "entries.import-refused"), (refused.Status, refused.Code));
        Assert.Equal(["B4", "C3", "D3"], refused.Fields.Order().Take(3));
        Assert.Equal(0, await Count(reporter, "mot nua dung"));

        var good = await Send(reporter, file, "?mode=good");
        Assert.Equal((200, 1, 2), (good.Status, (int)good.Body!["new"]!, (int)good.Body["wrong"]!));
        using var back = await reporter.GetAsync((string)good.Body["badRows"]!);
        var table = FilledForm.Read(await back.Content.ReadAsByteArrayAsync());
        Assert.Equal(2, table.Rows.Count);
        Assert.Equal("31/02/2024", table.Rows[0].Cells[2]);
        Assert.Contains("Ô C3", table.Rows[0].Cells[^1], StringComparison.Ordinal);
        var again = await Send(reporter, await back.Content.ReadAsByteArrayAsync(), "?dryRun=true");
        Assert.Equal((200, 2), (again.Status, (int)again.Body!["wrong"]!));
    }

    [Fact]
    public async Task A_checked_import_is_decided_once()
    {
        using var reporter = await host.As("baocao.snv");
        var trial = await Send(reporter, FilledForm.Of(await Template(reporter), ["1", "04/9/2024", "1", "Quyết sau"]), "?dryRun=true");
        var id = (string)trial.Body!["id"]!;

        var both = await Task.WhenAll(reporter.Post($"/imports/{id}/apply"), reporter.Post($"/imports/{id}/apply"));
        Assert.Equal([200, 409], both.Select(b => b.Status).Order());
        Assert.Equal(1, await Count(reporter, "quyet sau"));
        Assert.Equal(409, (await reporter.Read($"/imports/{id}/bad-rows.xlsx")).Status);
    }

    [Fact]
    public async Task Who_may_not_is_refused_before_the_file_is_read()
    {
        foreach (var name in new[] { "lanhdao", "taichinh", "admin", "truong.snv" })
        {
            using var client = await host.As(name);
            Assert.Equal(403, (await Send(client, [1])).Status);
            Assert.Equal(403, (await client.Read($"/plans/{await client.PlanId()}/entries/template.xlsx")).Status);
        }
        using var reporter = await host.As("baocao.snv");
        using var content = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.xlsx" } };
        using var response = await reporter.PostAsync($"/api/v1/plans/{Guid.NewGuid()}/entries/import", content);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var other = (string)(await reporter.Activity(13))["lead"]!["id"]!;
        Assert.Equal(403, (await reporter.Read($"/plans/{await reporter.PlanId()}/entries/template.xlsx?agency={other}")).Status);
        using var coordinator = await host.As("dieuphoi");
        Assert.Equal(200, (await coordinator.Read($"/plans/{await coordinator.PlanId()}/entries/template.xlsx?agency={other}")).Status);
        using var idle = await host.As("baocao.caikhe");
        Assert.Equal(409, (await idle.Read($"/plans/{await idle.PlanId()}/entries/template.xlsx")).Status);
    }

    [Fact]
    public async Task Hostile_and_wrong_files_are_refused_with_a_reason()
    {
        using var reporter = await host.As("baocao.snv");
        Assert.Equal((422, "files.empty"), Coded(await Send(reporter, [])));
        Assert.Equal((422, "files.wrong-kind"), Coded(await Send(reporter, "a;b"u8.ToArray())));
        Assert.Equal((422, "entries.import-empty"), Coded(await Send(reporter, FilledForm.Of(await Template(reporter)))));
        var accounts = new TemplateWriter().Write(new("Thử", "Tài khoản", [new("Tên đăng nhập", 30, true, "")], []) { Rows = [["a"]] });
        var headings = await Send(reporter, accounts);
        Assert.Equal((422, "entries.import-headers"), Coded(headings));
        Assert.Contains("A", headings.Fields);
        Assert.Equal(413, (await Send(reporter, new byte[(10 * 1024 * 1024) + 1])).Status);
        Assert.Equal(400, (await Send(reporter, [1], "?mode=half")).Status);
        Assert.Equal(404, (await reporter.Read($"/imports/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task The_pages_check_show_and_take_over_without_scripts()
    {
        using var reporter = await host.As("baocao.snv");
        var plan = await reporter.PlanId();
        var page = await reporter.GetStringAsync($"/ket-qua/nhap-tu-excel?plan={plan}");
        Assert.Contains("entries/template.xlsx?agency=", page, StringComparison.Ordinal);
        var trial = await Send(reporter, FilledForm.Of(await Template(reporter), ["1", "03/9/2024", "1", "Từ trang <b>"], ["1", "x", "1", "Sai ngày"]), "?dryRun=true");
        var run = await reporter.GetStringAsync($"/ket-qua/nhap-tu-excel/{(string)trial.Body!["id"]!}");
        Assert.Contains("Chỉ nhập 1 dòng đúng", run, StringComparison.Ordinal);
        Assert.Contains("<b>C3</b>", run, StringComparison.Ordinal);
        Assert.Contains("Từ trang &lt;b&gt;", run, StringComparison.Ordinal);
        using var stranger = await host.As("dieuphoi");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/ket-qua/nhap-tu-excel/{(string)trial.Body["id"]!}")).StatusCode);
    }

    private static (int, string?) Coded(Said said) => (said.Status, said.Code);

    private static async Task<byte[]> Bytes(HttpClient client) =>
        await client.GetByteArrayAsync($"/api/v1/plans/{await client.PlanId()}/entries/template.xlsx");

    private static async Task<ImportTable> Template(HttpClient client) => FilledForm.Read(await Bytes(client));

    private static async Task<int> Count(HttpClient client, string words) => (int)(await client.Read($"/entries?search={Uri.EscapeDataString(words)}")).Body!["total"]!;

    private static async Task<Said> Send(HttpClient client, byte[] file, string query = "")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "ket-qua.xlsx" } };
        using var response = await client.PostAsync($"/api/v1/plans/{await client.PlanId()}/entries/import{query}", form);
        var text = await response.Content.ReadAsStringAsync();
        return new((int)response.StatusCode, text.Length > 0 ? JsonNode.Parse(text) : null, response);
    }
}
