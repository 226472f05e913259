using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests;

/// <summary>What an answer said.</summary>
internal sealed record Said(int Status, JsonNode? Body, HttpResponseMessage Response)
{
    public string? Code => (string?)Body?["code"];

    public string[] Fields => Body?["errors"]?.AsObject().Select(e => e.Key).ToArray() ?? [];
}

/// <summary>Sends requests and reads what they are answered.</summary>
internal static class Requests
{
    public const string Base = "/api/v1";

    public static async Task<Said> Send(
        this HttpClient client, HttpMethod method, string path, object? body = null, string? ifMatch = null, string? raw = null,
        string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? Base + path : path);
        if (raw is not null)
            request.Content = new StringContent(raw, Encoding.UTF8, mediaType);
        else if (body is not null)
            request.Content = JsonContent.Create(body);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new((int)response.StatusCode, isJson && text.Length > 0 ? JsonNode.Parse(text) : null, response);
    }

    public static Task<Said> Read(this HttpClient client, string path) => client.Send(HttpMethod.Get, path);

    public static Task<Said> Post(this HttpClient client, string path, object? body = null, string? ifMatch = null) =>
        client.Send(HttpMethod.Post, path, body, ifMatch);

    public static async Task<string> PlanId(this HttpClient client) => (string)(await client.Read("/plans?search=246")).Body!["items"]![0]!["id"]!;

    /// <summary>The activity with this number in plan 246.</summary>
    public static async Task<JsonNode> Activity(this HttpClient client, int order)
    {
        var list = await client.Read($"/plans/{await client.PlanId()}/activities?pageSize=50");
        return list.Body!["items"]!.AsArray().Single(a => (int)a!["order"]! == order)!;
    }

    /// <summary>A good entry of an activity's first target.</summary>
    public static JsonObject EntryOf(JsonNode activity) => new()
    {
        ["targetId"] = (string)activity["targets"]![0]!["id"]!,
        ["date"] = "2024-09-05",
        ["quantity"] = 1,
        ["title"] = "Chuyên mục CCHC",
        ["noEvidenceReason"] = "Biên bản đang trình ký",
    };
}
