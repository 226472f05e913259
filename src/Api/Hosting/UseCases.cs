using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports;
using PlanTracker.Reports.Reading;
using PlanTracker.Reports.Templates;

namespace PlanTracker.Api.Hosting;

/// <summary>The use cases that both fronts call.</summary>
internal static class UseCases
{
    public static void AddUseCases(this IServiceCollection services)
    {
        services.AddScoped<PlanReading>().AddScoped<PlanDraftReading>().AddScoped<PlanDrafting>().AddScoped<PlanImport>();
        services.AddScoped<PlanProgress>().AddScoped<PlanReports>();
        services.AddScoped<EntryReading>().AddScoped<EntryLog>().AddScoped<EvidenceReading>().AddScoped<AgencyReading>();
        services.AddScoped<AccountReading>().AddScoped<AccountAdministration>().AddScoped<AccountImport>().AddScoped<AccountTemplate>();
        services.AddScoped<PlanAmendments>();
        services.AddScoped<FundingReading>().AddScoped<FundingLedger>();
        services.AddScoped<AgencyAdministration>().AddScoped<SuccessionReading>().AddScoped<SuccessionPlanning>();
        services.AddSingleton<ISuccessionMover, LeadMover>().AddSingleton<ISuccessionMover, PeopleMover>().AddSingleton<ISuccessionMover, ChildMover>();
        services.AddScoped<SettingsAdministration>();
        services.AddScoped<HistoryReading>().AddScoped<Exports>();
        services.AddSingleton<IReportWriter, ReportWriter>();
        services.AddSingleton<ITableReader, TableReader>().AddSingleton<IDocumentReader, DocumentReader>().AddSingleton<ITemplateWriter, TemplateWriter>();
    }
}
