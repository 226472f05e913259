using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Tasks;

namespace PlanTracker.Domain.Tests.Tasks;

public sealed class TaskReportingTests
{
    private static readonly DateOnly Sep10 = new(2024, 9, 10);

    private readonly Plan plan = Given.Plan246();
    private readonly InMemory store;
    private readonly PlanTask task;

    public TaskReportingTests()
    {
        store = new(plan, Sep10);
        plan.Tasks.Clear();
        task = new PlanTask { PlanId = plan.Id, Order = 1, Number = "VI.5.a", Heading = "Sở Văn hóa", Text = "Pano, áp phích", Parties = [new SupportingParty(Given.SoVanHoa.Id, null, "Sở")] };
        plan.Tasks.Add(task);
        store.Matters.PlanOfTask[task.Id] = plan.Id;
        store.Periods.AddRange([Period("2024-H1", new(2023, 12, 15), new(2024, 6, 14)), Period("2024-Q3", new(2024, 6, 15), new(2024, 9, 14)), Period("2025-Q1", new(2024, 12, 15), new(2025, 3, 14))]);
    }

    private TaskReporting Reporting => new(store, store.Matters, store, store, store.Clock);

    private TaskReading Reading => new(store, store.Matters, store.Matters, store, store, store.Clock);

    [Fact]
    public async Task The_agency_says_once_per_period_how_its_task_stands_and_may_mend_it()
    {
        var said = (await Say(Given.ReporterOfSoVanHoa)).Value!;
        var again = await Say(Given.ReporterOfSoVanHoa);
        var mended = await Reporting.Correct(Given.ReporterOfSoVanHoa, said.Id, ExpectedVersion.Of(1), new TaskSaying("", TaskState.Done, "Đã xong"), default);
        var stale = await Reporting.Correct(Given.ReporterOfSoVanHoa, said.Id, ExpectedVersion.Of(1), new TaskSaying("", TaskState.Done, "Khác"), default);

        Assert.Equal("tasks.said", again.Refusal!.Code);
        Assert.Equal((TaskState.Done, "Đã xong", 2), (mended.Value!.State, mended.Value.Narrative, mended.Value.Version));
        Assert.Equal(RefusalKind.Stale, stale.Refusal!.Kind);
        Assert.Equal(["say", "correct"], store.History.Select(h => h.What));
        Assert.All(store.History, h => Assert.Equal(Given.SoVanHoa.Id, h.AgencyId));
    }

    [Fact]
    public async Task Who_a_task_is_not_given_to_says_nothing_and_the_coordinator_says_it_in_their_place()
    {
        Assert.Equal("tasks.not-given", (await Say(Given.ReporterOfNinhKieu)).Refusal!.Code);
        Assert.Equal(RefusalKind.NotAllowed, (await Say(Given.HeadOfSoVanHoa)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await Say(Given.Leader)).Refusal!.Kind);

        var onBehalf = await Say(Given.Coordinator, agencyId: Given.SoVanHoa.Id);
        var wrong = await Say(Given.Coordinator, agencyId: Given.NinhKieu.Id);

        Assert.True(onBehalf.Value!.IsOnBehalf);
        Assert.Equal(["agencyId"], wrong.Refusal!.Errors.Keys);
    }

    [Theory]
    [InlineData("2025-Q1", "Nội dung", "period")]
    [InlineData("2024-Q9", "Nội dung", "period")]
    [InlineData("2024-Q3", " ", "narrative")]
    [InlineData("2024-Q3", "\u0007", "narrative")]
    public async Task What_is_wrong_is_named(string period, string narrative, string field) => Assert.Equal(
        [field], (await Reporting.Say(Given.ReporterOfSoVanHoa, task.Id, new TaskSaying(period, TaskState.Doing, narrative), default)).Refusal!.Errors.Keys);

    [Fact]
    public async Task A_narrative_is_at_most_2000_characters()
    {
        Assert.NotNull((await Reporting.Say(Given.ReporterOfSoVanHoa, task.Id, new TaskSaying("2024-Q3", TaskState.Doing, new string('x', 2001)), default)).Refusal);
        Assert.Null((await Reporting.Say(Given.ReporterOfSoVanHoa, task.Id, new TaskSaying("2024-Q3", TaskState.Doing, new string('x', 2000)), default)).Refusal);
    }

    [Fact]
    public async Task Of_a_period_whose_report_is_issued_nothing_is_said_any_more()
    {
        store.Locked = new(2024, 6, 14);

        Assert.Equal("tasks.period-locked", (await Say(Given.ReporterOfSoVanHoa, "2024-H1")).Refusal!.Code);
        Assert.Null((await Say(Given.ReporterOfSoVanHoa)).Refusal);
    }

