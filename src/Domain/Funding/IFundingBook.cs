namespace PlanTracker.Domain.Funding;

/// <summary>What confirmed entries say was spent.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Source">The source.</param>
/// <param name="Amount">Whole đồng.</param>
public sealed record SpentMoney(Guid ActivityId, FundingSource Source, long Amount);

/// <summary>Reads money.</summary>
public interface IFundingBook
{
    /// <summary>All records of a plan dated up to a day, in the order they were made.</summary>
    Task<IReadOnlyList<FundingStep>> OfPlan(Guid planId, DateOnly asOf, CancellationToken cancel);

    /// <summary>What confirmed entries that count up to a day say was spent, summed per activity and source.</summary>
    Task<IReadOnlyList<SpentMoney>> Spent(Guid planId, DateOnly asOf, CancellationToken cancel);

    /// <summary>What a workbook that names these ids is compared with.</summary>
    Task<FundingAsItStands> Standing(Guid planId, IReadOnlyCollection<Guid> ids, CancellationToken cancel);
}

/// <summary>Money inside a write.</summary>
public interface IFundingChanges
{
    /// <summary>All records of an activity, in the order they were made.</summary>
    Task<IReadOnlyList<FundingStep>> OfActivity(Guid activityId, CancellationToken cancel);

    /// <summary>What a workbook that names these ids is compared with.</summary>
    Task<FundingAsItStands> Standing(Guid planId, IReadOnlyCollection<Guid> ids, CancellationToken cancel);

    /// <summary>Adds a record.</summary>
    void Add(FundingStep step);
}
