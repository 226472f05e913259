using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using PlanTracker.TestKit;

[assembly: AssemblyFixture(typeof(PlanTracker.Api.Tests.DemoHost))]

namespace PlanTracker.Api.Tests;

/// <summary>The product with the sample year on a SQLite file of its own; the day is 10/09/2024.</summary>
public class DemoHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "KeHoach246@demo";

    private readonly SqliteFile file = new();

    /// <summary>Starts it before tests ask for it side by side.</summary>
    public ValueTask InitializeAsync()
    {
        StartServer();
        return ValueTask.CompletedTask;
    }

    /// <summary>A program without a sign-in.</summary>
    public HttpClient Anonymous() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    /// <summary>A person signed in by cookie.</summary>
    public async Task<HttpClient> As(string userName)
    {
        var client = Anonymous();
        using var response = await client.PostAsJsonAsync("/api/v1/session", new { userName, password = Password });
        response.EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>What an address answers, as JSON; it must be 200.</summary>
    public static async Task<JsonNode> Get(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    protected virtual string ConnectionString => file.ConnectionString;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (!File.Exists(file.FilePath))
            File.WriteAllBytes(file.FilePath, PlanStore.DemoFile().GetAwaiter().GetResult());
        builder.UseSetting("demo", "true");
        builder.UseSetting("ConnectionStrings:PlanTracker", ConnectionString);
        builder.UseSetting("Storage:EvidencePath", Path.Combine(Path.GetDirectoryName(file.FilePath)!, "evidence"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            file.Dispose();
    }
}
