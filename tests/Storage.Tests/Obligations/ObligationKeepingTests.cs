using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Obligations;

/// <summary>Obligations as they are made, kept and moved, on both databases.</summary>
public sealed class ObligationKeepingTests(PostgresCluster postgres)
{
    private static readonly DateOnly December = new(2024, 12, 1);

    [Theory, ClassData(typeof(Providers))]
    public async Task Obligations_are_made_when_a_period_opens_and_again_changes_nothing(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var plan = await Plan(store);

        Assert.Equal(KeptObligations.None, await Keeping(store, new(2023, 12, 14)).KeepAll(default));
        var made = await Keeping(store, new(2023, 12, 15)).KeepAll(default);
        Assert.True(made.Added > 300);
        Assert.Equal(KeptObligations.None, await Keeping(store, new(2023, 12, 15)).KeepAll(default));
        Assert.Equal(KeptObligations.None with { Added = made.Added / 3 }, await Keeping(store, new(2024, 6, 15)).KeepAll(default));
        Assert.Empty(await Of(store, plan, "2024-KH"));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Two_that_keep_at_once_make_each_obligation_once(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);

        var kept = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Keeping(store, new(2023, 12, 15)).KeepAll(default)));

        await using var db = await store.Context();
        Assert.Equal(await db.Obligations.CountAsync(), kept.Sum(k => k.Added));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_wards_merged_on_1_November_2024_owe_Quy_III_as_they_did_and_their_heir_owes_the_year(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var plan = await Plan(store);
        await Keeping(store, December).KeepAll(default);

        var (third, year) = (await Of(store, plan, "2024-Q3"), await Of(store, plan, "2024-Y"));
        var agencies = await store.Get<IAgencyRegister>().All(default);
        bool IsCommune(Obligation o) => agencies[o.AgencyId].LevelOn(o.CutOff) is AgencyLevel.Commune || o.TransferredTo is not null;
        Assert.Equal((83, 0), (third.Count(o => IsCommune(o) && o.IsExpected), third.Count(o => o.TransferredTo is not null)));
        Assert.Equal((80, 3), (year.Count(o => IsCommune(o) && o.IsExpected), year.Count(o => o.TransferredTo is not null)));
        Assert.All(year.Where(o => o.TransferredTo is not null), o => Assert.Equal("ninh-kieu.thoi-binh", agencies[o.TransferredTo!.Value].SeedKey));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_succession_transfers_what_is_open_and_leaves_what_was_sent(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var plan = await Plan(store);
        await Keeping(store, December).KeepAll(default);
        var (from, to) = (await Agency(store, "so-ke-hoach-dau-tu"), await Agency(store, "so-tai-chinh"));
        await using (var db = await store.Context())
        {
            var sent = await db.Obligations.AsTracking().SingleAsync(o => o.AgencyId == from.Id && o.CutOff == new DateOnly(2024, 9, 14));
            sent.Submit(Given.Noon, nothingToReport: false);
            await db.SaveChangesAsync();
        }

        var clock = new BusinessClock(TimeProvider.System, new(2024, 12, 2));
        var planning = new SuccessionPlanning(store.Get<IStore>(), [new LeadMover(), new PeopleMover(), new ChildMover(), new ObligationMover()], clock);
        var order = new SuccessionOrder(
            SuccessionKind.Merge, new(2024, 12, 2), [from.Id], [new(to.Id, 1)], new("1/NQ-HĐND", December));
        Assert.Null((await planning.Apply(Given.Actor(Role.Administrator), order, default)).Refusal);
        Assert.Equal(KeptObligations.None, await Keeping(store, new(2024, 12, 2)).KeepAll(default));

        var (third, year) = (await Of(store, plan, "2024-Q3"), await Of(store, plan, "2024-Y"));
        Assert.True(third.Single(o => o.AgencyId == from.Id) is { TransferredTo: null, IsFiled: true });
        Assert.Equal(to.Id, year.Single(o => o.AgencyId == from.Id).TransferredTo);
        Assert.True(year.Single(o => o.AgencyId == to.Id).IsExpected);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_duty_comes_back_as_it_was_given_changed_and_ended(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var plan = await Plan(store);
        var (one, other, receiver) = (await Agency(store, "so-tu-phap"), await Agency(store, "so-y-te"), await Agency(store, "so-noi-vu"));
        var coordinator = Given.Actor(Role.Coordinator, receiver.Id);
        var today = new DateOnly(2024, 9, 10);
        var duties = new DutyAdministration(
            store.Get<IStore>(), store.Get<IObligationBook>(), store.Get<IPlanLibrary>(), store.Get<IReportingCalendar>(), store.Get<ICalendarBook>(),
            store.Get<IAgencyRegister>(), Keeping(store, today), new BusinessClock(TimeProvider.System, today));
        var input = new DutyInput(DutyKind.Content, [PeriodKind.Quarter], "Cung cấp tin, bài", [one.Id], receiver.Id, 4);

        var made = (await duties.Create(coordinator, plan.Id, input, default)).Value!;
        Assert.Null((await duties.Edit(coordinator, made.Duty.Id, ExpectedVersion.Of(1), input with { AgencyIds = [other.Id] }, default)).Refusal);
        Assert.Null((await duties.End(coordinator, made.Duty.Id, ExpectedVersion.Of(2), new DutyEndInput(new(2024, 9, 20), "Hết đợt"), default)).Refusal);

        var kept = (await store.Get<IObligationBook>().Duty(made.Duty.Id, default))!;
        Assert.Equal([new DutyOwer(other.Id, today)], kept.Owers);
        Assert.Equal((new DateOnly(2024, 9, 20), "Hết đợt", 3), (kept.End!.On, kept.End.Reason, kept.Version));
        var owed = (await Of(store, plan, "2024-Q3")).Where(o => o.DutyId == kept.Id).ToDictionary(o => o.AgencyId);
        Assert.Equal((false, true), (owed[one.Id].IsExpected, owed[other.Id].IsExpected));
    }

    private static ObligationKeeping Keeping(PlanStore store, DateOnly today) => new(
        store.Get<IStore>(), store.Get<IPlanLibrary>(), store.Get<IReportingCalendar>(), store.Get<IAgencyRegister>(), store.Get<IObligationBook>(),
        store.Get<IReportArchive>(), new BusinessClock(TimeProvider.System, today));

    private static async Task<Plan> Plan(PlanStore store) => (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;

    private static async Task<Agency> Agency(PlanStore store, string key) =>
        (await store.Get<IAgencyRegister>().All(default)).Values.Single(a => a.SeedKey == key);

    private static async Task<IReadOnlyList<Obligation>> Of(PlanStore store, Plan plan, string code)
    {
        var period = (await store.Get<IReportingCalendar>().Of(plan.Id, default)).Single(p => p.Code == code);
        return await store.Get<IObligationBook>().Of(new(plan.Id, period.Id), default);
    }
}
