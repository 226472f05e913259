// Switches of our own leave the arguments before configuration reads them: "--demo --urls X" would be read as demo = "--urls".
var demo = args.Contains("--demo");

// Started from any other folder, settings and files lie beside the program, not in the working directory.
var startedAtHome = File.Exists("appsettings.json")
    || args.Any(arg => arg.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase));

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = [.. args.Where(arg => arg != "--demo")],
    ContentRootPath = startedAtHome ? null : AppContext.BaseDirectory,
});
builder.WebHost.UseStaticWebAssets();
if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
{
    // In code, not in appsettings.json: there it would win over ASPNETCORE_URLS.
    builder.WebHost.UseUrls("http://localhost:5246");
}

var app = builder.Build();

app.MapStaticAssets().AllowAnonymous();
app.MapGet("/health/live", () => TypedResults.Ok(new { status = "live", demo })).ExcludeFromDescription().AllowAnonymous();

app.Run();

/// <summary>The composition root; public so that tests can start the host.</summary>
public partial class Program;
