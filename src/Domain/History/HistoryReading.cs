using System.Runtime.CompilerServices;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.History;

/// <summary>A row as a reader sees it.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Change">The row.</param>
/// <param name="Agency">The agency concerned, by its name of today or its last.</param>
/// <param name="Subject">What was done something with, by name; null when it has none.</param>
/// <param name="Fields">What is different, field by field.</param>
public sealed record HistoryView(long Number, Change Change, AgencyRef? Agency, string? Subject, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>What was done: "Xác nhận kết quả".</summary>
    public string Deed => HistoryWords.Deed(Change);
}

/// <summary>Use cases that read history: all of it, or what concerns the reader's own agency and own account.</summary>
public sealed class HistoryReading(IHistoryBook book, IAgencyRegister register, IPlanLibrary plans, IChannelList channels, BusinessClock clock)
{
    /// <summary>The most rows that are handed out at once.</summary>
    public const int MostExported = 50_000;

    private static readonly string[] OfPlans = ["entry", "activity", "plan", "funding", "news", "news-settings"];

    /// <summary>Fields a list can be ordered by.</summary>
    public static IReadOnlyList<string> SortFields { get; } = ["number"];

    /// <summary>A page, newest first.</summary>
    public async Task<Result<PageOf<HistoryView>>> List(Actor actor, HistoryFilter filter, ListQuery query, CancellationToken cancel)
    {
        if (Demand(actor) is { } refusal)
            return refusal;
        var page = await book.List(filter, ScopeOf(actor), query, cancel);
        var names = await Names(page.Items.Any(r => OfPlans.Contains(r.Change.Entity)), cancel);
        return new PageOf<HistoryView>([.. page.Items.Select(r => View(r, names))], page.Total, page.Page, page.PageSize);
    }

    /// <summary>All that the filter finds, newest first, at most <see cref="MostExported"/>.</summary>
    public async Task<Result<IAsyncEnumerable<HistoryView>>> Walk(Actor actor, HistoryFilter filter, string? search, CancellationToken cancel)
    {
        if (Demand(actor) is { } refusal)
            return refusal;
        var names = await Names(withPlans: true, cancel);
        return Result<IAsyncEnumerable<HistoryView>>.Of(Views(book.Walk(filter, ScopeOf(actor), search, MostExported, cancel), names, cancel));
    }

    /// <summary>The refusal for who may read no history at all; null for others.</summary>
    public static Refusal? Demand(Actor actor) => actor.May(Operation.ReadHistory) ? null : actor.Demand(Operation.ReadOwnHistory);

    private static HistoryScope ScopeOf(Actor actor) => new(
        actor.May(Operation.ReadHistory), actor.Agency is { } own ? actor.Predecessors.Append(own.Id).ToHashSet() : new HashSet<Guid>(), actor.AccountId);

    private static async IAsyncEnumerable<HistoryView> Views(
        IAsyncEnumerable<HistoryRow> rows, HistoryNames names, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in rows.WithCancellation(cancel))
            yield return View(row, names);
    }

    private static HistoryView View(HistoryRow row, HistoryNames names) => new(
        row.Number, row.Change, row.Change.AgencyId is { } id ? names.Agencies.GetValueOrDefault(id) : null,
        names.SubjectOf(row.Change), HistoryDetails.Of(row.Change, names));

    private async Task<HistoryNames> Names(bool withPlans, CancellationToken cancel)
    {
        var agencies = (await register.All(cancel)).Values.ToDictionary(a => a.Id, a => a.RefOn(a.ValidTo < clock.Today ? a.ValidTo.Value : clock.Today));
        var things = new Dictionary<Guid, string>();
        if (withPlans)
        {
            foreach (var head in (await plans.List(null, new ListQuery(PageSize: ListQuery.MaxPageSize), cancel)).Items)
            {
                things[head.Id] = $"Kế hoạch {head.Number}";
                foreach (var activity in (await plans.Find(head.Id, cancel))?.Activities ?? [])
                {
                    things[activity.Id] = $"{activity.Order}. {activity.ShortTitle}";
                    foreach (var target in activity.Targets)
                        things[target.Id] = target.Part is null ? $"Dòng {target.Label}" : $"{target.Label}. {target.Part}";
                }
            }
        }
        return new(agencies, things, await channels.All(cancel));
    }
}
