using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.Progress;

/// <summary>The life of an entry, on any database. It is withdrawn at the end, so that the figures stay what they were.</summary>
internal static class EntryWalk
{
    public static async Task Run(HttpClient reporter, HttpClient coordinator, JsonNode activity)
    {
        var before = (decimal)activity["targets"]![0]!["toDate"]!;
        var entry = Requests.EntryOf(activity);
        var drafted = await reporter.Post($"/activities/{activity["id"]}/entries", entry);
        Assert.Equal((201, "Draft", "\"1\""), (drafted.Status, (string?)drafted.Body!["status"], drafted.Response.Headers.ETag!.Tag));
        var path = $"/entries/{drafted.Body["id"]}";
        Assert.EndsWith(path, drafted.Response.Headers.Location!.ToString(), StringComparison.Ordinal);

        entry["title"] = "Tên đã sửa";
        await Step(reporter.Send(HttpMethod.Put, path, entry, "\"1\""), "Draft");
        await Step(reporter.Post(path + "/submit", ifMatch: "\"2\""), "Submitted");
        await Step(coordinator.Post(path + "/return", new { reason = "Thiếu địa điểm", fields = new[] { "place" } }, "\"3\""), "Returned");
        Assert.Equal(201, (await reporter.Post(path + "/evidence", new { kind = "Document", number = "12/BC-SNV", date = "2024-09-06" })).Status);
        Assert.Equal(1, (int)(await reporter.Read(path + "/evidence")).Body!["total"]!);
        await Step(reporter.Post(path + "/submit", ifMatch: "\"5\""), "Submitted");
        await Step(coordinator.Post(path + "/confirm", ifMatch: "*"), "Confirmed");
        Assert.Equal(before + 1, await ToDate(coordinator, activity));

        await Step(coordinator.Post(path + "/withdraw", new { reason = "Nhập nhầm" }, "*"), "Withdrawn");
        Assert.Equal(before, await ToDate(coordinator, activity));
    }

    private static async Task Step(Task<Said> sent, string status)
    {
        var said = await sent;
        Assert.Equal((200, status), (said.Status, (string?)said.Body?["status"]));
    }

    private static async Task<decimal> ToDate(HttpClient client, JsonNode activity) =>
        (decimal)(await client.Read($"/activities/{activity["id"]}")).Body!["targets"]![0]!["toDate"]!;
}
