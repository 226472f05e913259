using PlanTracker.Domain.Access;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Difficulties;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Tests.Difficulties;

public sealed class DifficultyTests
{
    private static readonly DateOnly Sep10 = new(2024, 9, 10);

    private readonly Plan plan = Given.Plan246();
    private readonly InMemory store;

    public DifficultyTests() => store = new(plan, Sep10);

    private DifficultyDesk Desk => new(store, store, store.Clock);

    private DifficultyReading Reading => new(store.Matters, new NoReports(), store.Matters, store, store, store.Clock);

    [Fact]
    public async Task It_is_raised_escalated_answered_and_closed_each_by_whom_it_belongs_to()
    {
        var raised = await Raised();
        Assert.Equal(RefusalKind.NotAllowed, (await Reply(Given.ReporterOfSoVanHoa, raised, DifficultyVerb.Answer)).Refusal!.Kind);
        Assert.Null((await Reply(Given.Coordinator, raised, DifficultyVerb.Escalate)).Refusal);
        Assert.Equal("difficulties.wrong-state", (await Reply(Given.Coordinator, raised, DifficultyVerb.Escalate)).Refusal!.Code);
        Assert.Null((await Reply(Given.Coordinator, raised, DifficultyVerb.Answer)).Refusal);
        Assert.Equal(RefusalKind.NotAllowed, (await Reply(Given.ReporterOfNinhKieu, raised, DifficultyVerb.Close)).Refusal!.Kind);
        Assert.Null((await Reply(Given.ReporterOfSoVanHoa, raised, DifficultyVerb.Close)).Refusal);

        Assert.Equal(DifficultyState.Closed, raised.State);
        Assert.Equal(["raise", "escalate", "answer", "close"], store.History.Select(h => h.What));
        Assert.Equal("difficulties.wrong-state", (await Reply(Given.Coordinator, raised, DifficultyVerb.Answer)).Refusal!.Code);
    }

    [Fact]
    public async Task While_it_waits_other_agencies_do_not_see_it_and_once_answered_everybody_does()
    {
        var raised = await Raised();

        Assert.Equal("difficulties.unknown", (await Reading.Find(Given.ReporterOfNinhKieu, raised.Id, default)).Refusal!.Code);
        Assert.Equal(0, (await Reading.List(Given.ReporterOfNinhKieu, new(plan.Id), new ListQuery(), default)).Value!.Total);
        Assert.Equal("difficulties.unknown", (await Reply(Given.ReporterOfNinhKieu, raised, DifficultyVerb.Close)).Refusal!.Code);
        foreach (var reader in new[] { Given.ReporterOfSoVanHoa, Given.HeadOfSoVanHoa, Given.Coordinator, Given.Leader })
            Assert.NotNull((await Reading.Find(reader, raised.Id, default)).Value);
        await Reply(Given.Coordinator, raised, DifficultyVerb.Answer);
        Assert.NotNull((await Reading.Find(Given.ReporterOfNinhKieu, raised.Id, default)).Value);
    }

    [Fact]
    public async Task Search_ignores_case_and_marks_and_looks_into_words_proposal_and_agency()
    {
        await Raised();
        foreach (var (words, total) in new[] { ("DINH muc", 1), ("huong dan ap dung", 1), ("van hoa", 1), ("%", 0), ("khong co", 0) })
            Assert.Equal((words, total), (words, (await Reading.List(Given.Coordinator, new(plan.Id), new ListQuery(Search: words), default)).Value!.Total));
    }

    [Fact]
    public async Task It_is_changed_only_until_somebody_answers()
    {
        var raised = await Raised();
        var order = new DifficultyOrder(plan.Id, "Tiêu đề mới", "Nội dung mới");
        Assert.Null((await Desk.Edit(Given.ReporterOfSoVanHoa, raised.Id, ExpectedVersion.Of(1), order, default)).Refusal);
        Assert.Equal(RefusalKind.Stale, (await Desk.Edit(Given.ReporterOfSoVanHoa, raised.Id, ExpectedVersion.Of(1), order, default)).Refusal!.Kind);
        await Reply(Given.Coordinator, raised, DifficultyVerb.Answer);

        Assert.Equal("difficulties.wrong-state", (await Desk.Edit(Given.ReporterOfSoVanHoa, raised.Id, ExpectedVersion.Any, order, default)).Refusal!.Code);
        Assert.Equal("tieu de moi noi dung moi", raised.SearchText.Trim());
    }

