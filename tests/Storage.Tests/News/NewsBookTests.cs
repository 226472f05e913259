using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.News;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.News;

/// <summary>Items of the sample year as both databases give them.</summary>
public sealed class NewsBookTests(PostgresCluster postgres)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task The_query_leaves_out_just_what_the_rule_hides(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var book = store.Get<INewsBook>();
        await using var db = await store.Context();
        var all = db.NewsItems.ToList();
        Assert.True(all.Select(i => i.Status).Distinct().Count() == 6, "The sample news is not in all states.");

        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var agency in all.Select(i => i.AgencyId).Distinct())
            {
                var actor = Given.Actor(role, agency);
                var seen = await book.List(new(), new ListQuery(PageSize: 200), actor, default);
                Assert.Equal(all.Where(actor.CanSee).Select(i => i.Id).Order(), seen.Items.Select(i => i.Id).Order());
            }
        }
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Filters_counts_and_publications_are_those_of_the_rows(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var book = store.Get<INewsBook>();
        var desk = Given.Actor(Role.Coordinator, Guid.CreateVersion7());
        var query = new ListQuery(PageSize: 200);

        var zalo = await book.List(new NewsFilter(PublishedAt: NewsPlace.Zalo), query, desk, default);
        Assert.All(zalo.Items, i => Assert.Contains(i.Publications, p => p.Place == NewsPlace.Zalo));
        Assert.NotEmpty(zalo.Items);
        var counts = await book.CountByStatus(new(), desk, default);
        Assert.Equal(3, counts[NewsStatus.Submitted]);
        Assert.Equal(counts.Values.Sum(), (await book.List(new(), query, desk, default)).Total);
        Assert.Equal(1, (await book.List(new(), query with { Search = "CHIA SE kinh nghiem giai quyet thu tuc hanh chinh tai bo phan mot cua" }, desk, default)).Total);
        Assert.Empty((await book.List(new(), query with { Search = "100%" }, desk, default)).Items);
        foreach (var field in NewsReading.SortFields)
            Assert.NotEmpty((await book.List(new(), query with { Sort = [new SortBy(field, true), new SortBy("createdAt", false)] }, desk, default)).Items);

        var published = await book.PublishedIn(new(2024, 9, 1), new(2024, 9, 10), default);
        Assert.Equal(5, published.Count);
        var agency = published[0].AgencyId;
        Assert.Equal(published.Count(t => t.AgencyId == agency), (await book.PublishedIn(new(2024, 9, 1), new(2024, 9, 10), default, [agency])).Count);
        var planned = await book.List(new NewsFilter(IsPlanned: true), query, desk, default);
        Assert.Equal(NewsPlace.Bulletin, planned.Items.Single().Schedule!.Place);
        Assert.Equal(10, (await book.SentIn(new(2024, 1, 1), new(2024, 12, 31), default)).Count(t => t.SentOn >= new DateOnly(2024, 8, 22)));
        Assert.Equal(12, (await book.Sketches(default)).Count(s => s.Sketch.Length == 512));
        Assert.Equal(4, (await book.Issues(2024, default)).Count);
        Assert.Equal(6, (await book.Latest(50, default)).Count);
    }
}
