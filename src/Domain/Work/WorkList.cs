using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Work;

/// <summary>Use cases of the work list.</summary>
public sealed class WorkList(IEnumerable<IWorkKind> kinds)
{
    private static readonly ListQuery CountOnly = new(PageSize: 1);

    /// <summary>The reader's kinds with their counts, and a page of one kind: of the one asked for, else of the first that is not empty.</summary>
    public async Task<Result<WorkView>> Read(Actor actor, string? code, ListQuery query, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadWork) is { } refusal)
            return refusal;
        var mine = Of(actor).ToList();
        if (mine.Count == 0 || (code is not null && !mine.Exists(k => k.Code == code)))
            return Refusal.Invalid("kind", $"Cần một trong các loại việc: {string.Join(", ", mine.Select(k => k.Code))}.");
        var tabs = new List<WorkTab>(mine.Count);
        foreach (var kind in mine)
        {
            var count = (await kind.List(actor, CountOnly, cancel)).Total;
            if (count > 0 || !kind.OnlyWhenThereIs || kind.Code == code)
                tabs.Add(new(kind.Code, kind.Name, count));
        }
        var shown = code ?? (tabs.Find(t => t.Count > 0) ?? tabs[0]).Code;
        return new WorkView(tabs, shown, await mine.Single(k => k.Code == shown).List(actor, query, cancel));
    }

    /// <summary>How much waits for the actor to do something about it; 0 for who has no work list.</summary>
    public async Task<int> Waiting(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Operation.ReadWork))
            return 0;
        var count = 0;
        foreach (var kind in Of(actor).Where(k => k.Asks(actor)))
            count += (await kind.List(actor, CountOnly, cancel)).Total;
        return count;
    }

    /// <summary>Everything that the actor is to do something about, by kind, at most so many of each; kinds with nothing are left out.</summary>
    public async Task<IReadOnlyList<WorkGroup>> Mine(Actor actor, int most, CancellationToken cancel)
    {
        var groups = new List<WorkGroup>();
        foreach (var kind in actor.May(Operation.ReadWork) ? Of(actor).Where(k => k.Asks(actor)) : [])
        {
            if (await kind.List(actor, new ListQuery(PageSize: most), cancel) is { Total: > 0 } page)
                groups.Add(new(kind.Code, kind.Name, page.Total, page.Items));
        }
        return groups;
    }

    private IEnumerable<IWorkKind> Of(Actor actor) => kinds.Where(k => k.Concerns(actor)).OrderBy(k => k.Order);
}
