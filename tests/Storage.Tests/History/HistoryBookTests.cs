using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.History;

public sealed class HistoryBookTests(PostgresCluster postgres)
{
    private static readonly HistoryScope All = new(true, new HashSet<Guid>(), Guid.Empty);

    [Theory, ClassData(typeof(Providers))]
    public async Task The_newest_come_first_and_pages_follow_each_other(StorageProvider provider)
    {
        await using var store = await GivenHistory.Of(5, provider, postgres);

        Assert.Equal([5, 4], await Numbers(store, new(), query: new ListQuery(1, 2)));
        Assert.Equal([3, 2], await Numbers(store, new(), query: new ListQuery(2, 2)));
        Assert.Equal([1, 2], await Numbers(store, new(), query: new ListQuery(1, 2, [new("number", false)])));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Every_filter_leaves_what_it_names(StorageProvider provider)
    {
        await using var store = await GivenHistory.Of(3, provider, postgres);
        var wanted = GivenHistory.Row(4) with
        {
            Entity = "plan",
            What = "close",
            Door = Door.Import,
            AccountId = Guid.CreateVersion7(),
            At = new DateTime(2024, 9, 11, 17, 0, 0, DateTimeKind.Utc),
        };
        await GivenHistory.Record(store, wanted);

        foreach (var filter in new HistoryFilter[]
        {
            new(Entity: "plan"), new(EntityId: wanted.EntityId), new(AccountId: wanted.AccountId), new(AgencyId: wanted.AgencyId), new(What: "close"),
            new(Door: Door.Import), new(From: new DateOnly(2024, 9, 12)), new(From: new DateOnly(2024, 9, 12), To: new DateOnly(2024, 9, 12)),
        })
            Assert.Equal([4], await Numbers(store, filter));

        Assert.Equal([3, 2, 1], await Numbers(store, new(To: new DateOnly(2024, 9, 11))));
        Assert.Equal([4, 3, 2, 1], await Numbers(store, new(From: DateOnly.MinValue, To: DateOnly.MaxValue)));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Others_see_their_agencies_and_of_accounts_only_their_own(StorageProvider provider)
    {
        var (mine, me) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var store = await GivenHistory.Of(1, provider, postgres);
        await GivenHistory.Record(
            store,
            GivenHistory.Row(2) with { AgencyId = mine },
            GivenHistory.Row(3) with { AgencyId = mine, Entity = "account" },
            GivenHistory.Row(4) with { AgencyId = null, Entity = "account", EntityId = me },
            GivenHistory.Row(5) with { AgencyId = null });
        var scope = new HistoryScope(false, new HashSet<Guid> { mine }, me);

        Assert.Equal([4, 2], await Numbers(store, new(), scope));
        Assert.Empty(await Numbers(store, new(EntityId: GivenHistory.Person.AccountId), scope));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Search_looks_into_names_reasons_and_values_without_case_and_marks_but_not_into_field_names(StorageProvider provider)
    {
        await using var store = await GivenHistory.Of(2, provider, postgres);
        await GivenHistory.Record(
            store, GivenHistory.Row(3) with { New = """{"title":"Hội nghị Tân An \u0110ợt 1"}""" }, GivenHistory.Row(4) with { New = "không phải json" });

        Assert.Equal([3], await Numbers(store, new(), query: new ListQuery(Search: "tan an dot")));
        Assert.Equal([4], await Numbers(store, new(), query: new ListQuery(Search: "PHAI")));
        Assert.Equal([4, 3, 2, 1], await Numbers(store, new(), query: new ListQuery(Search: "thi binh")));
        Assert.Equal([3, 4], await Numbers(store, new(), query: new ListQuery(2, 2, [new("number", false)], "nhap nham")));
        Assert.Empty(await Numbers(store, new(), query: new ListQuery(Search: "quantity")));
        Assert.Empty(await Numbers(store, new(), query: new ListQuery(Search: "%")));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_walk_gives_the_newest_up_to_a_limit(StorageProvider provider)
    {
        await using var store = await GivenHistory.Of(4, provider, postgres);
        var walked = new List<long>();
        await foreach (var row in store.Get<IHistoryBook>().Walk(new(), All, "thi binh", 3, default))
            walked.Add(row.Number);

        Assert.Equal([4, 3, 2], walked);
    }

    private static async Task<List<long>> Numbers(PlanStore store, HistoryFilter filter, HistoryScope? scope = null, ListQuery? query = null) =>
        [.. (await store.Get<IHistoryBook>().List(filter, scope ?? All, query ?? new(), default)).Items.Select(r => r.Number)];
}
