using PlanTracker.Domain.Access;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Tests.Funding;

public sealed class FundingLedgerTests
{
    private const FundingSource City = FundingSource.CityReformBudget;
    private static readonly DateOnly Sep10 = new(2024, 9, 10);
    private static readonly Actor Finance = Given.Person("taichinh", Given.NinhKieu, Role.Finance);

    private readonly Plan plan = Given.Plan246();
    private readonly InMemory store;

    public FundingLedgerTests() => store = new(plan, Sep10);

    private Guid Row13 => plan.ActivityOf("13a").Id;

    [Fact]
    public async Task Money_passes_its_stages_each_by_whom_it_belongs_to()
    {
        await Approved(50_000_000);
        Assert.Null((await Do(Given.ReporterOfSoVanHoa, FundingStage.Disbursement, 20_000_000)).Refusal);
        Assert.Null((await Do(Given.ReporterOfSoVanHoa, FundingStage.Disbursement, 30_000_000)).Refusal);
        Assert.Null((await Do(Given.ReporterOfSoVanHoa, FundingStage.Settlement, 49_000_000)).Refusal);

        var line = await Line();

        Assert.Equal((50_000_000L, 50_000_000L, 0L, 100.0m), (line.Approved, line.Disbursed, line.Remaining, line.DisbursedPercent));
        Assert.Equal(49_000_000L, line.Of(FundingStage.Settlement));
        Assert.Equal(7, store.History.Count(h => h.Entity == "funding"));
    }

    [Theory]
    [InlineData(FundingStage.Consolidation)]
    [InlineData(FundingStage.Appraisal)]
    [InlineData(FundingStage.Approval)]
    [InlineData(FundingStage.Disbursement)]
    [InlineData(FundingStage.Settlement)]
    public async Task A_step_without_the_one_before_it_is_refused(FundingStage stage) =>
        Assert.Equal("funding.out-of-order", (await Do(WhoRecords(stage), stage, 1)).Refusal!.Code);

    [Fact]
    public async Task Not_one_dong_over_the_approved_sum_is_disbursed()
    {
        await Approved(1_000_000);

        Assert.Equal("funding.over-approved", (await Do(Given.ReporterOfSoVanHoa, FundingStage.Disbursement, 1_000_001)).Refusal!.Code);
        Assert.Null((await Do(Given.ReporterOfSoVanHoa, FundingStage.Disbursement, 1_000_000)).Refusal);
        Assert.Equal("funding.over-approved", (await Do(Given.ReporterOfSoVanHoa, FundingStage.Disbursement, 1)).Refusal!.Code);
    }

    [Fact]
    public async Task What_was_cut_between_steps_is_visible()
    {
        await Do(Given.ReporterOfSoVanHoa, FundingStage.Estimate, 60_000_000);
        await Do(Given.Coordinator, FundingStage.Consolidation, 60_000_000);
        await Do(Finance, FundingStage.Appraisal, 45_000_000);
        await Do(Given.Coordinator, FundingStage.Approval, 46_000_000);

        var line = await Line();

        Assert.Equal((0L, 15_000_000L, -1_000_000L), (line.CutAt(FundingStage.Consolidation), line.CutAt(FundingStage.Appraisal), line.CutAt(FundingStage.Approval)));
        Assert.Null(line.CutAt(FundingStage.Estimate));
    }

    [Fact]
    public async Task A_stage_is_recorded_once_and_then_supplemented_or_cut_with_a_reason()
    {
        await Approved(10_000_000);
        await Do(Given.ReporterOfSoVanHoa, FundingStage.Disbursement, 4_000_000);

        Assert.Equal("funding.recorded", (await Do(Given.Coordinator, FundingStage.Approval, 1)).Refusal!.Code);
        Assert.Equal(["note"], (await Do(Given.Coordinator, FundingStage.Approval, 1, FundingStepKind.Supplement)).Refusal!.Errors.Keys);
        Assert.Equal("funding.below-disbursed", (await Do(Given.Coordinator, FundingStage.Approval, 6_000_001, FundingStepKind.Cut, "Cắt giảm")).Refusal!.Code);
        Assert.Null((await Do(Given.Coordinator, FundingStage.Approval, 6_000_000, FundingStepKind.Cut, "Cắt giảm")).Refusal);
        Assert.Null((await Do(Given.Coordinator, FundingStage.Approval, 500_000, FundingStepKind.Supplement, "Bổ sung")).Refusal);
        Assert.Equal(4_500_000L, (await Line()).Approved);
        Assert.Equal("funding.below-zero", (await Do(Finance, FundingStage.Appraisal, 10_000_001, FundingStepKind.Cut, "Nhầm")).Refusal!.Code);
    }

