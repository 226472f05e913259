using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Storage.Seed;

/// <summary>What the sample year is played on: the plans just loaded, and one context that is saved at the end.</summary>
internal sealed class DemoStage(IChanges changes, IReadOnlyList<Plan> plans, IReadOnlyDictionary<Guid, Agency> agencies)
    : IStore, IPlanLibrary, IAgencyRegister, IProgressBook
{
    public Task<Result<T>> Write<T>(Actor actor, Func<IChanges, Task<Result<T>>> work, CancellationToken cancel) => work(changes);

    public Task<Plan?> Find(Guid id, CancellationToken cancel) => Task.FromResult(plans.FirstOrDefault(p => p.Id == id));

    public Task<Plan?> FindByActivity(Guid activityId, CancellationToken cancel) =>
        Task.FromResult(plans.FirstOrDefault(p => p.Activities.Exists(a => a.Id == activityId)));

    public Task<IReadOnlyDictionary<Guid, Agency>> All(CancellationToken cancel) => Task.FromResult(agencies);

    public Task<IReadOnlyList<Succession>> Successions(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Succession>>([]);

    public async Task<ProgressEntry?> Find(Guid id, Actor actor, CancellationToken cancel) => await changes.Entries.Load(id, cancel);

    Task<Plan?> IPlanLibrary.FindBySeedKey(string seedKey, CancellationToken cancel) => throw NotPlayed();

    Task<PageOf<Plan>> IPlanLibrary.List(int? year, ListQuery query, CancellationToken cancel) => throw NotPlayed();

    Task<PageOf<ProgressEntry>> IProgressBook.List(EntryFilter filter, ListQuery query, Actor actor, CancellationToken cancel) =>
        Task.FromResult(new PageOf<ProgressEntry>([], 0, query.Page, query.PageSize));

    Task<IReadOnlyDictionary<Guid, TargetTotals>> IProgressBook.Totals(Guid planId, TotalsWindow window, CancellationToken cancel) => throw NotPlayed();

    Task<int> IProgressBook.CountSubmitted(Guid planId, CancellationToken cancel) => throw NotPlayed();

    Task<Guid?> IProgressBook.EntryWithEvidence(Guid evidenceId, CancellationToken cancel) => throw NotPlayed();

    Task<IReadOnlyDictionary<Guid, SameEvidence>> IProgressBook.SameElsewhere(
        IReadOnlyCollection<Guid> entryIds, Actor actor, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, SameEvidence>>(new Dictionary<Guid, SameEvidence>());

    private static NotSupportedException NotPlayed() => new("The sample year only logs entries.");
}

/// <summary>The time of the step being played.</summary>
internal sealed class DemoClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
