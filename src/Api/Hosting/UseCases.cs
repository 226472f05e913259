using PlanTracker.Api.AgencyReports;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Obligations;
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
        services.AddScoped<AgencyAdministration>().AddScoped<SuccessionReading>().AddScoped<SuccessionPlanning>();
        services.AddSingleton<ISuccessionMover, LeadMover>().AddSingleton<ISuccessionMover, PeopleMover>().AddSingleton<ISuccessionMover, ChildMover>();
        services.AddSingleton<ISuccessionMover, ObligationMover>();
        services.AddScoped<PeriodAdministration>().AddScoped<HolidayAdministration>();
        services.AddScoped<ObligationReading>().AddScoped<ObligationWaiving>().AddSingleton<ObligationKeeping>();
        services.AddScoped<SettingsAdministration>();
        services.AddScoped<ReportMaking>().AddScoped<AgencyReportReading>().AddScoped<AgencyReportFiling>().AddScoped<AgencyReportDesk>();
        services.AddScoped<ReportImport>().AddScoped<IndicatorAdministration>();
        services.AddScoped<IIndicatorSource, EntryIndicators>().AddSingleton<IWordDifference, WordDifference>();
        services.AddScoped<HistoryReading>().AddScoped<Exports>();
        services.AddSingleton<IReportWriter, ReportWriter>();
        services.AddScoped<ReportIssuing>().AddScoped<LetterheadAdministration>();
        services.AddScoped<IReportPart, AgencyReportsPart>().AddScoped<IReportPart, EventsPart>().AddScoped<IReportPart, LatePart>();
        services.AddSingleton<ITableReader, TableReader>().AddSingleton<IDocumentReader, DocumentReader>().AddSingleton<ITemplateWriter, TemplateWriter>();
    }
}
