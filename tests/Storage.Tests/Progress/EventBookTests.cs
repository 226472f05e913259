using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Progress;

/// <summary>The events of a period: what is read in slices is what is read at once.</summary>
public sealed class EventBookTests(PostgresCluster postgres)
{
    private static readonly TotalsWindow Year = new(new(2023, 12, 15), new(2024, 9, 10), new(2024, 9, 10));

    [Theory, ClassData(typeof(Providers))]
    public async Task Slices_of_a_target_follow_each_other_by_day_and_together_are_all_of_it(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var plan = (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var book = store.Get<IEventBook>();
        var all = await book.Events(plan.Id, Year, null, default);
        var counts = await book.Count(plan.Id, Year, default);

        Assert.Equal(all.GroupBy(e => e.TargetId).ToDictionary(g => g.Key, g => g.Count()), counts);
        var (target, count) = counts.MaxBy(c => c.Value);
        var sliced = new List<EventFact>();
        for (var skip = 0; skip < count; skip += 4)
            sliced.AddRange(await book.Events(plan.Id, Year, new(target, skip, 4), default));
        Assert.Equal(all.Where(e => e.TargetId == target).OrderBy(e => e.Date).ThenBy(e => e.EntryId).Select(e => e.EntryId), sliced.Select(e => e.EntryId));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Special_events_are_those_that_correct_or_count_on_another_day(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var plan = (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var all = await store.Get<IEventBook>().Events(plan.Id, Year, null, default);
        var expected = all.Where(e => e.CorrectsEntryId is not null || e.CountedOn != e.Date).Select(e => e.EntryId).Order().ToList();

        Assert.NotEmpty(expected);
        Assert.Equal(expected, (await store.Get<IEventBook>().Special(plan.Id, Year, default)).Select(e => e.EntryId).Order());
    }
}
