using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Attachments;
using PlanTracker.Domain.Difficulties;
using PlanTracker.Domain.Inspections;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Tasks;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Tasks;

/// <summary>Tasks, difficulties and inspections on both databases.</summary>
public sealed class MattersTests(PostgresCluster postgres)
{
    private static readonly DateOnly Sep10 = new(2024, 9, 10);
    private static readonly BusinessClock Clock = new(TimeProvider.System, Sep10);

    [Theory, ClassData(typeof(Providers))]
    public async Task The_sample_year_has_updates_preparations_difficulties_and_inspections(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var plan = (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var tasks = store.Get<ITaskBook>();
        var updates = await tasks.Updates(plan.Id, null, default);
        var difficulties = await store.Get<IDifficultyBook>().Of(new(plan.Id), default);
        var inspections = await store.Get<IInspectionBook>().Of(new(plan.Id), default);

        Assert.InRange(updates.Count, 150, 400);
        Assert.Equal(updates.Count, updates.Select(u => (u.TaskId, u.AgencyId, u.PeriodId)).Distinct().Count());
        Assert.Contains(await tasks.Preparations(plan.Id, default), p => p.IsLateOn(Sep10));
        Assert.Equal(Enum.GetValues<DifficultyState>(), difficulties.Select(d => d.State).Distinct().Order());
        Assert.Contains(difficulties, d => d is { ObligationId: not null, Text: null });
        Assert.Contains(inspections, i => i.LateOn(Sep10) > 0);
        Assert.Contains(inspections, i => i.State is InspectionState.Planned);
        Assert.Equal(plan.Id, await tasks.PlanOf(plan.Tasks[3].Id, default));
        Assert.Null(await tasks.PlanOf(plan.Id, default));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Of_two_who_say_the_same_at_once_one_wins(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var (library, register) = (store.Get<IPlanLibrary>(), store.Get<IAgencyRegister>());
        var plan = (await library.FindBySeedKey("246-2024", default))!;
        var task = plan.Tasks.Single(t => t.Number == "VI.4.b");
        var agency = task.Parties[0].AgencyId!.Value;
        var reporting = new TaskReporting(store.Get<IStore>(), store.Get<ITaskBook>(), library, register, Clock);
        var saying = new TaskSaying("2024-Q3", TaskState.Doing, "Đang cập nhật Cổng thông tin.");

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => reporting.Say(Given.Actor(Role.Reporter, agency), task.Id, saying, default))));