    [Fact]
    public async Task What_is_wrong_is_named_all_at_once()
    {
        var wrong = new DifficultyOrder(Guid.NewGuid(), "Hai\ndòng", "", new string('x', 2001), Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal(["activityId", "planId", "proposal", "text", "title"], (await Desk.Raise(Given.ReporterOfSoVanHoa, wrong, default)).Refusal!.Errors.Keys.Order());
        var raised = await Raised();
        Assert.Equal(
            ["document.date", "document.number", "text"],
            (await Desk.Reply(Given.Coordinator, raised.Id, DifficultyVerb.Answer, ExpectedVersion.Any, new DifficultyReply(" ", new("", new(2024, 9, 11))), default)).Refusal!.Errors.Keys.Order());
        Assert.Equal(RefusalKind.NotAllowed, (await Desk.Raise(Given.Coordinator, wrong, default)).Refusal!.Kind);
    }

    [Fact]
    public async Task What_a_report_raises_is_in_the_register_once_linked_to_the_report()
    {
        var obligation = new Obligation
        {
            PlanId = plan.Id, PeriodId = Guid.NewGuid(), AgencyId = Given.SoVanHoa.Id, ReceiverId = Given.SoNoiVu.Id, Duty = DutyKind.Report, DutyId = ReportingDuty.OfRegime,
            CutOff = new(2024, 9, 14), DueOn = new(2024, 9, 16),
        };
        await Keep(obligation, "Thiếu kinh phí");
        await Keep(obligation, "Thiếu kinh phí");
        var difficulty = Assert.Single(store.Matters.Difficulties);
        Assert.Equal((obligation.Id, null, DifficultyState.Raised), (difficulty.ObligationId, difficulty.Text, difficulty.State));
        Assert.Contains("thieu kinh phi", difficulty.SearchText, StringComparison.Ordinal);

        await Keep(obligation, "Thiếu người");
        Assert.Contains("thieu nguoi", difficulty.SearchText, StringComparison.Ordinal);
        Assert.Null(difficulty.After(DifficultyVerb.Edit));
        await Keep(obligation, null);
        Assert.Equal(DifficultyState.Closed, difficulty.State);
        await Keep(obligation, "Lại thiếu kinh phí");
        Assert.Equal(DifficultyState.Raised, difficulty.State);
        Assert.Single(store.Matters.Difficulties);
    }

    private Task Keep(Obligation obligation, string? difficulties) => ReportedDifficulties.Keep(
        Given.HeadOfSoVanHoa, store, obligation, "Quý III",
        new ReportSubmission
        {
            ObligationId = obligation.Id, Number = 1, At = store.Clock.UtcNow, ById = Guid.NewGuid(), ByName = "Trưởng đơn vị",
            Snapshot = new(new ReportContent { Difficulties = difficulties }, [], []),
        }, default);

    private async Task<Difficulty> Raised() => (await Desk.Raise(
        Given.ReporterOfSoVanHoa,
        new DifficultyOrder(plan.Id, "Chưa có định mức chi", "Chưa lập được hồ sơ.", "Đề nghị hướng dẫn áp dụng", plan.ActivityOf("13a").Id), default)).Value!;

    private Task<Result<Difficulty>> Reply(Actor actor, Difficulty difficulty, DifficultyVerb verb) =>
        Desk.Reply(actor, difficulty.Id, verb, ExpectedVersion.Any, new DifficultyReply("Nội dung", new("12/SNV", Sep10)), default);

    private sealed class NoReports : IAgencyReportBook
    {
        public Task<AgencyReport?> Find(Guid obligationId, CancellationToken cancel) => Task.FromResult<AgencyReport?>(null);

        public Task<IReadOnlyList<ReportSubmission>> Submissions(Guid obligationId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<ReportSubmission>>([]);

        public Task<IReadOnlyList<FiledReport>> Of(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancel) => Task.FromResult<IReadOnlyList<FiledReport>>([]);

        public Task<IReadOnlyList<FiledReport>> OfPeriod(Guid periodId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<FiledReport>>([]);
    }
}
