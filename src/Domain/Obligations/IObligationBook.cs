namespace PlanTracker.Domain.Obligations;

/// <summary>Which obligations are asked for.</summary>
/// <param name="PlanId">Of a plan.</param>
/// <param name="PeriodId">Of one period.</param>
/// <param name="AgencyIds">Owed by one of these.</param>
/// <param name="ReceiverIds">Received by one of these.</param>
/// <param name="DueFrom">Due on the day or later.</param>
/// <param name="DueTo">Due on the day or before.</param>
/// <param name="IsWaiting">Sent, and neither accepted nor returned.</param>
public sealed record ObligationFilter(
    Guid? PlanId = null, Guid? PeriodId = null, IReadOnlyCollection<Guid>? AgencyIds = null, IReadOnlyCollection<Guid>? ReceiverIds = null,
    DateOnly? DueFrom = null, DateOnly? DueTo = null, bool IsWaiting = false);

/// <summary>Reads obligations. A period has some hundred of them: lists are cut and sorted by whoever asks.</summary>
public interface IObligationBook
{
    /// <summary>One; null when not there.</summary>
    Task<Obligation?> Find(Guid id, CancellationToken cancel);

    /// <summary>Those of a filter, by due day and id.</summary>
    Task<IReadOnlyList<Obligation>> Of(ObligationFilter filter, CancellationToken cancel);

    /// <summary>The duties that a plan gives beside the regime's own reports.</summary>
    Task<IReadOnlyList<ReportingDuty>> Duties(Guid planId, CancellationToken cancel);

    /// <summary>One duty; null when not there.</summary>
    Task<ReportingDuty?> Duty(Guid id, CancellationToken cancel);
}

/// <summary>Obligations inside a write.</summary>
public interface IObligationChanges
{
    /// <summary>The obligation, tracked; null when not there.</summary>
    Task<Obligation?> Load(Guid id, CancellationToken cancel);

    /// <summary>All of one period, tracked.</summary>
    Task<IReadOnlyList<Obligation>> OfPeriod(Guid periodId, CancellationToken cancel);

    /// <summary>All owed by one of the agencies with a cut-off on the day or later, tracked.</summary>
    Task<IReadOnlyList<Obligation>> OwedBy(IReadOnlySet<Guid> agencies, DateOnly cutOffFrom, CancellationToken cancel);

    /// <summary>Adds one.</summary>
    void Add(Obligation obligation);

    /// <summary>Takes one out, with the period it belongs to.</summary>
    void Remove(Obligation obligation);

    /// <summary>The duties of a plan, tracked.</summary>
    Task<IReadOnlyList<ReportingDuty>> Duties(Guid planId, CancellationToken cancel);

    /// <summary>Adds a duty.</summary>
    void Add(ReportingDuty duty);
}
