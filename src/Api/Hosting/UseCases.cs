using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports;

namespace PlanTracker.Api.Hosting;

/// <summary>The use cases that both fronts call.</summary>
internal static class UseCases
{
    public static void AddUseCases(this IServiceCollection services)
    {
        services.AddScoped<PlanReading>().AddScoped<PlanProgress>().AddScoped<PlanReports>();
        services.AddScoped<EntryReading>().AddScoped<EntryLog>().AddScoped<AgencyReading>();
        services.AddSingleton<IReportWriter, ReportWriter>();
    }
}
