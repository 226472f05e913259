using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Progress;

public sealed class ProgressBookTests(PostgresCluster postgres)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task The_query_shows_exactly_what_the_rule_of_visibility_shows(StorageProvider provider)
    {
        await using var stage = await Stage.Set(provider, postgres);
        var entries = Enum.GetValues<EntryStatus>().SelectMany(status => new[]
        {
            Given.Entry(stage.Plan, status: status),
            Given.Entry(stage.Plan, status: status, onBehalfBy: stage.Other.Id),
            Given.Entry(stage.Plan, status: status, agencyId: stage.Other.Id),
        }).ToList();
        await stage.Store.Add([.. entries]);
        var actors = Enum.GetValues<Role>().SelectMany(role => new[]
        {
            Given.Actor(role, stage.Lead.Id), Given.Actor(role, stage.Other.Id), Given.Actor(role),
        }).Append(new Actor(Guid.CreateVersion7(), "khong", "Không vai trò", new HashSet<Role>(), null, Door.Page));

        foreach (var actor in actors)
        {
            var expected = entries.Where(actor.CanSee).Select(e => e.Id).Order();
            var page = await stage.Book.List(new EntryFilter(), new ListQuery(PageSize: 200), actor, default);
            Assert.Equal(expected, page.Items.Select(e => e.Id).Order());
            Assert.Equal(page.Items.Count, page.Total);
            foreach (var entry in entries)
                Assert.Equal(actor.CanSee(entry), await stage.Book.Find(entry.Id, actor, default) is not null);
        }
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Entry_of_another_agency_is_not_listed_before_it_is_confirmed(StorageProvider provider)
    {
        await using var stage = await Stage.Set(provider, postgres);
        await stage.Store.Add(Given.Entry(stage.Plan, status: EntryStatus.Submitted, title: "Bí mật"));

        Assert.Equal(0, (await stage.Book.List(new EntryFilter(), new ListQuery(Search: "bi mat"), Given.Actor(Role.Reporter, stage.Other.Id), default)).Total);
        Assert.Equal(1, (await stage.Book.List(new EntryFilter(), new ListQuery(Search: "bi mat"), Given.Actor(Role.Reporter, stage.Lead.Id), default)).Total);
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite, "DIEN DAN", "Diễn đàn 100%")]
    [InlineData(StorageProvider.Sqlite, "0%", "Diễn đàn 100%")]
    [InlineData(StorageProvider.Sqlite, "a_b", "Tệp a_b")]
    [InlineData(StorageProvider.Sqlite, @"c\d", @"Ổ c\d")]
    [InlineData(StorageProvider.Sqlite, "  ", "Diễn đàn 100%", "Tệp a_b", "Tệp axb", @"Ổ c\d")]
    [InlineData(StorageProvider.Sqlite, "'; drop table Entries", new string[0])]
    [InlineData(StorageProvider.PostgreSql, "diễn đàn", "Diễn đàn 100%")]
    [InlineData(StorageProvider.PostgreSql, "0%", "Diễn đàn 100%")]
    [InlineData(StorageProvider.PostgreSql, "a_b", "Tệp a_b")]
    [InlineData(StorageProvider.PostgreSql, @"c\d", @"Ổ c\d")]
    [InlineData(StorageProvider.PostgreSql, "%", "Diễn đàn 100%")]
    public async Task Search_ignores_case_and_marks_and_takes_every_character_as_it_is(StorageProvider provider, string search, params string[] found)
    {
        await using var stage = await Stage.Set(provider, postgres);
        string[] titles = ["Diễn đàn 100%", "Tệp a_b", "Tệp axb", @"Ổ c\d"];
        await stage.Store.Add([.. titles.Select(t => Given.Entry(stage.Plan, title: t))]);

        var page = await stage.Book.List(new EntryFilter(), new ListQuery(Search: search), Given.Actor(Role.Leader), default);

        Assert.Equal(found.Order(), page.Items.Select(e => e.Content.Title).Order());
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Pages_follow_the_order_asked_for(StorageProvider provider)
    {
        await using var stage = await Stage.Set(provider, postgres);
        await stage.Store.Add(
            Given.Entry(stage.Plan, 10, date: "2024-03-01", title: "Đèn"), Given.Entry(stage.Plan, 9, date: "2024-04-01", title: "Cờ"),
            Given.Entry(stage.Plan, 100, EntryStatus.Submitted, "2024-02-01", "Ếch"));
        async Task<string> Order(params SortBy[] sort) => string.Join(' ', (await stage.Book.List(
            new EntryFilter(), new ListQuery(Sort: sort), Given.Actor(Role.Coordinator), default)).Items.Select(e => e.Content.Title));

        Assert.Equal("Cờ Đèn Ếch", await Order());
        Assert.Equal("Cờ Đèn Ếch", await Order(new SortBy("quantity", false)));
        Assert.Equal("Ếch Đèn Cờ", await Order(new SortBy("date", false)));
        Assert.Equal("Ếch Đèn Cờ", await Order(new SortBy("countedOn", false)));
        Assert.Equal("Ếch Đèn Cờ", await Order(new SortBy("title", true)));
        Assert.Equal("Ếch Cờ Đèn", await Order(new SortBy("status", false)));
        Assert.Equal("Ếch Đèn Cờ", await Order(new SortBy("status", false), new SortBy("date", false)));
        var second = await stage.Book.List(new EntryFilter(), new ListQuery(2, 2), Given.Actor(Role.Coordinator), default);
        Assert.Equal(("Ếch", 3), (Assert.Single(second.Items).Content.Title, second.Total));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Filters_narrow_the_list(StorageProvider provider)
    {
        await using var stage = await Stage.Set(provider, postgres);
        await stage.Store.Add(
            Given.Entry(stage.Plan, date: "2024-03-01"), Given.Entry(stage.Plan, date: "2024-04-01", status: EntryStatus.Submitted),
            Given.Entry(stage.Plan, date: "2024-05-01", agencyId: stage.Other.Id));
        async Task<int> Count(EntryFilter filter) => (await stage.Book.List(filter, new ListQuery(), Given.Actor(Role.Coordinator), default)).Total;

        Assert.Equal(3, await Count(new(stage.Plan.Id, stage.Plan.Activities[0].Id, stage.Plan.Activities[0].Targets[0].Id)));
        Assert.Equal(0, await Count(new(PlanId: stage.Lead.Id)));
        Assert.Equal(1, await Count(new(AgencyId: stage.Other.Id)));
        Assert.Equal(1, await Count(new(Status: EntryStatus.Submitted)));
        Assert.Equal(2, await Count(new(From: new DateOnly(2024, 4, 1))));
        Assert.Equal(1, await Count(new(From: new DateOnly(2024, 3, 1), To: new DateOnly(2024, 3, 31))));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Entries_are_found_by_the_day_they_count_on_and_weeks_come_once_however_many_entries_fill_them(StorageProvider provider)
    {
        await using var stage = await Stage.Set(provider, postgres);
        var late = Given.Entry(stage.Plan, date: "2024-03-10");
        late.CountedOn = new(2024, 3, 15);
        await stage.Store.Add([late, .. Enumerable.Range(0, 300).Select(_ => Given.Entry(stage.Plan, date: "2024-03-01")), Given.Entry(stage.Plan, status: EntryStatus.Submitted, date: "2024-03-01")]);
        var target = stage.Plan.Activities[0].Targets[0].Id;

        var counted = await stage.Book.List(
            new EntryFilter(CountedFrom: new(2024, 3, 15), CountedTo: new(2024, 3, 15)), new ListQuery(), Given.Actor(Role.Leader), default);
        Assert.Equal([late.Id], counted.Items.Select(e => e.Id));
        Assert.Equal(2, (await stage.Book.Slots([target], new(2024, 12, 31), Given.Actor(Role.Leader), default)).Count);
        Assert.Equal(3, (await stage.Book.Slots([target], new(2024, 12, 31), Given.Actor(Role.Coordinator), default)).Count);
        Assert.Single(await stage.Book.Slots([target], new(2024, 3, 14), Given.Actor(Role.Leader), default));
    }

    private sealed record Stage(PlanStore Store, Agency Lead, Agency Other, Plan Plan) : IAsyncDisposable
    {
        public IProgressBook Book => Store.Get<IProgressBook>();

        public static async Task<Stage> Set(StorageProvider provider, PostgresCluster postgres)
        {
            var (lead, other) = (Given.Agency(), Given.Agency("Sở Tài chính"));
            var stage = new Stage(await PlanStore.Open(provider, postgres), lead, other, Given.Plan(lead.Id));
            await stage.Store.Add(lead, other, stage.Plan);
            return stage;
        }

        public ValueTask DisposeAsync() => Store.DisposeAsync();
    }
}
