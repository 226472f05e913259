using Microsoft.AspNetCore.Mvc.Testing;

namespace PlanTracker.Browser.Tests;

/// <summary>The product on a real port, for a real browser.</summary>
public sealed class Host : WebApplicationFactory<Program>
{
    public Host()
    {
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Where the host listens.</summary>
    public string Address => ClientOptions.BaseAddress.ToString();
}