    [Fact]
    public async Task Settlement_closes_disbursement_and_never_exceeds_it()
    {
        await Approved(10_000_000);
        await Do(Given.ReporterOfSoVanHoa, FundingStage.Disbursement, 4_000_000);

        Assert.Equal("funding.over-disbursed", (await Do(Given.ReporterOfSoVanHoa, FundingStage.Settlement, 4_000_001)).Refusal!.Code);
        Assert.Null((await Do(Given.ReporterOfSoVanHoa, FundingStage.Settlement, 4_000_000)).Refusal);
        Assert.Equal("funding.settled", (await Do(Given.ReporterOfSoVanHoa, FundingStage.Disbursement, 1)).Refusal!.Code);
        Assert.Equal("funding.below-settled", (await Do(Given.ReporterOfSoVanHoa, FundingStage.Disbursement, 1, FundingStepKind.Cut, "Thu hồi")).Refusal!.Code);
    }

    [Fact]
    public async Task Other_sources_have_three_stages()
    {
        Assert.Null((await Do(Given.ReporterOfSoVanHoa, FundingStage.Estimate, 5, source: FundingSource.Socialised)).Refusal);
        Assert.Null((await Do(Given.ReporterOfSoVanHoa, FundingStage.Disbursement, 6, source: FundingSource.Socialised)).Refusal);
        Assert.Equal(RefusalKind.NotFound, (await Do(Given.Coordinator, FundingStage.Approval, 5, source: FundingSource.Socialised)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Do(Given.Coordinator, FundingStage.Approval, 5, source: (FundingSource)(-1))).Refusal!.Kind);
        Assert.Equal(120.0m, (await Line(FundingSource.Socialised)).DisbursedPercent);
    }

    [Fact]
    public async Task Each_stage_is_refused_to_everybody_else()
    {
        await Approved(10);
        foreach (var stage in Enum.GetValues<FundingStage>())
        {
            foreach (var actor in new[] { Given.Coordinator, Given.ReporterOfSoVanHoa, Given.ReporterOfSoNoiVu, Given.HeadOfSoVanHoa, Given.Leader, Given.Administrator, Finance })
            {
                var refused = (await Do(actor, stage, 1)).Refusal?.Kind is RefusalKind.NotAllowed;
                Assert.Equal(actor != WhoRecords(stage), refused);
            }
        }
    }

    [Fact]
    public async Task What_is_wrong_is_named_all_at_once()
    {
        var refusal = (await store.Ledger.Record(Given.ReporterOfSoVanHoa, Row13, City, FundingStage.Estimate, ExpectedVersion.Any,
            new FundingOrder(-1, new(2024, 9, 11), new(" ", new(2024, 9, 11))), default)).Refusal!;

        Assert.Equal(["amount", "date", "document.date", "document.number"], refusal.Errors.Keys.Order());
        Assert.Equal(["amount"], (await Do(Given.ReporterOfSoVanHoa, FundingStage.Estimate, FundingRules.MaxAmount + 1)).Refusal!.Errors.Keys);
        Assert.Empty(store.Money);
    }

    [Fact]
    public async Task Two_who_start_from_the_same_page_cannot_both_record()
    {
        await Approved(10);

        Assert.Null((await Do(Given.ReporterOfSoVanHoa, FundingStage.Disbursement, 6, expected: ExpectedVersion.Of(4))).Refusal);
        Assert.Equal(RefusalKind.Stale, (await Do(Given.ReporterOfSoVanHoa, FundingStage.Disbursement, 6, expected: ExpectedVersion.Of(4))).Refusal!.Kind);
        Assert.Equal(RefusalKind.VersionMissing, (await Do(Given.ReporterOfSoVanHoa, FundingStage.Disbursement, 1, expected: ExpectedVersion.Missing)).Refusal!.Kind);
    }

