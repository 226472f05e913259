using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Domain;

/// <summary>The one door for changes: everything read and checked inside it is read and checked again by nobody else meanwhile.</summary>
public interface IStore
{
    /// <summary>
    /// Opens a write transaction, runs the work in it, and commits if the work gives a value; a refusal rolls everything back.
    /// A commit without a history row is a fault of the program and throws.
    /// </summary>
    Task<Result<T>> Write<T>(Actor actor, Func<IChanges, Task<Result<T>>> work, CancellationToken cancel);
}

/// <summary>What may be loaded for change and added inside a write; one property per area.</summary>
public interface IChanges
{
    /// <summary>Entries.</summary>
    IEntryChanges Entries { get; }

    /// <summary>Accounts.</summary>
    IAccountChanges Accounts { get; }

    /// <summary>Plans with their activities and targets.</summary>
    IPlanChanges Plans { get; }

    /// <summary>Agencies, and what a succession moves.</summary>
    IAgencyChanges Agencies { get; }

    /// <summary>The settings.</summary>
    ISettingsChanges Settings { get; }

    /// <summary>Plans that are not issued yet.</summary>
    IPlanDraftChanges PlanDrafts { get; }

    /// <summary>Obligations, and the duties they come from.</summary>
    IObligationChanges Obligations { get; }

    /// <summary>Agency reports and what was submitted.</summary>
    IAgencyReportChanges AgencyReports { get; }

    /// <summary>Indicators of agency reports.</summary>
    IIndicatorChanges Indicators { get; }

    /// <summary>Calendars of plans, holidays.</summary>
    ICalendarChanges Calendar { get; }

    /// <summary>Reminders.</summary>
    IReminderChanges Reminders { get; }

    /// <summary>Issued reports, and heads of documents.</summary>
    Reporting.IReportChanges Reports { get; }

    /// <summary>The list of channels.</summary>
    IChannelChanges Channels { get; }

    /// <summary>Imports.</summary>
    IImportChanges Imports { get; }

    /// <summary>News items, issues of the bulletin, settings of the news desk.</summary>
    News.INewsChanges News { get; }

    /// <summary>Money of activities.</summary>
    IFundingChanges Funding { get; }

    /// <summary>What agencies say of tasks; detailed plans and clearances.</summary>
    Tasks.ITaskChanges Tasks { get; }

    /// <summary>Difficulties.</summary>
    Difficulties.IDifficultyChanges Difficulties { get; }

    /// <summary>Inspections.</summary>
    Inspections.IInspectionChanges Inspections { get; }

    /// <summary>Agencies' own plans and their results.</summary>
    UnitPlans.IUnitPlanChanges UnitPlans { get; }

    /// <summary>Evidence on things that are no entries.</summary>
    Attachments.IAttachmentChanges Attachments { get; }

    /// <summary>Links of displays.</summary>
    Displays.IDisplayChanges Displays { get; }

    /// <summary>Adds a history row to the same transaction.</summary>
    void Record(Change change);
}

/// <summary>Entries inside a write.</summary>
public interface IEntryChanges
{
    /// <summary>The entry, tracked; null when not there (visibility is the use case's to judge).</summary>
    Task<ProgressEntry?> Load(Guid id, CancellationToken cancel);

    /// <summary>The entry that a person made of the form with this key, tracked; null when none was.</summary>
    Task<ProgressEntry?> LoadByClientKey(Guid createdById, Guid clientKey, CancellationToken cancel);

    /// <summary>Adds a new one.</summary>
    void Add(ProgressEntry entry);

    /// <summary>Sum of quantities of an entry and all entries that correct it, except withdrawn ones and <paramref name="except"/>.</summary>
    Task<decimal> CorrectedSum(Guid entryId, Guid? except, CancellationToken cancel);

    /// <summary>The last locked day of a plan: cut-off of the latest issued report; null when none is issued.</summary>
    Task<DateOnly?> LockedUntil(Guid planId, CancellationToken cancel);
}

/// <summary>Plans inside a write.</summary>
public interface IPlanChanges
{
    /// <summary>The plan with activities, targets and tasks, tracked; null when not there.</summary>
    Task<Plan?> Load(Guid id, CancellationToken cancel);

    /// <summary>The plan that an activity belongs to, whole and tracked; null when not there.</summary>
    Task<Plan?> LoadByActivity(Guid activityId, CancellationToken cancel);

    /// <summary>Adds a new plan with everything in it.</summary>
    void Add(Plan plan);
}