    [Fact]
    public async Task The_board_tells_who_has_said_nothing_and_opens_with_the_period_that_ends_next()
    {
        task.Parties.Add(new SupportingParty(Given.NinhKieu.Id, null, "Quận"));
        task.Parties.Add(new SupportingParty(null, null, "các đơn vị sự nghiệp"));
        await Say(Given.ReporterOfSoVanHoa);

        var board = (await Reading.Board(Given.Leader, plan.Id, null, new TaskFilter(), default)).Value!;
        var filtered = (await Reading.Board(Given.Leader, plan.Id, "2024-Q3", new TaskFilter(Given.SoVanHoa.Id, OnlySilent: true), default)).Value!;
        var found = (await Reading.Board(Given.Leader, plan.Id, null, new TaskFilter(Search: "AP phich"), default)).Value!;

        Assert.Equal(("2024-Q3", (1, 2)), (board.Period!.Code, board.Total));
        Assert.Equal([(Given.NinhKieu.Id, 1, 1)], board.Silent.Select(s => (s.Agency.Id, s.Missing, s.Given)));
        Assert.Empty(filtered.Tasks);
        Assert.Single(found.Tasks);
        Assert.Equal(["period"], (await Reading.Board(Given.Leader, plan.Id, "2025-Q1", new TaskFilter(), default)).Refusal!.Errors.Keys);
    }

    [Fact]
    public void A_group_means_the_agencies_of_the_day_and_a_name_follows_its_succession()
    {
        var (old, heir, district) = (Given.Agency("Sở cũ", AgencyLevel.Department), Given.Agency("Sở mới", AgencyLevel.Department), Given.Agency("Quận", AgencyLevel.District));
        district.Groups.Add(AgencyGroup.District);
        old.ValidTo = new(2024, 6, 30);
        heir.ValidFrom = new(2024, 7, 1);
        var agencies = new[] { old, heir, district }.ToDictionary(a => a.Id);
        var succession = new Succession
        {
            Kind = SuccessionKind.Merge, EffectiveOn = new(2024, 7, 1), From = [old.Id], To = [new(heir.Id, 1)], Document = new("1/QĐ", new(2024, 6, 1)),
            RecordedAt = default, RecordedBy = "",
        };
        var given = new PlanTask
        {
            PlanId = plan.Id, Order = 2, Number = "VI.1.a", Heading = "", Text = "",
            Parties = [new(old.Id, null, ""), new(null, AgencyGroup.District, "UBND quận, huyện"), new(null, null, "các đơn vị")],
        };

        Assert.Equal([old.Id, district.Id], TaskAgencies.On(given, agencies, [succession], new(2024, 6, 14)).Select(a => a.Id));
        Assert.Equal([heir.Id, district.Id], TaskAgencies.On(given, agencies, [succession], new(2024, 9, 14)).Select(a => a.Id));
    }

    [Fact]
    public async Task The_report_has_what_was_said_in_its_period_and_counts_tasks_by_how_far_they_are()
    {
        await Say(Given.ReporterOfSoVanHoa);
        var part = new TasksPart(store, Reading);
        var query = new PartQuery(plan, new ReportWindow("2024-Q3", "Quý III", new(2024, 6, 15), new(2024, 9, 14), PeriodKind.Quarter), Sep10, null, await store.All(default));

        var table = (await part.Fill(ReportAppendices.Empty, query, default)).Tasks!;
        var other = (await part.Fill(ReportAppendices.Empty, query with { Window = query.Window with { Code = "2024-H1" } }, default)).Tasks;

        Assert.Equal((0, 1, 0), (table.Done, table.Doing, table.Silent));
        Assert.Equal(("VI.5.a", "Đang thực hiện", "Đã thay pano"), (table.Rows[0].Number, table.Rows[0].State, table.Rows[0].Result));
        Assert.Null(other);
    }

    private Task<Result<TaskUpdate>> Say(Actor actor, string period = "2024-Q3", Guid? agencyId = null) =>
        Reporting.Say(actor, task.Id, new TaskSaying(period, TaskState.Doing, "Đã thay pano", agencyId), default);

    private ReportingPeriod Period(string code, DateOnly from, DateOnly to) => new()
    {
        PlanId = plan.Id, Regime = "CCHC", Code = code, Name = code, From = from, To = to, Kind = PeriodKind.Quarter,
    };
}
