using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.News;

/// <summary>News in the words of the API.</summary>
internal static class NewsRequests
{
    /// <summary>A good item; every one of its own, so that tests do not find each other's as near-duplicates.</summary>
    public static JsonObject Item(int words = 260, string? title = null, string place = "Portal") => new()
    {
        ["title"] = title ?? $"Tin thử {Guid.NewGuid():N}",
        ["body"] = Words(words),
        ["author"] = "Nguyễn Văn A",
        ["kind"] = "Activity",
        ["field"] = "CivilService",
        ["neverPublished"] = true,
        ["place"] = place,
    };

    public static string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => "t" + Guid.NewGuid().ToString("N")[..6]));

    /// <summary>An item of Ninh Kiều brought as far as asked: draft, submit, select.</summary>
    public static async Task<string> Made(DemoHost host, string until, JsonObject? item = null)
    {
        using var reporter = await host.As("baocao.ninhkieu");
        var made = await reporter.Post("/news", item ?? Item());
        Assert.Equal(201, made.Status);
        var id = (string)made.Body!["id"]!;
        if (until == "draft")
            return id;
        using var head = await host.As("truong.ninhkieu");
        Assert.Equal(200, (await head.Post($"/news/{id}/submit", ifMatch: "*")).Status);
        if (until == "submit")
            return id;
        using var desk = await host.As("dieuphoi");
        Assert.Equal(200, (await desk.Post($"/news/{id}/select", ifMatch: "*")).Status);
        return id;
    }
}
