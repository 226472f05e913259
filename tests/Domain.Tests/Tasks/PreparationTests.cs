using PlanTracker.Domain.Access;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Tasks;

namespace PlanTracker.Domain.Tests.Tasks;

public sealed class PreparationTests
{
    private static readonly DateOnly Sep10 = new(2024, 9, 10);
    private static readonly PreparationStepOrder Step = new(new(2024, 9, 5), new("12/SVHTTDL", new(2024, 9, 5)), null);

    private readonly Plan plan = Given.Plan246();
    private readonly InMemory store;

    public PreparationTests() => store = new(plan, Sep10);

    private PreparationDesk Desk => new(store, store.Matters, store.Matters, store, store, store.Clock);

    [Fact]
    public async Task A_clearance_is_sent_opposed_sent_again_and_agreed_by_so_noi_vu_alone()
    {
        var made = await Asked(PreparationKind.HomeAffairsAgreement);
        Assert.Null((await Record(Given.ReporterOfSoVanHoa, made, PreparationVerb.Send)).Refusal);
        Assert.Equal(RefusalKind.NotAllowed, (await Record(Given.ReporterOfSoVanHoa, made, PreparationVerb.Finish)).Refusal!.Kind);
        Assert.Equal(["note"], (await Record(Given.Coordinator, made, PreparationVerb.Oppose)).Refusal!.Errors.Keys);
        Assert.Null((await Record(Given.Coordinator, made, PreparationVerb.Oppose, Step with { Note = "Sửa thông điệp" })).Refusal);
        Assert.Equal("preparations.wrong-state", (await Record(Given.Coordinator, made, PreparationVerb.Finish)).Refusal!.Code);
        Assert.Null((await Record(Given.ReporterOfSoVanHoa, made, PreparationVerb.Send)).Refusal);
        Assert.Null((await Record(Given.Coordinator, made, PreparationVerb.Finish)).Refusal);

        Assert.Equal((PreparationState.Done, 5), (made.State, made.Steps.Count));
        Assert.Equal("12/SVHTTDL", made.Document!.Number);
    }

    [Fact]
    public async Task The_opinion_of_ban_tuyen_giao_is_recorded_by_the_agency_that_got_it()
    {
        var made = await Asked(PreparationKind.PropagandaOpinion);
        await Record(Given.ReporterOfSoVanHoa, made, PreparationVerb.Send);

        Assert.Equal(RefusalKind.NotAllowed, (await Record(Given.ReporterOfNinhKieu, made, PreparationVerb.Finish)).Refusal!.Kind);
        Assert.Null((await Record(Given.ReporterOfSoVanHoa, made, PreparationVerb.Finish)).Refusal);
    }

    [Fact]
    public async Task A_detailed_plan_is_issued_without_being_sent_and_is_late_after_its_last_day()
    {
        var made = await Asked(PreparationKind.DetailedPlan);
        Assert.Equal("preparations.wrong-state", (await Record(Given.ReporterOfSoVanHoa, made, PreparationVerb.Send)).Refusal!.Code);

        Assert.False(made.IsLateOn(new(2024, 8, 31)));
        Assert.True(made.IsLateOn(new(2024, 9, 1)));
        Assert.Single((await Desk.Of(Given.Coordinator, plan.Id, new PreparationFilter(OnlyLate: true), default)).Value!);
        await Record(Given.ReporterOfSoVanHoa, made, PreparationVerb.Finish);
        Assert.Empty((await Desk.Of(Given.Coordinator, plan.Id, new PreparationFilter(OnlyLate: true), default)).Value!);
    }

    [Fact]
    public async Task Only_so_noi_vu_asks_and_not_twice_while_the_first_is_open()
    {
        Assert.Equal(RefusalKind.NotAllowed, (await Ask(Given.ReporterOfSoVanHoa, PreparationKind.DetailedPlan)).Refusal!.Kind);
        var made = await Asked(PreparationKind.DetailedPlan);

        Assert.Equal("preparations.asked", (await Ask(Given.Coordinator, PreparationKind.DetailedPlan)).Refusal!.Code);
        await Record(Given.Coordinator, made, PreparationVerb.Drop, Step with { Note = "Không cần nữa" });
        Assert.Null((await Ask(Given.Coordinator, PreparationKind.DetailedPlan)).Refusal);
        Assert.Equal(made.AgencyId, Given.SoVanHoa.Id);
    }

    [Fact]
    public async Task What_is_wrong_is_named_all_at_once()
    {
        var made = await Asked(PreparationKind.PropagandaOpinion);

        Assert.Equal(
            ["date", "document.date", "document.number"],
            (await Record(Given.ReporterOfSoVanHoa, made, PreparationVerb.Send, new(new(2024, 9, 11), new(" ", new(2024, 9, 11)), null))).Refusal!.Errors.Keys.Order());
        Assert.Equal(["document"], (await Record(Given.ReporterOfSoVanHoa, made, PreparationVerb.Send, new(new(2024, 9, 1), null, null))).Refusal!.Errors.Keys);
        var order = new PreparationOrder(null, null, (PreparationKind)9, new(2025, 1, 1), Guid.NewGuid());
        Assert.Equal(["activityId", "agencyId", "dueOn", "kind"], (await Desk.Ask(Given.Coordinator, plan.Id, order, default)).Refusal!.Errors.Keys.Order());
    }

    private Task<Result<Preparation>> Ask(Actor actor, PreparationKind kind) =>
        Desk.Ask(actor, plan.Id, new PreparationOrder(plan.ActivityOf("13a").Id, null, kind, new(2024, 8, 31)), default);

    private async Task<Preparation> Asked(PreparationKind kind) => (await Ask(Given.Coordinator, kind)).Value!;

    private Task<Result<Preparation>> Record(Actor actor, Preparation preparation, PreparationVerb verb, PreparationStepOrder? step = null) =>
        Desk.Record(actor, preparation.Id, verb, ExpectedVersion.Any, step ?? Step, default);
}