        Assert.Single(results, r => r.Refusal is null);
        Assert.All(results.Where(r => r.Refusal is not null), r => Assert.Equal("tasks.said", r.Refusal!.Code));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_is_recorded_reads_back_with_its_steps_and_evidence(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var (library, register, door) = (store.Get<IPlanLibrary>(), store.Get<IAgencyRegister>(), store.Get<IStore>());
        var plan = (await library.FindBySeedKey("246-2024", default))!;
        var culture = plan.Activities.Single(a => a.Order == 13).LeadAgencyId;
        var (coordinator, reporter) = (Given.Actor(Role.Coordinator), Given.Actor(Role.Reporter, culture));
        var inspecting = new InspectionDesk(door, library, register, Clock);
        var planned = (await inspecting.Plan(coordinator, new InspectionOrder(plan.Id, culture, "Kiểm tra pano", new(2024, 5, 23)), default)).Value!;
        var found = new InspectionResult(new(2024, 5, 24), "Thiếu biên bản", new("61/TB", new(2024, 6, 5)), [new("Bổ sung", new(2024, 7, 31))]);
        var recorded = (await inspecting.Record(coordinator, planned.Id, ExpectedVersion.Of(1), found, default)).Value!;
        Assert.Null((await inspecting.FollowUp(reporter, planned.Id, recorded.Recommendations[0].Id, ExpectedVersion.Any, new FollowUpOrder(Sep10, "Đã bổ sung"), default)).Refusal);
        var raised = (await new DifficultyDesk(door, library, Clock).Raise(reporter, new DifficultyOrder(plan.Id, "Hỏng loa", "Loa hỏng"), default)).Value!;
        var evidence = new Evidence { Kind = EvidenceKind.Document, Number = "1/BC", Date = Sep10 };
        var owners = new InspectionReading(store.Get<IInspectionBook>(), store.Get<IAttachmentBook>(), register, Clock);
        var attachments = new AttachmentDesk(door, [owners], store.Get<IAttachmentBook>(), new NoFiles(), Clock);
        Assert.Null((await attachments.Add(reporter, "inspection", planned.Id, evidence, default)).Refusal);

        var inspection = (await store.Get<IInspectionBook>().Find(planned.Id, default))!;
        var view = (await owners.Find(reporter, planned.Id, default)).Value!;

        Assert.Equal(("Đã bổ sung", 3, InspectionState.FollowUp), (inspection.Recommendations[0].FollowUps[0].Text, inspection.Version, inspection.State));
        Assert.Equal(("61/TB", null), (inspection.Conclusion!.Number, inspection.Document));
        Assert.Equal("1/BC", Assert.Single(view.Evidence).Number);
        Assert.Equal("hong loa loa hong", (await store.Get<IDifficultyBook>().Find(raised.Id, default))!.SearchText.Trim());
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_is_open_goes_to_the_heir_and_who_raised_it_stays_as_it_was(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var (library, register) = (store.Get<IPlanLibrary>(), store.Get<IAgencyRegister>());
        var plan = (await library.FindBySeedKey("246-2024", default))!;
        var all = (await register.All(default)).Values;
        var (planning, finance) = (all.Single(a => a.SeedKey == "so-ke-hoach-dau-tu"), all.Single(a => a.SeedKey == "so-tai-chinh"));
        var march = new DateOnly(2025, 3, 1);
        ISuccessionMover[] movers = [new LeadMover(), new PeopleMover(), new ChildMover(), new PreparationMover(), new DifficultyMover(), new InspectionMover()];
        var order = new SuccessionOrder(SuccessionKind.Merge, march, [planning.Id], [new(finance.Id, 1)], new("1/NQ", new(2025, 2, 20)));
        var before = (await store.Get<IDifficultyBook>().Of(new(plan.Id, AgencyIds: [planning.Id]), default)).Single(d => d.ObligationId is null);

        var moved = (await new SuccessionPlanning(store.Get<IStore>(), movers, new(TimeProvider.System, march)).Apply(Given.Actor(Role.Administrator), order, default)).Value!;

        var after = (await store.Get<IDifficultyBook>().Find(before.Id, default))!;
        Assert.Equal((planning.Id, finance.Id), (after.AgencyId, after.OwnerId));
        Assert.All((await store.Get<ITaskBook>().Preparations(plan.Id, default)).Where(p => p.IsOpen), p => Assert.NotEqual(planning.Id, p.AgencyId));
        Assert.True(moved.Moved.Single(m => m.Area == "preparations").Count > 0);
        var task = plan.Tasks.Single(t => t.Number == "VI.6");
        Assert.Equal(finance.Id, Assert.Single(TaskAgencies.On(task, await register.All(default), await register.Successions(default), march)).Id);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Evidence_of_the_sample_tasks_is_there_with_the_content_it_is_kept_by(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        await using var db = await store.Context();
        var attachments = await db.Set<Attachment>().ToListAsync();

        Assert.NotEmpty(attachments);
        Assert.All(attachments, a => Assert.Equal(a.Evidence.File?.Sha256, a.Sha256));
    }

    private sealed class NoFiles : IEvidenceFiles
    {
        public long MaxBytes => 0;

        public Task<Result<EvidenceFile>> Keep(string? name, Stream content, CancellationToken cancel) => throw new NotSupportedException();

        public Stream? Open(string sha256) => null;

        public void LetGo(string sha256)
        {
        }
    }
}
