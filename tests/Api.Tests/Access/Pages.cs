using System.Net;
using System.Text.RegularExpressions;

namespace PlanTracker.Api.Tests.Access;

/// <summary>A page as a browser without scripts gets it.</summary>
internal sealed record Page(HttpStatusCode Status, string? To, string Html)
{
    public string Text => WebUtility.HtmlDecode(Html);
}

/// <summary>Opens pages and sends their forms, as a browser without scripts does.</summary>
internal static partial class Pages
{
    public static async Task<Page> Open(this HttpClient client, string path) => await Read(await client.GetAsync(path));

    /// <summary>Sends the form of a page that has this field or these words, hidden fields and all.</summary>
    public static async Task<Page> Fill(this HttpClient client, string path, Page page, string field, params (string Name, string Value)[] typed)
    {
        var (action, fields) = FormOf(path, page, field, typed);
        using var content = new FormUrlEncodedContent(fields);
        return await Read(await client.PostAsync(action, content));
    }

    /// <summary>Sends the form of a page that takes a file in this field, with the file.</summary>
    public static async Task<Page> Attach(
        this HttpClient client, string path, Page page, string field, string name, byte[] file, params (string Name, string Value)[] typed)
    {
        var (action, fields) = FormOf(path, page, field, typed);
        using var content = new MultipartFormDataContent();
        foreach (var (key, value) in fields)
            content.Add(new StringContent(value), key);
        using var part = new ByteArrayContent(file);
        part.Headers.ContentType = new("application/octet-stream");
        content.Add(part, field, name);
        return await Read(await client.PostAsync(action, content));
    }

    private static (string Action, Dictionary<string, string> Fields) FormOf(string path, Page page, string field, (string Name, string Value)[] typed)
    {
        var form = Forms().Matches(page.Html).Select(m => m.Value)
            .First(f => f.Contains($"name=\"{field}\"", StringComparison.Ordinal) || f.Contains($">{field}<", StringComparison.Ordinal));
        var fields = Hidden().Matches(form).Select(m => m.Value).ToDictionary(i => Attribute(i, "name"), i => Attribute(i, "value"));
        foreach (var (name, value) in typed)
            fields[name] = value;
        var action = ActionOf().Match(form[..form.IndexOf('>', StringComparison.Ordinal)]) is { Success: true } named ? WebUtility.HtmlDecode(named.Groups[1].Value) : path;
        return (action, fields);
    }

    private static string Attribute(string input, string name) =>
        WebUtility.HtmlDecode(Regex.Match(input, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    private static async Task<Page> Read(HttpResponseMessage response)
    {
        using (response)
            return new(response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("\\saction=\"([^\"]*)\"")]
    private static partial Regex ActionOf();
}
