namespace PlanTracker.Domain.Agencies;

/// <summary>Reads agencies. There are a few hundred over all time: the register hands out all of them, cached by the store until one changes.</summary>
public interface IAgencyRegister
{
    /// <summary>Every agency ever recorded, by id.</summary>
    Task<IReadOnlyDictionary<Guid, Agency>> All(CancellationToken cancel);

    /// <summary>Every succession ever recorded, by its day.</summary>
    Task<IReadOnlyList<Succession>> Successions(CancellationToken cancel);
}
