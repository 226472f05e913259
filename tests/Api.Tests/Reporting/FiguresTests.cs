using System.Globalization;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PlanTracker.Api.Tests.Reporting;

/// <summary>The demo at 10/09/2024 against the worked example; and one number on every front.</summary>
public sealed class FiguresTests(DemoHost host)
{
    // label: value, toDate, expected, status, forecast
    private static readonly string[] On10September =
    [
        "1: 12 8 8 OnTrack 12", "2: 3 1 2 Behind 1", "3: 4 3 2 OnTrack 4", "4: 5 2 3 Behind 3", "5: 52 35 36 Behind 50", "6: 52 36 36 OnTrack 52",
        "7: 1 0 0 NotStarted 1", "8: 3 2 2 OnTrack 3", "9: 1 1 0 Completed 1", "10: 1 0 0 NotStarted 1", "11: 2 1 1 OnTrack 2",
        "12: 15000 11250 10409 OnTrack 15000", "13a: 2 1 1 OnTrack 2", "13b: 4000 0 2775 Behind 0", "14: 1 0 0 NotStarted 1", "15: 10 6 6 OnTrack 10",
    ];

    [Fact]
    public async Task The_overview_gives_the_figures_of_the_worked_example()
    {
        using var client = await host.As("lanhdao");

        var overview = (await client.Read($"/plans/{await client.PlanId()}/overview?asOf=2024-09-10")).Body!;

        Assert.Equal(On10September, overview["activities"]!.AsArray().SelectMany(a => a!["targets"]!.AsArray()).Select(t => Line(t!, "value")));
        Assert.Equal((1, 7, 4, 3), CountsOf(overview));
        Assert.Equal(25.0m, (decimal)overview["activities"]![12]!["percent"]!);
    }

    [Theory]
    [InlineData("2024-Q1", "2024-03-14", 0, 4, 4, 7)]
    [InlineData("2024-H1", "2024-06-14", 0, 7, 3, 5)]
    [InlineData("2024-Q3", "2024-09-10", 1, 7, 4, 3)]
    [InlineData("2024-Y", "2024-09-10", 1, 7, 4, 3)]
    public async Task The_four_periods_count_activities_as_the_worked_example_does(
        string code, string asOf, int completed, int onTrack, int behind, int notStarted)
    {
        using var client = await host.As("lanhdao");

        var report = (await client.Read($"/plans/{await client.PlanId()}/reports/{code}")).Body!;

        Assert.Equal(asOf, (string?)report["asOf"]);
        Assert.Equal((completed, onTrack, behind, notStarted), CountsOf(report));
    }

    [Theory]
    [InlineData("reports/2024-Q3")]
    [InlineData("reports/2024-Y")]
    public async Task The_workbook_shows_what_the_json_says(string path)
    {
        using var client = await host.As("lanhdao");
        var plan = $"/plans/{await client.PlanId()}/";
        var report = (await client.Read(plan + path)).Body!;

        using var response = await client.GetAsync(Requests.Base + plan + path + ".xlsx");

        Assert.Contains("filename*=utf-8''B%C3%A1o%20c%C3%A1o%20246-KH-UBND", response.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
        using var workbook = SpreadsheetDocument.Open(await response.Content.ReadAsStreamAsync(), false);
        var rows = Rows(workbook);
        var heads = rows.Single(r => r.GetValueOrDefault("A") == "TT").ToDictionary(c => c.Value, c => c.Key);
        foreach (var row in report["rows"]!.AsArray())
        {
            var cells = rows.Single(r => r.GetValueOrDefault("A") == (string?)row!["label"] && r.ContainsKey(heads["Lũy kế"]));
            var mark = (bool)row!["deliveryModeAsked"]! ? "*" : "";
            Assert.Equal((string?)row["title"] + mark, cells[heads["Hình thức tuyên truyền"]]);
            Assert.Equal((string?)row["unit"], cells[heads["Đơn vị tính"]]);
            Assert.Equal((string?)row["lead"], cells[heads["Cơ quan chủ trì (**)"]]);
            foreach (var (member, head) in new[] { ("target", "Chỉ tiêu cả năm"), ("inPeriod", "Thực hiện trong kỳ"), ("toDate", "Lũy kế"), ("percent", "Tỷ lệ (%)") })
                Assert.Equal((decimal)row[member]!, decimal.Parse(cells[heads[head]], CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task A_figure_says_where_it_comes_from()
    {
        using var client = await host.As("lanhdao");
        var target = (string)(await client.Activity(1))["targets"]![0]!["id"]!;

        var figure = (await client.Read($"/plans/{await client.PlanId()}/figures/{target}?period=2024-Q3&pageSize=200")).Body!;

        Assert.Equal((decimal)figure["row"]!["inPeriod"]!, figure["entries"]!.AsArray().Sum(e => (decimal)e!["quantity"]!));
        Assert.Equal(0, (int)figure["version"]!["number"]!);
    }

    private static string Line(JsonNode target, string value) =>
        $"{target["label"]}: {Number(target[value])} {Number(target["toDate"])} {Number(target["expected"])} {target["status"]} {Number(target["forecast"])}";

    private static string Number(JsonNode? node) => ((decimal)node!).ToString("0.####", CultureInfo.InvariantCulture);

    private static (int, int, int, int) CountsOf(JsonNode node)
    {
        var counts = node["statusCounts"]!;
        return ((int)counts["Completed"]!, (int)counts["OnTrack"]!, (int)counts["Behind"]!, (int)counts["NotStarted"]!);
    }

    private static List<Dictionary<string, string>> Rows(SpreadsheetDocument workbook) =>
    [
        .. workbook.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>()
            .Where(c => TextOf(workbook, c).Length > 0)
            .ToDictionary(c => new string([.. c.CellReference!.Value!.Where(char.IsLetter)]), c => TextOf(workbook, c))),
    ];

    private static string TextOf(SpreadsheetDocument workbook, Cell cell) => cell.DataType?.Value == CellValues.SharedString
        ? workbook.WorkbookPart!.SharedStringTablePart!.SharedStringTable.ElementAt(int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)).InnerText
        : cell.CellValue?.Text ?? "";
}
