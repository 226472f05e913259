using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Api.History;
using PlanTracker.Storage;

namespace PlanTracker.Api.Tests.History;

public sealed class HistoryTests(DemoHost host)
{
    [Fact]
    public async Task What_one_agency_does_is_read_by_it_and_by_the_administrator_but_not_by_another()
    {
        using var reporter = await host.As("baocao.snv");
        using var other = await host.As("baocao.sotttt");
        using var administrator = await host.As("admin");
        var activity = await reporter.Activity(3);
        var id = (string)(await reporter.Post($"/activities/{(string)activity["id"]!}/entries", Requests.EntryOf(activity))).Body!["id"]!;
        await reporter.Post($"/entries/{id}/submit", ifMatch: "*");

        foreach (var reader in new[] { reporter, administrator })
        {
            var found = (await reader.Read($"/changes?entity=entry&id={id}")).Body!;
            Assert.Equal((2, "submit", "log"), ((int)found["total"]!, (string?)found["items"]![0]!["what"], (string?)found["items"]![1]!["what"]));
            var newest = found["items"]![0]!;
            Assert.Equal(("Draft", "Submitted", "Api"), ((string?)newest["old"]!["status"], (string?)newest["new"]!["status"], (string?)newest["door"]));
            Assert.Null(found["items"]![1]!["old"]);
        }

        Assert.Equal(0, (int)(await other.Read($"/changes?entity=entry&id={id}")).Body!["total"]!);
    }

    [Fact]
    public async Task Nobody_but_the_administrator_reads_of_other_peoples_accounts()
    {
        using var head = await host.As("truong.snv");
        using var me = await host.As("baocao.snv");
        var mine = (string)(await me.Read("/me")).Body!["id"]!;

        var seen = (await me.Read("/changes?entity=account&pageSize=200")).Body!["items"]!.AsArray();
        Assert.NotEmpty(seen);
        Assert.All(seen, row => Assert.Equal(mine, (string?)row!["entityId"]));
        Assert.Equal(0, (int)(await head.Read($"/changes?entity=account&id={mine}")).Body!["total"]!);
    }

    [Theory]
    [InlineData("door=Window", "door")]
    [InlineData("id=12", "id")]
    [InlineData("from=2024-02-30", "from")]
    [InlineData("sort=at", "sort")]
    [InlineData("person=1", "person")]
    public async Task A_wrong_filter_is_named(string query, string field)
    {
        using var administrator = await host.As("admin");
        using var leader = await host.As("lanhdao");

        var said = await administrator.Read($"/changes?{query}");

        Assert.Equal((400, field), (said.Status, said.Fields.Single()));
        Assert.Equal(403, (await leader.Read($"/changes?{query}")).Status);
    }

    [Fact]
    public async Task A_download_of_a_report_and_of_the_history_is_itself_noted()
    {
        using var finance = await host.As("taichinh");
        using var administrator = await host.As("admin");
        var me = (string)(await finance.Read("/me")).Body!["id"]!;

        Assert.Equal(200, (await finance.Read($"/plans/{await finance.PlanId()}/reports/2024-Q3.xlsx")).Status);
        Assert.Equal(200, (await finance.Read("/changes.csv?what=confirm")).Status);

        var noted = (await administrator.Read($"/changes?account={me}&what=export")).Body!["items"]!;
        Assert.Equal(("history", "what=confirm"), ((string?)noted[0]!["entity"], (string?)noted[0]!["new"]!["filter"]));
        Assert.Equal(("report", "2024-Q3", "246/KH-UBND", "Page"),
            ((string?)noted[1]!["entity"], (string?)noted[1]!["new"]!["period"], (string?)noted[1]!["new"]!["plan"], (string?)noted[1]!["door"]));
        Assert.EndsWith(".xlsx", (string?)noted[1]!["new"]!["file"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_is_handed_out_as_text_that_a_spreadsheet_opens()
    {
        using var administrator = await host.As("admin");
        using var response = await administrator.GetAsync("/api/v1/changes.csv?entity=entry&what=confirm");
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((int)(await administrator.Read("/changes?entity=entry&what=confirm")).Body!["total"]! + 1, lines.Length);
        Assert.Contains("Xác nhận kết quả", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(".csv", response.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@x", "\"'@x\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"' x\"")]
    [InlineData("Bình\r\n2,\"x\"", "\"Bình 2,\"\"x\"\"\"")]
    [InlineData("007", "\"007\"")]
    [InlineData(null, "")]
    public void No_cell_is_a_formula_and_no_line_break_makes_a_line(string? text, string cell) => Assert.Equal(cell, HistoryCsv.Line([text]));

    [Fact]
    public async Task A_report_can_be_taken_while_nothing_can_be_written()
    {
        await using var locked = new DemoHost();
        await locked.InitializeAsync();
        using var leader = await locked.As("lanhdao");
        var path = $"/plans/{await leader.PlanId()}/reports/2024-Q3.xlsx";
        await using var other = new SqliteConnection(locked.Services.GetRequiredService<StorageOptions>().ConnectionString);
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();

        Assert.Equal(200, (await leader.Read(path)).Status);
    }
}
