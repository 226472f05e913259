using PlanTracker.Domain.Attachments;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Difficulties;
using PlanTracker.Domain.Inspections;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Tasks;

namespace PlanTracker.Domain.Tests;

/// <summary>Tasks, difficulties, inspections and what is attached to them, over lists.</summary>
internal sealed class InMemoryMatters
    : ITaskBook, ITaskChanges, IDifficultyBook, IDifficultyChanges, IInspectionBook, IInspectionChanges, IAttachmentBook, IAttachmentChanges
{
    public List<TaskUpdate> Updates { get; } = [];
    public List<Preparation> Preparations { get; } = [];
    public List<Difficulty> Difficulties { get; } = [];
    public List<Inspection> Inspections { get; } = [];
    public List<Attachment> Attachments { get; } = [];
    public Dictionary<Guid, Guid> PlanOfTask { get; } = [];

    Task<IReadOnlyList<TaskUpdate>> ITaskBook.Updates(Guid planId, Guid? periodId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<TaskUpdate>>([.. Updates.Where(u => u.PlanId == planId && (periodId is null || u.PeriodId == periodId))]);

    Task<TaskUpdate?> ITaskBook.Update(Guid id, CancellationToken cancel) => Task.FromResult(Updates.Find(u => u.Id == id));

    Task<Guid?> ITaskBook.PlanOf(Guid taskId, CancellationToken cancel) => Task.FromResult<Guid?>(PlanOfTask.TryGetValue(taskId, out var plan) ? plan : null);

    Task<IReadOnlyList<Preparation>> ITaskBook.Preparations(Guid? planId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Preparation>>([.. Preparations.Where(p => planId is null || p.PlanId == planId).OrderBy(p => p.DueOn)]);

    Task<Preparation?> ITaskBook.Preparation(Guid id, CancellationToken cancel) => Task.FromResult(Preparations.Find(p => p.Id == id));

    Task<TaskUpdate?> ITaskChanges.Load(Guid id, CancellationToken cancel) => Task.FromResult(Updates.Find(u => u.Id == id));

    Task<TaskUpdate?> ITaskChanges.Load(Guid taskId, Guid agencyId, Guid periodId, CancellationToken cancel) =>
        Task.FromResult(Updates.Find(u => u.TaskId == taskId && u.AgencyId == agencyId && u.PeriodId == periodId));

    void ITaskChanges.Add(TaskUpdate update) => Updates.Add(update);

    Task<Preparation?> ITaskChanges.LoadPreparation(Guid id, CancellationToken cancel) => Task.FromResult(Preparations.Find(p => p.Id == id));

    Task<IReadOnlyList<Preparation>> ITaskChanges.OpenPreparations(IReadOnlySet<Guid> agencies, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Preparation>>([.. Preparations.Where(p => p.IsOpen && agencies.Contains(p.AgencyId))]);

    void ITaskChanges.Add(Preparation preparation) => Preparations.Add(preparation);

    Task<IReadOnlyList<Difficulty>> IDifficultyBook.Of(DifficultyFilter filter, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Difficulty>>([.. Difficulties.Where(d => (filter.PlanId is null || d.PlanId == filter.PlanId)
            && (filter.State is null || d.State == filter.State) && (filter.ActivityId is null || d.ActivityId == filter.ActivityId)
            && (filter.TaskId is null || d.TaskId == filter.TaskId) && (filter.AgencyIds is null || filter.AgencyIds.Contains(d.AgencyId))).OrderByDescending(d => d.RaisedAt)]);

    Task<Difficulty?> IDifficultyBook.Find(Guid id, CancellationToken cancel) => Task.FromResult(Difficulties.Find(d => d.Id == id));

    Task<Difficulty?> IDifficultyChanges.Load(Guid id, CancellationToken cancel) => Task.FromResult(Difficulties.Find(d => d.Id == id));

    Task<Difficulty?> IDifficultyChanges.LoadByObligation(Guid obligationId, CancellationToken cancel) =>
        Task.FromResult(Difficulties.Find(d => d.ObligationId == obligationId));

    Task<IReadOnlyList<Difficulty>> IDifficultyChanges.OpenOf(IReadOnlySet<Guid> agencies, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Difficulty>>([.. Difficulties.Where(d => d.State is not DifficultyState.Closed && agencies.Contains(d.OwnerId))]);

    void IDifficultyChanges.Add(Difficulty difficulty) => Difficulties.Add(difficulty);

    Task<IReadOnlyList<Inspection>> IInspectionBook.Of(InspectionFilter filter, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Inspection>>([.. Inspections.Where(i => (filter.PlanId is null || i.PlanId == filter.PlanId)
            && (filter.AgencyIds is null || filter.AgencyIds.Contains(i.AgencyId))).OrderBy(i => i.PlannedOn)]);

    Task<Inspection?> IInspectionBook.Find(Guid id, CancellationToken cancel) => Task.FromResult(Inspections.Find(i => i.Id == id));

    Task<Inspection?> IInspectionChanges.Load(Guid id, CancellationToken cancel) => Task.FromResult(Inspections.Find(i => i.Id == id));

    Task<IReadOnlyList<Inspection>> IInspectionChanges.Of(IReadOnlySet<Guid> agencies, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Inspection>>([.. Inspections.Where(i => agencies.Contains(i.OwnerId))]);

    void IInspectionChanges.Add(Inspection inspection) => Inspections.Add(inspection);

    Task<ILookup<Guid, Evidence>> IAttachmentBook.Of(IReadOnlyCollection<Guid> owners, CancellationToken cancel) =>
        Task.FromResult(Attachments.Where(a => owners.Contains(a.OwnerId)).ToLookup(a => a.OwnerId, a => a.Evidence));

    Task<Attachment?> IAttachmentBook.Find(Guid id, CancellationToken cancel) => Task.FromResult(Attachments.Find(a => a.Id == id));

    Task<int> IAttachmentChanges.CountOf(Guid ownerId, CancellationToken cancel) => Task.FromResult(Attachments.Count(a => a.OwnerId == ownerId));

    Task<Attachment?> IAttachmentChanges.Load(Guid id, CancellationToken cancel) => Task.FromResult(Attachments.Find(a => a.Id == id));

    void IAttachmentChanges.Add(Attachment attachment) => Attachments.Add(attachment);

    void IAttachmentChanges.Remove(Attachment attachment) => Attachments.Remove(attachment);
}

/// <summary>The calendar of a plan inside a write, for reading.</summary>
internal sealed class PeriodsOf(List<ReportingPeriod> periods) : ICalendarChanges
{
    public Task<ReportingPeriod?> Period(Guid id, CancellationToken cancel) => Task.FromResult(periods.Find(p => p.Id == id));

    public Task<IReadOnlyList<ReportingPeriod>> Periods(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<ReportingPeriod>>([.. periods.Where(p => ids.Contains(p.Id))]);

    public Task<IReadOnlyList<ReportingPeriod>> OfPlan(Guid planId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<ReportingPeriod>>([.. periods.Where(p => p.PlanId == planId)]);

    public void Add(ReportingPeriod period) => periods.Add(period);

    public void Remove(ReportingPeriod period) => periods.Remove(period);

    public Task<IReadOnlyList<Holiday>> Holidays(CancellationToken cancel) => throw new NotSupportedException();

    public void Add(Holiday holiday) => throw new NotSupportedException();

    public void Remove(Holiday holiday) => throw new NotSupportedException();
}
