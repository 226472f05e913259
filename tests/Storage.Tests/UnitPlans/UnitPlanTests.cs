using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.UnitPlans;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.UnitPlans;

/// <summary>Agencies' own plans on both databases: sums, what counts in the city's figures, and what a succession moves.</summary>
public sealed class UnitPlanTests(PostgresCluster postgres)
{
    private static readonly DateOnly Sep10 = new(2024, 9, 10);
    private static readonly DateOnly October = new(2024, 10, 1);
    private static readonly BusinessClock Clock = new(TimeProvider.System, Sep10);

    [Theory, ClassData(typeof(Providers))]
    public async Task Results_count_in_the_citys_totals_only_on_days_that_were_decided(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var world = await World.Of(store);
        var (plan, row) = await world.Issued(world.HungLoi, "20 tờ", 12);
        foreach (var (quantity, day) in new[] { (3m, new DateOnly(2024, 5, 1)), (4.5m, new(2024, 7, 1)), (2m, new(2024, 8, 20)) })
            await world.Confirmed(plan, row, quantity, day);
        var target = world.City.Activities.Single(a => a.Order == 12).Targets[0].Id;
        Assert.False((await Totals(new(2024, 1, 1), Sep10)).ContainsKey(target));

        World.Done(await world.Progress.Decide(world.Coordinator, row.CityActivityId!.Value, ExpectedVersion.Any, new UnitDecisionOrder(true, new(2024, 6, 15), "Cộng"), default));
        World.Done(await world.Progress.Decide(world.Coordinator, row.CityActivityId.Value, ExpectedVersion.Any, new UnitDecisionOrder(false, new(2024, 8, 1), "Thôi"), default));

        var totals = (await Totals(new(2024, 6, 15), Sep10))[target];
        Assert.Equal((4.5m, 4.5m), (totals.InPeriod, totals.ToDate));
        Assert.Equal(0, (await Totals(new(2024, 8, 1), Sep10))[target].InPeriod);
        Assert.Equal(new UnitDone(9.5m, 0, 3), (await store.Get<IUnitPlanBook>().Done(world.City.Id, Sep10, default))[row.Id]);
        Assert.Equal(4.5m, Assert.Single(World.Done(await world.Progress.Of(world.Coordinator, row.CityActivityId.Value, null, default)).Sums).Counted);

        Task<IReadOnlyDictionary<Guid, TargetTotals>> Totals(DateOnly from, DateOnly asOf) => store.Get<IProgressBook>().Totals(world.City.Id, new(from, asOf, asOf), default);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_remains_goes_to_the_heir_and_the_sums_are_the_same_before_and_after(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var world = await World.Of(store);
        var (ended, old) = await world.Issued(world.AnBinh, "10 tờ", 12);
        var (heir, kept) = await world.Issued(world.HungLoi, "12 tờ", 12);
        await world.Confirmed(ended, old, 4, new(2024, 5, 1));
        await world.Confirmed(heir, kept, 9, new(2024, 5, 1));

        await world.Succeed(SuccessionKind.Merge, [world.AnBinh], [new(world.HungLoi.Id, 1)]);

        var (from, to) = (await world.Row(old), await world.Row(kept));
        Assert.Equal((10m, 12m), (from.QuantityOn(new(2024, 9, 30)), to.QuantityOn(new(2024, 9, 30))));
        Assert.Equal((4m, 18m), (from.QuantityOn(October), to.QuantityOn(October)));
        Assert.Equal(October, from.EndedOn);
        var history = await world.History();
        Assert.Contains("unit-plan.move", history);
        Assert.Contains("unit-plan.inherit", history);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_split_gives_by_largest_remainder_and_an_heir_without_a_plan_gets_a_draft(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var world = await World.Of(store);
        var (plan, row) = await world.Issued(world.AnBinh, "5 tờ", 12);

        await world.Succeed(SuccessionKind.Split, [world.AnBinh], [new(world.HungLoi.Id, 0.7m), new(world.AnKhanh.Id, 0.3m)]);

        var all = await store.Get<IUnitPlanBook>().Of(new(world.City.Id), default);
        var heirs = all.Where(p => p.Id != plan.Id).ToDictionary(p => p.AgencyId);
        Assert.Equal((4m, 1m), (heirs[world.HungLoi.Id].Activities[0].QuantityOn(October), heirs[world.AnKhanh.Id].Activities[0].QuantityOn(October)));
        Assert.All(heirs.Values, p => Assert.Equal((UnitPlanStatus.Draft, null), (p.Status, p.Number)));
        Assert.Equal((0m, row.CityTargetId), ((await world.Row(row)).QuantityOn(October), heirs[world.AnKhanh.Id].Activities[0].CityTargetId));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Of_eight_who_begin_a_plan_at_once_one_does(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var world = await World.Of(store);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => world.Desk.Draft(world.Coordinator, world.City.Id, new UnitPlanOrder(world.AnBinh.Id, $"Kế hoạch {i}"), default))));

        Assert.Single(results, r => r.Refusal is null);
        Assert.All(results.Where(r => r.Refusal is not null), r => Assert.Equal("unit-plans.there", r.Refusal!.Code));
    }

