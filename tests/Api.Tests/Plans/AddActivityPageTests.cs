using PlanTracker.Api.Tests.Access;

namespace PlanTracker.Api.Tests.Plans;

/// <summary>Adding an activity on the page: shown as what it was read as before anything is kept.</summary>
public sealed class AddActivityPageTests(DemoHost host)
{
    [Fact]
    public async Task A_row_is_shown_as_it_was_read_and_added_only_when_it_was_seen()
    {
        using var coordinator = await host.As("dieuphoi");
        var plan = (string)(await coordinator.Read("/plans?search=01-KH")).Body!["items"]!.AsArray().FirstOrDefault()?["id"]! ?? await Sample(coordinator);
        var path = $"/ke-hoach/{plan}/bo-sung";
        var lead = (string)(await coordinator.Read("/agencies?search=so%20noi%20vu")).Body!["items"]![0]!["id"]!;
        (string, string)[] typed =
        [
            ("on", "01/07/2024"), ("document-number", "20/CV-MAU"), ("document-date", "25/06/2024"), ("reason", "Bổ sung thử"), ("title", "Phát thanh cơ sở"),
            ("quantityWording", "02 chương trình/tháng"), ("leadAgencyId", lead), ("time", "6 tháng cuối năm 2024"), ("dueOn", "31/12/2024"),
        ];
        var before = await Rows(coordinator, plan);

        var blind = await coordinator.Fill(path, await coordinator.Open(path), "quantityWording", [.. typed, ("act", "add")]);
        Assert.Equal((200, before), ((int)blind.Status, await Rows(coordinator, plan)));
        Assert.Contains("× 6 tháng", blind.Text, StringComparison.Ordinal);
        var added = await coordinator.Fill(path, blind, "quantityWording", [.. typed, ("act", "add")]);

        Assert.Equal(302, (int)added.Status);
        Assert.Equal(before + 1, await Rows(coordinator, plan));
        Assert.Contains("20/CV-MAU", (await coordinator.Open(added.To!)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quantityWording", "nhiều lắm", 200, "Chưa hiểu")]
    [InlineData("on", "31/02/2024", 422, "không phải là ngày")]
    [InlineData("document-number", "", 422, "Cần ghi số, ký hiệu văn bản")]
    [InlineData("title", "￾", 422, "Nội dung hoạt động")]
    [InlineData("on", "01/01/2031", 422, "Ngày bổ sung phải từ")]
    public async Task What_is_wrong_is_said_with_what_was_typed(string field, string value, int status, string words)
    {
        using var coordinator = await host.As("dieuphoi");
        var path = $"/ke-hoach/{await coordinator.PlanId()}/bo-sung";
        var fields = new Dictionary<string, string>
        {
            ["on"] = "01/07/2024", ["document-number"] = "20/CV", ["document-date"] = "25/06/2024", ["reason"] = "Thử", ["title"] = "Hoạt động",
            ["quantityWording"] = "02 cuộc", ["leadWording"] = "Sở Nội vụ", ["time"] = "Năm 2024", ["act"] = "read", [field] = value,
        };

        var said = await coordinator.Fill(path, await coordinator.Open(path), "quantityWording", [.. fields.Select(f => (f.Key, f.Value))]);

        Assert.Equal(status, (int)said.Status);
        Assert.Contains(words, said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("baocao.snv")]
    [InlineData("admin")]
    [InlineData("lanhdao")]
    public async Task Only_the_coordinator_adds(string userName)
    {
        using var client = await host.As(userName);

        Assert.Equal(403, (int)(await client.Open($"/ke-hoach/{await client.PlanId()}/bo-sung")).Status);
    }

    [Theory]
    [InlineData("31/KH-UBND")]
    [InlineData("167/KH-UBND")]
    public async Task The_other_plans_of_the_demo_show_an_activity_added_a_target_changed_and_an_activity_stopped(string number)
    {
        using var client = await host.As("lanhdao");
        var plan = (await client.Read("/plans?pageSize=50")).Body!["items"]!.AsArray().Single(p => (string)p!["number"]! == number)!;
        var asOf = number.StartsWith('3') ? "?asOf=2023-12-31" : "";

        var rows = (await client.Read($"/plans/{plan["id"]}/activities{asOf}")).Body!["items"]!.AsArray();

        var pages = new List<string>();
        foreach (var row in rows)
            pages.Add((await client.Open($"/hoat-dong/{row!["id"]}")).Text);
        Assert.Contains(pages, p => p.Contains("Bổ sung vào kế hoạch từ ngày", StringComparison.Ordinal));
        Assert.Contains(pages, p => p.Contains("Dừng thực hiện từ ngày", StringComparison.Ordinal));
        Assert.Contains(pages, p => p.Contains("Điều chỉnh lần 1", StringComparison.Ordinal) || p.Contains("-MAU, hiệu lực", StringComparison.Ordinal));
    }

    private static async Task<string> Sample(HttpClient client) =>
        (string)(await client.Read("/plans?pageSize=50")).Body!["items"]!.AsArray().Single(p => (string)p!["number"]! == "01/KH-MAU")!["id"]!;

    private static async Task<int> Rows(HttpClient client, string plan) => (int)(await client.Read($"/plans/{plan}/activities")).Body!["total"]!;
}
