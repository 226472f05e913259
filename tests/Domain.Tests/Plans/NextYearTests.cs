using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Tests.Plans;

/// <summary>The next year of plan 246: proposed, drafted once, decided, issued.</summary>
public sealed class NextYearTests
{
    private readonly Plan plan = Given.Plan246();
    private readonly InMemory memory;

    public NextYearTests()
    {
        var row13 = plan.ActivityOf("13a");
        row13.Targets[1] = new() { ActivityId = row13.Id, Order = 1, Label = "13b", Kind = TargetKind.Count, Unit = "tờ", Versions = { new(0, 4000, Given.IssuedOn, null, null) } };
        memory = new(plan, new(2024, 12, 20));
    }

    [Fact]
    public async Task Targets_that_cannot_be_told_apart_in_words_are_to_be_decided()
    {
        var row13 = plan.ActivityOf("13a");
        row13.Targets[1] = Given.NewTarget(row13.Id, "13b", 4000, 1);

        var next = (await memory.NextYear.Show(Given.Coordinator, plan.Id, default)).Value!;

        Assert.NotEmpty(next.Rows[12].Row!.ToDecide);
    }

    [Fact]
    public async Task Targets_are_last_years_final_ones_beside_what_was_done()
    {
        plan.Target("12").Versions.Add(new(1, 20000, new(2024, 7, 1), new("9/QĐ", new(2024, 6, 28)), "Tăng"));
        plan.Target("1").Versions.Add(new(1, 99, new(2025, 1, 1), new("9/QĐ", new(2024, 6, 28)), "Chưa tới"));
        memory.Entries.Add(TestKit.Given.Entry(plan, quantity: 11));

        var next = (await memory.NextYear.Show(Given.Coordinator, plan.Id, default)).Value!;

        Assert.Equal(15, next.Rows.Count);
        Assert.Equal(20000m, next.Rows[11].Row!.Quantity.Targets[0].Value);
        Assert.Equal(12m, next.Rows[0].Row!.Quantity.Targets[0].Value);
        Assert.Equal((12m, 11m), (next.Rows[0].Last!.Targets[0].Figures.Value!.Value, next.Rows[0].Last!.Targets[0].Figures.ToDate));
        Assert.Equal(new Cadence(1, CadencePer.Week), next.Rows[4].Row!.Quantity.Targets[0].Cadence);
        Assert.Equal([2m, 4000m], next.Rows[12].Row!.Quantity.Targets.Select(t => t.Value!.Value));
        Assert.All(next.Rows, r => Assert.Empty(r.Row!.ToDecide));
        Assert.Empty(memory.Drafts);
    }

