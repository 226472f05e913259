using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests;

public sealed class StoreTests(PostgresCluster postgres)
{
    private static readonly Actor Coordinator = Given.Actor(Role.Coordinator);

    [Theory, ClassData(typeof(Providers))]
    public async Task A_refusal_rolls_everything_back(StorageProvider provider)
    {
        var (store, plan) = await GivenPlan(provider);
        await using var _ = store;
        var entry = Given.Entry(plan);

        var result = await store.Get<IStore>().Write<ProgressEntry>(Coordinator, changes =>
        {
            changes.Entries.Add(entry);
            changes.Record(Given.Change(Coordinator, entry));
            return Task.FromResult<Result<ProgressEntry>>(Refusal.Conflict("test", "Không."));
        }, default);

        Assert.Equal("test", result.Refusal!.Code);
        Assert.Equal((0, 0), await Rows(store));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_change_and_its_history_are_kept_together(StorageProvider provider)
    {
        var (store, plan) = await GivenPlan(provider);
        await using var _ = store;
        await Add(store, Given.Entry(plan), recorded: true);

        Assert.Equal((1, 1), await Rows(store));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_change_without_history_is_a_fault_and_is_not_kept(StorageProvider provider)
    {
        var (store, plan) = await GivenPlan(provider);
        await using var _ = store;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Add(store, Given.Entry(plan), recorded: false));
        Assert.Equal((0, 0), await Rows(store));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task History_is_never_altered(StorageProvider provider)
    {
        var (store, plan) = await GivenPlan(provider);
        await using var _ = store;
        await Add(store, Given.Entry(plan), recorded: true);
        await using var db = await store.Context();
        db.Changes.Remove(await db.Changes.SingleAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Sixteen_writers_at_once_lose_no_update(StorageProvider provider)
    {
        var (store, plan) = await GivenPlan(provider);
        await using var _ = store;
        var entry = Given.Entry(plan, status: EntryStatus.Draft);
        await store.Add(entry);

        await Task.WhenAll(Enumerable.Range(1, 16).Select(n => Task.Run(() => store.Get<IStore>().Write<ProgressEntry>(Coordinator, async changes =>
        {
            var loaded = (await changes.Entries.Load(entry.Id, default))!;
            loaded.Content = loaded.Content with { Quantity = loaded.Content.Quantity + 1 };
            loaded.Evidence.Add(Given.Document(n));
            loaded.Version++;
            changes.Record(Given.Change(Coordinator, loaded, "edit"));
            return loaded;
        }, default))));

        await using var db = await store.Context();
        var written = await db.Entries.SingleAsync();
        Assert.Equal((17m, 17, 16), (written.Content.Quantity, written.Version, written.Evidence.Count));
        Assert.Equal(16, await db.Changes.CountAsync());
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Of_nine_who_confirm_the_same_version_one_succeeds(StorageProvider provider)
    {
        var (store, plan) = await GivenPlan(provider);
        await using var _ = store;
        var entry = Given.Entry(plan, status: EntryStatus.Submitted);
        await store.Add(entry);
        var clock = new BusinessClock(TimeProvider.System, new DateOnly(2024, 9, 10));
        var (library, register) = (store.Get<IPlanLibrary>(), store.Get<IAgencyRegister>());
        var log = new EntryLog(store.Get<IStore>(), library, register, new EntryReading(store.Get<IProgressBook>(), library, register, store.Get<IChannelList>(), clock), clock);

        var results = await Task.WhenAll(Enumerable.Range(1, 9).Select(_ =>
            Task.Run(() => log.Confirm(Coordinator, entry.Id, ExpectedVersion.Of(1), default))));

        Assert.Single(results, r => r.Refusal is null);
        Assert.All(results.Where(r => r.Refusal is not null), r => Assert.Equal(RefusalKind.Stale, r.Refusal!.Kind));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_version_overtaken_meanwhile_is_refused_as_stale(StorageProvider provider)
    {
        var (store, plan) = await GivenPlan(provider);
        await using var _ = store;
        var entry = Given.Entry(plan);
        await store.Add(entry);

        var result = await store.Get<IStore>().Write<ProgressEntry>(Coordinator, changes =>
        {
            changes.Record(Given.Change(Coordinator, entry));
            throw new DbUpdateConcurrencyException();
        }, default);

        Assert.Equal(RefusalKind.Stale, result.Refusal!.Kind);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_sum_of_a_correction_leaves_out_withdrawn_entries_and_the_one_at_hand(StorageProvider provider)
    {
        var (store, plan) = await GivenPlan(provider);
        await using var _ = store;
        var entry = Given.Entry(plan, 10);
        var correction = Given.Entry(plan, -3, EntryStatus.Submitted, corrects: entry.Id);
        await store.Add(entry, correction, Given.Entry(plan, -4, EntryStatus.Withdrawn, corrects: entry.Id), Given.Entry(plan, 100));
        async Task<decimal> Sum(Guid? except) => (await store.Get<IStore>().Write<object>(Coordinator, async changes =>
            await changes.Entries.CorrectedSum(entry.Id, except, default), default)).Value is decimal sum ? sum : -1;

        Assert.Equal((7m, 10m), (await Sum(null), await Sum(correction.Id)));
    }

    [Fact]
    public async Task A_file_locked_by_another_program_is_busy_and_not_a_fault()
    {
        var (store, plan) = await GivenPlan(StorageProvider.Sqlite);
        await using var _ = store;
        await using var other = new SqliteConnection(store.Options.ConnectionString);
        await other.OpenAsync();
        await using (other.BeginTransaction())
            await Assert.ThrowsAsync<StorageBusyException>(() => Add(store, Given.Entry(plan), recorded: true));

        await Add(store, Given.Entry(plan), recorded: true);
        Assert.Equal((1, 1), await Rows(store));
    }

    private static Task<Result<ProgressEntry>> Add(PlanStore store, ProgressEntry entry, bool recorded) =>
        store.Get<IStore>().Write<ProgressEntry>(Coordinator, changes =>
        {
            changes.Entries.Add(entry);
            if (recorded)
                changes.Record(Given.Change(Coordinator, entry));
            return Task.FromResult<Result<ProgressEntry>>(entry);
        }, default);

    private static async Task<(int Entries, int Changes)> Rows(PlanStore store)
    {
        await using var db = await store.Context();
        return (await db.Entries.CountAsync(), await db.Changes.CountAsync());
    }

    private async Task<(PlanStore Store, Plan Plan)> GivenPlan(StorageProvider provider)
    {
        var store = await PlanStore.Open(provider, postgres);
        var lead = Given.Agency();
        var plan = Given.Plan(lead.Id);
        await store.Add(lead, plan);
        return (store, plan);
    }
}
