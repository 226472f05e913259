using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reminders;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Progress;
using PlanTracker.Storage.Access;
using PlanTracker.Storage.Agencies;
using PlanTracker.Storage.AgencyReports;
using PlanTracker.Storage.Calendar;
using PlanTracker.Storage.Obligations;
using PlanTracker.Storage.Imports;
using PlanTracker.Storage.Funding;
using PlanTracker.Storage.Plans;
using PlanTracker.Storage.Progress;
using PlanTracker.Storage.Reminders;
using PlanTracker.Storage.Reporting;

namespace PlanTracker.Storage;

/// <summary>What a write may load and add, on the context of its transaction.</summary>
internal sealed class Changes(PlanDb db, TimeProvider time) : IChanges
{
    public IEntryChanges Entries { get; } = new EntryChanges(db);

    public IAccountChanges Accounts { get; } = new AccountChanges(db, time);

    public IPlanChanges Plans { get; } = new PlanChanges(db);

    public IAgencyChanges Agencies { get; } = new AgencyChanges(db);

    public ISettingsChanges Settings { get; } = new SettingsChanges(db);

    public IPlanDraftChanges PlanDrafts { get; } = new PlanDraftChanges(db);

    public IObligationChanges Obligations { get; } = new ObligationChanges(db);

    public IAgencyReportChanges AgencyReports { get; } = new AgencyReportChanges(db);

    public IIndicatorChanges Indicators { get; } = new IndicatorChanges(db);
    public ICalendarChanges Calendar { get; } = new CalendarChanges(db);

    public IReminderChanges Reminders { get; } = new ReminderChanges(db);

    public IReportChanges Reports { get; } = new ReportWrites(db);
    public IImportChanges Imports { get; } = new ImportChanges(db);
    public Domain.News.INewsChanges News { get; } = new News.NewsChanges(db);
    public IFundingChanges Funding { get; } = new FundingChanges(db);
    public Domain.Tasks.ITaskChanges Tasks { get; } = new Tasks.TaskChanges(db);
    public Domain.Difficulties.IDifficultyChanges Difficulties { get; } = new Difficulties.DifficultyChanges(db);
    public Domain.Inspections.IInspectionChanges Inspections { get; } = new Inspections.InspectionChanges(db);
    public Domain.UnitPlans.IUnitPlanChanges UnitPlans { get; } = new UnitPlans.UnitPlanChanges(db);
    public Domain.Attachments.IAttachmentChanges Attachments { get; } = new Attachments.AttachmentChanges(db);

    public Domain.Displays.IDisplayChanges Displays { get; } = new Displays.DisplayChanges(db);

    public bool AnyRecorded { get; private set; }
    public IChannelChanges Channels { get; } = new ChannelChanges(db);

    /// <summary>The first row of history; null while there is none.</summary>
    public Change? First { get; private set; }

    public void Record(Change change)
    {
        db.Changes.Add(change);
        First ??= change;
    }
}