    private sealed class World(PlanStore store, Plan city, Dictionary<string, Agency> agencies)
    {
        public Plan City { get; } = city;
        public Actor Coordinator { get; } = Given.Actor(Role.Coordinator);
        public Agency AnBinh => agencies["ninh-kieu.an-binh"];
        public Agency HungLoi => agencies["ninh-kieu.hung-loi"];
        public Agency AnKhanh => agencies["ninh-kieu.an-khanh"];
        public UnitPlanDesk Desk => new(store.Get<IStore>(), store.Get<IPlanLibrary>(), store.Get<IAgencyRegister>(), Clock);
        public UnitProgress Progress => new(store.Get<IStore>(), store.Get<IUnitPlanBook>(), store.Get<IPlanLibrary>(), store.Get<IAgencyRegister>(), Clock);

        public static async Task<World> Of(PlanStore store) => new(
            store, (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!,
            (await store.Get<IAgencyRegister>().All(default)).Values.Where(a => a.SeedKey is not null).ToDictionary(a => a.SeedKey!));

        public async Task<(UnitPlan Plan, UnitActivity Row)> Issued(Agency agency, string wording, int order)
        {
            var rows = new UnitPlanRows(store.Get<IStore>(), store.Get<IPlanLibrary>(), Clock);
            var plan = Done(await Desk.Draft(Coordinator, City.Id, new UnitPlanOrder(agency.Id, "Tuyên truyền CCHC"), default));
            var link = City.Activities.Single(a => a.Order == order).Id;
            plan = Done(await rows.Add(Coordinator, plan.Id, ExpectedVersion.Of(1), new UnitActivityOrder("Tờ gấp", QuantityWording: wording, CityActivityId: link), default));
            plan = Done(await Desk.Issue(Coordinator, plan.Id, ExpectedVersion.Of(2), new UnitPlanNumber("1/KH-UBND", new(2024, 1, 20)), null, default));
            return (plan, plan.Activities[0]);
        }

        public async Task Confirmed(UnitPlan plan, UnitActivity row, decimal quantity, DateOnly day)
        {
            var desk = new UnitResultDesk(store.Get<IStore>(), store.Get<IPlanLibrary>(), Clock);
            var made = Done(await desk.Log(Coordinator, plan.Id, row.Id, new UnitResultOrder(day, quantity, "Đã phát", Url: "https://cantho.gov.vn/a"), default));
            Done(await desk.Confirm(Given.Actor(Role.Coordinator), made.Id, ExpectedVersion.Of(1), default));
        }

        public async Task Succeed(SuccessionKind kind, Agency[] from, SuccessionShare[] to)
        {
            var order = new SuccessionOrder(kind, October, [.. from.Select(a => a.Id)], [.. to], new("9/NQ", new(2024, 9, 1)));
            Done(await new SuccessionPlanning(store.Get<IStore>(), [new LeadMover(), new PeopleMover(), new ChildMover(), new UnitPlanMover(Clock)], Clock).Apply(Given.Actor(Role.Administrator), order, default));
        }

        public async Task<UnitActivity> Row(UnitActivity row) => (await store.Get<IUnitPlanBook>().Find(row.UnitPlanId, default))!.Activities.Single(a => a.Id == row.Id);

        public async Task<List<string>> History()
        {
            await using var db = await store.Context();
            return [.. db.Changes.Where(c => c.Entity == "unit-plan").Select(c => c.Entity + "." + c.What)];
        }

        public static T Done<T>(Result<T> result) =>
            result.Refused(out var refusal, out var value) ? throw new InvalidOperationException($"{refusal.Code}: {refusal.Message} {string.Join(' ', refusal.Errors.Select(e => $"{e.Key}: {e.Value[0]}"))}") : value;
    }
}
