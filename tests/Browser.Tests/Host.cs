using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using PlanTracker.TestKit;

namespace PlanTracker.Browser.Tests;

/// <summary>The product with the sample year on a real port, for a real browser.</summary>
public class Host : WebApplicationFactory<Program>
{
    private readonly SqliteFile file = new();

    public Host()
    {
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Where the host listens.</summary>
    public string Address => ClientOptions.BaseAddress.ToString();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (!File.Exists(file.FilePath))
            File.WriteAllBytes(file.FilePath, PlanStore.DemoFile().GetAwaiter().GetResult());
        builder.UseSetting("demo", "true");
        builder.UseSetting("ConnectionStrings:PlanTracker", file.ConnectionString);
        builder.UseSetting("Storage:EvidencePath", Path.Combine(Path.GetDirectoryName(file.FilePath)!, "evidence"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            file.Dispose();
    }
}
