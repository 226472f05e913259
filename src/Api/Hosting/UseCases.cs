using PlanTracker.Api.AgencyReports;
using PlanTracker.Api.History;
using PlanTracker.Api.Imports;
using PlanTracker.Api.Jobs;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Attachments;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Difficulties;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Inspections;
using PlanTracker.Domain.Jobs;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Search;
using PlanTracker.Domain.Tasks;
using PlanTracker.Domain.UnitPlans;
using PlanTracker.Domain.Work;
using PlanTracker.Reports;
using PlanTracker.Reports.News;
using PlanTracker.Reports.Reading;
using PlanTracker.Reports.Templates;
using PlanTracker.Reports.Word;

namespace PlanTracker.Api.Hosting;

/// <summary>The use cases that both fronts call.</summary>
internal static class UseCases
{
    public static void AddUseCases(this IServiceCollection services)
    {
        services.AddScoped<PlanReading>().AddScoped<PlanDraftReading>().AddScoped<PlanDrafting>().AddScoped<PlanImport>();
        services.AddScoped<PlanProgress>().AddScoped<PlanReports>().AddScoped<FigureExplanation>();
        services.AddScoped<OverviewReading>().AddScoped<PeerReading>();
        services.AddScoped<EntryReading>().AddScoped<EntryLog>().AddScoped<EvidenceReading>().AddScoped<AgencyReading>();
        services.AddScoped<AccountReading>().AddScoped<AccountAdministration>().AddScoped<AccountImport>().AddScoped<AccountTemplate>();
        services.AddScoped<PlanAmendments>().AddScoped<RowAddition>();
        services.AddScoped<EntryTemplate>().AddScoped<IImportKind, EntryImport>().AddScoped<ImportDesk>();
        services.AddSingleton<ImportRunner>().AddSingleton<IImportRunner>(p => p.GetRequiredService<ImportRunner>())
            .AddHostedService(p => p.GetRequiredService<ImportRunner>());
        services.AddScoped<JobDesk>().AddScoped<LongWorkReading>().AddSingleton<IHistoryFileWriter, HistoryFileWriter>();
        services.AddScoped<ReportFileKind>().AddScoped<ReportIssueKind>().AddScoped<IJobKind>(p => p.GetRequiredService<ReportFileKind>())
            .AddScoped<IJobKind>(p => p.GetRequiredService<ReportIssueKind>()).AddScoped<IJobKind, HistoryFileKind>();
        services.AddSingleton<JobRunner>().AddSingleton<IJobRunner>(p => p.GetRequiredService<JobRunner>()).AddHostedService(p => p.GetRequiredService<JobRunner>());
        services.AddScoped<FundingReading>().AddScoped<FundingLedger>();
        services.AddScoped<TaskReading>().AddScoped<TaskReporting>().AddScoped<PreparationDesk>();
        services.AddScoped<DifficultyReading>().AddScoped<DifficultyDesk>().AddScoped<InspectionReading>().AddScoped<InspectionDesk>();
        services.AddScoped<AttachmentDesk>().AddScoped<IAttachmentOwners>(p => p.GetRequiredService<TaskReporting>())
            .AddScoped<IAttachmentOwners>(p => p.GetRequiredService<PreparationDesk>())
            .AddScoped<IAttachmentOwners>(p => p.GetRequiredService<DifficultyReading>()).AddScoped<IAttachmentOwners>(p => p.GetRequiredService<InspectionReading>());
        services.AddScoped<UnitPlanReading>().AddScoped<UnitPlanDesk>().AddScoped<UnitPlanRows>().AddScoped<UnitResultDesk>().AddScoped<UnitCoverage>().AddScoped<UnitProgress>();
        services.AddScoped<UnitPlanImport>().AddScoped<IImportKind>(p => p.GetRequiredService<UnitPlanImport>()).AddSingleton<ISuccessionMover, UnitPlanMover>();
        services.AddScoped<IAttachmentOwners, UnitPlanFiles>().AddScoped<IAttachmentOwners, UnitResultFiles>();
        services.AddScoped<IWorkKind, MissingUnitPlanWork>().AddScoped<IWorkKind, UnitResultsToConfirmWork>();
        services.AddScoped<AgencyAdministration>().AddScoped<SuccessionReading>().AddScoped<SuccessionPlanning>();
        services.AddSingleton<ISuccessionMover, LeadMover>().AddSingleton<ISuccessionMover, PeopleMover>().AddSingleton<ISuccessionMover, ChildMover>();
        services.AddSingleton<ISuccessionMover, ObligationMover>().AddSingleton<ISuccessionMover, FundingMover>();
        services.AddSingleton<ISuccessionMover, PreparationMover>().AddSingleton<ISuccessionMover, DifficultyMover>().AddSingleton<ISuccessionMover, InspectionMover>();
        services.AddScoped<FundingTemplate>().AddScoped<IImportKind, FundingImport>().AddSingleton<IFigureSheetWriter, FigureSheetWriter>();
        services.AddScoped<PeriodAdministration>().AddScoped<PeriodWithdrawal>().AddScoped<HolidayAdministration>();
        services.AddScoped<ProgressCharts>().AddScoped<SendingMatrixReading>();
        services.AddSingleton<ObligationReading>().AddScoped<ObligationWaiving>().AddScoped<DutyAdministration>().AddSingleton<ObligationKeeping>();
        services.AddSingleton<ReminderRound>().AddSingleton<ReminderSending>().AddScoped<ReminderDesk>().AddScoped<HandReminders>();
        services.AddSingleton<IReminderFigures, ReminderFigures>();
        services.AddSingleton<IChasingLetterWriter, ChasingLetterWriter>();
        services.AddScoped<ReportMaking>().AddScoped<AgencyReportReading>().AddScoped<AgencyReportFiling>().AddScoped<AgencyReportDesk>();
        services.AddScoped<ReportImport>().AddScoped<IndicatorAdministration>();
        services.AddScoped<IIndicatorSource, EntryIndicators>().AddSingleton<IWordDifference, WordDifference>();
        services.AddScoped<IIndicatorSource, NewsIndicators>();
        services.AddScoped<Domain.Displays.DisplayDesk>().AddScoped<Domain.Displays.DisplayShowing>();
        services.AddScoped<SettingsAdministration>().AddScoped<ChannelAdministration>();
        services.AddScoped<GlobalSearch>().AddScoped<ISearchKind, ActivitySearch>().AddScoped<ISearchKind, AgencyHits>().AddScoped<ISearchKind, EntryHits>();
        services.AddScoped<ISearchKind, NewsHits>().AddScoped<ISearchKind, ReportSearch>();
        services.AddScoped<WorkList>().AddScoped<OpenActivities>();
        services.AddScoped<IWorkKind, WaitingWork>().AddScoped<IWorkKind, ReturnedWork>().AddScoped<IWorkKind, DraftWork>();
        services.AddScoped<IWorkKind, UnprovedWork>().AddScoped<IWorkKind, BehindWork>().AddScoped<IWorkKind, DueSoonWork>();
        services.AddScoped<IWorkKind, SilentTaskWork>().AddScoped<IWorkKind, LatePreparationWork>().AddScoped<IWorkKind, UnansweredWork>()
            .AddScoped<IWorkKind, LateInspectionWork>();
        services.AddScoped<IWorkKind, EstimateWork>().AddScoped<IWorkKind, LateSendingWork>().AddScoped<IWorkKind, UnreachableWork>();
        services.AddScoped<NextYearReading>().AddScoped<NextYearPlanning>().AddScoped<YearsBeside>();
        services.AddScoped<IWorkKind, NewsToSelectWork>().AddScoped<IWorkKind, NewsToApproveWork>().AddScoped<IWorkKind, NewsReturnedWork>();
        services.AddScoped<IWorkKind, IssueProposalWork>().AddScoped<IWorkKind, NewsOverdueWork>();
        services.AddScoped<IWorkKind, OwedReportWork>().AddScoped<IWorkKind, ReceivedReportWork>();
        services.AddScoped<HistoryReading>().AddScoped<Exports>();
        services.AddScoped<NewsReading>().AddScoped<NewsWriting>().AddScoped<NewsDesk>().AddScoped<NewsLikeness>().AddScoped<NewsSettingsAdministration>();
        services.AddScoped<BulletinReading>().AddScoped<Bulletins>().AddScoped<INewsFigures, NewsFigures>().AddScoped<NewsCounting>();
        services.AddSingleton<INewsMarkdown, NewsMarkdown>().AddSingleton<INewsPapers, NewsPapers>();
        services.AddSingleton<IReportWriter, ReportWriter>();
        services.AddScoped<ReportIssuing>().AddScoped<ReportAuthoring>().AddScoped<LetterheadAdministration>();
        services.AddScoped<IReportPart, AgencyReportsPart>().AddScoped<IReportPart, EventsPart>().AddScoped<IReportPart, LatePart>();
        services.AddScoped<IReportPart, TasksPart>().AddScoped<IReportPart, DifficultiesPart>().AddScoped<IReportPart, InspectionsPart>();
        services.AddScoped<IReportPart, MoneyPart>().AddScoped<IReportPart, NewsPart>();
        services.AddSingleton<ITableReader, TableReader>().AddSingleton<IDocumentReader, DocumentReader>().AddSingleton<ITemplateWriter, TemplateWriter>();
    }
}
