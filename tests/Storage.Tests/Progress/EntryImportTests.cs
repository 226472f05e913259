using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Progress;

public sealed class EntryImportTests(PostgresCluster postgres)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Ten_thousand_rows_are_written_at_once_and_once_while_others_go_on_writing(StorageProvider provider)
    {
        await using var stage = await Stage.Set(provider, postgres);
        stage.Table = stage.Rows(10_000);

        var check = Stopwatch.StartNew();
        var job = await stage.Checked();
        check.Stop();
        Assert.Equal(new RowCounts(10_000, 0, 0, 0, 0), job.Counts);
        Assert.Equal(stage.EntriesBefore, await stage.Count());

        var write = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;
        using var done = new CancellationTokenSource();
        var others = stage.WriteMeanwhile(done.Token);
        var written = await stage.Written(job, ImportMode.All);
        write.Stop();
        cpu = Environment.CpuUsage.TotalTime - cpu;
        await done.CancelAsync();
        var (writes, longest) = await others;
        Assert.Equal(10_000, written.New);
        Assert.Equal(stage.EntriesBefore + 10_000 + writes, await stage.Count());

        var again = await stage.Checked();
        Assert.Equal(new RowCounts(0, 0, 10_000, 0, 0), again.Counts);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{provider}: check {check.ElapsedMilliseconds} ms, write {write.ElapsedMilliseconds} ms ({cpu.TotalMilliseconds:F0} ms of processor); others wrote {writes} entries meanwhile, longest wait {longest.TotalMilliseconds:F0} ms"));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_was_going_on_when_the_server_stopped_was_broken_off_and_wrote_nothing(StorageProvider provider)
    {
        await using var stage = await Stage.Set(provider, postgres);
        stage.Table = stage.Rows(3);
        var job = await stage.Checked();
        Assert.Null((await stage.Desk.Decide(stage.Coordinator, job.Id, ImportMode.All, default)).Refusal);

        Assert.Equal(1, await stage.Jobs.BreakOff(default));

        // Whoever is still at it takes everything back.
        Assert.NotNull((await stage.Desk.Apply(stage.Coordinator, job.Id, ImportMode.All, null, default)).Refusal);
        Assert.Equal(ImportState.BrokenOff, (await stage.Jobs.Find(job.Id, default))!.State);
        Assert.Equal(stage.EntriesBefore, await stage.Count());
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_import_is_found_again_by_its_sender_with_every_row_and_forgotten_after_a_while(StorageProvider provider)
    {
        await using var stage = await Stage.Set(provider, postgres);
        stage.Table = stage.Rows(3);
        var job = await stage.Checked();

        Assert.Equal([job.Id], (await stage.Desk.Latest(stage.Coordinator, EntryImport.Kind, default)).Select(j => j.Id));
        Assert.Equal([2, 3, 4], (await stage.Desk.Outcome(stage.Coordinator, job.Id, default)).Value!.Rows.Select(r => r.Number));
        Assert.Equal("imports.unknown", (await stage.Desk.Outcome(Given.Actor(Role.Coordinator, stage.Lead.Id), job.Id, default)).Refusal!.Code);
        Assert.Equal([7], await stage.Jobs.File(job.Id, default));

        await stage.Jobs.Add(job with { Id = Guid.CreateVersion7() }, [1], job.CreatedAt.AddSeconds(1), default);
        Assert.Null(await stage.Jobs.Find(job.Id, default));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_change_between_the_check_and_the_write_is_seen(StorageProvider provider)
    {
        await using var stage = await Stage.Set(provider, postgres);
        stage.Table = stage.Rows(2);
        await stage.Written(await stage.Checked(), ImportMode.All);
        var entry = (await stage.Import.Read(stage.Plan.Id, [stage.Lead.Id], [], default)).Entries.Single(e => e.Content.Title == "Tin số 1");

        stage.Table = new(stage.Table.Headers, [new(2, [$"K-{entry.Id:N}-1", .. stage.Table.Rows[0].Cells.Skip(1).Take(2), "2", .. stage.Table.Rows[0].Cells.Skip(4)])]);
        var job = await stage.Checked();
        Assert.Equal(1, job.Counts!.Changed);
        await using (var db = await stage.Store.Context())
            await db.Database.ExecuteSqlAsync($"""UPDATE "Entries" SET "Version" = 2, "Place" = 'Nơi khác' WHERE "Id" = {entry.Id}""");

        Assert.Equal("entries.import-refused", (await stage.TryWrite(job, ImportMode.All)).Refusal!.Code);
        Assert.Equal(ImportState.Checked, (await stage.Jobs.Find(job.Id, default))!.State);
    }

    private sealed class Stage : IAsyncDisposable, ITableReader
    {
        private static readonly BusinessClock Clock = new(TimeProvider.System, new(2024, 9, 10));

        private Stage(PlanStore store, Plan plan, Agency lead) => (Store, Plan, Lead, Coordinator) = (store, plan, lead, Given.Actor(Role.Coordinator, lead.Id));

        public PlanStore Store { get; }
        public Plan Plan { get; }
        public Agency Lead { get; }
        public Actor Coordinator { get; }
        public int EntriesBefore { get; private set; }
        public ImportTable Table { get; set; } = new([], []);
        public IImportJobs Jobs => Store.Get<IImportJobs>();
        public IEntryImportBook Import => Store.Get<IEntryImportBook>();
        public ImportDesk Desk => new(
            [new EntryImport(Store.Get<IStore>(), Store.Get<IPlanLibrary>(), Store.Get<IAgencyRegister>(), Import, Store.Get<IChannelList>(), Clock)], Jobs, this, Clock);

        public static async Task<Stage> Set(StorageProvider provider, PostgresCluster postgres)
        {
            var store = await PlanStore.Open(provider, postgres, demo: true);
            var library = store.Get<IPlanLibrary>();
            var plan = (await library.FindBySeedKey("246-2024", default))!;
            var lead = (await store.Get<IAgencyRegister>().All(default))[plan.Activities[0].LeadOn(Clock.Today)];
            var stage = new Stage(store, plan, lead);
            stage.EntriesBefore = await stage.Count();
            return stage;
        }

        public ImportTable Rows(int count)
        {
            var target = Plan.Activities[0].Targets[0].Label;
            return new(
                ["Mã dòng", "Chỉ tiêu", "Ngày thực hiện", "Số lượng", "Tên hoạt động, sản phẩm", "Lý do chưa có minh chứng"],
                [.. Enumerable.Range(1, count).Select(n => new ImportRow(n + 1, ["", target, "05/7/2024", "1", $"Tin số {n}", "Chờ đài xác nhận"]))])
            { Sheet = "Kết quả" };
        }

        public async Task<ImportJob> Checked()
        {
            var job = (await Desk.Take(Coordinator, EntryImport.Kind, Plan.Id, "ket-qua.xlsx", new byte[] { 7 }, default)).Value!;
            Assert.Null((await Desk.Check(Coordinator, job.Id, null, default)).Refusal);
            return (await Jobs.Find(job.Id, default))!;
        }

        public async Task<Result<ImportOutcome>> TryWrite(ImportJob job, ImportMode mode)
        {
            Assert.Null((await Desk.Decide(Coordinator, job.Id, mode, default)).Refusal);
            return await Desk.Apply(Coordinator, job.Id, mode, null, default);
        }

        public async Task<RowCounts> Written(ImportJob job, ImportMode mode) => (await TryWrite(job, mode)).Value!.Counts;

        public async Task<(int Writes, TimeSpan Longest)> WriteMeanwhile(CancellationToken cancel)
        {
            var (writes, longest) = (0, TimeSpan.Zero);
            while (!cancel.IsCancellationRequested)
            {
                var watch = Stopwatch.StartNew();
                var entry = Given.Entry(Plan, title: "Bên cạnh", agencyId: Plan.Activities[^1].LeadAgencyId);
                try
                {
                    var result = await Store.Get<IStore>().Write<ProgressEntry>(Coordinator, changes =>
                    {
                        changes.Entries.Add(entry);
                        changes.Record(Given.Change(Coordinator, entry));
                        return Task.FromResult<Result<ProgressEntry>>(entry);
                    }, default);
                    Assert.Null(result.Refusal);
                    writes++;
                }
                catch (StorageBusyException)
                {
                    // On a machine with more to do than this: told to try again, as a client is.
                }
                longest = watch.Elapsed > longest ? watch.Elapsed : longest;
                await Task.Yield();
            }
            return (writes, longest);
        }

        public async Task<int> Count()
        {
            await using var db = await Store.Context();
            return await db.Database.SqlQuery<int>($"""SELECT CAST(COUNT(*) AS int) AS "Value" FROM "Entries" """).SingleAsync();
        }

        public Result<ImportTable> ReadRows(Stream file) => Table;

        public Result<ImportTable> Read(Stream file) => Table;

        public ValueTask DisposeAsync() => Store.DisposeAsync();
    }
}
