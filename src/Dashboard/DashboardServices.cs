using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain;

namespace PlanTracker.Dashboard;

/// <summary>What the host must give the pages.</summary>
public static class DashboardServices
{
    /// <summary>Registers what the pages need besides the domain's use cases.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddRazorComponents();
        return services;
    }
}

/// <summary>Turns a refusal into the status of a page; the host has the one table.</summary>
public interface IRefusalStatus
{
    /// <summary>The HTTP status of a refusal.</summary>
    int Of(RefusalKind kind);
}
