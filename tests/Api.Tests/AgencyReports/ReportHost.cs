using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Tests.AgencyReports;

/// <summary>A sample year of the reports' own: they are submitted and returned in it.</summary>
public sealed class ReportHost : DemoHost
{
    /// <summary>The path of what an agency owes of a period, such as <c>ninh-kieu.cai-khe</c> and <c>2024-Q3</c>.</summary>
    internal async Task<string> Owed(string agency, string period = "2024-Q3")
    {
        var plan = (await Services.GetRequiredService<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var of = (await Services.GetRequiredService<IReportingCalendar>().Of(plan.Id, default)).Single(p => p.Code == period);
        var who = (await Services.GetRequiredService<IAgencyRegister>().All(default)).Values.Single(a => a.SeedKey == agency);
        var owed = await Services.GetRequiredService<IObligationBook>().Of(new(plan.Id, of.Id, AgencyIds: [who.Id]), default);
        return $"/obligations/{owed.Single().Id}";
    }
}