    [Theory]
    [InlineData("2023-12-20", EstimateState.OnTime)]
    [InlineData("2023-12-21", EstimateState.Late)]
    [InlineData(null, EstimateState.Missing)]
    public async Task The_day_estimates_are_due_shows_who_was_late(string? on, EstimateState state)
    {
        var withDay = new Plan
        {
            Number = plan.Number, Title = plan.Title, IssuerAgencyId = plan.IssuerAgencyId, IssuedOn = plan.IssuedOn, Year = 2024, From = plan.From, To = plan.To,
            Text = plan.Text with { Funding = new("", new(2023, 12, 20), []) }, Activities = plan.Activities, Id = plan.Id,
        };
        var other = new InMemory(withDay, Sep10);
        if (on is not null)
        {
            await other.Ledger.Record(Given.ReporterOfSoVanHoa, Row13, City, FundingStage.Estimate, ExpectedVersion.Any,
                new FundingOrder(1, DateOnly.Parse(on, null), new("1/TTr", new(2023, 12, 19))), default);
        }

        Assert.Equal(state, (await other.FundingReading.OfActivity(Given.Leader, Row13, null, default)).Value!.Estimate);
    }

    [Fact]
    public async Task Spent_by_entries_stands_beside_what_was_disbursed_and_is_never_merged()
    {
        await Approved(10_000_000);
        await Do(Given.ReporterOfSoVanHoa, FundingStage.Disbursement, 4_000_000);
        var id = (await store.Log.Log(Given.ReporterOfSoVanHoa, Row13, new EntryContent
        {
            TargetId = plan.Target("13a").Id, Date = new(2024, 9, 5), Quantity = 2, Title = "Tranh", NoEvidenceReason = "Đang in", Spent = [new(City, 5_000_000)],
        }, default)).Value!.Entry.Id;
        await store.Log.Submit(Given.ReporterOfSoVanHoa, id, ExpectedVersion.Any, default);
        await store.Log.Confirm(Given.Coordinator, id, ExpectedVersion.Any, default);

        var money = (await store.FundingReading.OfActivity(Given.Leader, Row13, null, default)).Value!;

        Assert.Equal([new FundingComparison(City, 5_000_000, 4_000_000)], money.Comparisons);
        Assert.Equal((1_000_000L, 4_000_000L), (money.Comparisons[0].Difference, money.Of(City).Disbursed));
        Assert.Null(money.UnitCost);
    }

    [Fact]
    public async Task Totals_are_by_source_and_of_all()
    {
        await Approved(10);
        await Do(Given.ReporterOfSoVanHoa, FundingStage.Estimate, 5, source: FundingSource.UnitBudget);

        var money = (await store.FundingReading.OfPlan(Given.Leader, plan.Id, null, null, default)).Value!;

        Assert.Equal([City, FundingSource.UnitBudget, null], money.Totals.Select(t => t.Source));
        Assert.Equal((15L, 10L, 15L), (money.All!.Stages[FundingStage.Estimate], money.All.Stages[FundingStage.Approval], money.All.Available));
        Assert.Empty((await store.FundingReading.OfPlan(Given.Leader, plan.Id, null, Given.SoNoiVu.Id, default)).Value!.Totals);
    }

    private static Actor WhoRecords(FundingStage stage) => stage switch
    {
        FundingStage.Consolidation or FundingStage.Approval => Given.Coordinator,
        FundingStage.Appraisal => Finance,
        _ => Given.ReporterOfSoVanHoa,
    };

    private async Task Approved(long amount)
    {
        foreach (var stage in new[] { FundingStage.Estimate, FundingStage.Consolidation, FundingStage.Appraisal, FundingStage.Approval })
            Assert.Null((await Do(WhoRecords(stage), stage, amount)).Refusal);
    }

    private Task<Result<FundingStep>> Do(
        Actor actor, FundingStage stage, long amount, FundingStepKind kind = FundingStepKind.Record, string? note = null,
        FundingSource source = City, ExpectedVersion? expected = null) => store.Ledger.Record(
            actor, Row13, source, stage, expected ?? ExpectedVersion.Any, new FundingOrder(amount, new(2024, 2, 1), new("12/QĐ", new(2024, 1, 31)), note, kind), default);

    private async Task<FundingLine> Line(FundingSource source = City) =>
        (await store.FundingReading.OfActivity(Given.Leader, Row13, null, default)).Value!.Of(source);
}
