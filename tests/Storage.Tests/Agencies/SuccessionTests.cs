using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Storage.Access;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Agencies;

public sealed class SuccessionTests(PostgresCluster postgres)
{
    private static readonly DateOnly March = new(2025, 3, 1);
    private static readonly Actor Administrator = Given.Actor(Role.Administrator);
    private static readonly BusinessClock Clock = new(TimeProvider.System, March);

    [Theory, ClassData(typeof(Providers))]
    public async Task The_merger_of_1_November_2024_is_recorded_in_the_start_up_data(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var (all, successions) = (await store.Get<IAgencyRegister>().All(default), await store.Get<IAgencyRegister>().Successions(default));
        var merger = Assert.Single(successions);

        Assert.Equal((SuccessionKind.Merge, new DateOnly(2024, 11, 1), "1192/NQ-UBTVQH15"), (merger.Kind, merger.EffectiveOn, merger.Document.Number));
        Assert.Equal(["UBND phường An Cư", "UBND phường An Nghiệp", "UBND phường An Phú"], merger.From.Select(f => all[f].Names[0].Name).Order(VietnameseText.Order));
        Assert.All(merger.From, f => Assert.Equal(merger.EffectiveOn.AddDays(-1), all[f].ValidTo));
        Assert.Equal("ninh-kieu.thoi-binh", all[Assert.Single(merger.To).AgencyId].SeedKey);
        Assert.Empty(AgencyTree.Faults([.. all.Values.Select(TreeNode.Of)]));
        Assert.Equal((83, 80), (all.Values.MembersOn(AgencyGroup.Commune, new(2024, 10, 31)).Count(), all.Values.MembersOn(AgencyGroup.Commune, new(2024, 11, 1)).Count()));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task So_Tai_chinh_takes_over_row_11_and_its_people_from_1_March_2025(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var (planning, finance) = (await Agency(store, "so-ke-hoach-dau-tu"), await Agency(store, "so-tai-chinh"));
        var person = await GivenPerson(store, planning);
        var plan = (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var row = plan.Activities.Single(a => a.Order == 11);

        var succession = (await Planning(store).Apply(Administrator, Merger(planning, finance), default)).Value!;

        var after = (await store.Get<IPlanLibrary>().Find(plan.Id, default))!.Activities.Single(a => a.Order == 11);
        Assert.Equal((planning.Id, planning.Id, finance.Id), (row.LeadAgencyId, after.LeadOn(new(2025, 2, 28)), after.LeadOn(March)));
        await using var db = await store.Context();
        var account = await db.Users.SingleAsync(u => u.Id == person.Id);
        Assert.Equal((planning.Id, finance.Id, 2), (account.AgencyOn(new(2025, 2, 28)), account.AgencyOn(March), account.Version));
        Assert.Equal([new("leads", 1), new("users", 1), new("children", 0)], succession.Moved);
        Assert.Equal(5, await db.Changes.CountAsync(c => c.Door == Door.Succession));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_reporter_of_the_heir_logs_for_the_activity_and_goes_on_with_drafts_of_the_ended_agency(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var (planning, finance) = (await Agency(store, "so-ke-hoach-dau-tu"), await Agency(store, "so-tai-chinh"));
        var plan = (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var row = plan.Activities.Single(a => a.Order == 11);
        var content = new EntryContent { TargetId = row.Targets[0].Id, Date = new(2024, 12, 20), Quantity = 1, Title = "Hội nghị", Mode = DeliveryMode.InPerson };
        var (library, register) = (store.Get<IPlanLibrary>(), store.Get<IAgencyRegister>());
        EntryLog Log(DateOnly day) => new(store.Get<IStore>(), library, register, new EntryReading(store.Get<IProgressBook>(), library, register, store.Get<IChannelList>(), At(day)), At(day));
        var before = Given.Actor(Role.Reporter, planning.Id);
        var draft = (await Log(new(2025, 2, 20)).Log(before, row.Id, content, default)).Value!;
        await Planning(store).Apply(Administrator, Merger(planning, finance), default);
        var heir = Given.Actor(Role.Reporter, finance.Id) with { Predecessors = (await register.Successions(default)).PredecessorsOf(finance.Id, March) };

        Assert.Null((await Log(March).Log(heir, row.Id, content, default)).Refusal);
        Assert.Null((await Log(March).Edit(heir, draft.Entry.Id, ExpectedVersion.Any, content with { Title = "Hội nghị doanh nghiệp" }, default)).Refusal);
        Assert.Equal(RefusalKind.NotAllowed, (await Log(March).Log(before, row.Id, content, default)).Refusal!.Kind);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_preview_changes_nothing_and_a_refused_order_neither(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var (planning, finance) = (await Agency(store, "so-ke-hoach-dau-tu"), await Agency(store, "so-tai-chinh"));

        var preview = (await Planning(store).Preview(Administrator, Merger(planning, finance), default)).Value!;
        await Planning(store).Apply(Administrator, Merger(planning, finance) with { From = [planning.Id, planning.Id] }, default);

        Assert.Equal(1, preview.Areas.Single(a => a.Area == "leads").Count);
        await using var db = await store.Context();
        Assert.Equal((0, 1), (await db.Changes.CountAsync(), await db.Successions.CountAsync()));
        Assert.Null((await Agency(store, "so-ke-hoach-dau-tu")).ValidTo);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Another_program_on_the_same_database_sees_the_change_soon(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var (planning, finance) = (await Agency(store, "so-ke-hoach-dau-tu"), await Agency(store, "so-tai-chinh"));
        var time = new Later();
        var other = new PlanTracker.Storage.Agencies.AgencyRegister(store.Get<IDbContextFactory<PlanDb>>(), time);
        Assert.Null((await other.All(default))[planning.Id].ValidTo);

        await Planning(store).Apply(Administrator, Merger(planning, finance), default);
        time.Passed = TimeSpan.FromSeconds(6);

        Assert.Equal(March.AddDays(-1), (await other.All(default))[planning.Id].ValidTo);
        Assert.Equal(March.AddDays(-1), (await Agency(store, "so-ke-hoach-dau-tu")).ValidTo);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_refers_to_an_agency_keeps_it(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var made = Given.Agency("Ban thử");
        var administration = new AgencyAdministration(store.Get<IStore>(), Clock);
        var plan = Given.Plan(made.Id);
        await store.Add(made);
        await store.Add(plan, Given.Entry(plan));
        await GivenPerson(store, made);

        var refused = (await administration.Delete(Administrator, made.Id, ExpectedVersion.Any, default)).Refusal!;

        Assert.Equal("agencies.has-data", refused.Code);
        Assert.Contains("(tài khoản, kế hoạch, hoạt động, kết quả thực hiện)", refused.Message, StringComparison.Ordinal);
    }

    private static SuccessionOrder Merger(Agency from, Agency to) =>
        new(SuccessionKind.Merge, March, [from.Id], [new(to.Id, 1)], new("01/NQ-HĐND", new(2025, 2, 20)));

    private static SuccessionPlanning Planning(PlanStore store) =>
        new(store.Get<IStore>(), [new LeadMover(), new PeopleMover(), new ChildMover()], Clock);

    private static async Task<Agency> Agency(PlanStore store, string key) =>
        (await store.Get<IAgencyRegister>().All(default)).Values.Single(a => a.SeedKey == key);

    private static async Task<Account> GivenPerson(PlanStore store, Agency agency)
    {
        var account = new Account { Id = Guid.CreateVersion7(), UserName = "an", NormalizedUserName = "AN", FullName = "Nguyễn Văn An", AgencyId = agency.Id };
        await store.Add(account);
        return account;
    }

    private static BusinessClock At(DateOnly day) => new(TimeProvider.System, day);

    private sealed class Later : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long GetTimestamp() => Passed.Ticks * TimestampFrequency / TimeSpan.TicksPerSecond;
    }
}
