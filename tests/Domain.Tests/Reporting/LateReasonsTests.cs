using PlanTracker.Domain.Difficulties;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests.Reporting;

/// <summary>Why a target is late: from records and figures alone.</summary>
public sealed class LateReasonsTests
{
    private static readonly DateOnly Day = new(2024, 9, 10);

    private readonly Plan plan = Given.Plan246();

    [Fact]
    public void Without_a_confirmed_result_it_says_so_and_one_that_waits_is_none()
    {
        var reasons = Of("2", 1, Slot("2", new(2024, 9, 1), confirmed: false));

        Assert.Equal([(LateReasonKind.NoResult, "chưa có kết quả nào được xác nhận")], reasons.Select(r => (r.Kind, r.Text)));
    }

    [Fact]
    public void Otherwise_it_says_when_the_last_confirmed_result_was() => Assert.Equal(
        "kết quả gần nhất ngày 16/5, cách đây 117 ngày", Of("2", 1, Slot("2", new(2024, 5, 16)), Slot("2", new(2024, 3, 2)), Slot("2", new(2024, 9, 9), confirmed: false)).Single().Text);

    [Fact]
    public void A_weekly_target_names_the_last_weeks_without_a_result()
    {
        var all = Enumerable.Range(0, 36).Select(week => Slot("5", new DateOnly(2024, 1, 3).AddDays(week * 7))).ToList();

        Assert.Equal("không có kết quả tuần 27", Of("5", 35, [.. all.Where((_, index) => index != 26)]).Single().Text);
        Assert.Equal("không có kết quả tuần 33, 34, 35, 36 và 2 lần trước đó", Of("5", 30, [.. all.Take(30)]).Single().Text);
    }

    [Fact]
    public void What_waits_is_named_and_whether_it_is_enough()
    {
        Assert.Equal("1 số đã gửi, chờ xác nhận, xác nhận xong là đủ", Pending(1).Text);
        Assert.Equal("1 số đã gửi, chờ xác nhận", Pending(0).Text);

        LateReason Pending(decimal toDate) => LateReasons.Of(plan, [With("2", toDate, pending: 1)], LateEvidence.None)[0].Reasons.Single(r => r.Kind is LateReasonKind.Waiting);
    }

    [Fact]
    public void An_open_difficulty_of_the_activity_is_named_and_can_be_opened_and_an_answered_one_or_another_s_is_not()
    {
        var open = Difficulty("2", DifficultyState.Raised, Day.AddDays(-5));
        var evidence = LateEvidence.None with
        {
            Difficulties = [open, Difficulty("2", DifficultyState.Answered, Day.AddDays(-9)), Difficulty("3", DifficultyState.Raised, Day), Difficulty("2", DifficultyState.Raised, Day.AddDays(2))],
        };

        var named = LateReasons.Of(plan, [With("2", 0)], evidence)[0].Reasons.Where(r => r.Kind is LateReasonKind.Difficulty).ToList();

        Assert.Equal((open.Difficulty.Id, "vướng mắc: Thiếu giấy (5 ngày chưa giải quyết)"), (named.Single().DifficultyId, named.Single().Text));
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, false)]
    public void Money_asked_for_and_not_approved_is_a_reason(bool asked, bool approved, bool isReason)
    {
        var progress = With("2", 0);
        List<FundingStep> steps = [];
        if (asked)
            steps.Add(Step(progress, FundingStage.Estimate));
        if (approved)
            steps.Add(Step(progress, FundingStage.Approval));
        var money = new ActivityMoney(progress, [.. Enum.GetValues<FundingSource>().Select(source => new FundingLine(source, [.. steps.Where(s => s.Source == source)]))], [], EstimateState.NotDue, null, steps.Count);

        Assert.Equal(isReason, LateReasons.Of(plan, [progress], LateEvidence.None with { Money = [money] })[0].Reasons.Any(r => r.Kind is LateReasonKind.NotApproved));
    }

    [Fact]
    public void Overdue_comes_first_with_its_days_and_what_keeps_up_is_not_told()
    {
        plan.ActivityOf("4").DueOn = new(2024, 8, 31);

        var late = LateReasons.Of(plan, [With("13b", 0), With("1", 8), With("4", 2)], LateEvidence.None);

        Assert.Equal(["4", "13b"], late.Select(l => l.Target.Target.Label));
        Assert.Equal("quá hạn 10 ngày (hạn 31/8)", late[0].Reasons[0].Text);
    }

    private IReadOnlyList<LateReason> Of(string label, decimal toDate, params SlotEntry[] slots) =>
        LateReasons.Of(plan, [With(label, toDate)], LateEvidence.None with { Slots = slots })[0].Reasons;

    private ActivityProgress With(string label, decimal toDate, decimal pending = 0)
    {
        var progress = OutlookTests.Progress(plan, label, toDate, Day);
        return progress with { Targets = [.. progress.Targets.Select(t => t with { Figures = t.Figures with { Pending = pending } })] };
    }

    private SlotEntry Slot(string label, DateOnly date, bool confirmed = true) => new(plan.Target(label).Id, date, null, confirmed);

    private DifficultyView Difficulty(string label, DifficultyState state, DateOnly raisedOn)
    {
        var raised = new Difficulty
        {
            PlanId = plan.Id, AgencyId = Given.SoNoiVu.Id, ActivityId = plan.ActivityOf(label).Id, Title = "Thiếu giấy", State = state,
            RaisedAt = raisedOn.ToDateTime(new(3, 0), DateTimeKind.Utc), RaisedByName = "Một người",
        };
        return new(raised, "", null, Given.SoNoiVu.RefOn(Day), Given.SoNoiVu.RefOn(Day), null, [], null, []);
    }

    private static FundingStep Step(ActivityProgress progress, FundingStage stage) => new()
    {
        PlanId = progress.Activity.PlanId, ActivityId = progress.Activity.Id, Source = FundingSource.CityReformBudget, Stage = stage, Kind = FundingStepKind.Record,
        Amount = 1_000, Date = Day.AddDays(-30), Document = new("1/TTr", Day.AddDays(-30)), Number = 1, RecordedBy = "Một người", RecordedAt = Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
    };
}
