namespace PlanTracker.Api.Tests.Charts;

/// <summary>What charts and heat maps show, over the API: the same numbers as the resources they are drawn from.</summary>
public sealed class ChartTests(DemoHost host)
{
    [Theory]
    [InlineData("admin")]
    [InlineData("dieuphoi")]
    [InlineData("baocao.caikhe")]
    [InlineData("truong.ninhkieu")]
    [InlineData("taichinh")]
    [InlineData("lanhdao")]
    public async Task Everybody_who_reads_figures_reads_charts(string userName)
    {
        using var client = await host.As(userName);
        var plan = await client.PlanId();
        var activity = (string)(await client.Activity(5))["id"]!;
        foreach (var path in new[] { $"/activities/{activity}/curve", $"/plans/{plan}/activity-months", $"/plans/{plan}/sending-matrix", $"/plans/{plan}/funding/flow" })
        {
            Assert.Equal((path, 200), (path, (await client.Read(path)).Status));
            using var file = await client.GetAsync($"/api/v1{path}.xlsx");
            Assert.Equal((path, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (path, file.Content.Headers.ContentType?.MediaType));
            Assert.NotNull(file.Content.Headers.ContentDisposition?.FileNameStar);
        }
    }

    [Theory]
    [InlineData("/activities/{0}/curve")]
    [InlineData("/plans/{0}/activity-months")]
    [InlineData("/plans/{0}/sending-matrix")]
    [InlineData("/plans/{0}/funding/flow")]
    public async Task What_is_not_there_is_404_before_a_wrong_query_and_nobody_gets_in_without_a_sign_in(string path)
    {
        using var client = await host.As("lanhdao");
        var there = path.StartsWith("/plans", StringComparison.Ordinal) ? await client.PlanId() : (string)(await client.Activity(5))["id"]!;
        foreach (var end in new[] { "", ".xlsx" })
        {
            var of = path + end;
            Assert.Equal(404, (await client.Read(of.Replace("{0}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal) + "?nothing=1")).Status);
            Assert.Equal(["nothing"], (await client.Read(of.Replace("{0}", there, StringComparison.Ordinal) + "?nothing=1")).Fields);
            using var stranger = host.Anonymous();
            Assert.Equal(401, (await stranger.Read(of.Replace("{0}", there, StringComparison.Ordinal))).Status);
        }
    }

    [Theory]
    [InlineData("activity-months", "asOf=2024-02-30", "asOf")]
    [InlineData("activity-months", "lead=x", "lead")]
    [InlineData("activity-months", "level=Ward", "level")]
    [InlineData("activity-months", "group=7", "group")]
    [InlineData("activity-months", "status=Late", "status")]
    [InlineData("activity-months", "sort=-title", "sort")]
    [InlineData("activity-months", "pageSize=201", "pageSize")]
    [InlineData("sending-matrix", "mark=Due", "mark")]
    [InlineData("sending-matrix", "district=ninh+kieu", "district")]
    [InlineData("sending-matrix", "sort=name", "sort")]
    [InlineData("sending-matrix", "page=0", "page")]
    public async Task A_wrong_parameter_is_named(string path, string query, string field)
    {
        using var client = await host.As("lanhdao");
        var said = await client.Read($"/plans/{await client.PlanId()}/{path}?{query}");

        Assert.Equal(400, said.Status);
        Assert.Equal([field], said.Fields);
    }

    [Fact]
    public async Task The_curve_ends_in_the_figures_of_the_activity()
    {
        using var client = await host.As("lanhdao");
        var activity = await client.Activity(5);
        var curve = (await client.Read($"/activities/{activity["id"]}/curve?asOf=2024-09-10")).Body!["items"]![0]!;
        var target = activity["targets"]![0]!;

        var today = curve["points"]!.AsArray().Single(p => (string)p!["on"]! == "2024-09-10")!;
        Assert.Equal(((decimal)target["toDate"]!, (decimal)target["expected"]!), ((decimal)today["actual"]!, (decimal)today["planned"]!));
        var last = curve["points"]!.AsArray()[^1]!;
        Assert.Equal(("2024-12-31", (decimal)target["forecast"]!, null), ((string)last["on"]!, (decimal)last["forecast"]!, (decimal?)last["actual"]));
    }

    [Fact]
    public async Task Months_add_up_to_the_figures_page_by_page()
    {
        using var client = await host.As("lanhdao");
        var plan = await client.PlanId();
        var all = (await client.Read($"/plans/{plan}/activity-months?pageSize=200")).Body!;
        var first = (await client.Read($"/plans/{plan}/activity-months?pageSize=2&page=2&sort=order")).Body!;

        Assert.Equal(16, (int)all["total"]!);
        Assert.Equal(12, all["months"]!.AsArray().Count);
        Assert.Equal([3, 4], first["items"]!.AsArray().Select(r => (int)r!["order"]!));
        foreach (var row in all["items"]!.AsArray())
        {
            Assert.Equal((decimal)row!["toDate"]!, row["months"]!.AsArray().Sum(m => (decimal?)m!["done"] ?? 0));
            Assert.Equal(12, row["months"]!.AsArray().Count);
        }
        var month = all["items"]![4]!["months"]![2]!;
        var entries = (await client.Read($"/entries?plan={plan}&status=Confirmed&from={month["from"]}&to={month["to"]}&pageSize=200")).Body!["items"]!.AsArray()
            .Count(e => (string)e!["targetId"]! == (string)all["items"]![4]!["targetId"]!);
        Assert.Equal(entries, (int)month["entries"]!);
    }

    [Fact]
    public async Task The_matrix_of_agencies_counts_what_the_rates_count_and_its_cells_are_the_obligations()
    {
        using var client = await host.As("dieuphoi");
        var plan = await client.PlanId();
        var matrix = (await client.Read($"/plans/{plan}/sending-matrix?pageSize=200")).Body!;
        Assert.True((int)matrix["total"]! > 100);
        foreach (var period in matrix["periods"]!.AsArray())
        {
            var total = (await client.Read($"/plans/{plan}/reporting-rates?period={period!["code"]}")).Body!["total"]!;
            int Count(string mark) => matrix["items"]!.AsArray().SelectMany(r => r!["periods"]!.AsArray())
                .Count(c => (string)c!["period"]! == (string)period["code"]! && (string?)c["mark"] == mark);
            Assert.Equal(((int)total["onTime"]!, (int)total["late"]!, (int)total["missing"]!), (Count("OnTime"), Count("Late"), Count("Missing") + Count("NotYetDue")));
        }
        var cell = matrix["items"]![0]!["periods"]![0]!;
        var owed = (await client.Read($"/obligations/{cell["obligationIds"]![0]}")).Body!;
        Assert.Equal((string)matrix["items"]![0]!["agency"]!["id"]!, (string)owed["agency"]!["id"]!);

        var worst = (await client.Read($"/plans/{plan}/sending-matrix?sort=-missing,-late&level=Commune&pageSize=5")).Body!["items"]!.AsArray();
        Assert.All(worst, r => Assert.Equal("Commune", (string)r!["level"]!));
        Assert.Equal(worst.Select(r => (int)r!["missing"]!).OrderDescending(), worst.Select(r => (int)r!["missing"]!));
        Assert.All((await client.Read($"/plans/{plan}/sending-matrix?mark=Late")).Body!["items"]!.AsArray(), r => Assert.True((int)r!["late"]! > 0));
        Assert.All((await client.Read($"/plans/{plan}/sending-matrix?group=District")).Body!["items"]!.AsArray(), r => Assert.Equal("District", (string)r!["level"]!));
    }

    [Fact]
    public async Task The_flow_of_money_begins_with_the_estimates_and_the_workbooks_hold_the_same_numbers()
    {
        using var client = await host.As("taichinh");
        var plan = await client.PlanId();
        var flow = (await client.Read($"/plans/{plan}/funding/flow")).Body!["items"]!.AsArray();
        var totals = (await client.Read($"/plans/{plan}/funding")).Body!["totals"]!.AsArray();

        Assert.NotEmpty(flow);
        Assert.Equal((long)totals[^1]!["stages"]!.AsArray().Single(s => (string)s!["stage"]! == "Estimate")!["amount"]!, flow.Where(f => (string?)f!["from"] == "Estimate").Sum(f => (long)f!["amount"]!));
        var cells = await Cells(client, $"/plans/{plan}/funding/flow.xlsx");
        Assert.All(flow, f => Assert.Contains(((long)f!["amount"]!).ToString(System.Globalization.CultureInfo.InvariantCulture), cells));
        Assert.Contains("Chưa gửi", string.Join('|', await Cells(client, $"/plans/{plan}/sending-matrix.xlsx")), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> Cells(HttpClient client, string path)
    {
        var bytes = await client.GetByteArrayAsync(new Uri("/api/v1" + path, UriKind.Relative));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        var texts = new List<string>();
        foreach (var part in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            await using var stream = await part.OpenAsync();
            texts.AddRange(System.Xml.Linq.XDocument.Load(stream).Descendants().Where(x => x.Name.LocalName is "v" or "t").Select(x => x.Value));
        }
        return texts;
    }
}
