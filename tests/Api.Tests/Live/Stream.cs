namespace PlanTracker.Api.Tests.Live;

/// <summary>A stream of server-sent events as a program reads it.</summary>
internal sealed class Stream : IDisposable
{
    /// <summary>How long a test waits for something that must come: long, because a busy machine is no fault of the product.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly StreamReader? lines;

    private Stream(HttpResponseMessage response, StreamReader? lines) => (Response, this.lines) = (response, lines);

    public HttpResponseMessage Response { get; }

    /// <summary>Begins to read; headers are there, what follows comes when it comes.</summary>
    public static async Task<Stream> Open(HttpClient client, string path = "/su-kien", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new(response, response.IsSuccessStatusCode ? new StreamReader(await response.Content.ReadAsStreamAsync()) : null);
    }

    /// <summary>The number of the next event; null when the stream ends first.</summary>
    public async Task<long?> Next()
    {
        while (await Line() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return long.Parse(line[6..], System.Globalization.CultureInfo.InvariantCulture);
        }
        return null;
    }

    /// <summary>Waits until the server ends the stream.</summary>
    public async Task End()
    {
        while (await Line() is not null)
        {
        }
    }

    private async Task<string?> Line()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await lines!.ReadLineAsync(patience.Token);
    }

    public void Dispose()
    {
        lines?.Dispose();
        Response.Dispose();
    }
}
