using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Obligations;

/// <summary>Use cases by which Sở Nội vụ lets an agency off, or asks for its report again after all.</summary>
public sealed class ObligationWaiving(IStore store, ObligationReading reading, BusinessClock clock)
{
    /// <summary>Lets the agency off, with a reason; only while nothing was submitted.</summary>
    public Task<Result<ObligationView>> Waive(Actor actor, Guid id, ExpectedVersion version, Result<string> reason, CancellationToken cancel) =>
        Change(actor, id, version, "waive", reason, (obligation, why) => obligation.Waive(new Waiver(actor.FullName, clock.UtcNow, why)), cancel);

    /// <summary>Lets several agencies off for one reason, each for itself: one refused leaves the others. A bad reason refuses all.</summary>
    public async Task<Result<IReadOnlyList<(Guid Id, Result<ObligationView> Result)>>> WaiveMany(
        Actor actor, IReadOnlyList<(Guid Id, ExpectedVersion Version)> items, Result<string> reason, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageObligations) is { } notAllowed)
            return notAllowed;
        if (AccountRules.CheckReason(reason).Refusal is { } invalid)
            return invalid;
        var results = new List<(Guid, Result<ObligationView>)>(items.Count);
        foreach (var (id, version) in items)
            results.Add((id, await Waive(actor, id, version, reason, cancel)));
        return results;
    }

    /// <summary>Asks for the report again, with a reason.</summary>
    public Task<Result<ObligationView>> Resume(Actor actor, Guid id, ExpectedVersion version, Result<string> reason, CancellationToken cancel) =>
        Change(actor, id, version, "resume", reason, (obligation, _) => obligation.Resume(), cancel);

    private async Task<Result<ObligationView>> Change(
        Actor actor, Guid id, ExpectedVersion version, string what, Result<string> reason, Func<Obligation, string, Refusal?> change, CancellationToken cancel)
    {
        if ((await reading.Find(actor, id, cancel)).Refusal is { } notThere)
            return notThere;
        if (actor.Demand(Operation.ManageObligations) is { } notAllowed)
            return notAllowed;
        if (AccountRules.CheckReason(reason).Refused(out var invalid, out var why))
            return invalid;
        var written = await store.Write<Obligation>(actor, async changes =>
        {
            if (await changes.Obligations.Load(id, cancel) is not { } obligation)
                return ObligationReading.Unknown;
            if (version.Check(obligation.Version) is { } stale)
                return stale;
            var before = obligation.StateOn(clock.Today);
            if (change(obligation, why) is { } conflict)
                return conflict;
            changes.Record(ObligationHistory.Row(
                actor, clock.UtcNow, ObligationHistory.Entity, id, obligation.AgencyId, what, new { State = before },
                new { State = obligation.StateOn(clock.Today) }, why));
            return obligation;
        }, cancel);
        return written.Refusal is { } refused ? refused : await reading.Find(actor, id, cancel);
    }
}
