using System.Net;
using System.Text.Json.Nodes;
using PlanTracker.Domain.Imports;
using PlanTracker.Reports.Reading;
using PlanTracker.Reports.Templates;

namespace PlanTracker.Api.Tests.Funding;

/// <summary>A sample year of its own: imports change it.</summary>
public sealed class FundingFileHost : DemoHost;

public sealed class FundingFileTests(FundingFileHost host) : IClassFixture<FundingFileHost>
{
    private const string Gift = "Xã hội hóa";

    [Fact]
    public async Task A_form_filled_in_is_tried_recorded_once_and_shown()
    {
        using var reporter = await host.As("baocao.svhttdl");
        var file = Filled(await Template(reporter), ["14", Gift, "Dự toán", "", "7.000.000", "05/9/2024", "5/TTr", "04/9/2024"], ["14", Gift, "Giải ngân", "", "1.234.567", "06/9/2024", "6/UNC", "06/9/2024"]);

        var trial = await Send(reporter, file, "?dryRun=true");
        Assert.Equal((200, 2, "Checked"), (trial.Status, (int)trial.Body!["new"]!, (string)trial.Body["state"]!));
        var made = await Send(reporter, file);
        Assert.Equal((200, 2, "Done"), (made.Status, (int)made.Body!["new"]!, (string)made.Body["state"]!));
        var again = await Send(reporter, file);
        Assert.Equal((200, 0, 0), (again.Status, (int)again.Body!["new"]!, (int)again.Body["wrong"]!));

        var line = (await reporter.Read($"/activities/{(string)(await reporter.Activity(14))["id"]!}/funding")).Body!["lines"]!.AsArray().Single(l => (string)l!["source"]! == "Socialised")!;
        Assert.Equal((7_000_000L, 1_234_567L), ((long)line["available"]!, (long)line["disbursed"]!));
        Assert.Equal(404, (await (await host.As("dieuphoi")).Read($"/imports/{(string)made.Body["id"]!}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await reporter.GetAsync($"/kinh-phi/nhap-tu-excel/{(string)made.Body["id"]!}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reporter.GetAsync($"/ket-qua/nhap-tu-excel/{(string)made.Body["id"]!}")).StatusCode);
    }

    [Fact]
    public async Task Downloaded_and_sent_back_nothing_changes()
    {
        foreach (var name in new[] { "baocao.sotttt", "dieuphoi", "taichinh" })
        {
            using var person = await host.As(name);
            var trial = await Send(person, await Bytes(person), "?dryRun=true");
            Assert.Equal((200, 0, 0, 0), (trial.Status, (int)trial.Body!["new"]!, (int)trial.Body["conflict"]!, (int)trial.Body["wrong"]!));
            Assert.True((int)trial.Body["unchanged"]! > 3);
        }
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_cell_and_the_good_rows_go_alone()
    {
        using var reporter = await host.As("baocao.sotttt");
        var file = Filled(await Template(reporter),
            ["12", Gift, "Dự toán", "", "5", "05/9/2024", "5/TTr", "04/9/2024"], ["12", Gift, "Giải ngân", "", "1.000.000,50", "05/9/2024", "5/TTr", "04/9/2024"],
            ["12", "Kinh phí CCHC của thành phố", "Giải ngân", "", "30.875.001", "05/9/2024", "5/UNC", "04/9/2024"], ["1", Gift, "Dự toán", "", "5", "05/9/2024", "5/TTr", "04/9/2024"]);

        var refused = await Send(reporter, file);
        Assert.Equal((422, "funding.import-refused"), (refused.Status, refused.Code));
        Assert.Equal(3, refused.Fields.Length);
        var good = await Send(reporter, file, "?mode=good");
        Assert.Equal((200, 1, 3), (good.Status, (int)good.Body!["new"]!, (int)good.Body["wrong"]!));
        using var back = await reporter.GetAsync((string)good.Body["badRows"]!);
        Assert.Equal(3, new TableReader().ReadRows(new MemoryStream(await back.Content.ReadAsByteArrayAsync())).Value!.Rows.Count);
    }

    [Theory]
    [InlineData("lanhdao")]
    [InlineData("admin")]
    [InlineData("truong.svhttdl")]
    public async Task Who_records_no_money_is_refused_before_the_file_is_read(string name)
    {
        using var client = await host.As(name);
        Assert.Equal(403, (await Send(client, [1])).Status);
        Assert.Equal(403, (await client.Read($"/plans/{await client.PlanId()}/funding/template.xlsx")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/kinh-phi/nhap-tu-excel")).StatusCode);
    }

    [Fact]
    public async Task Hostile_and_wrong_files_are_refused_with_a_reason()
    {
        using var reporter = await host.As("baocao.svhttdl");
        Assert.Equal((422, "files.empty"), Coded(await Send(reporter, [])));
        Assert.Equal((422, "files.wrong-kind"), Coded(await Send(reporter, "a;b"u8.ToArray())));
        Assert.Equal((422, "funding.import-empty"), Coded(await Send(reporter, new TemplateWriter().Write(Headed(await Template(reporter), [])))));
        Assert.Equal((422, "funding.import-headers"), Coded(await Send(reporter, new TemplateWriter().Write(new("Thử", "A", [new("Lạ", 30, true, "")], []) { Rows = [["a"]] }))));
        Assert.Equal(400, (await Send(reporter, [1], "?mode=half")).Status);
        Assert.Equal(404, (await reporter.Read($"/plans/{Guid.NewGuid()}/funding/template.xlsx")).Status);
    }

    [Fact]
    public async Task The_table_is_had_as_a_workbook_of_real_numbers_by_everybody()
    {
        using var leader = await host.As("lanhdao");
        using var answer = await leader.GetAsync($"/api/v1/plans/{await leader.PlanId()}/funding.xlsx");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("kinh", Uri.UnescapeDataString(answer.Content.Headers.ContentDisposition!.ToString()).ToLowerInvariant(), StringComparison.Ordinal);
        using var workbook = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        using var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(workbook, false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document));
        var sheet = document.WorkbookPart!.WorksheetParts.First().Worksheet!;
        Assert.Contains(sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellValue>(), v => v.Text == "104000000");
        Assert.Equal(400, (await leader.Read($"/plans/{await leader.PlanId()}/funding.xlsx?asOf=hôm nay")).Status);
    }

    [Fact]
    public async Task Of_two_who_disburse_the_last_money_at_once_one_is_told_so()
    {
        using var reporter = await host.As("baocao.svhttdl");
        var path = $"/activities/{(string)(await reporter.Activity(15))["id"]!}/funding";
        var read = await reporter.Read(path);
        var left = (long)read.Body!["lines"]![0]!["remaining"]!;
        var body = new JsonObject { ["amount"] = left, ["date"] = "2024-09-05", ["document"] = new JsonObject { ["number"] = "99/UNC", ["date"] = "2024-09-05" } };

        var byTag = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => reporter.Post($"{path}/CityReformBudget/disbursement", body.DeepClone(), read.Response.Headers.ETag!.Tag)));
        var byAny = await reporter.Post($"{path}/CityReformBudget/disbursement", body.DeepClone(), "*");

        Assert.Equal([201, 412, 412, 412], byTag.Select(s => s.Status).Order());
        Assert.Equal((409, "funding.over-approved"), (byAny.Status, byAny.Code));
        Assert.Equal(0, (long)(await reporter.Read(path)).Body!["lines"]![0]!["remaining"]!);
    }

    [Fact]
    public async Task Late_estimates_stand_on_the_work_list_of_the_lead_and_of_those_who_see_all()
    {
        using var coordinator = await host.As("dieuphoi");
        var all = (await coordinator.Read("/worklist?kind=Estimates")).Body!;
        Assert.True((int)all["total"]! > 0, all.ToJsonString());
        Assert.All(all["items"]!.AsArray(), i => Assert.Equal(("funding", "2023-12-20"), ((string)i!["entity"]!, (string)i["on"]!)));
        using var other = await host.As("baocao.ninhkieu");
        Assert.DoesNotContain((await other.Read("/worklist?kind=Estimates")).Body!["items"]!.AsArray(), i => (string)i!["agency"]!["name"]! != "UBND quận Ninh Kiều");
    }

    [Fact]
    public async Task Pages_of_an_agencys_money_open_and_say_how_it_stands()
    {
        using var leader = await host.As("lanhdao");
        var lead = (string)(await leader.Activity(13))["lead"]!["id"]!;
        var page = await leader.GetStringAsync($"/don-vi/{lead}/kinh-phi");
        Assert.Contains("hoạt động chủ trì", page, StringComparison.Ordinal);
        Assert.Contains("đồng.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/don-vi/{Guid.NewGuid()}/kinh-phi")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/don-vi/{lead}/kinh-phi?plan={Guid.NewGuid()}")).StatusCode);
        Assert.Contains("Theo cơ quan chủ trì", await leader.GetStringAsync("/kinh-phi"), StringComparison.Ordinal);
    }

    private static (int, string?) Coded(Said said) => (said.Status, said.Code);

    private static async Task<byte[]> Bytes(HttpClient client) => await client.GetByteArrayAsync($"/api/v1/plans/{await client.PlanId()}/funding/template.xlsx");

    private static async Task<ImportTable> Template(HttpClient client) => new TableReader().ReadRows(new MemoryStream(await Bytes(client))).Value!;

    /// <summary>The form with rows typed into its first empty ones.</summary>
    private static byte[] Filled(ImportTable form, params string[][] rows)
    {
        var empty = form.Rows.Where(r => r.Cells.Skip(1).All(c => c.Length == 0)).ToList();
        return new TemplateWriter().Write(Headed(form, [.. rows.Select((r, i) => (IReadOnlyList<string>)[empty[i].Cells[0], .. r])]));
    }

    private static ImportTemplate Headed(ImportTable form, IReadOnlyList<IReadOnlyList<string>> rows) =>
        new("Thử", "Kinh phí", [.. form.Headers.Select(h => new TemplateColumn(h, 30, false, ""))], []) { Rows = rows };

    private static async Task<Said> Send(HttpClient client, byte[] file, string query = "")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "kinh-phi.xlsx" } };
        using var response = await client.PostAsync($"/api/v1/plans/{await client.PlanId()}/funding/import{query}", form);
        var text = await response.Content.ReadAsStringAsync();
        return new((int)response.StatusCode, text.Length > 0 ? JsonNode.Parse(text) : null, response);
    }
}
