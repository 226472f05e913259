using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Tests.Plans;

/// <summary>A row added mid-year is read from its wording as a plan's rows are.</summary>
public sealed class RowAdditionTests
{
    private static readonly DateOnly July1 = new(2024, 7, 1);
    private readonly Plan plan = Given.Plan246();

    private static RowToAdd Asked(string wording, DateOnly? on = null, string? readAs = null) => new(
        on ?? July1, new("12/CV", new(2024, 6, 20)), "Bổ sung theo công văn",
        new(Guid.Empty, "Phát thanh trên đài truyền thanh cơ sở", null, wording, readAs, Given.NinhKieu.Id, "", "Sở Nội vụ", "6 tháng cuối năm", new(2024, 12, 31), false));

    [Fact]
    public async Task A_rhythm_counts_from_the_day_it_is_added_on()
    {
        var added = (await Rows().Add(Given.Coordinator, plan.Id, Asked("01 chương trình/tháng"), default)).Value!;

        var target = Assert.Single(added.Targets);
        Assert.Equal((16, July1, 6m, "chương trình", new Cadence(1, CadencePer.Month)), (added.Order, added.AddedOn!.Value, target.Versions[0].Value, target.Unit, target.Cadence));
        Assert.Equal((AmendmentKind.Added, "12/CV"), (added.Amendments.Single().Kind, added.Amendments.Single().Document!.Number));
        Assert.Equal(Given.SoNoiVu.Id, added.Supporting.Single().AgencyId);
    }

    [Fact]
    public async Task What_cannot_be_read_is_shown_and_refused_by_field_until_somebody_says_it()
    {
        var view = (await Rows().Read(Given.Coordinator, plan.Id, Asked("nhiều lần lắm"), default)).Value!;
        var refused = await Rows().Add(Given.Coordinator, plan.Id, Asked("nhiều lần lắm"), default);
        var said = await Rows().Add(Given.Coordinator, plan.Id, Asked("nhiều lần lắm", readAs: "12 cuộc"), default);

        Assert.Single(view.ToDecide);
        Assert.Equal(["readAs"], refused.Refusal!.Errors.Keys);
        Assert.Equal((12m, "nhiều lần lắm"), (said.Value!.Targets.Single().Versions[0].Value, said.Value.QuantityWording));
    }

    [Fact]
    public async Task Looking_changes_nothing_and_only_the_coordinator_may()
    {
        await Rows().Read(Given.Coordinator, plan.Id, Asked("02 cuộc"), default);

        Assert.Equal(15, plan.Activities.Count);
        Assert.Equal(RefusalKind.NotAllowed, (await Rows().Add(Given.ReporterOfSoVanHoa, plan.Id, Asked("02 cuộc"), default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Rows().Add(Given.Coordinator, Guid.Empty, Asked("02 cuộc"), default)).Refusal!.Kind);
        Assert.Equal(["on"], (await Rows().Add(Given.Coordinator, plan.Id, Asked("02 cuộc", new(2025, 1, 1)), default)).Refusal!.Errors.Keys);
    }

    private RowAddition Rows()
    {
        var memory = new InMemory(plan, new(2024, 9, 10));
        return new(memory, memory, new PlanAmendments(memory, memory, memory, memory.Clock));
    }
}