    [Theory]
    [InlineData("Tuyên truyền trong năm 2024", "Tuyên truyền trong năm 2025")]
    [InlineData("Quý IV/2024", "Quý IV/2025")]
    [InlineData("trước ngày 30/6/2024", "trước ngày 30/6/2025")]
    [InlineData("theo 12/2024/QĐ-UBND", "theo 12/2024/QĐ-UBND")]
    [InlineData("giai đoạn 2021-2025", "giai đoạn 2021-2025")]
    [InlineData("giai đoạn 2024 - 2026", "giai đoạn 2024 - 2026")]
    [InlineData("sau năm 2023", "sau năm 2023")]
    [InlineData("12024 tờ", "12024 tờ")]
    public async Task Years_move_on_and_years_of_documents_and_spans_stay(string title, string moved)
    {
        var head = await HeadAfter(title, new(2024, 1, 1), new(2024, 12, 31));

        Assert.Equal((moved, 2025, null, null, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)), (head.Title, head.Year, head.Number, head.IssuedOn, head.From, head.To));
    }

    [Fact]
    public async Task A_leap_day_and_a_plan_of_two_years_have_their_next()
    {
        var head = await HeadAfter("Kế hoạch", new(2024, 2, 29), new(2025, 12, 31));

        Assert.Equal((2026, new DateOnly(2026, 2, 28), new DateOnly(2027, 12, 31)), (head.Year, head.From, head.To));
    }

    private static async Task<PlanHead> HeadAfter(string title, DateOnly from, DateOnly to)
    {
        var other = new Plan { Number = "1", Title = title, IssuerAgencyId = Given.SoNoiVu.Id, IssuedOn = new(2023, 12, 14), Year = 2024, From = from, To = to, Text = new() };
        return (await new InMemory(other, new(2024, 12, 20)).NextYear.Show(Given.Coordinator, other.Id, default)).Value!.Head;
    }

    [Fact]
    public async Task Leads_are_mapped_to_their_heirs_and_a_lead_without_one_is_to_be_decided()
    {
        Ends(Given.SoVanHoa, Given.NinhKieu);
        var mapped = (await memory.NextYear.Show(Given.Coordinator, plan.Id, default)).Value!;

        Assert.Equal(Given.NinhKieu.Id, mapped.Rows[12].Row!.Lead!.Id);
        Assert.True(mapped.Rows[12].HasOtherLead);
        Assert.Equal(Given.SoNoiVu.Id, mapped.Rows[0].Row!.Lead!.Id);
    }

    [Fact]
    public async Task Stopped_activities_and_closed_targets_are_left_behind_with_the_reason()
    {
        plan.Activities[1].CancelledOn = new(2024, 8, 1);
        plan.Target("13b").ClosedOn = new(2024, 7, 1);

        var next = (await memory.NextYear.Show(Given.Coordinator, plan.Id, default)).Value!;

        Assert.Equal(14, next.Rows.Count(r => r.Row is not null));
        Assert.Equal("Đã dừng từ ngày 01/08/2024: không đưa sang.", next.Rows[^1].LeftOut);
        Assert.Equal(2m, Assert.Single(next.Rows[11].Row!.Quantity.Targets).Value);
    }

    [Fact]
    public async Task Asked_twice_there_is_one_draft_and_after_issuing_none()
    {
        var first = (await memory.NextYearPlanning.Make(Given.Coordinator, plan.Id, default)).Value!;
        var second = (await memory.NextYearPlanning.Make(Given.SecondCoordinator, plan.Id, default)).Value!;

        Assert.Equal((true, false, first.DraftId), (first.IsNew, second.IsNew, second.DraftId));
        Assert.Single(memory.Drafts);
        Assert.Single(memory.History, h => h is { Entity: "plan", What: "next-year" });

        var issued = await Issue(first.DraftId);
        Assert.Equal((plan.Id, plan.Activities[0].Id, 9), (issued.FollowsPlanId, issued.Activities[0].FollowsActivityId, issued.Text.Themes.Count));
        Assert.Equal("plans.next-year-issued", (await memory.NextYearPlanning.Make(Given.Coordinator, plan.Id, default)).Refusal!.Code);
    }

    [Fact]
    public async Task A_draft_edited_keeps_what_it_follows_and_discarded_can_be_made_again()
    {
        var id = (await memory.NextYearPlanning.Make(Given.Coordinator, plan.Id, default)).Value!.DraftId;
        var row = memory.Drafts[0].Rows[0];
        await memory.Drafting.EditRow(Given.Coordinator, id, row.Id, ExpectedVersion.Any, row with { Id = Guid.Empty, QuantityWording = "24 số", ReadAs = null, FollowsActivityId = null }, default);
        await memory.Drafting.RemoveRow(Given.Coordinator, id, memory.Drafts[0].Rows[1].Id, ExpectedVersion.Any, default);

        var next = (await memory.NextYear.Show(Given.Coordinator, plan.Id, default)).Value!;
        Assert.Equal((plan.Activities[0].Id, 24m), (next.Rows[0].Last!.Activity.Id, next.Rows[0].Row!.Quantity.Targets[0].Value!.Value));
        Assert.Equal("Đã bỏ khỏi bản dự thảo.", next.Rows[^1].LeftOut);

        Assert.Equal(RefusalKind.Stale, (await memory.Drafting.Discard(Given.Coordinator, id, ExpectedVersion.Of(1), default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await memory.Drafting.Discard(Given.Leader, id, ExpectedVersion.Any, default)).Refusal!.Kind);
        Assert.Null((await memory.Drafting.Discard(Given.Coordinator, id, ExpectedVersion.Any, default)).Refusal);
        Assert.True((await memory.NextYearPlanning.Make(Given.Coordinator, plan.Id, default)).Value!.IsNew);
    }

    [Fact]
    public async Task Money_that_is_left_is_listed_for_decision_and_what_was_decided_goes_into_the_plan()
    {
        Spend(plan.Activities[0], 10_000_000, 4_000_000);
        Spend(plan.Activities[2], 5, 5);
        var none = await memory.NextYearPlanning.DecideMoney(Given.Coordinator, plan.Id, ExpectedVersion.Any, Orders(plan.Activities[0]), default);
        Assert.Equal("plans.no-draft", none.Refusal!.Code);
        var id = (await memory.NextYearPlanning.Make(Given.Coordinator, plan.Id, default)).Value!.DraftId;

        var left = Assert.Single((await memory.NextYear.Show(Given.Coordinator, plan.Id, default)).Value!.Money);
        Assert.Equal((6_000_000L, null), (left.Left, left.Decision));
        var decided = (await memory.NextYearPlanning.DecideMoney(Given.Coordinator, plan.Id, ExpectedVersion.Of(1), Orders(plan.Activities[0]), default)).Value!;
        Assert.Equal((UnspentChoice.CarryOver, 6_000_000L, "QĐ 12"), (decided.Money[0].Decision!.Choice, decided.Money[0].Decision!.Amount, decided.Money[0].Decision!.Note));
        Assert.Equal(RefusalKind.Stale, (await memory.NextYearPlanning.DecideMoney(Given.Coordinator, plan.Id, ExpectedVersion.Of(1), Orders(plan.Activities[0]), default)).Refusal!.Kind);
        Assert.Equal(["items[0].activityId"],
            (await memory.NextYearPlanning.DecideMoney(Given.Coordinator, plan.Id, ExpectedVersion.Any, Orders(plan.Activities[2]), default)).Refusal!.Errors.Keys);
        Assert.Equal(UnspentChoice.CarryOver, Assert.Single((await Issue(id)).LeftMoney).Choice);
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Head)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Leader)]
    public async Task Only_the_coordinator_makes_the_next_year(Role role)
    {
        var other = Given.Person("khác", Given.SoNoiVu, role);

        Assert.Equal(RefusalKind.NotAllowed, (await memory.NextYear.Show(other, plan.Id, default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await memory.NextYearPlanning.Make(other, plan.Id, default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await memory.NextYearPlanning.DecideMoney(other, plan.Id, ExpectedVersion.Missing, Orders(plan.Activities[0]), default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await memory.NextYearPlanning.Make(other, Guid.NewGuid(), default)).Refusal!.Kind);
    }

    private static List<UnspentOrder> Orders(Activity activity) => [new(activity.Id, FundingSource.UnitBudget, UnspentChoice.CarryOver, " QĐ 12 ")];

    private async Task<Plan> Issue(Guid draft)
    {
        var head = memory.Drafts[0].Head with { Number = "250/KH-UBND", IssuedOn = new(2024, 12, 19) };
        Assert.Null((await memory.Drafting.Edit(Given.Coordinator, draft, ExpectedVersion.Any, head, default)).Refusal);
        var issued = await memory.Drafting.Issue(Given.Coordinator, draft, ExpectedVersion.Any, default);
        Assert.True(issued.Refusal is null, issued.Refusal?.Message);
        return issued.Value!;
    }

    private void Spend(Activity activity, long available, long disbursed)
    {
        foreach (var (stage, amount) in new[] { (FundingStage.Estimate, available), (FundingStage.Disbursement, disbursed) })
        {
            memory.Money.Add(new()
            {
                PlanId = plan.Id, ActivityId = activity.Id, Source = FundingSource.UnitBudget, Stage = stage, Kind = FundingStepKind.Record, Amount = amount,
                Date = new(2024, 5, 5), Document = new("1/TTr", new(2024, 5, 5)), Number = 1, RecordedBy = "", RecordedAt = default,
            });
        }
    }

    private void Ends(Agency ended, Agency heir) => memory.Recorded.Add(new()
    {
        Kind = SuccessionKind.Merge, EffectiveOn = new(2025, 1, 1), From = [ended.Id], To = [new(heir.Id, 1)], Document = new("1/NQ", new(2024, 12, 1)),
        RecordedAt = default, RecordedBy = "",
    });
}
